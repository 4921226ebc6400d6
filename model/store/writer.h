// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/changes.h"
#include "model/domain/result.h"
#include "model/domain/secrets.h"
#include "model/store/flusher.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <thread>
#include <variant>
#include <vector>

namespace salesdesk
{

class CallProcessor;
class Connection;

/// The one thread that writes: takes all that is queued, runs the calls of it in one transaction, commits,
/// and hands the outcomes on; while it commits, the next batch gathers. When one has gathered already, the
/// commit reaches the disk while that is written (Flusher). Owned by Workspace. Its public functions may be
/// called on any thread; the two listeners are called on the store thread.
class Writer final
{
    Q_DISABLE_COPY_MOVE(Writer)
public:
    struct Listeners {
        std::function<void(Changes)> changed;
        std::function<void(StoreHealth)> health;
    };
    using Job = std::function<std::optional<Error>(Connection &)>;
    using JobDone = std::function<void(const std::optional<Error> &)>;
    using CallPromise = std::shared_ptr<QPromise<Result<CallOutcome>>>;

    Writer(QString file, std::optional<MasterKey> master, size_t capacity, Listeners listeners);
    ~Writer();

    /// Opens, migrates and publishes the first directory; blocks until that is done. After an error it takes
    /// no work.
    [[nodiscard]] Result<Done> start();
    /// Takes no more work, finishes what is queued, closes the database. Called by its owner.
    void stop();
    void setDelivery(CallSink::Delivery delivery);
    [[nodiscard]] SubmitResult submit(CallSubmission submission);
    void submit(CallSubmission submission, std::optional<CallId> replayOf, CallPromise promise);
    void post(Job job, JobDone done);
    void countUnlogged(CallReason reason);
    [[nodiscard]] DirectoryPtr directory() const;
    [[nodiscard]] StoreHealth health() const;

private:
    struct Call {
        CallSubmission submission;
        std::optional<CallId> replayOf;
        CallPromise promise; ///< null: the outcome goes to the delivery
    };
    struct Change {
        Job job;
        JobDone done;
    };
    using Item = std::variant<Call, Change>;

    void run(QPromise<Result<Done>> opened);
    [[nodiscard]] Result<std::unique_ptr<Connection>> open() const;
    /// All that is queued, up to a batch; waits for it, or for the next idle work. False: time to end.
    [[nodiscard]] bool take(std::vector<Item> &items, std::chrono::milliseconds patience);
    void work(std::vector<Item> &items);
    void writeCalls(std::span<Item> calls);
    /// Whether these may be committed before the commit before them is on disk.
    [[nodiscard]] bool mayRunAhead(std::span<Item> calls) const;
    /// writeTogether() and answer(); when more waits, the flusher brings it to disk and answers.
    [[nodiscard]] std::optional<Error> writeAhead(std::span<Item> calls);
    /// One transaction; on an Error nothing of it is stored.
    [[nodiscard]] std::optional<Error> writeTogether(std::span<Item> calls,
                                                     std::vector<CallOutcome> &outcomes);
    /// In a transaction.
    [[nodiscard]] std::optional<Error> process(std::span<Item> calls, std::vector<CallOutcome> &outcomes);
    void answer(std::span<Item> calls, std::vector<CallOutcome> outcomes);
    /// The outcomes for the delivery; who waits for a promise has it then.
    [[nodiscard]] std::shared_ptr<SettledCalls> settle(std::span<Item> calls,
                                                       std::vector<CallOutcome> outcomes);
    void deliver(std::shared_ptr<SettledCalls> settled);
    /// Waits until the flusher has nothing left to do; answers the calls that it failed at.
    void awaitFlusher();
    /// A transaction that nothing runs beside, and in which the log says what denied calls were told. After
    /// an Error, too: rollBack().
    [[nodiscard]] std::optional<Error> begin();
    void change(const Change &change);
    void countWaiting();
    enum class Commit {
        ToDisk,
        ToLog, ///< the disk is the flusher's
    };
    [[nodiscard]] std::optional<Error> flushAndCommit(Commit how = Commit::ToDisk);
    [[nodiscard]] std::optional<Error> commit(Commit how = Commit::ToDisk);
    void rollBack();
    [[nodiscard]] std::optional<Error> publishDirectory();
    void setHealth(const std::optional<Error> &error);
    void probe();
    /// At the end: what waits for a commit that will not come.
    void writeKept();
    /// A slice of idle work; whether there is more of it.
    [[nodiscard]] bool idle();

    const QString m_file;
    const std::optional<MasterKey> m_master;
    const size_t m_capacity;
    const Listeners m_listeners;

    // Guarded by m_mutex: the queue, and what is published.
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Item> m_queue;
    std::atomic<bool> m_isEmpty = true; // of m_queue, for a look without the lock
    QHash<CallReason, qint64> m_unlogged;
    bool m_ending = false;
    DirectoryPtr m_directory;
    StoreHealth m_health;

    std::mutex m_deliveryMutex; // held while outcomes are handed on: after setDelivery() none is under way
    CallSink::Delivery m_delivery;

    // The store thread's own.
    std::unique_ptr<Connection> m_db;
    std::unique_ptr<CallProcessor> m_processor;
    std::unique_ptr<Flusher> m_flusher;
    // That the receiver may still have; its outcomes are freed here.
    std::vector<std::shared_ptr<SettledCalls>> m_settled;
    bool m_cameAlone = false;             // what was taken last
    bool m_damaged = false;               // the last call met a damaged page
    std::optional<Error> m_outdated;      // why what was committed is not in m_directory
    QHash<CallReason, qint64> m_counting; // taken from m_unlogged, not committed yet
    // Logged, but their senders were told that storing failed: the log is yet to say so, too.
    struct Denied {
        LoggedCalls calls;
        Error error;
    };
    std::vector<Denied> m_denied;

    std::thread m_thread;
};

} // namespace salesdesk
