// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/recordformats.h"

#include "model/domain/csv.h"
#include "model/domain/decimal.h"
#include "model/domain/moment.h"
#include "model/intake/jsontext.h"

#include <algorithm>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = RecordField::Kind;

RecordField time(QLatin1StringView name, std::optional<qint64> utcMs)
{
    return {name, Kind::Time, utcMs ? std::optional(toUtcIso(*utcMs)) : std::nullopt, {}, utcMs};
}

RecordField flag(QLatin1StringView name, bool on)
{
    return {name, Kind::Flag, on ? u"true"_s : u"false"_s};
}

std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> digitsOf(std::optional<qint64> number)
{
    return number ? std::optional(QString::number(*number)) : std::nullopt;
}

RecordField energyOf(const EnergyMeta &energy)
{
    RecordField field{"energy_meta"_L1, Kind::Object};
    field.parts = {{"electricity_usage"_L1, Kind::Number, energy.electricityUsage},
                   {"electricity_return"_L1, Kind::Number, energy.electricityReturn},
                   {"gas_usage"_L1, Kind::Number, energy.gasUsage},
                   {"connection_count"_L1, Kind::Number, digitsOf(energy.connectionCount)}};
    return field;
}

bool isNull(const RecordField &field)
{
    return field.kind == Kind::Object ? std::all_of(field.parts.cbegin(), field.parts.cend(), isNull)
                                      : !field.text;
}

/// The fields with those of objects in their place.
QList<RecordField> columnsOf(const QList<RecordField> &fields)
{
    QList<RecordField> columns;
    for (const auto &field : fields) {
        if (field.kind == Kind::Object)
            columns += columnsOf(field.parts);
        else
            columns.append(field);
    }
    return columns;
}

} // namespace

bool operator==(const RecordField &a, const RecordField &b)
{
    return a.name == b.name && a.kind == b.kind && a.text == b.text && a.parts == b.parts && a.time == b.time;
}

QList<RecordField> fieldsOf(const Activity &activity)
{
    return {
        {"id"_L1, Kind::Text, activity.externalId},
        {"provider"_L1, Kind::Text, activity.providerName},
        {"type"_L1, Kind::Text, activity.type},
        {"agent_id"_L1, Kind::Text, activity.agentExternalId},
        {"agent"_L1, Kind::Text, activity.agent},
        {"agent_team_id"_L1, Kind::Text, orNull(activity.teamExternalId)},
        {"team"_L1, Kind::Text, activity.team},
        time("moment"_L1, activity.moment),
        {"contact_key"_L1, Kind::Text, activity.contactKey},
        {"value"_L1, Kind::Number, activity.value},
        flag("value_is_money"_L1, activity.valueIsMoney),
        time("created_at"_L1, activity.createdAt),
        time("updated_at"_L1, activity.updatedAt),
    };
}

QList<RecordField> fieldsOf(const Sale &sale)
{
    return {
        {"id"_L1, Kind::Text, sale.externalId},
        {"provider"_L1, Kind::Text, sale.providerName},
        {"agent_id"_L1, Kind::Text, sale.agentExternalId},
        {"agent"_L1, Kind::Text, sale.agent},
        {"agent_team_id"_L1, Kind::Text, orNull(sale.teamExternalId)},
        {"team"_L1, Kind::Text, sale.team},
        {"proposition_id"_L1, Kind::Text, sale.productExternalId},
        {"product"_L1, Kind::Text, sale.product},
        time("sold_at"_L1, sale.soldAt),
        time("cancelled_at"_L1, sale.cancelledAt),
        flag("is_retention"_L1, sale.isRetention),
        {"contract_value"_L1, Kind::Number,
         sale.contractValue ? std::optional(toDecimal(*sale.contractValue)) : std::nullopt},
        {"contact_key"_L1, Kind::Text, sale.contactKey},
        energyOf(sale.energy),
        time("created_at"_L1, sale.createdAt),
        time("updated_at"_L1, sale.updatedAt),
    };
}

QByteArray toJson(const RecordField &field)
{
    if (isNull(field))
        return "null";
    QByteArray json;
    switch (field.kind) {
    case Kind::Text:
    case Kind::Time:
        appendJsonText(json, *field.text);
        break;
    case Kind::Flag:
        json = field.text->toLatin1();
        break;
    case Kind::Number: {
        // What a form or a text may hold besides ("007", "+1") is no JSON number.
        const auto digits = field.text->toUtf8();
        const auto number = readDecimal(digits);
        if (number && canonical(*number) == digits)
            json = digits;
        else
            appendJsonText(json, *field.text);
        break;
    }
    case Kind::Object:
        json = recordJson(field.parts);
        break;
    }
    return json;
}

QByteArray recordJson(const QList<RecordField> &fields)
{
    QByteArray json = "{";
    for (const auto &field : fields) {
        if (json.size() > 1)
            json += ',';
        appendJsonText(json, QString(field.name));
        json += ':' + toJson(field);
    }
    return json + '}';
}

QByteArray recordCsvHead(const QList<RecordField> &fields)
{
    QStringList names;
    const auto columns = columnsOf(fields);
    for (const auto &column : columns)
        names.append(column.name);
    return "\xEF\xBB\xBF" + csvLine(names);
}

QByteArray recordCsvRow(const QList<RecordField> &fields)
{
    QStringList cells;
    const auto columns = columnsOf(fields);
    for (const auto &column : columns) {
        const auto text = column.text.value_or(QString());
        // A number below zero is none that a spreadsheet would run.
        const bool number = column.kind == Kind::Number && readDecimal(text.toUtf8());
        cells.append(number ? text : csvText(text));
    }
    return csvLine(cells);
}

} // namespace salesdesk
