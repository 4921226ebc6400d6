// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/calltablemodel.h"

#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype firstRows = 200;

} // namespace

/// The newest end of a list that is read anew.
struct CallTableModel::Beginning {
    qint64 last = 0;
    CallRange range;
    MoreCalls more;
    QList<CallRow> rows;
};

/// What came since, and where the log begins now.
struct CallTableModel::News {
    CallRange all;
    QList<FoundCall> found;
    QList<CallRow> rows;
};

CallTableModel::CallTableModel(Workspace &workspace, QObject *parent, std::chrono::milliseconds slice)
    : LazyTableModel(workspace, Change::Calls, parent)
    , m_slice(slice)
{
    for (int column = 0; column < ColumnCount; ++column)
        m_columns.at(static_cast<size_t>(column)) = cell({}, column);
    // A renamed provider is renamed in all rows.
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Providers))
            outdateRows();
    });
}

void CallTableModel::setQuery(const CallQuery &query)
{
    if (m_query == query && isLoaded())
        return;
    m_query = query;
    startOver();
}

void CallTableModel::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    startOver();
}

void CallTableModel::startOver()
{
    m_restart = true;
    m_complete = false;
    stopReading();
    reload();
}

void CallTableModel::refresh()
{
    if (m_restart) {
        ask<Beginning>(
            [query = m_query, folded = m_folded, slice = m_slice](Connection &db) -> Result<Beginning> {
                const CallSearch search(db);
                const auto all = search.all();
                if (!all)
                    return all.error();
                const auto range = search.range(query);
                if (!range)
                    return range.error();
                const auto more = lookOn(db, query, folded, {*range}, firstRows, slice);
                if (!more)
                    return more.error();
                QList<CallId> first;
                for (const auto &call : more->found.first(std::min(more->found.size(), firstRows)))
                    first.append(call.id);
                const auto rows = search.rows(first);
                if (!rows)
                    return rows.error();
                return Beginning{all->last, *range, *more, *rows};
            },
            [this](const Beginning &beginning) {
                // A change asked again before the first answer came: a second beginning would lose what is
                // looked at by then.
                if (m_restart)
                    begin(beginning);
                else
                    refresh();
            });
        return;
    }
    ask<News>(
        [query = m_query, folded = m_folded, last = m_last](Connection &db) -> Result<News> {
            const CallSearch search(db);
            const auto all = search.all();
            if (!all)
                return all.error();
            News news{*all, {}, {}};
            if (all->last <= last)
                return news;
            const auto found = search.find(query, {last + 1, all->last}, folded);
            if (!found)
                return found.error();
            news.found = *found;
            QList<CallId> first;
            for (const auto &call : found->first(std::min(found->size(), firstRows)))
                first.append(call.id);
            const auto rows = search.rows(first);
            if (!rows)
                return rows.error();
            news.rows = *rows;
            return news;
        },
        [this](const News &news) { takeNews(news); });
}

void CallTableModel::begin(const Beginning &beginning)
{
    m_restart = false;
    beginResetModel();
    m_ids = {};
    m_repeats.clear();
    forgetRows();
    m_newestCause.clear();
    m_oldestCause.clear();
    endResetModel();
    m_last = beginning.last;
    m_range = beginning.range;
    keep(beginning.rows);
    takeMore(beginning.more);
    readOn();
}

void CallTableModel::takeNews(const News &news)
{
    m_last = std::max(m_last, news.all.last);
    keep(news.rows);
    addNewer(news.found);
    dropBelow(news.all.isEmpty() ? m_last + 1 : news.all.first);
}

void CallTableModel::takeMore(const MoreCalls &more)
{
    if (!more.whole.isEmpty()) {
        const auto count = more.whole.last - more.whole.first + 1;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(count) - 1);
        m_ids.addOlder(CallId{more.whole.last}, count);
        endInsertRows();
    }
    addOlder(more.found);
    m_walk = more.walk;
    m_complete = m_walk.left.isEmpty();
}

void CallTableModel::readOn()
{
    if (m_walk.left.isEmpty())
        return;
    const bool everything = m_query == CallQuery{} && !m_folded;
    auto asked = workspace().read<MoreCalls>(
        [query = m_query, folded = m_folded, everything, slice = m_slice, walk = m_walk](Connection &db) {
            return everything ? lookOnAtAll(db, walk, slice)
                              : lookOn(db, query, folded, walk, LogWalk::largestPiece, slice);
        });
    whenFinished(asked, this, [this, asking = generation()](const Result<MoreCalls> &more) {
        if (asking != generation())
            return;
        if (!more) {
            Q_EMIT failed(more.error().detail);
            return;
        }
        takeMore(*more);
        Q_EMIT loaded();
        readOn();
    });
}

double CallTableModel::searched() const
{
    if (m_walk.left.isEmpty())
        return 1;
    const auto size = [](CallRange range) { return static_cast<double>(range.last - range.first + 1); };
    return 1 - size(m_walk.left) / size(m_range);
}

qint64 CallTableModel::callCount() const
{
    return std::accumulate(m_repeats.cbegin(), m_repeats.cend(), qint64(rowCount()));
}

