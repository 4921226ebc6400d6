// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/domain/secrets.h"
#include "model/intake/intake.h"

#include <mutex>

namespace salesdesk
{

/// A sink without storage: keeps what was submitted, and answers at once or when told to. Any thread.
class FakeSink final : public CallSink
{
public:
    static constexpr auto key = "sdk_good";
    static constexpr auto revokedKey = "sdk_revoked";
    static constexpr auto otherKey = "sdk_other";

    FakeSink()
    {
        Directory directory;
        directory.zone = QTimeZone("Europe/Amsterdam");
        directory.providers.insert(QStringLiteral("p_one"), provider(1, QStringLiteral("p_one")));
        directory.providers.insert(QStringLiteral("p_two"), provider(2, QStringLiteral("p_two")));
        auto archived = provider(3, QStringLiteral("p_old"));
        archived.archivedAt = 1;
        directory.providers.insert(archived.publicId, archived);
        auto limited = provider(4, QStringLiteral("p_slow"));
        limited.rateLimit = 2;
        directory.providers.insert(limited.publicId, limited);
        addKey(directory, key, 1, 1, false);
        addKey(directory, revokedKey, 2, 1, true);
        addKey(directory, otherKey, 3, 2, false);
        addKey(directory, "sdk_slow", 4, 4, false);
        m_directory = std::make_shared<const Directory>(directory);
    }

    void set(Setting setting, const QString &value)
    {
        const std::lock_guard lock(m_mutex);
        auto directory = *m_directory;
        directory.settings.set(setting, value);
        m_directory = std::make_shared<const Directory>(directory);
    }
    void setHealth(const StoreHealth &health)
    {
        const std::lock_guard lock(m_mutex);
        m_health = health;
    }
    /// What submit() says from now on.
    void setResult(SubmitResult result)
    {
        const std::lock_guard lock(m_mutex);
        m_result = result;
    }
    /// Outcomes are kept back until release().
    void hold()
    {
        const std::lock_guard lock(m_mutex);
        m_holding = true;
    }
    /// Delivers what is held as one batch, the last submitted first when `reversed`.
    void release(bool reversed = false)
    {
        const std::lock_guard lock(m_mutex);
        m_holding = false;
        if (reversed)
            std::reverse(m_held.begin(), m_held.end());
        deliverHeld();
    }
    [[nodiscard]] std::vector<CallSubmission> submissions() const
    {
        const std::lock_guard lock(m_mutex);
        return m_submissions;
    }
    [[nodiscard]] QList<CallReason> unlogged() const
    {
        const std::lock_guard lock(m_mutex);
        return m_unlogged;
    }

    void setDelivery(Delivery delivery) override
    {
        const std::lock_guard lock(m_mutex);
        m_delivery = std::move(delivery);
    }
    SubmitResult submit(CallSubmission submission) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_result != SubmitResult::Queued)
            return m_result;
        CallOutcome outcome;
        outcome.ticket = submission.ticket;
        outcome.call = {static_cast<qint64>(m_submissions.size()) + 1};
        if (const auto *refusal = std::get_if<Refusal>(&submission.reading.result)) {
            outcome.reason = refusal->reason;
            outcome.retryAfter = refusal->retryAfter;
            outcome.answer = problemAnswer(*refusal, outcome.call);
        } else {
            outcome.reason = CallReason::Created;
            outcome.answer = successAnswer(outcome.reason, submission.call.endpoint,
                                           submission.reading.recordExternalId, outcome.call, {});
        }
        m_submissions.push_back(std::move(submission));
        m_held.push_back(std::move(outcome));
        if (!m_holding)
            deliverHeld();
        return SubmitResult::Queued;
    }
    void countUnlogged(CallReason reason) override
    {
        const std::lock_guard lock(m_mutex);
        m_unlogged.append(reason);
    }
    DirectoryPtr directory() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_directory;
    }
    StoreHealth health() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_health;
    }

private:
    static Provider provider(qint64 id, const QString &publicId)
    {
        Provider provider;
        provider.id = {id};
        provider.publicId = publicId;
        provider.name = publicId;
        return provider;
    }
    static void addKey(Directory &directory, const char *text, qint64 id, qint64 providerId, bool revoked)
    {
        const auto hash = sha256(text);
        directory.keys.insert(hash, {hash, {id}, {providerId}, revoked});
    }

    void deliverHeld()
    {
        if (!m_delivery)
            return;
        auto settled = std::make_shared<SettledCalls>();
        settled->outcomes = std::exchange(m_held, {});
        m_delivery(std::move(settled));
    }

    mutable std::mutex m_mutex;
    DirectoryPtr m_directory;
    StoreHealth m_health;
    SubmitResult m_result = SubmitResult::Queued;
    Delivery m_delivery;
    bool m_holding = false;
    std::vector<CallOutcome> m_held;
    std::vector<CallSubmission> m_submissions;
    QList<CallReason> m_unlogged;
};

} // namespace salesdesk
