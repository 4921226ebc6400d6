// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/banner.h"

#include "model/tables/sentences.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(style::plainLabel({}, this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setObjectName(u"bannerText"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto policy = m_text->sizePolicy(); // one long word does not widen the window
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    m_text->setSizePolicy(policy);
    m_action->setObjectName(u"bannerAction"_s);
    auto *close = new QToolButton(this);
    close->setObjectName(u"bannerClose"_s);
    close->setIcon(icon(Symbol::Clear));
    close->setAutoRaise(true);
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(tr("Hide this message"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(style::Unit * 3, style::Gap, style::Gap, style::Gap);
    row->setSpacing(style::Gap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(m_action, &QPushButton::clicked, this, &Banner::triggered);
    hide();
}

void Banner::showFailure(const Error &error)
{
    showMessage(error.code == ErrorCode::Conflict ? Tone::Warning : Tone::Bad, spoken(error.detail));
}

void Banner::showError(const QString &sentence)
{
    showMessage(Tone::Bad, spoken(sentence));
}

void Banner::showMessage(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    drawIcon();
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
    update();
}

void Banner::drawIcon()
{
    const auto symbol = m_tone == Tone::Good                             ? Symbol::Good
                        : m_tone == Tone::Bad || m_tone == Tone::Warning ? Symbol::Warning
                                                                         : Symbol::Info;
    m_icon->setPixmap(icon(symbol, m_tone).pixmap(style::iconSize(), style::iconSize()));
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tint = style::color(m_tone, palette());
    painter.setPen(style::tinted(tint, palette().color(QPalette::Window), 0.7));
    painter.setBrush(style::tinted(tint, palette().color(QPalette::Window), 0.1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::Radius, style::Radius);
}

} // namespace salesdesk
