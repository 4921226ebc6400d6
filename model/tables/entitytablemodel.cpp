// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/entitytablemodel.h"

#include "model/tables/texts.h"

#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

EntityTableModel::EntityTableModel(Workspace &workspace, EntityKind kind, QObject *parent)
    : RowTableModel(workspace, Change::Entities | Change::Identities, Change::Seen, parent)
    , m_kind(kind)
{
}

void EntityTableModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    reload();
}

void EntityTableModel::refresh()
{
    ask<QList<Entity>>(
        [kind = m_kind, text = m_text](Connection &db) { return EntityStore(db).list(kind, true, text); },
        [this](const QList<Entity> &rows) { replaceRows(rows); });
}

Cell EntityTableModel::cell(const Entity &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return {.text = row.name, .muted = !row.active};
    case EmailColumn:
        return {.text = row.email, .muted = !row.active};
    case TeamColumn:
        return {.text = row.teamName, .muted = !row.active};
    case IdentitiesColumn:
        return {.text = QLocale().toString(row.identityCount),
                .raw = row.identityCount,
                .muted = true,
                .right = true};
    case RecordsColumn:
        return {.text = QLocale().toString(row.records.count()),
                .raw = row.records.count(),
                .muted = true,
                .right = true};
    case ValueColumn:
        return {.text = row.records.value.value == 0 ? QString() : moneyText(row.records.value),
                .raw = row.records.value.value,
                .muted = true,
                .right = true};
    case StateColumn:
        if (row.mergedInto)
            return {.text = tr("merged into %1").arg(row.mergedIntoName), .tone = Tone::Muted};
        return row.active ? Cell{} : Cell{.text = tr("inactive"), .tone = Tone::Muted};
    case ColumnCount:
        break;
    }
    return {};
}

Heading EntityTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return {.text = tr("Name")};
    case EmailColumn:
        return {.text = tr("E-mail"), .hideBlank = true};
    case TeamColumn:
        return {.text = tr("Team"), .hideBlank = true};
    case IdentitiesColumn:
        return {.text = tr("Identities"), .right = true};
    case RecordsColumn:
        return {.text = tr("Records"), .right = true};
    case ValueColumn:
        return {.text = tr("Value"), .right = true, .hideBlank = true};
    case StateColumn:
        return {.text = tr("State"), .hideBlank = true};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
