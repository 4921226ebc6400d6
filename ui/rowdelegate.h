// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace salesdesk
{

/// An ID cut down to what tells it from the next one: of a composite one ("deal 12 | won") the first part as
/// long as there is room for it, and then of the others; of one that has no parts both ends.
[[nodiscard]] QString elidedId(const QFontMetrics &metrics, const QString &id, int width);

/// Draws a table's cells: hover and selection over the whole row, muted and fixed-font texts, elided texts
/// with the whole in a tool tip, and, where the model gives a ToneRole, a status chip. GUI thread.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// The row under the mouse, -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }

private:
    int m_hoveredRow = -1;
};

} // namespace salesdesk
