// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/providerstore.h"
#include "model/tables/rowtablemodel.h"

namespace salesdesk
{

/// The API keys of one provider, newest first, revoked ones last; never the keys themselves. GUI thread;
/// owned by a page.
class KeyTableModel final : public RowTableModel<ApiKey>
{
    Q_OBJECT
public:
    enum Column { LabelColumn, HintColumn, UsedColumn, StateColumn, ColumnCount };

    explicit KeyTableModel(Workspace &workspace, QObject *parent = nullptr);
    void setProvider(ProviderId provider);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    void refresh() override;
    [[nodiscard]] Cell cell(const ApiKey &row, int column) const override;
    [[nodiscard]] Heading heading(int column) const override;

private:
    ProviderId m_provider;
};

} // namespace salesdesk
