// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card.h"

#include "ui/style.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace salesdesk
{

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(style::sectionLabel(title, this))
    , m_note(style::mutedLabel({}, this))
    , m_header(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    setAccessibleName(title);
    m_note->setFont(style::caption(font()));
    m_note->setWordWrap(true);
    m_header->setSpacing(style::Gap);
    m_header->addWidget(m_title);
    m_header->addWidget(m_note, 1);
    m_content->setSpacing(style::Unit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin - style::Unit, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    column->addLayout(m_header);
    column->addLayout(m_content, 1);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::setNote(const QString &note)
{
    m_note->setText(note);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(style::line(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::Radius, style::Radius);
}

} // namespace salesdesk
