// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/explaincall.h"

#include "model/intake/field.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Outcome = ExplainedField::Outcome;

constexpr std::array sharedFields{"id"_L1,          "agent_id"_L1,      "agent_name"_L1,     "agent_email"_L1,
                                  "contact_key"_L1, "agent_team_id"_L1, "agent_team_name"_L1};
constexpr std::array activityFields{"type"_L1, "moment"_L1, "value"_L1, "value_is_money"_L1};
constexpr std::array saleFields{"proposition_id"_L1,
                                "proposition_name"_L1,
                                "sold_at"_L1,
                                "cancelled_at"_L1,
                                "is_retention"_L1,
                                "contract_value"_L1,
                                "energy_meta"_L1,
                                "energy_meta.electricity_usage"_L1,
                                "energy_meta.electricity_return"_L1,
                                "energy_meta.gas_usage"_L1,
                                "energy_meta.connection_count"_L1};

bool isKnown(Endpoint endpoint, const QString &name)
{
    const auto among = [&name](const auto &names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return among(sharedFields) ||
           (endpoint == Endpoint::Activities ? among(activityFields) : among(saleFields));
}

QString textOf(const Field &field)
{
    switch (field.kind) {
    case Field::Kind::Null:
        return u"null"_s;
    case Field::Kind::False:
        return u"false"_s;
    case Field::Kind::True:
        return u"true"_s;
    case Field::Kind::Number:
    case Field::Kind::Text:
        return QString::fromUtf8(field.text.data(), static_cast<qsizetype>(field.text.size()));
    case Field::Kind::Object:
        return u"{…}"_s;
    case Field::Kind::Array:
        return u"[…]"_s;
    }
    Q_UNREACHABLE();
}

void appendFields(QList<ExplainedField> &fields, Endpoint endpoint, const Field &object,
                  const QString &prefix)
{
    for (const auto &member : object.members) {
        const auto name =
            prefix + QString::fromUtf8(member.name.data(), static_cast<qsizetype>(member.name.size()));
        const bool known = isKnown(endpoint, name);
        if (known && member.value.kind == Field::Kind::Object) {
            appendFields(fields, endpoint, member.value, name + u'.');
            continue;
        }
        fields.append({name, textOf(member.value), known ? Outcome::Taken : Outcome::Unknown, {}, {}});
    }
}

void note(QList<ExplainedField> &fields, const FieldNote &remark, Outcome outcome)
{
    auto field = std::find_if(fields.begin(), fields.end(),
                              [&remark](const ExplainedField &one) { return one.name == remark.field; });
    if (field == fields.end())
        field = fields.insert(fields.end(), {remark.field, {}, outcome, {}, {}});
    field->outcome = outcome;
    field->code = remark.code;
    field->detail = remark.detail;
}

using SentFields = QList<std::pair<QString, QString>>;

/// Whether these are all.
bool appendSent(SentFields &fields, const Field &object, const QString &prefix, bool inside)
{
    bool all = true;
    for (const auto &member : object.members) {
        const auto name =
            prefix + QString::fromUtf8(member.name.data(), static_cast<qsizetype>(member.name.size()));
        if (member.value.kind == Field::Kind::Object && !inside) {
            all &= appendSent(fields, member.value, name + u'.', true);
            continue;
        }
        all &= member.value.kind != Field::Kind::Object && member.value.kind != Field::Kind::Array;
        fields.append({name, textOf(member.value)});
    }
    return all;
}

std::pair<SentFields, bool> sentFields(const CallDetails &call)
{
    SentFields fields;
    const auto decoding = decodeBody(contentTypeOf(call.headers), call.body);
    const auto *decoded = std::get_if<DecodedBody>(&decoding);
    if (call.bodyTruncated || !decoded)
        return {fields, false};
    const bool all = appendSent(fields, decoded->root, {}, false);
    return {fields, all};
}

} // namespace

QList<ExplainedField> explainCall(const CallDetails &call)
{
    QList<ExplainedField> fields;
    if (!call.bodyTruncated) {
        const auto decoding = decodeBody(contentTypeOf(call.headers), call.body);
        if (const auto *decoded = std::get_if<DecodedBody>(&decoding))
            appendFields(fields, call.row.endpoint, decoded->root, {});
    }
    for (const auto &warning : call.warnings)
        note(fields, warning, Outcome::Warned);
    for (const auto &error : call.errors)
        note(fields, error, Outcome::Refused);
    return fields;
}

FieldComparison compareFields(const CallDetails &older, const CallDetails &newer)
{
    const auto [before, allBefore] = sentFields(older);
    const auto [after, allAfter] = sentFields(newer);
    FieldComparison comparison{{}, allBefore && allAfter};
    QHash<QString, QString> left(after.cbegin(), after.cend());
    for (const auto &[name, text] : before) {
        const auto found = left.constFind(name);
        comparison.fields.append(
            {name, text, found == left.cend() ? std::nullopt : std::optional(found.value())});
        left.remove(name);
    }
    for (const auto &[name, text] : after) {
        if (left.contains(name))
            comparison.fields.append({name, std::nullopt, text});
    }
    return comparison;
}

QByteArray contentTypeOf(const HeaderList &headers)
{
    for (const auto &[name, value] : headers) {
        if (name.compare("Content-Type", Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace salesdesk
