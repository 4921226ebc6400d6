// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/callreplay.h"

#include "model/intake/intake.h"
#include "model/store/callstore.h"
#include "model/tables/whenfinished.h"

#include <QDateTime>

#include <chrono>

namespace salesdesk
{

namespace
{
constexpr qsizetype batch = 64; // read together, and committed together
} // namespace

Result<CallSubmission> readForReplay(Connection &db, CallId call, const QTimeZone &zone)
{
    auto logged = CallStore(db).forReplay(call);
    if (!logged)
        return logged.error();
    CallSubmission submission;
    submission.call = std::move(logged).value();
    submission.call.receivedAt = QDateTime::currentMSecsSinceEpoch();
    submission.call.receivedMonotonicNs = std::chrono::steady_clock::now().time_since_epoch().count();
    submission.reading =
        readCall(submission.call.endpoint, submission.call.contentType, submission.call.body, zone);
    return submission;
}

CallReplay::CallReplay(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void CallReplay::start(const QList<CallId> &calls)
{
    m_calls = calls;
    m_progress.total = calls.size();
    next();
}

void CallReplay::cancel()
{
    m_cancelled = true;
}

void CallReplay::next()
{
    if (m_cancelled || m_next == m_calls.size()) {
        QMetaObject::invokeMethod(this, &CallReplay::finished, Qt::QueuedConnection);
        return;
    }
    using Submissions = std::vector<Result<CallSubmission>>;
    const auto calls = m_calls.mid(m_next, batch);
    m_next += calls.size();
    m_underWay = static_cast<int>(calls.size());
    auto read = m_workspace.read<std::shared_ptr<Submissions>>(
        [calls, zone = m_workspace.directory()->zone](Connection &db) {
            auto submissions = std::make_shared<Submissions>();
            for (const auto call : calls)
                submissions->push_back(readForReplay(db, call, zone));
            return Result<std::shared_ptr<Submissions>>(submissions);
        });
    whenFinished(read, this, [this, calls](const Result<std::shared_ptr<Submissions>> &submissions) {
        for (qsizetype i = 0; i < calls.size(); ++i) {
            if (!submissions) {
                takeFailure(submissions.error());
                continue;
            }
            auto &submission = (**submissions)[static_cast<size_t>(i)];
            if (!submission) {
                takeFailure(submission.error());
                continue;
            }
            whenFinished(m_workspace.process(std::move(submission).value(), calls[i]), this,
                         [this](const Result<CallOutcome> &outcome) { take(outcome); });
        }
    });
}

void CallReplay::take(const Result<CallOutcome> &outcome)
{
    if (!outcome) {
        takeFailure(outcome.error());
        return;
    }
    const auto status = httpStatus(outcome->reason);
    if (status >= 500) { // the storage: the call is as it was
        takeFailure({ErrorCode::StorageFailed, m_workspace.health().detail});
        return;
    }
    ++(status < 300 ? m_progress.stored : m_progress.refused);
    endOne();
}

void CallReplay::takeFailure(const Error &error)
{
    ++m_progress.failed;
    if (m_progress.firstFailure.isEmpty())
        m_progress.firstFailure = error.detail;
    endOne();
}

void CallReplay::endOne()
{
    ++m_progress.done;
    if (--m_underWay > 0)
        return;
    Q_EMIT progressed();
    next();
}

} // namespace salesdesk
