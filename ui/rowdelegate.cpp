// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include "model/tables/tables.h"
#include "ui/style.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

void paintChip(QPainter *painter, const QRect &cell, const QString &text, Tone tone,
               const QStyleOptionViewItem &option)
{
    const auto font = style::caption(option.font);
    const QFontMetrics metrics(font);
    const int height = qMin(metrics.height() + style::Unit, cell.height() - 2);
    // One unit more than the text: advances are rounded, and a whole text must not be elided.
    const int width = qMin(metrics.horizontalAdvance(text) + 2 * style::Gap + style::Unit, cell.width());
    const QRectF chip(cell.left(), cell.top() + (cell.height() - height) / 2.0, width, height);
    const auto colour = style::color(tone, option.palette);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style::tinted(colour, option.palette.color(QPalette::Base)));
    painter->drawRoundedRect(chip, height / 2.0, height / 2.0);
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(chip.adjusted(style::Gap, 0, -style::Gap, 0), Qt::AlignCenter,
                      metrics.elidedText(text, Qt::ElideRight, width - 2 * style::Gap));
}

QFont fontOf(const QFont &font, const QModelIndex &index)
{
    return index.data(FixedFontRole).toBool() ? style::fixed(font) : font;
}

} // namespace

QString elidedId(const QFontMetrics &metrics, const QString &id, int width)
{
    const auto end = id.indexOf(u" | "_s);
    if (end < 0)
        return metrics.elidedText(id, Qt::ElideMiddle, width);
    const auto first = id.left(end) + u'…';
    return metrics.horizontalAdvance(first) <= width ? metrics.elidedText(id, Qt::ElideRight, width)
                                                     : metrics.elidedText(first, Qt::ElideLeft, width);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto base = option.palette.color(QPalette::Base);
    const auto muted = style::color(Tone::Muted, option.palette);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const auto colours = isChosen ? style::chosen(option.palette, QPalette::Base)
                                  : style::Chosen{base, option.palette.color(QPalette::Text), muted};
    if (isChosen)
        painter->fillRect(option.rect, colours.ground);
    else if (index.row() == m_hoveredRow)
        painter->fillRect(option.rect, style::tinted(option.palette.color(QPalette::Text), base, 0.05));

    const auto cell = option.rect.adjusted(style::Gap, 0, -style::Gap, 0);
    const auto text = index.data(Qt::DisplayRole).toString();
    const auto tone = index.data(ToneRole);
    if (tone.isValid() && !text.isEmpty()) {
        paintChip(painter, cell, text, tone.value<Tone>(), option);
    } else {
        const auto font = fontOf(option.font, index);
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(index.data(MutedRole).toBool() ? colours.muted : colours.text);
        const auto alignment = index.data(Qt::TextAlignmentRole);
        const auto where = alignment.isValid() ? Qt::Alignment(alignment.toInt())
                                               : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
        painter->drawText(cell, static_cast<int>(where) | Qt::TextSingleLine,
                          index.data(FixedFontRole).toBool()
                              ? elidedId(metrics, text, cell.width())
                              : metrics.elidedText(text, Qt::ElideRight, cell.width()));
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto font = fontOf(option.font, index);
    const auto text = index.data(Qt::DisplayRole).toString();
    const int chip = index.data(ToneRole).isValid() ? 2 * style::Gap : 0;
    return {QFontMetrics(font).horizontalAdvance(text) + 2 * style::Gap + chip + style::Unit,
            option.fontMetrics.height() + 10};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // The whole of a text that is cut off; as plain text, whatever a sender wrote.
    auto tip = index.data(Qt::ToolTipRole).toString();
    if (tip.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        tip = index.data(Qt::DisplayRole).toString();
    QToolTip::showText(event->globalPos(), tip.isEmpty() ? tip : Qt::convertFromPlainText(tip), view);
    return true;
}

} // namespace salesdesk
