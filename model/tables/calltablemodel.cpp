// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/calltablemodel.h"

#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int pageSize = 200;
/// More new calls than this in a quarter of a second: the list starts anew.
constexpr int newestAtOnce = 1000;
/// New rows push out old ones past this many.
constexpr int keptRows = 2000;
} // namespace

CallTableModel::CallTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Calls, {}, parent)
{
    // A renamed provider is renamed in all rows.
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Providers))
            restart();
    });
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
}

void CallTableModel::setFilter(const CallFilter &filter)
{
    if (m_query.filter == filter && isLoaded())
        return;
    m_query.filter = filter;
    restart();
}

void CallTableModel::setProvider(std::optional<ProviderId> provider)
{
    if (m_query.provider == provider && isLoaded())
        return;
    m_query.provider = provider;
    restart();
}

void CallTableModel::restart()
{
    m_restart = true;
    m_fetching = false;
    reload();
}

void CallTableModel::refresh()
{
    auto query = m_query;
    const bool all = m_restart || rowCount() == 0;
    query.limit = all ? pageSize : newestAtOnce;
    if (!all)
        query.newerThan = row(0).id;
    ask<QList<CallRow>>([query](Connection &db) { return CallStore(db).page(query); },
                        [this, all](const QList<CallRow> &rows) {
                            if (!all && rows.size() < newestAtOnce) {
                                takeNewer(rows);
                                return;
                            }
                            m_restart = false;
                            m_complete = rows.size() < (all ? pageSize : newestAtOnce);
                            replaceRows(rows);
                        });
}

void CallTableModel::takeNewer(const QList<CallRow> &rows)
{
    insertAt(0, rows);
    if (!rows.isEmpty() && rowCount() > keptRows) {
        m_complete = false;
        removeFrom(keptRows, rowCount() - keptRows);
    }
}

bool CallTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && isLoaded() && !m_restart && !m_complete && !m_fetching && rowCount() > 0;
}

void CallTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    auto query = m_query;
    query.limit = pageSize;
    query.olderThan = rows().last().id;
    ask<QList<CallRow>>([query](Connection &db) { return CallStore(db).page(query); },
                        [this, from = *query.olderThan](const QList<CallRow> &rows) {
                            // Else the end was let go meanwhile, and the view asks again.
                            if (rowCount() > 0 && this->rows().last().id == from) {
                                m_complete = rows.size() < pageSize;
                                appendRows(rows);
                            }
                            m_fetching = false;
                        });
}

int CallTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Cell CallTableModel::cell(const CallRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return {.text = relativeTime(row.receivedAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(row.receivedAt, zone()),
                .raw = row.receivedAt,
                .muted = true};
    case ProviderColumn:
        return {.text = row.providerName};
    case EndpointColumn:
        return {.text = endpointText(row.endpoint)};
    case StatusColumn:
        return {.text = u"%1 %2"_s.arg(QString::number(row.status), toPhrase(row.reason)),
                .tip = row.detail,
                .raw = row.status,
                .tone = toneOf(row.reason)};
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
    case ColumnCount:
        break;
    }
    return {};
}

Heading CallTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case TimeColumn:
        return {tr("Time")};
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
        return {.text = tr("Duration"), .right = true};
    case SizeColumn:
        return {.text = tr("Size"), .right = true};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
