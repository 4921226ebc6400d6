// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/activitytablemodel.h"

#include "model/tables/recordcells.h"
#include "model/tables/texts.h"

namespace salesdesk
{

namespace
{

QString valueText(const Activity &row)
{
    if (!row.value)
        return {};
    const auto money = row.valueIsMoney ? readMoney(row.value->toLatin1()) : MoneyReading{};
    return money.cents ? moneyText(*money.cents) : decimalText(*row.value);
}

} // namespace

ActivityTableModel::ActivityTableModel(Workspace &workspace, QObject *parent)
    : RecordTableModel(workspace, Change::Activities, parent)
{
}

Cell ActivityTableModel::cell(const Activity &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case MomentColumn:
        return timeCell(row.moment, zone());
    case RecordColumn:
        return {.text = row.externalId, .fixed = true};
    case TypeColumn:
        return {.text = row.type};
    case AgentColumn:
        return resolvedCell(row.agent, row.agentExternalId);
    case TeamColumn:
        return resolvedCell(row.team, row.teamExternalId);
    case ValueColumn:
        return {.text = valueText(row), .right = true};
    case ContactColumn:
        return {.text = row.contactKey.value_or(QString()), .fixed = true};
    case ProviderColumn:
        return {.text = row.providerName};
    case CreatedColumn:
        return timeCell(row.createdAt, zone());
    case ChangedColumn:
        return timeCell(row.updatedAt, zone());
    case ColumnCount:
        break;
    }
    return {};
}

Heading ActivityTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case MomentColumn:
        return {.text = tr("Moment")};
    case RecordColumn:
        return {.text = tr("Record")};
    case TypeColumn:
        return {.text = tr("Type")};
    case AgentColumn:
        return {.text = tr("Agent")};
    case TeamColumn:
        return {.text = tr("Team"), .hideBlank = true};
    case ValueColumn:
        return {.text = tr("Value"), .right = true, .hideBlank = true};
    case ContactColumn:
        return {.text = tr("Contact key"), .hideBlank = true};
    case ProviderColumn:
        return {.text = tr("Provider")};
    case CreatedColumn:
        return {.text = tr("Created")};
    case ChangedColumn:
        return {.text = tr("Last change")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
