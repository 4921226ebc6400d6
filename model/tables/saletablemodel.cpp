// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/saletablemodel.h"

#include "model/tables/recordcells.h"
#include "model/tables/texts.h"

namespace salesdesk
{

namespace
{

Cell amount(const std::optional<QString> &digits)
{
    return {.text = digits ? decimalText(*digits) : QString(), .right = true};
}

} // namespace

SaleTableModel::SaleTableModel(Workspace &workspace, QObject *parent)
    : RecordTableModel(workspace, Change::Sales, parent)
{
}

Cell SaleTableModel::cell(const Sale &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case SoldColumn:
        return timeCell(row.soldAt, zone());
    case RecordColumn:
        return {.text = row.externalId, .fixed = true};
    case ProductColumn:
        return resolvedCell(row.product, row.productExternalId);
    case AgentColumn:
        return resolvedCell(row.agent, row.agentExternalId);
    case TeamColumn:
        return resolvedCell(row.team, row.teamExternalId);
    case ValueColumn:
        return {.text = row.contractValue ? moneyText(*row.contractValue) : QString(), .right = true};
    case StateColumn:
        if (row.cancelledAt)
            return {
                .text = tr("cancelled"), .tip = absoluteTime(*row.cancelledAt, zone()), .tone = Tone::Bad};
        if (row.isRetention)
            return {.text = tr("retention"), .tone = Tone::Info};
        return {};
    case PowerColumn:
        return amount(row.energy.electricityUsage);
    case ReturnColumn:
        return amount(row.energy.electricityReturn);
    case GasColumn:
        return amount(row.energy.gasUsage);
    case ConnectionsColumn:
        return amount(row.energy.connectionCount ? std::optional(QString::number(*row.energy.connectionCount))
                                                 : std::nullopt);
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

Heading SaleTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case SoldColumn:
        return {.text = tr("Sold at")};
    case RecordColumn:
        return {.text = tr("Record")};
    case ProductColumn:
        return {.text = tr("Product")};
    case AgentColumn:
        return {.text = tr("Agent")};
    case TeamColumn:
        return {.text = tr("Team"), .hideBlank = true};
    case ValueColumn:
        return {.text = tr("Contract value"), .right = true, .hideBlank = true};
    case StateColumn:
        return {.text = tr("State"), .hideBlank = true};
    case PowerColumn:
        return {.text = tr("Power, kWh"), .right = true, .hideBlank = true};
    case ReturnColumn:
        return {.text = tr("Returned, kWh"), .right = true, .hideBlank = true};
    case GasColumn:
        return {.text = tr("Gas, m³"), .right = true, .hideBlank = true};
    case ConnectionsColumn:
        return {.text = tr("EANs"), .right = true, .hideBlank = true};
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
