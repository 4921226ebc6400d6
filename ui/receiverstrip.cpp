// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiverstrip.h"

#include "model/tables/texts.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ReceiverStrip::ReceiverStrip(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(style::plainLabel({}, this))
    , m_otherPort(new QPushButton(tr("Use Another Port"), this))
    , m_rate(style::mutedLabel({}, this))
    , m_lastCall(style::mutedLabel({}, this))
{
    m_text->setObjectName(u"receiverState"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setObjectName(u"receiverIcon"_s);
    m_rate->setObjectName(u"callRate"_s);
    m_lastCall->setObjectName(u"lastCall"_s);
    m_otherPort->setObjectName(u"otherPort"_s);
    m_otherPort->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(style::Margin, style::Unit, style::Margin, style::Unit);
    row->setSpacing(style::Gap);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    row->addWidget(m_otherPort);
    row->addStretch(1);
    row->addWidget(m_rate);
    row->addSpacing(style::Margin);
    row->addWidget(m_lastCall);
    connect(m_otherPort, &QPushButton::clicked, this, &ReceiverStrip::otherPortWanted);
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, &ReceiverStrip::showLastCall);
    m_clock.start();
    showLastCall();
}

void ReceiverStrip::showReceiver(const ReceiverStatus &status)
{
    m_status = status;
    const auto say = [this](Symbol symbol, Tone tone, const QString &text) {
        m_icon->setPixmap(icon(symbol, tone).pixmap(style::iconSize(), style::iconSize()));
        m_text->setText(text);
    };
    m_otherPort->setVisible(status.state == ReceiverState::Failed && status.portTaken);
    switch (status.state) {
    case ReceiverState::Stopped:
        say(Symbol::Stop, Tone::Muted, tr("The receiver is stopped"));
        break;
    case ReceiverState::Starting:
        say(Symbol::Start, Tone::Info, tr("The receiver is starting"));
        break;
    case ReceiverState::Listening:
        say(status.problem.isEmpty() ? Symbol::Good : Symbol::Warning,
            status.problem.isEmpty() ? Tone::Good : Tone::Warning, tr("Receiving on %1").arg(status.url));
        break;
    case ReceiverState::Failed:
        say(Symbol::Warning, Tone::Bad, tr("Not receiving"));
        break;
    }
    m_rate->setText(status.state == ReceiverState::Listening
                        ? tr("%Ln call(s)/min", nullptr, static_cast<int>(status.callsLastMinute))
                        : QString());
}

void ReceiverStrip::setLastCall(qint64 at)
{
    m_lastCallAt = at;
    showLastCall();
}

void ReceiverStrip::showLastCall()
{
    m_lastCall->setText(m_lastCallAt == 0
                            ? tr("No calls yet")
                            : tr("Last call %1")
                                  .arg(relativeTime(m_lastCallAt, QDateTime::currentMSecsSinceEpoch(),
                                                    QTimeZone::systemTimeZone())));
}

void ReceiverStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showReceiver(m_status);
}

} // namespace salesdesk
