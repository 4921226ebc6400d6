// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/activitytablemodel.h"

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

QString valueText(const Activity &row)
{
    if (!row.value)
        return {};
    const auto money = row.valueIsMoney ? readMoney(row.value->toLatin1()) : MoneyReading{};
    return money.cents ? moneyText(*money.cents) : *row.value;
}

} // namespace

ActivityTableModel::ActivityTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Activities | Change::Identities | Change::Entities | Change::Providers,
                    {}, parent)
{
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
}

void ActivityTableModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_fetching = false;
    m_firstPage = true;
    reload();
}

void ActivityTableModel::refresh()
{
    RecordQuery query;
    query.text = m_text;
    query.limit = m_firstPage ? pageSize : qBound(pageSize, rowCount(), refreshedRows);
    ask<QList<Activity>>([query](Connection &db) { return RecordStore(db).activities(query); },
                         [this, limit = query.limit](const QList<Activity> &rows) {
                             m_firstPage = false;
                             m_complete = rows.size() < limit;
                             replaceRows(rows);
                         });
}

bool ActivityTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && isLoaded() && !m_firstPage && !m_complete && !m_fetching && rowCount() > 0;
}

void ActivityTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    RecordQuery query;
    query.text = m_text;
    query.limit = pageSize;
    query.after = std::pair(rows().last().moment, rows().last().id);
    ask<QList<Activity>>([query](Connection &db) { return RecordStore(db).activities(query); },
                         [this, from = query.after->second](const QList<Activity> &rows) {
                             // Else the end was let go meanwhile, and the view asks again.
                             if (rowCount() > 0 && this->rows().last().id == from) {
                                 m_complete = rows.size() < pageSize;
                                 appendRows(rows);
                             }
                             m_fetching = false;
                         });
}

Cell ActivityTableModel::cell(const Activity &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case MomentColumn:
        return {.text = relativeTime(row.moment, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(row.moment, zone()),
                .raw = row.moment,
                .muted = true};
    case RecordColumn:
        return {.text = row.externalId, .fixed = true};
    case TypeColumn:
        return {.text = row.type};
    case AgentColumn:
        return resolved(row.agent, row.agentExternalId);
    case TeamColumn:
        return resolved(row.team, row.teamExternalId);
    case ValueColumn:
        return {.text = valueText(row), .right = true};
    case ContactColumn:
        return {.text = row.contactKey.value_or(QString()), .fixed = true};
    case ProviderColumn:
        return {.text = row.providerName};
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
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
