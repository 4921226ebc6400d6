// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/providerstore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The providers by name. GUI thread; owned by a page.
class ProviderListModel final : public RowTableModel<Provider>
{
    Q_OBJECT
public:
    enum Column { NameColumn, LastCallColumn, ColumnCount };

    explicit ProviderListModel(Workspace &workspace, QObject *parent = nullptr);
    /// Archived ones, too.
    void setArchivedShown(bool shown);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const Provider &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    bool m_archived = false;
};

} // namespace salesdesk
