// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/failuretablemodel.h"

#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

FailureTableModel::FailureTableModel(Workspace &workspace, QObject *parent, std::chrono::milliseconds slice)
    : RowTableModel(workspace, Change::Calls | Change::Providers, Change::Calls, parent)
    , m_slice(slice)
{
}

void FailureTableModel::refresh()
{
    ask<CallRange>([](Connection &db) { return CallSearch(db).all(); },
                   [this](CallRange all) {
                       m_count = {};
                       countOn({all});
                   });
}

void FailureTableModel::countOn(LogWalk walk)
{
    struct Step {
        LogWalk walk;
        FailureCount count;
    };
    ask<Step>(
        [walk, count = m_count, slice = m_slice](Connection &db) -> Result<Step> {
            Step step{walk, count};
            const auto failed = walkOn(step.walk, slice, [&](CallRange piece) -> Result<bool> {
                const auto groups = FailureGroups(db).count(piece);
                if (!groups)
                    return groups.error();
                step.count.add(*groups);
                step.walk.left.last = piece.first - 1;
                return true;
            });
            return failed ? Result<Step>(*failed) : Result<Step>(std::move(step));
        },
        [this](const Step &step) {
            m_count = step.count;
            const bool end = step.walk.left.isEmpty();
            m_counted = m_counted || end;
            if (end || !m_counted)
                replaceRows(m_count.largest());
            if (!end)
                countOn(step.walk);
        });
}

Cell FailureTableModel::cell(const FailureGroup &row, int column) const
{
    const auto when = [this](qint64 at) {
        return Cell{.text = relativeTime(at, QDateTime::currentMSecsSinceEpoch(), zone()),
                    .tip = absoluteTime(at, zone()),
                    .raw = at,
                    .muted = true};
    };
    switch (static_cast<Column>(column)) {
    case CauseColumn:
        return {.text = row.detail.isEmpty() ? phraseOf(row.reason) : spokenOfCall(row.detail)};
    case StatusColumn:
        return {.text = u"%1 %2"_s.arg(QString::number(row.status), phraseOf(row.reason)),
                .tone = toneOf(row.reason)};
    case ProviderColumn:
        return {.text = row.providerName};
    case CallsColumn:
        return {.text = QLocale().toString(row.calls), .raw = row.calls, .right = true};
    case FirstColumn:
        return when(row.firstAt);
    case LastColumn:
        return when(row.lastAt);
    case ColumnCount:
        break;
    }
    return {};
}

Heading FailureTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case CauseColumn:
        return {tr("Cause")};
    case StatusColumn:
        return {tr("Status")};
    case ProviderColumn:
        return {tr("Provider")};
    case CallsColumn:
        return {tr("Calls"), true};
    case FirstColumn:
        return {.text = tr("Since"), .widest = longestRelativeTime()};
    case LastColumn:
        return {.text = tr("Last"), .widest = longestRelativeTime()};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
