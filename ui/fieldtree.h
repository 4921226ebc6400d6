// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QTreeWidget>

namespace salesdesk
{

/// A short table of fields in a details pane: plain texts, the whole in a tool tip, titles in caption size.
/// GUI thread; owned by its parent.
class FieldTree final : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldTree)
public:
    FieldTree(const QString &name, const QString &label, const QStringList &titles, QWidget *parent);

    QTreeWidgetItem *addRow(const QStringList &texts, QTreeWidgetItem *under = nullptr);
    /// The field, and its value before and after, each in its colour and "—" where there was none.
    QTreeWidgetItem *addChange(const FieldChange &change, QTreeWidgetItem *under = nullptr);
    /// A sentence over all columns.
    void addNote(const QString &sentence, QTreeWidgetItem *under = nullptr);
    /// All but the last as wide as their texts and a gap; a long one is left to its tool tip.
    void fitColumns();
};

} // namespace salesdesk
