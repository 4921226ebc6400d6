// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recordwriter.h"

#include "model/store/connection.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<IdentityId> optionalIdentity(const Cursor &row, int column)
{
    const auto number = row.optionalNumber(column);
    return number ? std::optional(IdentityId{*number}) : std::nullopt;
}

std::variant<FieldNote, StoredRecord> mergeActivity(StoredRecord record, const ActivityDraft &draft)
{
    record.type = draft.type;
    record.moment = draft.moment.utcMs;
    record.value = draft.value.over(record.value);
    record.valueIsMoney = draft.valueIsMoney.over(record.valueIsMoney).value_or(false);
    record.cents.reset();
    if (!record.value || !record.valueIsMoney)
        return record;
    const auto money = readMoney(record.value->toUtf8());
    if (money.cents) {
        record.cents = money.cents->value;
        return record;
    }
    if (money.error == MoneyError::TooManyDecimals)
        return FieldNote{
            u"value"_s, u"too_many_decimals"_s,
            u"value is money and has more than two decimals (%1). Send it rounded to cents."_s.arg(
                *record.value)};
    return FieldNote{u"value"_s, u"out_of_range"_s,
                     u"value is money and %1 is more than can be stored in cents."_s.arg(*record.value)};
}

StoredRecord mergeSale(StoredRecord record, const SaleDraft &draft)
{
    record.moment = draft.soldAt.utcMs;
    if (!draft.cancelledAt.isLeftOut())
        record.cancelledAt =
            draft.cancelledAt.hasValue() ? std::optional(draft.cancelledAt.value().utcMs) : std::nullopt;
    record.isRetention = draft.isRetention.over(record.isRetention).value_or(false);
    if (!draft.contractValue.isLeftOut())
        record.cents =
            draft.contractValue.hasValue() ? std::optional(draft.contractValue.value().value) : std::nullopt;
    auto &energy = record.energy;
    energy.electricityUsage = draft.electricityUsage.over(energy.electricityUsage);
    energy.electricityReturn = draft.electricityReturn.over(energy.electricityReturn);
    energy.gasUsage = draft.gasUsage.over(energy.gasUsage);
    energy.connectionCount = draft.connectionCount.over(energy.connectionCount);
    return record;
}

/// Gathers the fields that differ.
class Differences
{
public:
    explicit Differences(bool created)
        : m_created(created)
    {
        constexpr qsizetype mostFields = 12;
        m_changes.reserve(mostFields);
    }
    /// `text` says a value as the history shows it.
    template <typename T, typename Text>
    void add(const QString &field, const std::optional<T> &before, const std::optional<T> &after, Text text)
    {
        const auto said = [&text](const std::optional<T> &value) {
            return value ? std::optional<QString>(text(*value)) : std::nullopt;
        };
        if (m_created ? after.has_value() : before != after)
            m_changes.append({field, m_created ? std::nullopt : said(before), said(after)});
    }
    void add(const QString &field, const std::optional<QString> &before, const std::optional<QString> &after)
    {
        add(field, before, after, [](const QString &text) { return text; });
    }
    [[nodiscard]] QList<FieldChange> take() { return std::move(m_changes); }

private:
    bool m_created;
    QList<FieldChange> m_changes;
};

QString decimal(qint64 cents)
{
    return toDecimal(Cents{cents});
}

QString digits(qint64 number)
{
    return QString::number(number);
}

QString word(bool flag)
{
    return flag ? u"true"_s : u"false"_s;
}

} // namespace

Result<std::optional<StoredRecord>> RecordWriter::find(ProviderId provider, const QString &externalId) const
{
    // Most calls are of a new record, and each column of a SELECT costs even where there is no row.
    const auto found =
        m_db.number(m_endpoint == Endpoint::Activities
                        ? u"SELECT id FROM activity WHERE provider_id = ? AND external_id = ?"_s
                        : u"SELECT id FROM sale WHERE provider_id = ? AND external_id = ?"_s,
                    {provider.value, externalId});
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<StoredRecord>();
    const RecordId id{**found};
    return m_endpoint == Endpoint::Activities ? readActivity(id) : readSale(id);
}

