// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/saletablemodel.h"

#include "model/tables/texts.h"

#include <QDateTime>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pageSize = 200;
/// A refresh reads at most this many rows again.
constexpr int refreshedRows = 2000;

/// The entity's name, or what the sender calls it while nobody linked it.
Cell resolved(const std::optional<QString> &name, const QString &externalId)
{
    if (name)
        return {.text = *name};
    return {.text = notLinkedText(externalId), .muted = true};
}

} // namespace

SaleTableModel::SaleTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Sales | Change::Identities | Change::Entities | Change::Providers, {},
                    parent)
{
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
}

void SaleTableModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_fetching = false;
    m_firstPage = true;
    reload();
}

void SaleTableModel::refresh()
{
    RecordQuery query;
    query.text = m_text;
    query.limit = m_firstPage ? pageSize : qBound(pageSize, rowCount(), refreshedRows);
    ask<QList<Sale>>([query](Connection &db) { return RecordStore(db).sales(query); },
                     [this, limit = query.limit](const QList<Sale> &rows) {
                         m_firstPage = false;
                         m_complete = rows.size() < limit;
                         replaceRows(rows);
                     });
}

bool SaleTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && isLoaded() && !m_firstPage && !m_complete && !m_fetching && rowCount() > 0;
}

void SaleTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    RecordQuery query;
    query.text = m_text;
    query.limit = pageSize;
    query.after = std::pair(rows().last().soldAt, rows().last().id);
    ask<QList<Sale>>([query](Connection &db) { return RecordStore(db).sales(query); },
                     [this, from = query.after->second](const QList<Sale> &rows) {
                         // Else the end was let go meanwhile, and the view asks again.
                         if (rowCount() > 0 && this->rows().last().id == from) {
                             m_complete = rows.size() < pageSize;
                             appendRows(rows);
                         }
                         m_fetching = false;
                     });
}

Cell SaleTableModel::cell(const Sale &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case SoldColumn:
        return {.text = relativeTime(row.soldAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(row.soldAt, zone()),
                .raw = row.soldAt,
                .muted = true};
    case RecordColumn:
        return {.text = row.externalId, .fixed = true};
    case ProductColumn:
        return resolved(row.product, row.productExternalId);
    case AgentColumn:
        return resolved(row.agent, row.agentExternalId);
    case TeamColumn:
        return resolved(row.team, row.teamExternalId);
    case ValueColumn:
        return {.text = row.contractValue ? moneyText(*row.contractValue) : QString(), .right = true};
    case StateColumn:
        if (row.cancelledAt)
            return {
                .text = tr("cancelled"), .tip = absoluteTime(*row.cancelledAt, zone()), .tone = Tone::Bad};
        if (row.isRetention)
            return {.text = tr("retention"), .tone = Tone::Info};
        return {};
    case ContactColumn:
        return {.text = row.contactKey.value_or(QString()), .fixed = true};
    case ProviderColumn:
        return {.text = row.providerName};
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
    case ContactColumn:
        return {.text = tr("Contact key"), .hideBlank = true};
    case ProviderColumn:
        return {.text = tr("Provider")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
