// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"
#include "model/domain/entity.h"
#include "model/domain/moment.h"
#include "model/domain/record.h"

#include <optional>
#include <variant>

namespace salesdesk
{

/// An optional field as it came: left out (keeps its value on an update), sent as null (clears it), or a
/// value.
template <typename T>
class Sent final
{
public:
    Sent() = default; ///< left out
    Sent(T value)
        : m_present(true)
        , m_value(std::move(value))
    {
    }
    [[nodiscard]] static Sent null()
    {
        Sent sent;
        sent.m_present = true;
        return sent;
    }
    [[nodiscard]] bool isLeftOut() const { return !m_present; }
    [[nodiscard]] bool isNull() const { return m_present && !m_value; }
    [[nodiscard]] bool hasValue() const { return m_value.has_value(); }
    [[nodiscard]] const T &value() const { return *m_value; }
    /// What the field holds after this call, when it held `old` before.
    [[nodiscard]] std::optional<T> over(const std::optional<T> &old) const
    {
        return m_present ? m_value : old;
    }
    friend bool operator==(const Sent &, const Sent &) = default;

private:
    bool m_present = false;
    std::optional<T> m_value;
};

/// Fields both endpoints share.
struct CommonDraft {
    QString id;
    QString agentId;
    Sent<QString> agentName;
    Sent<QString> agentEmail;
    Sent<QString> agentTeamId;
    Sent<QString> agentTeamName;
    Sent<QString> contactKey;
    friend bool operator==(const CommonDraft &, const CommonDraft &) = default;
};

/// A validated activity. `value` keeps the sender's digits; that it is money with at most two decimals can
/// only be judged against what is stored when one of value and value_is_money is left out: the writer does.
struct ActivityDraft : CommonDraft {
    QString type;
    Moment moment;
    Sent<QString> value;
    Sent<bool> valueIsMoney;
    friend bool operator==(const ActivityDraft &, const ActivityDraft &) = default;
};

struct SaleDraft : CommonDraft {
    QString propositionId;
    Sent<QString> propositionName;
    Moment soldAt;
    Sent<Moment> cancelledAt;
    Sent<bool> isRetention;
    Sent<Cents> contractValue;
    /// energy_meta as a whole sent as null clears all four; a member left out keeps its value.
    Sent<QString> electricityUsage;
    Sent<QString> electricityReturn;
    Sent<QString> gasUsage;
    Sent<qint64> connectionCount;
    friend bool operator==(const SaleDraft &, const SaleDraft &) = default;
};

using Draft = std::variant<ActivityDraft, SaleDraft>;

/// Why a call is refused, before anything is stored.
struct Refusal {
    CallReason reason = CallReason::Internal;
    QString detail;          ///< a whole sentence that says what to do
    QList<FieldNote> errors; ///< for 422: every faulty field
    int retryAfter = 0;      ///< seconds, for 429 and 503
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// An external identity as a call names it; the fields that say so are not faulty.
struct SentIdentity {
    EntityKind kind = EntityKind::Agent;
    QString externalId;
    QString name; ///< empty when none was sent
    friend bool operator==(const SentIdentity &, const SentIdentity &) = default;
};

/// What a call's body says, HTTP left aside. The members beside `result` are filled as far as they could be
/// read, so that a refused call's log row says as much as possible.
struct CallReading {
    std::variant<Refusal, Draft> result;
    QList<FieldNote> warnings;
    QString recordExternalId;
    QString agentExternalId;
    QList<SentIdentity> identities; ///< one of a kind at most
    QString type;
    QString momentSent;
    QString momentRead;              ///< ISO 8601 with offset
    std::optional<qint64> momentUtc; ///< UTC ms
    friend bool operator==(const CallReading &, const CallReading &) = default;
};

} // namespace salesdesk
