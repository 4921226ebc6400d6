// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiverbox.h"

#include "model/tables/sentences.h"
#include "ui/card.h"
#include "ui/copyfield.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

ReceiverBox::ReceiverBox(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Receiver"), this))
    , m_icon(new QLabel(this))
    , m_problem(style::plainLabel({}, this))
    , m_url(new CopyField(u"receiverUrl"_s, this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"receiverBox"_s);
    m_url->setLabel(tr("Address"));
    m_problem->setObjectName(u"receiverProblem"_s);
    m_problem->setWordWrap(true);
    m_action->setObjectName(u"receiverAction"_s);
    m_card->header()->insertWidget(0, m_icon);
    m_card->header()->addWidget(m_action);
    m_card->content()->addWidget(m_problem);
    m_card->content()->addWidget(m_url);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_action, &QPushButton::clicked, this, &ReceiverBox::act);
    showReceiver({});
}

void ReceiverBox::showReceiver(const ReceiverStatus &status)
{
    m_status = status;
    const auto say = [this](Symbol symbol, Tone tone, const QString &title, const QString &note,
                            const QString &action) {
        m_icon->setPixmap(icon(symbol, tone).pixmap(style::iconSize(), style::iconSize()));
        m_card->setTitle(title);
        m_card->setNote(note);
        m_action->setText(action);
        m_action->setVisible(!action.isEmpty());
    };
    switch (status.state) {
    case ReceiverState::Stopped:
        say(Symbol::Stop, Tone::Muted, tr("The receiver is stopped"), tr("Calls are not answered."),
            tr("Start"));
        break;
    case ReceiverState::Starting:
        say(Symbol::Start, Tone::Info, tr("The receiver is starting"), {}, {});
        break;
    case ReceiverState::Listening: {
        const auto rate =
            tr("%Ln call(s) in the last minute", nullptr, static_cast<int>(status.callsLastMinute));
        const bool tls = status.url.startsWith("https:"_L1);
        const bool sound = status.problem.isEmpty();
        say(sound ? Symbol::Good : Symbol::Warning, sound ? Tone::Good : Tone::Warning, tr("Receiving"),
            (tls ? tr("Over TLS · %1") : tr("Without TLS · %1")).arg(rate), {});
        break;
    }
    case ReceiverState::Failed:
        say(Symbol::Warning, Tone::Bad, tr("Not receiving"), {},
            status.portTaken ? tr("Use Another Port") : tr("Open the Settings"));
        break;
    }
    m_problem->setText(spoken(status.problem));
    m_problem->setVisible(!status.problem.isEmpty());
    if (m_url->text() != status.url)
        m_url->setText(status.url);
    m_url->setVisible(status.state == ReceiverState::Listening);
}

void ReceiverBox::act()
{
    if (m_status.state == ReceiverState::Stopped)
        Q_EMIT startWanted();
    else if (m_status.portTaken)
        Q_EMIT otherPortWanted();
    else
        Q_EMIT settingsWanted();
}

void ReceiverBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showReceiver(m_status);
}

} // namespace salesdesk
