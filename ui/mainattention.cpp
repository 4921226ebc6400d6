// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/attention.h"
#include "model/store/identitystore.h"
#include "model/store/providerstore.h"
#include "model/tables/whenfinished.h"
#include "ui/banner.h"
#include "ui/mainwindow.h"
#include "ui/receiverstrip.h"
#include "ui/sidebar.h"
#include "ui/tray.h"

#include <QApplication>

// What asks for attention: the counts in the side bar, and the tray.
namespace salesdesk
{

void MainWindow::lookedAt()
{
    m_refused = 0;
    if (m_tray)
        m_tray->showRefused(0);
}

void MainWindow::buildTray()
{
    if (!m_desktop.hasTray())
        return;
    m_tray = new Tray(this);
    connect(m_tray, &Tray::opened, this, &MainWindow::bringUp);
    connect(m_tray, &Tray::quitWanted, this, &MainWindow::quit);
    connect(m_tray, &Tray::startWanted, this, &MainWindow::startReceiver);
    connect(m_tray, &Tray::stopWanted, this, [this] { m_receiver.stop(); });
    connect(&m_receiver, &ReceiverControl::statusChanged, m_tray, &Tray::showReceiver);
    connect(&m_workspace, &Workspace::healthChanged, m_tray,
            [tray = m_tray](const StoreHealth &health) { tray->showStoring(health.storing); });
    m_tray->showReceiver(m_receiver.status());
    m_tray->showStoring(m_workspace.health().storing);
    // The window is not the last thing that goes, and the end of a session must not be held up by it.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { m_ending = true; });
}

void MainWindow::onChanged(Changes changes)
{
    constexpr Changes counted = Change::Providers | Change::Identities | Change::Decisions | Change::Calls;
    if ((changes & counted) != 0 && !m_countTimer.isActive())
        m_countTimer.start();
}

void MainWindow::refreshCounts()
{
    struct Counts {
        qint64 unlinked = 0;
        qint64 providers = 0;
        qint64 lastCall = 0;
        Attention attention;
    };
    auto asked = m_workspace.read<Counts>([since = m_counted](Connection &db) -> Result<Counts> {
        Counts counts;
        const auto unlinked = IdentityStore(db).count({});
        if (!unlinked.ok())
            return unlinked.error();
        const auto providers = ProviderStore(db).list(true);
        if (!providers.ok())
            return providers.error();
        const auto attention = attentionSince(db, since);
        if (!attention.ok())
            return attention.error();
        counts.attention = *attention;
        counts.unlinked = *unlinked;
        for (const auto &provider : *providers) {
            counts.providers += provider.archivedAt ? 0 : 1;
            counts.lastCall = qMax(counts.lastCall, provider.lastCallAt.value_or(0));
        }
        return counts;
    });
    whenFinished(asked, this, [this](const Result<Counts> &counts) {
        if (!counts.ok()) {
            m_banner->showFailure(counts.error());
            return;
        }
        m_sideBar->setCount(static_cast<int>(Screen::Providers), counts->providers, false);
        m_sideBar->setCount(static_cast<int>(Screen::Unlinked), counts->unlinked, true);
        m_strip->setLastCall(counts->lastCall);
        m_counted = counts->attention.newest;
        m_refused = isActiveWindow() ? 0 : m_refused + counts->attention.refused;
        if (m_tray)
            m_tray->showRefused(m_refused);
    });
}

} // namespace salesdesk
