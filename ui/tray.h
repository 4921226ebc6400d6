// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace salesdesk
{

/// The icon in the desktop's tray: how the receiver is, whether calls were refused that nobody has looked at,
/// and a menu. GUI thread; owned by the window.
class Tray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)
public:
    explicit Tray(QObject *parent);
    ~Tray() override;

    void showReceiver(const ReceiverStatus &status);
    void showStoring(bool storing);
    void showRefused(qint64 calls);
    /// A message of the desktop's.
    void notify(const QString &title, const QString &text);
    /// What the icon says, in words.
    [[nodiscard]] QString text() const { return m_icon.toolTip(); }
    /// What it shows.
    [[nodiscard]] QIcon shown() const { return m_icon.icon(); }

Q_SIGNALS:
    void opened();
    void startWanted();
    void stopWanted();
    void quitWanted();
    void notified(const QString &title, const QString &text);

private:
    void draw();

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_start;
    QAction *m_stop;
    ReceiverStatus m_status;
    bool m_storing = true;
    qint64 m_refused = 0;
};

} // namespace salesdesk
