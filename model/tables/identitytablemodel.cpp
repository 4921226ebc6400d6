// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/identitytablemodel.h"

#include "model/tables/linktexts.h"
#include "model/tables/texts.h"

#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int pageSize = 200;
/// So many are judged in one go on the reading thread, so that others have their turn.
constexpr int judgedAtOnce = 50;

} // namespace

IdentityTableModel::IdentityTableModel(Workspace &workspace, std::shared_ptr<Suggester> suggester,
                                       QObject *parent)
    : RowTableModel(workspace, Change::Identities | Change::Entities | Change::Providers, Change::Seen,
                    parent)
    , m_suggester(std::move(suggester))
{
    connect(this, &LiveTableModel::failed, this, [this] { m_fetching = false; });
    if (m_suggester) {
        connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
            if (changes.testFlag(Change::Entities))
                m_suggester->invalidate();
        });
    }
}

void IdentityTableModel::setFilter(IdentityFilter filter)
{
    filter.order = m_filter.order;
    filter.ascending = m_filter.ascending;
    if (m_filter == filter)
        return;
    m_filter = filter;
    m_fetching = false;
    reload();
}

std::optional<IdentityOrder> IdentityTableModel::orderOf(int column)
{
    switch (static_cast<Column>(column)) {
    case KindColumn:
        return IdentityOrder::Kind;
    case ProviderColumn:
        return IdentityOrder::Provider;
    case ExternalIdColumn:
        return IdentityOrder::ExternalId;
    case NameColumn:
        return IdentityOrder::Name;
    case EmailColumn:
        return IdentityOrder::Email;
    case WaitingColumn:
        return IdentityOrder::Records;
    case ValueColumn:
        return IdentityOrder::Value;
    case LinkedColumn:
        return IdentityOrder::Linked;
    case FirstSeenColumn:
        return IdentityOrder::FirstSeen;
    case SeenColumn:
        return IdentityOrder::LastSeen;
    case TeamColumn:
    case WhyColumn:
    case SuggestionColumn:
    case ScoreColumn:
    case ReasonColumn:
    case ColumnCount:
        break;
    }
    return std::nullopt;
}

void IdentityTableModel::sort(int column, Qt::SortOrder order)
{
    const auto wanted = orderOf(column);
    if (!wanted || (m_filter.order == *wanted && m_filter.ascending == (order == Qt::AscendingOrder)))
        return;
    m_filter.order = *wanted;
    m_filter.ascending = order == Qt::AscendingOrder;
    m_fetching = false;
    reload();
}

void IdentityTableModel::settle(const QList<IdentityId> &ids)
{
    for (const auto id : ids)
        m_settled.insert(id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_settled.contains(this->row(row).id))
            removeFrom(row, 1);
    }
}

void IdentityTableModel::restore(const QList<IdentityId> &ids)
{
    for (const auto id : ids)
        m_settled.remove(id);
    reload();
}

QList<ListedIdentity> IdentityTableModel::listed(const QList<Identity> &identities) const
{
    QHash<IdentityId, const ListedIdentity *> known;
    for (const auto &row : rows())
        known.insert(row.id, &row);
    QList<ListedIdentity> all;
    for (const auto &identity : identities) {
        if (m_settled.contains(identity.id))
            continue;
        ListedIdentity row{.id = identity.id, .identity = identity};
        // What was suggested stays until it is judged anew.
        if (const auto *before = known.value(identity.id); before && !identity.linkedTo) {
            row.best = before->best;
            row.ambiguous = before->ambiguous;
        }
        all.append(row);
    }
    return all;
}