Result<std::optional<StoredRecord>> RecordWriter::readActivity(RecordId id) const
{
    auto row = m_db.query(uR"(
        SELECT a.id, a.agent_identity_id, agent.external_id, a.team_identity_id, team.external_id, a.type, a.moment,
            a.contact_key, a.value, a.value_is_money, a.value_cents
        FROM activity a JOIN identity agent ON agent.id = a.agent_identity_id
        LEFT JOIN identity team ON team.id = a.team_identity_id
        WHERE a.id = ?)"_s,
                          {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        if (const auto failed = row->failure())
            return *failed;
        return std::optional<StoredRecord>();
    }
    StoredRecord record;
    record.id = RecordId{row->number(0)};
    record.links = {IdentityId{row->number(1)}, optionalIdentity(*row, 3), std::nullopt};
    record.agentId = row->text(2);
    record.teamId = row->optionalText(4);
    record.type = row->text(5);
    record.moment = row->number(6);
    record.contactKey = row->optionalText(7);
    record.value = row->optionalText(8);
    record.valueIsMoney = row->flag(9);
    record.cents = row->optionalNumber(10);
    row->finish();
    return std::optional(record);
}

Result<std::optional<StoredRecord>> RecordWriter::readSale(RecordId id) const
{
    auto row = m_db.query(uR"(
        SELECT s.id, s.agent_identity_id, agent.external_id, s.team_identity_id, team.external_id,
            s.product_identity_id, product.external_id, s.sold_at, s.cancelled_at, s.is_retention,
            s.contract_value_cents, s.contact_key, s.electricity_usage, s.electricity_return, s.gas_usage,
            s.connection_count
        FROM sale s JOIN identity agent ON agent.id = s.agent_identity_id
        JOIN identity product ON product.id = s.product_identity_id
        LEFT JOIN identity team ON team.id = s.team_identity_id
        WHERE s.id = ?)"_s,
                          {id.value});
    if (!row)
        return row.error();
    if (!row->next()) {
        if (const auto failed = row->failure())
            return *failed;
        return std::optional<StoredRecord>();
    }
    StoredRecord record;
    record.id = RecordId{row->number(0)};
    record.links = {IdentityId{row->number(1)}, optionalIdentity(*row, 3), IdentityId{row->number(5)}};
    record.agentId = row->text(2);
    record.teamId = row->optionalText(4);
    record.productId = row->text(6);
    record.moment = row->number(7);
    record.cancelledAt = row->optionalNumber(8);
    record.isRetention = row->flag(9);
    record.cents = row->optionalNumber(10);
    record.contactKey = row->optionalText(11);
    record.energy = {row->optionalText(12), row->optionalText(13), row->optionalText(14),
                     row->optionalNumber(15)};
    row->finish();
    return std::optional(record);
}

std::variant<FieldNote, StoredRecord> RecordWriter::merge(const std::optional<StoredRecord> &before,
                                                          const Draft &draft)
{
    auto record = before.value_or(StoredRecord{});
    const auto &common = std::visit([](const auto &one) -> const CommonDraft & { return one; }, draft);
    record.agentId = common.agentId;
    record.teamId = common.agentTeamId.over(record.teamId);
    record.contactKey = common.contactKey.over(record.contactKey);
    if (const auto *activity = std::get_if<ActivityDraft>(&draft))
        return mergeActivity(std::move(record), *activity);
    const auto &sale = std::get<SaleDraft>(draft);
    record.productId = sale.propositionId;
    return mergeSale(std::move(record), sale);
}

