// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/keytablemodel.h"

#include "model/tables/texts.h"

#include <QDateTime>

namespace salesdesk
{

using namespace Qt::StringLiterals;

KeyTableModel::KeyTableModel(Workspace &workspace, QObject *parent)
    : RowTableModel(workspace, Change::Providers, Change::Seen, parent)
{
}

void KeyTableModel::setProvider(ProviderId provider)
{
    if (m_provider == provider)
        return;
    m_provider = provider;
    reload();
}

void KeyTableModel::refresh()
{
    ask<QList<ApiKey>>(
        [provider = m_provider](Connection &db) -> Result<QList<ApiKey>> {
            if (!provider.isValid())
                return QList<ApiKey>();
            return ProviderStore(db).keys(provider);
        },
        [this](const QList<ApiKey> &rows) { replaceRows(rows); });
}

Cell KeyTableModel::cell(const ApiKey &row, int column) const
{
    const auto time = [&](qint64 at) {
        return relativeTime(at, QDateTime::currentMSecsSinceEpoch(), zone());
    };
    switch (static_cast<Column>(column)) {
    case LabelColumn:
        return {.text = row.label, .muted = row.revokedAt.has_value()};
    case HintColumn:
        return {.text = row.hint, .muted = row.revokedAt.has_value(), .fixed = true};
    case UsedColumn:
        return {.text = row.lastUsedAt ? time(*row.lastUsedAt) : tr("never"),
                .tip = row.lastUsedAt ? absoluteTime(*row.lastUsedAt, zone()) : QString(),
                .muted = true};
    case StateColumn:
        if (row.revokedAt)
            return {.text = tr("revoked"), .tip = absoluteTime(*row.revokedAt, zone()), .tone = Tone::Muted};
        return {.text = tr("valid"), .tone = Tone::Good};
    case ColumnCount:
        break;
    }
    return {};
}

Heading KeyTableModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case LabelColumn:
        return {.text = tr("Label")};
    case HintColumn:
        return {.text = tr("Key")};
    case UsedColumn:
        return {.text = tr("Last used")};
    case StateColumn:
        return {.text = tr("State")};
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace salesdesk
