// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/linkrules.h"
#include "model/store/identitystore.h"
#include "model/tables/rowtablemodel.h"

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

/// External identities: the work queue (with the best suggestion for each) or all of them. GUI thread; owned
/// by a page.
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
        WaitingColumn,
        ValueColumn,
        LinkedColumn,
        SuggestionColumn,
        SeenColumn,
        ColumnCount
    };

    explicit IdentityTableModel(Workspace &workspace, QObject *parent = nullptr);
    void setFilter(const IdentityFilter &filter);
    [[nodiscard]] const IdentityFilter &filter() const { return m_filter; }

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
    IdentityFilter m_filter;
    bool m_complete = false;
    bool m_fetching = false;
};

} // namespace salesdesk
