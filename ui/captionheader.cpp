// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captionheader.h"

#include "ui/style.h"

#include <QPainter>

namespace salesdesk
{

using namespace Qt::StringLiterals;

CaptionHeader::CaptionHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_inset(style::Gap)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setFont(style::caption(font()));
    setHighlightSections(false);
    setMinimumSectionSize(style::Group);
}

QSize CaptionHeader::sizeHint() const
{
    return {0, fontMetrics().height() + 10};
}

void CaptionHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, palette().color(QPalette::Base));
    painter->setPen(style::line(palette()));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(style::color(Tone::Muted, palette()));
    painter->setFont(font());
    const auto cell = rect.adjusted(m_inset, 0, -m_inset, 0);
    auto text = model()->headerData(section, orientation()).toString();
    if (isSortIndicatorShown() && sortIndicatorSection() == section)
        text += sortIndicatorOrder() == Qt::AscendingOrder ? u" ↑"_s : u" ↓"_s;
    const auto said = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    const auto where = said.isValid() ? said.toInt() : static_cast<int>(defaultAlignment());
    painter->drawText(cell, where | Qt::TextSingleLine,
                      fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    painter->restore();
}

} // namespace salesdesk
