// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/directory.h"
#include "model/intake/draft.h"

#include <functional>
#include <memory>
#include <vector>

namespace salesdesk
{

/// A call on its way to the writer: read and validated, or refused by the receiver and only to be logged.
struct CallSubmission {
    quint64 ticket = 0; ///< given back in the outcome
    IncomingCall call;
    CallReading reading;
};

enum class SubmitResult { Queued, QueueFull, ShuttingDown };

/// Whether calls can be stored at this moment.
struct StoreHealth {
    bool storing = true;
    QString detail; ///< when not: what happened and what to do
    friend bool operator==(const StoreHealth &, const StoreHealth &) = default;
};

/// The calls that one commit stored, or that could not be stored. Memory that one thread allots and another
/// frees makes both wait for one lock of the allocator's, some forty times a commit: so the submissions come
/// back for who made them to free, and the sink frees the outcomes, once it alone has them.
struct SettledCalls {
    std::vector<CallOutcome> outcomes; ///< in the order of submission
    std::vector<CallSubmission> submissions;
};

/// The writer, as the receiver sees it. All functions may be called on any thread.
class CallSink
{
public:
    using Delivery = std::function<void(std::shared_ptr<SettledCalls>)>;

    virtual ~CallSink() = default;
    /// Where outcomes go, a batch per commit, in the order of submission; called on a thread of the sink's.
    /// An empty function ends it: after the return none is under way.
    virtual void setDelivery(Delivery delivery) = 0;
    /// Never blocks. What is Queued gets exactly one outcome, after its commit (2xx) or its failure (503).
    [[nodiscard]] virtual SubmitResult submit(CallSubmission submission) = 0;
    /// Requests that are only counted: no provider can be told, or past the allowance for refused ones.
    virtual void countUnlogged(CallReason reason) = 0;
    [[nodiscard]] virtual DirectoryPtr directory() const = 0;
    [[nodiscard]] virtual StoreHealth health() const = 0;
};

} // namespace salesdesk
