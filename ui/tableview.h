// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emptystate.h"

#include <QTableView>
#include <QTimer>

class QPushButton;

namespace salesdesk
{

class RowDelegate;

/// A table as all pages show it: no grid, whole rows, caption headers, an empty state over it, relative times
/// redrawn now and then, columns that are empty in all rows hidden, and rows that come in above the one
/// being read leave it where it is. GUI thread; owned by its parent.
class TableView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableView)
public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The width of a column in average characters; `stretch` takes what is left.
    void setWidths(const QList<int> &characters, int stretch);
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    /// The number (IdRole) of the current row, 0 for none.
    [[nodiscard]] qint64 currentId() const;
    void selectId(qint64 id);

Q_SIGNALS:
    void currentIdChanged(qint64 id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void afterChange();
    void keepPlace(const QModelIndex &parent, int first, int last);
    void hideBlankColumns();
    void fitStretch();
    void setHoveredRow(int row);

    RowDelegate *m_delegate;
    EmptyState *m_empty;
    QPushButton *m_newer;
    QTimer m_clock;
    QTimer m_tidy;
    QList<int> m_characters;
    int m_stretch = -1;
    int m_newerCount = 0;
};

} // namespace salesdesk
