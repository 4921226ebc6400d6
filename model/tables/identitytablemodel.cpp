// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/identitytablemodel.h"

#include "model/store/suggestions.h"
#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pageSize = 500;
constexpr double leastScore = 0.5;

/// Reads a page with the best suggestion for each unlinked identity.
Result<QList<ListedIdentity>> readRows(Connection &db, const IdentityFilter &filter, int limit, int offset)
{
    const auto identities = IdentityStore(db).list(filter, limit, offset);
    if (!identities.ok())
        return identities.error();
    QHash<qint64, Suggestion> best;
    if (filter.state != IdentityState::Linked) {
        const auto found = suggestions(db, filter, leastScore);
        if (!found.ok())
            return found.error();
        for (const auto &suggestion : *found)
            best.insert(suggestion.identity.id.value, suggestion);
    }
    QList<ListedIdentity> rows;
    for (const auto &identity : *identities) {
        ListedIdentity row{.id = identity.id, .identity = identity};
        if (const auto found = best.constFind(identity.id.value); found != best.cend()) {
            row.best = found->best;
            row.ambiguous = found->ambiguous;
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

IdentityTableModel::IdentityTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Identities | Change::Entities | Change::Providers, Change::Seen,
                    parent)
{
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
}

void IdentityTableModel::setFilter(const IdentityFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_fetching = false;
    reload();
}

void IdentityTableModel::refresh()
{
    const int limit = qMax(pageSize, rowCount());
    ask<QList<ListedIdentity>>(
        [filter = m_filter, limit](Connection &db) { return readRows(db, filter, limit, 0); },
        [this, limit](const QList<ListedIdentity> &rows) {
            m_complete = rows.size() < limit;
            replaceRows(rows);
        });
}

bool IdentityTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && isLoaded() && !m_complete && !m_fetching && rowCount() > 0;
}

void IdentityTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    ask<QList<ListedIdentity>>([filter = m_filter, from = rowCount()](
                                   Connection &db) { return readRows(db, filter, pageSize, from); },
                               [this, from = rowCount()](const QList<ListedIdentity> &rows) {
                                   // Else the end was let go meanwhile, and the view asks again.
                                   if (rowCount() == from) {
                                       m_complete = rows.size() < pageSize;
                                       appendRows(rows);
                                   }
                                   m_fetching = false;
                               });
}

Cell IdentityTableModel::cell(const ListedIdentity &row, int column) const
{
    const auto &identity = row.identity;
    switch (static_cast<Column>(column)) {
    case KindColumn:
        return {.text = kindText(identity.kind), .muted = true};
    case ProviderColumn:
        return {.text = identity.providerName};
    case ExternalIdColumn:
        return {.text = identity.externalId, .fixed = true};
    case NameColumn:
        return {.text = identity.name};
    case EmailColumn:
        return {.text = identity.email};
    case WaitingColumn:
        return {.text = QLocale().toString(identity.recordCount), .raw = identity.recordCount, .right = true};
    case ValueColumn:
        return {.text = identity.recordValue.value == 0 ? QString() : moneyText(identity.recordValue),
                .raw = identity.recordValue.value,
                .right = true};
    case LinkedColumn:
        if (identity.linkedTo)
            return {.text = identity.linkedToName, .tip = tr("Linked by %1").arg(identity.linkedBy)};
        return identity.ignored ? Cell{.text = tr("ignored"), .tone = Tone::Muted}
               : m_filter.state == IdentityState::Unlinked
                   ? Cell{}
                   : Cell{.text = tr("not linked"), .tone = Tone::Warning};
    case SuggestionColumn:
        if (!row.best)
            return {};
        return {.text = tr("%1 · %2 · %3")
                            .arg(row.best->entityName, QLocale().toString(row.best->score, 'f', 2),
                                 row.best->reason),
                .tip = row.ambiguous ? tr("Another candidate is close.") : QString(),
                .muted = row.ambiguous};
    case SeenColumn:
        return {.text = relativeTime(identity.lastSeenAt, QDateTime::currentMSecsSinceEpoch(), zone()),
                .tip = absoluteTime(identity.lastSeenAt, zone()),
                .raw = identity.lastSeenAt,
                .muted = true};
    case ColumnCount:
        break;
    }
    return {};
}

Heading IdentityTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case KindColumn:
        return {.text = tr("Kind")};
    case ProviderColumn:
        return {.text = tr("Provider")};
    case ExternalIdColumn:
        return {.text = tr("ID")};
    case NameColumn:
        return {.text = tr("Name"), .hideBlank = true};
    case EmailColumn:
        return {.text = tr("E-mail"), .hideBlank = true};
    case WaitingColumn:
        return {.text = tr("Records"), .right = true};
    case ValueColumn:
        return {.text = tr("Value"), .right = true, .hideBlank = true};
    case LinkedColumn:
        return {.text = tr("Linked to"), .hideBlank = true};
    case SuggestionColumn:
        return {.text = tr("Suggestion"), .hideBlank = true};
    case SeenColumn:
        return {.text = tr("Last seen")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
