// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray.h"

#include "model/tables/sentences.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QGuiApplication>
#include <QPainter>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// The program's icon with a mark in its corner: a sign, so that it is not told by colour alone.
QIcon marked(QChar sign, Tone tone)
{
    QIcon made;
    for (const int side : {22, 32, 48, 64}) {
        auto bitmap = applicationIcon().pixmap(side, side);
        QPainter painter(&bitmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const double width = side * 0.56;
        const QRectF corner(side - width, side - width, width, width);
        painter.setPen(QPen(Qt::white, side * 0.05));
        painter.setBrush(style::color(tone, style::lightPalette()));
        painter.drawEllipse(corner.adjusted(1, 1, -1, -1));
        auto font = QGuiApplication::font();
        font.setBold(true);
        font.setPixelSize(qRound(width * 0.72));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(corner, Qt::AlignCenter, QString(sign));
        painter.end();
        made.addPixmap(bitmap);
    }
    return made;
}

} // namespace

Tray::Tray(QObject *parent)
    : QObject(parent)
{
    m_menu.addAction(tr("Open SalesDesk"), this, &Tray::opened);
    m_menu.addSeparator();
    m_start = m_menu.addAction(icon(Symbol::Start), tr("Start Receiver"), this, &Tray::startWanted);
    m_stop = m_menu.addAction(icon(Symbol::Stop), tr("Stop Receiver"), this, &Tray::stopWanted);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT opened();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::opened);
    draw();
    m_icon.show();
}

Tray::~Tray() = default;

void Tray::showReceiver(const ReceiverStatus &status)
{
    const bool failed = status.state == ReceiverState::Failed && m_status.state != ReceiverState::Failed;
    const bool warned = status.state == ReceiverState::Listening && !status.problem.isEmpty() &&
                        m_status.problem != status.problem;
    m_status = status;
    draw();
    if (failed)
        notify(tr("SalesDesk is not receiving"), spoken(status.problem));
    else if (warned)
        notify(tr("The receiver needs attention"), spoken(status.problem));
}

void Tray::showStoring(bool storing)
{
    const bool failed = m_storing && !storing;
    m_storing = storing;
    draw();
    if (failed)
        notify(tr("SalesDesk cannot store calls"), tr("Senders are told to try again. The window says why."));
}

void Tray::showRefused(qint64 calls)
{
    if (m_refused == calls)
        return;
    m_refused = calls;
    draw();
}

void Tray::notify(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, QSystemTrayIcon::Warning);
    Q_EMIT notified(title, text);
}

void Tray::draw()
{
    const bool listening = m_status.state == ReceiverState::Listening;
    m_start->setEnabled(!listening && m_status.state != ReceiverState::Starting);
    m_stop->setEnabled(listening);
    QStringList lines;
    if (!m_storing)
        lines.append(tr("Calls cannot be stored"));
    if (m_status.state == ReceiverState::Failed)
        lines.append(tr("Not receiving"));
    else if (m_status.state == ReceiverState::Stopped)
        lines.append(tr("The receiver is stopped"));
    else if (listening)
        lines.append(tr("Receiving on %1").arg(m_status.url));
    if (m_refused > 0)
        lines.append(tr("%n refused call(s) not looked at yet", nullptr,
                        static_cast<int>(qMin<qint64>(m_refused, 1000000))));
    m_icon.setToolTip(u"SalesDesk\n"_s + lines.join(u'\n'));
    if (!m_storing || m_status.state == ReceiverState::Failed)
        m_icon.setIcon(marked(u'!', Tone::Bad));
    else if (m_status.state == ReceiverState::Stopped)
        m_icon.setIcon(marked(u'×', Tone::Muted));
    else if (m_refused > 0)
        m_icon.setIcon(
            marked(m_refused > 9 ? u'+' : QChar(u'0' + static_cast<char16_t>(m_refused)), Tone::Warning));
    else
        m_icon.setIcon(applicationIcon());
}

} // namespace salesdesk
