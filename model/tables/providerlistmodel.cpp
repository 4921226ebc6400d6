// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/providerlistmodel.h"

#include "model/tables/texts.h"

#include <QDateTime>

namespace salesdesk
{

using namespace Qt::StringLiterals;

ProviderListModel::ProviderListModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Providers, Change::Calls | Change::Seen, parent)
{
}

void ProviderListModel::setArchivedShown(bool shown)
{
    m_archived = shown;
    reload();
}

void ProviderListModel::refresh()
{
    ask<QList<Provider>>([archived = m_archived](Connection &db) { return ProviderStore(db).list(archived); },
                         [this](const QList<Provider> &rows) { replaceRows(rows); });
}

Cell ProviderListModel::cell(const Provider &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return {.text = row.name, .muted = row.archivedAt.has_value()};
    case LastCallColumn:
        if (!row.lastCallAt)
            return {.text = row.archivedAt ? tr("archived") : tr("no calls yet"), .muted = true};
        return {.text = row.archivedAt
                            ? tr("archived")
                            : relativeTime(*row.lastCallAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(*row.lastCallAt, zone()),
                .raw = *row.lastCallAt,
                .muted = true};
    case ColumnCount:
        break;
    }
    return {};
}

Heading ProviderListModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return {.text = tr("Name")};
    case LastCallColumn:
        return {.text = tr("Last call")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
