// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/fieldreader.h"
#include "model/intake/intake.h"
#include "model/intake/mediatype.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

void noteIdentity(const FieldReader &fields, EntityKind kind, const QString &externalId,
                  QLatin1StringView nameField, const Sent<QString> &name, CallReading &reading)
{
    if (!externalId.isEmpty() && !fields.isFaulty(nameField))
        reading.identities.append({kind, externalId, name.hasValue() ? name.value() : QString()});
}

void readCommon(FieldReader &fields, CommonDraft &draft, CallReading &reading)
{
    draft.id = fields.requiredId("id"_L1);
    draft.agentId = fields.requiredId("agent_id"_L1);
    draft.agentName = fields.optionalName("agent_name"_L1);
    draft.agentEmail = fields.optionalEmail("agent_email"_L1);
    draft.agentTeamId = fields.optionalId("agent_team_id"_L1);
    draft.agentTeamName = fields.optionalName("agent_team_name"_L1);
    draft.contactKey = fields.optionalKey("contact_key"_L1);
    reading.recordExternalId = draft.id;
    reading.agentExternalId = draft.agentId;
    noteIdentity(fields, EntityKind::Agent, draft.agentId, "agent_name"_L1, draft.agentName, reading);
    if (draft.agentTeamId.hasValue())
        noteIdentity(fields, EntityKind::Team, draft.agentTeamId.value(), "agent_team_name"_L1,
                     draft.agentTeamName, reading);

    const auto *team = fields.find("agent_team_id"_L1);
    if (draft.agentTeamName.hasValue() && (!team || team->kind == Field::Kind::Null))
        reading.warnings.append({u"agent_team_name"_s, u"ignored"_s,
                                 u"agent_team_name is ignored: send agent_team_id with it."_s});
    if (draft.contactKey.hasValue() && looksPersonal(draft.contactKey.value()))
        reading.warnings.append(
            {u"contact_key"_s, u"personal_data"_s,
             u"contact_key looks like an e-mail address or a telephone number: send a key "
             "that names nobody, for personal data does not belong here."_s});
}

void describeMoment(const FieldReader &fields, QLatin1StringView name, const std::optional<Moment> &moment,
                    CallReading &reading)
{
    reading.momentSent = fields.asSent(name);
    if (moment) {
        reading.momentRead = toLocalIso(*moment);
        reading.momentUtc = moment->utcMs;
    }
}

ActivityDraft readActivity(FieldReader &fields, const QTimeZone &zone, CallReading &reading)
{
    ActivityDraft draft;
    readCommon(fields, draft, reading);
    draft.type = fields.requiredText("type"_L1);
    reading.type = draft.type;
    auto moment = fields.requiredMoment("moment"_L1, zone);
    describeMoment(fields, "moment"_L1, moment, reading);
    draft.moment = std::move(moment).value_or(Moment());
    draft.value = fields.optionalNumber("value"_L1);
    draft.valueIsMoney = fields.optionalFlag("value_is_money"_L1);
    if (draft.value.hasValue() && draft.valueIsMoney.hasValue() && draft.valueIsMoney.value())
        fields.money("value"_L1, draft.value.value().toLatin1());
    return draft;
}

void readEnergy(FieldReader &fields, SaleDraft &draft, QList<FieldNote> &errors)
{
    const auto *field = fields.find("energy_meta"_L1);
    if (field && field->kind == Field::Kind::Null) {
        draft.electricityUsage = draft.electricityReturn = draft.gasUsage = Sent<QString>::null();
        draft.connectionCount = Sent<qint64>::null();
        return;
    }
    if (const auto *energy = fields.optionalObject("energy_meta"_L1)) {
        FieldReader members(*energy, errors, "energy_meta."_L1);
        draft.electricityUsage = members.optionalUsage("electricity_usage"_L1);
        draft.electricityReturn = members.optionalUsage("electricity_return"_L1);
        draft.gasUsage = members.optionalUsage("gas_usage"_L1);
        draft.connectionCount = members.optionalCount("connection_count"_L1);
    }
}

SaleDraft readSale(FieldReader &fields, const QTimeZone &zone, CallReading &reading, QList<FieldNote> &errors)
{
    SaleDraft draft;
    readCommon(fields, draft, reading);
    draft.propositionId = fields.requiredId("proposition_id"_L1);
    draft.propositionName = fields.optionalName("proposition_name"_L1);
    noteIdentity(fields, EntityKind::Product, draft.propositionId, "proposition_name"_L1,
                 draft.propositionName, reading);
    auto soldAt = fields.requiredMoment("sold_at"_L1, zone);
    describeMoment(fields, "sold_at"_L1, soldAt, reading);
    draft.soldAt = std::move(soldAt).value_or(Moment());
    draft.cancelledAt = fields.optionalMoment("cancelled_at"_L1, zone);
    draft.isRetention = fields.optionalFlag("is_retention"_L1);
    draft.contractValue = fields.optionalMoney("contract_value"_L1);
    readEnergy(fields, draft, errors);
    return draft;
}

} // namespace

Refusal fieldsInvalid(QList<FieldNote> errors)
{
    QString detail = errors.first().detail;
    if (errors.size() > 1) {
        QStringList names;
        for (const auto &error : errors)
            names.append(error.field);
        detail = u"%1 fields are faulty: %2. The errors say what to do about each."_s.arg(
            QString::number(errors.size()), names.join(u", "_s));
    }
    return {CallReason::FieldsInvalid, detail, std::move(errors), 0};
}

Decoding decodeBody(QByteArrayView contentType, QByteArrayView body)
{
    const auto type = bodyTypeOf(contentType);
    if (const auto *refusal = std::get_if<Refusal>(&type))
        return *refusal;
    switch (std::get<BodyType>(type)) {
    case BodyType::Json:
        return decodeJson(body);
    case BodyType::UrlEncoded:
        return decodeUrlEncoded(body);
    case BodyType::Multipart:
        return decodeMultipart(body, *readHeaderWithParameters(contentType)->parameter("boundary"));
    }
    Q_UNREACHABLE();
}

CallReading readCall(Endpoint endpoint, QByteArrayView contentType, QByteArrayView body,
                     const QTimeZone &zone)
{
    CallReading reading;
    auto decoding = decodeBody(contentType, body);
    if (auto *refusal = std::get_if<Refusal>(&decoding)) {
        reading.result = std::move(*refusal);
        return reading;
    }
    const auto &decoded = std::get<DecodedBody>(decoding);
    reading.warnings = decoded.warnings;
    QList<FieldNote> errors;
    FieldReader fields(decoded.root, errors);
    Draft draft;
    if (endpoint == Endpoint::Activities)
        draft = readActivity(fields, zone, reading);
    else
        draft = readSale(fields, zone, reading, errors);
    if (errors.isEmpty())
        reading.result = std::move(draft);
    else
        reading.result = fieldsInvalid(std::move(errors));
    return reading;
}

} // namespace salesdesk
