// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/historytablemodel.h"

#include "model/store/identitystore.h"
#include "model/tables/linktexts.h"
#include "model/tables/texts.h"

#include <QDateTime>

namespace salesdesk
{

namespace
{
constexpr int pageSize = 200;
} // namespace

HistoryTableModel::HistoryTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Decisions, {}, parent)
{
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
}

void HistoryTableModel::refresh()
{
    const int limit = qMax(pageSize, rowCount());
    ask<QList<HistoryStep>>([limit](Connection &db) { return IdentityStore(db).steps(limit); },
                            [this, limit](const QList<HistoryStep> &steps) {
                                m_complete = steps.size() < limit;
                                replaceRows(steps);
                            });
}

bool HistoryTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && isLoaded() && !m_complete && !m_fetching && rowCount() > 0;
}

void HistoryTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    const auto last = rows().last().id;
    ask<QList<HistoryStep>>([last](Connection &db) { return IdentityStore(db).steps(pageSize, last); },
                            [this, last](const QList<HistoryStep> &steps) {
                                if (rows().last().id == last) {
                                    m_complete = steps.size() < pageSize;
                                    appendRows(steps);
                                }
                                m_fetching = false;
                            });
}

Cell HistoryTableModel::cell(const HistoryStep &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case WhenColumn:
        return {.text = relativeTime(row.decidedAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(row.decidedAt, zone()),
                .raw = row.decidedAt,
                .muted = true};
    case WhoColumn:
        return {.text = deciderText(row.decider), .muted = row.byRule};
    case WhatColumn:
        return {.text = stepText(row), .muted = row.undone};
    case WhyColumn: {
        const auto reason = matchReasonFromText(row.reason);
        return {.text = reason && row.identities == 1 ? reasonText(*reason) : QString(), .muted = true};
    }
    case RecordsColumn:
        return {.text = recordsText(row.records), .muted = true, .right = true};
    case StateColumn:
        return row.undone
                   ? Cell{.text = tr("undone by %1").arg(deciderText(row.undoneBy)), .tone = Tone::Muted}
                   : Cell{};
    case ColumnCount:
        break;
    }
    return {};
}

Heading HistoryTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case WhenColumn:
        return {.text = tr("When")};
    case WhoColumn:
        return {.text = tr("By")};
    case WhatColumn:
        return {.text = tr("What")};
    case WhyColumn:
        return {.text = tr("Because"), .hideBlank = true};
    case RecordsColumn:
        return {.text = tr("Records"), .right = true};
    case StateColumn:
        return {.text = tr("State"), .hideBlank = true};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