Result<RecordId> RecordWriter::write(ProviderId provider, const QString &externalId,
                                     const std::optional<StoredRecord> &before, const StoredRecord &after)
{
    const auto now = m_db.now();
    const bool isActivity = m_endpoint == Endpoint::Activities;
    m_db.note(isActivity ? Change::Activities : Change::Sales);
    const auto agent = after.links.agent.value;
    const auto &team = after.links.team;
    const auto &energy = after.energy;
    if (!before) {
        const auto id =
            isActivity
                ? m_db.insert(uR"(
        INSERT INTO activity (provider_id, external_id, type, agent_identity_id, team_identity_id, moment, contact_key,
            value, value_is_money, value_cents, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                              {provider.value, externalId, after.type, agent, team, after.moment,
                               after.contactKey, after.value, after.valueIsMoney, after.cents, now, now})
                : m_db.insert(uR"(
        INSERT INTO sale (provider_id, external_id, agent_identity_id, team_identity_id, product_identity_id, sold_at,
            cancelled_at, is_retention, contract_value_cents, contact_key, electricity_usage, electricity_return,
            gas_usage, connection_count, created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
                              {provider.value, externalId, agent, team, after.links.product, after.moment,
                               after.cancelledAt, after.isRetention, after.cents, after.contactKey,
                               energy.electricityUsage, energy.electricityReturn, energy.gasUsage,
                               energy.connectionCount, now, now});
        return id ? Result<RecordId>(RecordId{*id}) : id.error();
    }
    const auto changed =
        isActivity ? m_db.change(uR"(
        UPDATE activity SET type = ?, agent_identity_id = ?, team_identity_id = ?, moment = ?, contact_key = ?,
            value = ?, value_is_money = ?, value_cents = ?, updated_at = ? WHERE id = ?)"_s,
                                 {after.type, agent, team, after.moment, after.contactKey, after.value,
                                  after.valueIsMoney, after.cents, now, before->id.value})
                   : m_db.change(uR"(
        UPDATE sale SET agent_identity_id = ?, team_identity_id = ?, product_identity_id = ?, sold_at = ?,
            cancelled_at = ?, is_retention = ?, contract_value_cents = ?, contact_key = ?, electricity_usage = ?,
            electricity_return = ?, gas_usage = ?, connection_count = ?, updated_at = ? WHERE id = ?)"_s,
                                 {agent, team, after.links.product, after.moment, after.cancelledAt,
                                  after.isRetention, after.cents, after.contactKey, energy.electricityUsage,
                                  energy.electricityReturn, energy.gasUsage, energy.connectionCount, now,
                                  before->id.value});
    return changed ? Result<RecordId>(before->id) : changed.error();
}

QList<FieldChange> RecordWriter::changes(Endpoint endpoint, const std::optional<StoredRecord> &before,
                                         const StoredRecord &after)
{
    static const StoredRecord nothing;
    const auto &old = before ? *before : nothing;
    Differences differences(!before);
    differences.add(u"agent_id"_s, old.agentId, after.agentId);
    differences.add(u"agent_team_id"_s, old.teamId, after.teamId);
    if (endpoint == Endpoint::Activities) {
        differences.add(u"type"_s, old.type, after.type);
        differences.add(u"moment"_s, std::optional(old.moment), std::optional(after.moment), &toUtcIso);
        differences.add(u"value"_s, old.value, after.value);
        differences.add(u"value_is_money"_s, std::optional(old.valueIsMoney),
                        std::optional(after.valueIsMoney), &word);
    } else {
        differences.add(u"proposition_id"_s, old.productId, after.productId);
        differences.add(u"sold_at"_s, std::optional(old.moment), std::optional(after.moment), &toUtcIso);
        differences.add(u"cancelled_at"_s, old.cancelledAt, after.cancelledAt, &toUtcIso);
        differences.add(u"is_retention"_s, std::optional(old.isRetention), std::optional(after.isRetention),
                        &word);
        differences.add(u"contract_value"_s, old.cents, after.cents, &decimal);
        differences.add(u"energy_meta.electricity_usage"_s, old.energy.electricityUsage,
                        after.energy.electricityUsage);
        differences.add(u"energy_meta.electricity_return"_s, old.energy.electricityReturn,
                        after.energy.electricityReturn);
        differences.add(u"energy_meta.gas_usage"_s, old.energy.gasUsage, after.energy.gasUsage);
        differences.add(u"energy_meta.connection_count"_s, old.energy.connectionCount,
                        after.energy.connectionCount, &digits);
    }
    differences.add(u"contact_key"_s, old.contactKey, after.contactKey);
    return differences.take();
}

} // namespace salesdesk
