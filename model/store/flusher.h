// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/domain/result.h"
#include "model/store/calllog.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace salesdesk
{

/// Brings to disk what the writer has committed, and hands the outcomes on, on a thread of its own while the
/// writer goes on with the next calls. All functions are the writer's to call.
class Flusher final
{
    Q_DISABLE_COPY_MOVE(Flusher)
public:
    /// The calls of one commit.
    struct Batch {
        std::shared_ptr<SettledCalls> calls;
        LoggedCalls logged;
    };
    struct Failure {
        Error error;
        std::vector<Batch> batches; ///< in the order of commit: nobody has their outcomes
    };
    /// What it does, on its own thread.
    struct Steps {
        std::function<Result<Done>()> flush;
        std::function<void(std::shared_ptr<SettledCalls>)> deliver;
        std::function<void()> failed; ///< drain() gives a Failure now
    };

    explicit Flusher(Steps steps);
    /// drain() first: what could not be flushed would get no answer.
    ~Flusher();

    /// Whether all that was put is flushed and delivered, and nothing failed.
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }
    /// Takes what was committed after all that was put before; waits while another batch waits already. After
    /// a failure nothing is flushed until drain().
    void put(Batch batch);
    /// Waits until it has nothing left to do; gives what it failed at.
    [[nodiscard]] std::optional<Failure> drain();

private:
    void run();

    const Steps m_steps;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Batch> m_next;
    bool m_isFlushing = false;
    bool m_isEnding = false;
    std::optional<Failure> m_failure;
    std::atomic<bool> m_hasFailed = false; // whether there is one, for a look without the lock
    std::thread m_thread;
};

} // namespace salesdesk
