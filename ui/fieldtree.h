// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QTreeWidget>

namespace salesdesk
{

/// A short table of fields in a details pane: plain texts that go on in further lines where their column
/// ends, the whole in a tool tip, titles in caption size. GUI thread; owned by its parent.
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
    /// Shares the width out among the columns: to each what its texts need while there is room, and to the
    /// last what is left.
    void fitColumns();
    /// As high as its rows from now on, up to so many lines: what it is in scrolls, and it does not.
    void growTo(int lines);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();

    int m_mostLines = 0;
};

} // namespace salesdesk