void CallTableModel::addOlder(const QList<FoundCall> &found)
{
    QList<CallId> added;
    for (const auto &call : found) {
        const bool same = m_folded && !call.cause.isEmpty() && call.cause == m_oldestCause;
        m_oldestCause = call.cause;
        if (same) {
            ++m_repeats[added.isEmpty() ? m_ids.at(m_ids.size() - 1).value : added.last().value];
            continue;
        }
        if (m_ids.isEmpty() && added.isEmpty())
            m_newestCause = call.cause;
        added.append(call.id);
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    for (const auto call : added)
        m_ids.addOlder(call);
    endInsertRows();
}

void CallTableModel::addNewer(const QList<FoundCall> &found)
{
    QList<CallId> added; // oldest first
    for (auto call = found.crbegin(); call != found.crend(); ++call) {
        const bool same = m_folded && !call->cause.isEmpty() && call->cause == m_newestCause;
        m_newestCause = call->cause;
        if (same)
            ++m_repeats[added.isEmpty() ? m_ids.at(0).value : added.last().value];
        else
            added.append(call->id);
    }
    if (m_ids.isEmpty() && !found.isEmpty())
        m_oldestCause = found.last().cause;
    if (!added.isEmpty()) {
        beginInsertRows({}, 0, static_cast<int>(added.size()) - 1);
        for (const auto call : added)
            m_ids.addNewer(call);
        endInsertRows();
    }
    if (m_folded && !found.isEmpty()) // a row may stand for more now
        Q_EMIT dataChanged(
            index(0, StatusColumn),
            index(std::min<int>(static_cast<int>(added.size()), rowCount() - 1), StatusColumn));
}

void CallTableModel::dropBelow(qint64 first)
{
    auto kept = m_ids.size();
    while (kept > 0 && m_ids.at(kept - 1).value < first) {
        // Halves, so that a log that was emptied is let go of in a few steps.
        qint64 low = 0;
        while (low < kept) {
            const auto middle = low + (kept - low) / 2;
            if (m_ids.at(middle).value < first)
                kept = middle;
            else
                low = middle + 1;
        }
    }
    m_walk.left.first = std::max(m_walk.left.first, first);
    if (kept == m_ids.size())
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_ids.dropOldest(m_ids.size() - kept);
    endRemoveRows();
}

CallTableModel::Reading CallTableModel::reading(const QList<qint64> &numbers) const
{
    QList<CallId> calls;
    for (const auto number : numbers)
        calls.append(CallId{number});
    return [calls](Connection &db) { return CallSearch(db).rows(calls); };
}

int CallTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int CallTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CallTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    // A view asks for six roles of each cell it paints: those that are the column's alone need no row.
    if (role == Qt::TextAlignmentRole || role == MutedRole || role == FixedFontRole)
        return m_columns.at(static_cast<size_t>(index.column())).data(role);
    if (role == Qt::ToolTipRole && index.column() == TimeColumn) {
        if (const auto *row = rowAt(index.row()))
            return absoluteTime(row->receivedAt, zone());
    }
    return LazyTableModel::data(index, role);
}

Cell CallTableModel::cell(const CallRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return {.text = relativeTime(row.receivedAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .raw = row.receivedAt,
                .muted = true};
    case ProviderColumn:
        return {.text = row.providerName};
    case EndpointColumn:
        return {.text = endpointText(row.endpoint)};
    case StatusColumn: {
        const auto repeats = m_repeats.value(row.id.value);
        const auto text = u"%1 %2"_s.arg(QString::number(row.status), phraseOf(row.reason));
        return {.text = repeats > 0 ? u"%1  × %2"_s.arg(text, QLocale().toString(repeats + 1)) : text,
                .tip = spokenOfCall(row.detail),
                .raw = row.status,
                .tone = toneOf(row.reason)};
    }
    case RecordColumn:
        return {.text = row.recordExternalId, .fixed = true};
    case AgentColumn:
        return {.text = row.agentExternalId, .fixed = true};
    case TypeColumn:
        return {.text = row.type};
    case DurationColumn:
        return {.text = row.durationUs > 0 ? durationText(row.durationUs) : QString(),
                .raw = row.durationUs,
                .muted = true,
                .right = true};
    case SizeColumn:
        return {.text = QLocale().formattedDataSize(row.bodySize, 1, QLocale::DataSizeTraditionalFormat),
                .raw = row.bodySize,
                .muted = true,
                .right = true};
    case ReasonColumn:
        return {.text = spokenOfCall(row.detail)};
    case ColumnCount:
        break;
    }
    return {};
}

Heading CallTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return {.text = tr("Time"), .widest = longestRelativeTime()};
    case ProviderColumn:
        return {tr("Provider")};
    case EndpointColumn:
        return {tr("Endpoint")};
    case StatusColumn:
        return {tr("Status")};
    case RecordColumn:
        return {.text = tr("Record"), .hideBlank = true};
    case AgentColumn:
        return {.text = tr("Agent ID"), .hideBlank = true};
    case TypeColumn:
        return {.text = tr("Type"), .hideBlank = true};
    case DurationColumn:
        return {.text = tr("Duration"), .right = true, .hideBlank = true};
    case SizeColumn:
        return {.text = tr("Size"), .right = true};
    case ReasonColumn:
        return {.text = tr("Reason"), .hideBlank = true};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