void IdentityTableModel::refresh()
{
    const int limit = qMax(pageSize, rowCount());
    ask<QList<Identity>>(
        [filter = m_filter, limit](Connection &db) { return IdentityStore(db).list(filter, limit, 0); },
        [this, limit](const QList<Identity> &identities) {
            m_complete = identities.size() < limit;
            replaceRows(listed(identities));
            judge(0, ++m_round);
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
    const int from = rowCount();
    ask<QList<Identity>>(
        [filter = m_filter, from](Connection &db) { return IdentityStore(db).list(filter, pageSize, from); },
        [this, from](const QList<Identity> &identities) {
            // Else the end was let go meanwhile, and the view asks again.
            if (rowCount() == from) {
                m_complete = identities.size() < pageSize;
                appendRows(listed(identities));
                judge(from, ++m_round);
            }
            m_fetching = false;
        });
}

void IdentityTableModel::judge(int from, quint64 round)
{
    if (!m_suggester || round != m_round)
        return;
    QList<Identity> asked;
    int next = from;
    for (; next < rowCount() && asked.size() < judgedAtOnce; ++next) {
        if (!row(next).identity.linkedTo)
            asked.append(row(next).identity);
    }
    if (asked.isEmpty())
        return;
    using Answer = std::optional<QList<Suggester::Best>>; // nothing while there are entities to be learned
    whenFinished(workspace().read<Answer>([suggester = m_suggester, asked](Connection &db) -> Result<Answer> {
        const auto learned = suggester->learn(db);
        if (!learned)
            return learned.error();
        if (!*learned)
            return Answer();
        const auto best = suggester->best(db, asked);
        return best ? Result<Answer>(*best) : best.error();
    }),
                 this, [this, asked, from, next, round](const Result<Answer> &best) {
                     if (round != m_round)
                         return;
                     if (!best.ok()) {
                         Q_EMIT failed(best.error().detail);
                         return;
                     }
                     if (*best)
                         take(asked, **best);
                     judge(*best ? next : from, round);
                 });
}

void IdentityTableModel::take(const QList<Identity> &asked, const QList<Suggester::Best> &best)
{
    QHash<IdentityId, Suggester::Best> found;
    for (qsizetype i = 0; i < asked.size(); ++i)
        found.insert(asked.at(i).id, best.at(i));
    for (int number = 0; number < rowCount(); ++number) {
        const auto judged = found.constFind(row(number).id);
        if (judged == found.cend())
            continue;
        auto changed = row(number);
        changed.best = judged->candidate;
        changed.ambiguous = judged->ambiguous;
        replaceRow(number, changed);
    }
}

Cell IdentityTableModel::linkedCell(const Identity &identity) const
{
    if (identity.linkedTo && identity.conflicting)
        return {.text = tr("%1, in conflict").arg(identity.linkedToName),
                .tip = tr("%1 has another ID of %2 under another name. One of the two may be somebody else.")
                           .arg(identity.linkedToName, identity.providerName),
                .tone = Tone::Warning};
    if (identity.linkedTo)
        return {.text = identity.linkedToName};
    if (identity.ignored)
        return {.text = tr("ignored"), .tone = Tone::Muted};
    return m_filter.state == IdentityState::Unlinked || m_filter.state == IdentityState::Waiting
               ? Cell{}
               : Cell{.text = tr("not linked"), .tone = Tone::Warning};
}

Cell IdentityTableModel::cell(const ListedIdentity &row, int column) const
{
    const auto &identity = row.identity;
    const auto seen = [this](qint64 at) {
        return Cell{.text = relativeTime(at, QDateTime::currentMSecsSinceEpoch(), zone()),
                    .tip = absoluteTime(at, zone()),
                    .raw = at,
                    .muted = true};
    };
    switch (static_cast<Column>(column)) {
    case KindColumn:
        return {.text = kindText(identity.kind), .muted = true};
    case ProviderColumn:
        return {.text = identity.providerName};
    case ExternalIdColumn:
        return {.text = identity.externalId, .fixed = true};
    case NameColumn:
        return {.text = identity.name, .muted = identity.ignored};
    case EmailColumn:
        return {.text = identity.email};
    case TeamColumn:
        return {.text = identity.teamName, .muted = true};
    case WaitingColumn:
        return {.text = QLocale().toString(identity.records.count()),
                .raw = identity.records.count(),
                .right = true};
    case ValueColumn:
        return {.text = identity.records.value.value == 0 ? QString() : moneyText(identity.records.value),
                .raw = identity.records.value.value,
                .right = true};
    case LinkedColumn:
        return linkedCell(identity);
    case WhyColumn:
        return {.text = linkedWhyText(identity),
                .tip = identity.linkedAt > 0 ? absoluteTime(identity.linkedAt, zone()) : QString(),
                .muted = true};
    case SuggestionColumn:
        return {.text = row.best ? row.best->entityName : QString(), .muted = row.ambiguous};
    case ScoreColumn:
        return {.text = row.best ? scoreText(row.best->score) : QString(),
                .raw = row.best ? row.best->score : 0,
                .muted = row.ambiguous,
                .right = true};
    case ReasonColumn:
        if (!row.best)
            return {};
        return {.text = row.ambiguous ? tr("%1, another is close").arg(reasonText(*row.best, zone()))
                                      : reasonText(*row.best, zone()),
                .muted = true};
    case FirstSeenColumn:
        return seen(identity.firstSeenAt);
    case SeenColumn:
        return seen(identity.lastSeenAt);
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
    case TeamColumn:
        return {.text = tr("Team"), .hideBlank = true};
    case WaitingColumn:
        return {.text = tr("Records"), .right = true};
    case ValueColumn:
        return {.text = tr("Value"), .right = true, .hideBlank = true};
    case LinkedColumn:
        return {.text = tr("Linked to"), .hideBlank = true};
    case WhyColumn:
        return {.text = tr("By and why"), .hideBlank = true};
    case SuggestionColumn:
        return {.text = tr("Suggestion")};
    case ScoreColumn:
        return {.text = tr("Score"), .right = true};
    case ReasonColumn:
        return {.text = tr("Because")};
    case FirstSeenColumn:
        return {.text = tr("First seen")};
    case SeenColumn:
        return {.text = tr("Last seen")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
