// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/changes.h"
#include "model/domain/secrets.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace salesdesk
{

class Connection;

/// One open data folder: its database, the thread that writes it, a thread that reads it, and the feed of
/// what changed. The one face of storage for window, receiver and command line. Lives on the main thread,
/// owned by app; its functions may be called on any thread. Whoever opens it must own the folder (app's
/// FolderLock).
class Workspace final : public QObject, public CallSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)
public:
    struct Options {
        QString folder;                       ///< is made, 0700, with a database of mode 0600 in it
        int queueCapacity = 20000;            ///< calls waiting for the writer before submit() says QueueFull
        std::optional<MasterKey> master = {}; ///< opens the signing secrets; without it signed calls get 503
    };
    /// Opens or makes the database, migrates it, checks its pragmas. Errors: Corrupt, NewerSchema,
    /// StorageFailed, StorageFull, each with what to do; nothing is touched then.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const Options &options);
    /// Finishes what is queued, checkpoints and closes.
    ~Workspace() override;

    [[nodiscard]] const QString &folder() const;

    /// Runs `job` on the store thread in a transaction of its own (between two batches of calls): committed
    /// when it gives a value, rolled back when it gives an Error. The future is finished after the commit is
    /// on disk and the directory is published. Errors of its own: ShuttingDown, StorageFull, StorageFailed.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> write(std::function<Result<T>(Connection &)> job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        auto future = promise->future();
        promise->start();
        auto outcome = std::make_shared<std::optional<Result<T>>>();
        postWrite(
            [job = std::move(job), outcome](Connection &db) -> std::optional<Error> {
                outcome->emplace(job(db));
                return (*outcome)->ok() ? std::nullopt : std::optional((*outcome)->error());
            },
            [promise, outcome](const std::optional<Error> &failure) {
                promise->addResult(failure ? Result<T>(*failure) : std::move(**outcome));
                promise->finish();
            });
        return future;
    }

    /// Runs `job` on the reading thread, on a read-only connection. Sees everything committed before the
    /// call.
    template <typename T>
    [[nodiscard]] QFuture<Result<T>> read(std::function<Result<T>(Connection &)> job) const
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        auto future = promise->future();
        promise->start();
        postRead([job = std::move(job), promise](std::variant<Error, Connection *> db) {
            promise->addResult(db.index() == 0 ? Result<T>(std::get<0>(db)) : job(*std::get<1>(db)));
            promise->finish();
        });
        return future;
    }

    /// As the receiver would submit it, but answered in a future: for replay.
    [[nodiscard]] QFuture<Result<CallOutcome>> process(CallSubmission submission,
                                                       std::optional<CallId> replayOf = {});
    /// What would become of a call, and what it would change: it goes all the way, and is rolled back.
    struct Rehearsal {
        CallOutcome outcome; ///< without a call: its log row is gone with the rest
        CallDetails details; ///< as the log would have it
    };
    [[nodiscard]] QFuture<Result<Rehearsal>> rehearse(CallSubmission submission);

    void setDelivery(Delivery delivery) override;
    [[nodiscard]] SubmitResult submit(CallSubmission submission) override;
    void countUnlogged(CallReason reason) override;
    [[nodiscard]] DirectoryPtr directory() const override;
    [[nodiscard]] StoreHealth health() const override;

Q_SIGNALS:
    /// After commits, gathered: at most some 10 times a second.
    void changed(salesdesk::Changes changes);
    void healthChanged(const salesdesk::StoreHealth &health);

private:
    struct Private;
    explicit Workspace(std::unique_ptr<Private> d);
    using WriteJob = std::function<std::optional<Error>(Connection &)>;
    using WriteDone = std::function<void(const std::optional<Error> &)>;
    void gather(Changes changes);
    void postWrite(WriteJob job, WriteDone done);
    void postRead(std::function<void(std::variant<Error, Connection *>)> job) const;

    std::unique_ptr<Private> m_d;
};

} // namespace salesdesk
