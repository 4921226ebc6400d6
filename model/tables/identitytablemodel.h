// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/store/suggester.h"
#include "model/tables/rowtablemodel.h"

#include <memory>

namespace salesdesk
{

/// An identity as the lists show it.
struct ListedIdentity {
    IdentityId id;
    Identity identity;
    std::optional<Candidate> best = {}; ///< only while it is not linked
    bool ambiguous = false;             ///< another candidate is close
    friend bool operator==(const ListedIdentity &, const ListedIdentity &) = default;
};

/// External identities: the work queue or all of them, a page at a time as the view asks for it. The best
/// suggestion of each row that waits comes after the rows themselves. GUI thread; owned by a page.
class IdentityTableModel final : public RowTableModel<ListedIdentity>
{
    Q_OBJECT
public:
    enum Column {
        KindColumn,
        ProviderColumn,
        ExternalIdColumn,
        NameColumn,
        EmailColumn,
        TeamColumn,
        WaitingColumn,
        ValueColumn,
        LinkedColumn,
        WhyColumn,
        SuggestionColumn,
        ScoreColumn,
        ReasonColumn,
        FirstSeenColumn,
        SeenColumn,
        ColumnCount
    };

    /// `suggester`: null where nothing is suggested.
    IdentityTableModel(Workspace &workspace, std::shared_ptr<Suggester> suggester, QObject *parent = nullptr);
    /// Its order is kept: sort() sets that.
    void setFilter(IdentityFilter filter);
    [[nodiscard]] const IdentityFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) override;
    /// Where a click on the header sorts at all.
    [[nodiscard]] static std::optional<IdentityOrder> orderOf(int column);

    /// Takes these out of the list at once, while they are being decided on; restore() lets them back in,
    /// decided or not, as the store then says.
    void settle(const QList<IdentityId> &ids);
    void restore(const QList<IdentityId> &ids);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const ListedIdentity &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    [[nodiscard]] QList<ListedIdentity> listed(const QList<Identity> &identities) const;
    void judge(int from, quint64 round);
    void take(const QList<Identity> &asked, const QList<Suggester::Best> &best);
    [[nodiscard]] Cell linkedCell(const Identity &identity) const;

    std::shared_ptr<Suggester> m_suggester;
    IdentityFilter m_filter;
    QSet<IdentityId> m_settled;
    quint64 m_round = 0; ///< of judging: a newer one ends the older
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace salesdesk
