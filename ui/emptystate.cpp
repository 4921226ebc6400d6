// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emptystate.h"

#include "ui/style.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(style::mutedLabel({}, this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_icon->setAlignment(Qt::AlignCenter);
    m_action->setObjectName(u"emptyAction"_s);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(style::Gap);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::triggered);
}

void EmptyState::setContent(Symbol symbol, const QString &sentence, const QString &action)
{
    m_symbol = symbol;
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    drawIcon();
    fitSentence();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSentence();
}

void EmptyState::fitSentence()
{
    // A layout gives an aligned label that wraps the height of one line only.
    const int widest = fontMetrics().averageCharWidth() * 60;
    const int room = qBound(0, width() - 2 * style::Margin, widest);
    m_sentence->setMinimumHeight(0); // else the answer is at least the last one
    m_sentence->setFixedSize(room, qMax(0, m_sentence->heightForWidth(room)));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void EmptyState::drawIcon()
{
    const auto size = 2 * style::iconSize();
    m_icon->setPixmap(icon(m_symbol, Tone::Muted).pixmap(size, size));
}

} // namespace salesdesk
