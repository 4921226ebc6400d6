// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emptystate.h"

#include <QHash>
#include <QSet>
#include <QTableView>
#include <QTimer>

class QMenu;
class QPushButton;
class QSettings;

namespace salesdesk
{

class RowDelegate;

/// A table as all pages show it: no grid, whole rows, caption headers, an empty state over it, relative times
/// redrawn now and then, columns that are empty in all rows hidden, all others fitted into the width there
/// is, and rows that come in above the one being read leave it where it is. GUI thread; owned by its parent.
class TableView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableView)
public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The width each column would like in average characters, 0 for a column that is not shown; `stretch`
    /// takes what is left. Where there is less room columns shrink to their texts, then those of
    /// `dispensable` leave, the first one first, then all shrink; a title is never cut off.
    void setWidths(const QList<int> &characters, int stretch, const QList<int> &dispensable = {});
    /// Of these columns no text is cut off where others have room to give.
    void setNeverCut(const QList<int> &columns);
    /// A click on a title sorts by its column, where the model can; at first by `column`.
    void setSortable(int column, Qt::SortOrder order);
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    /// Several rows can be selected: Shift and Ctrl, as everywhere.
    void allowSeveral();
    /// Columns can be chosen, moved and sized by the person.
    void letColumnsBeChosen();
    void saveColumns(QSettings &settings) const;
    void restoreColumns(const QSettings &settings);
    /// A button with the same menu as the header's.
    [[nodiscard]] QPushButton *makeColumnsButton(QWidget *parent);
    /// The menu of the header: which columns there are.
    void fillColumnMenu(QMenu *menu);
    /// The number (IdRole) of the current row, 0 for none.
    [[nodiscard]] qint64 currentId() const;
    /// Now, or as soon as it is listed.
    void selectId(qint64 id);
    /// The keyboard goes to the list, to its first row where none is chosen.
    void enter();

Q_SIGNALS:
    void currentIdChanged(qint64 id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void afterChange();
    void keepPlace(const QModelIndex &parent, int first, int last);
    void noteRowsInView(const QList<QPersistentModelIndex> &parents,
                        QAbstractItemModel::LayoutChangeHint hint);
    void returnToRowsInView();
    void chooseAgain();
    void tidy();
    void measure();
    [[nodiscard]] QList<int> roomyColumns() const;
    [[nodiscard]] QList<int> compactColumns() const;
    void fitColumns();
    void setHoveredRow(int row);

    RowDelegate *m_delegate;
    EmptyState *m_empty;
    QPushButton *m_newer;
    QTimer m_clock;
    QTimer m_tidy;
    QList<int> m_characters;
    QList<int> m_dispensable;
    QList<int> m_whole;
    QSet<int> m_chosenOut;   ///< columns that a person hid
    QHash<int, int> m_sized; ///< widths that a person gave, in pixels
    bool m_fitting = false;
    QList<int> m_needs; ///< of each column's texts, in pixels; 0 where all are empty
    QList<int> m_least; ///< what each column takes at least: its title, or, in m_whole, all of its texts
    QList<std::pair<QPersistentModelIndex, int>> m_inView; ///< and where each was, while rows change places
    int m_stretch = -1;
    int m_newerCount = 0;
    qint64 m_unlisted = 0; ///< to be chosen as soon as it is listed; 0 for none
};

} // namespace salesdesk
