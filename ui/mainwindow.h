// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/desktopcontrol.h"
#include "model/domain/secrets.h"
#include "model/receivercontrol.h"
#include "model/workspace.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;
class QStackedWidget;

namespace salesdesk
{

class Banner;
struct Finding;
class Page;
class ReceiverStrip;
class SideBar;
class Tray;

/// The window: the side bar, a stack of pages and the status bar, nothing more. Lives on the GUI thread,
/// owned by app. Its place on the screen is kept in "window.ini" in the workspace's folder, because it is of
/// this machine and not of the data.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    /// In the order of the side bar.
    enum class Screen {
        Overview,
        Providers,
        Calls,
        Unlinked,
        Identities,
        Agents,
        Teams,
        Products,
        Activities,
        Sales,
        Settings,
        Count
    };

    /// All four must outlive the window. `master` opens the sealed API keys for Reveal and Copy.
    MainWindow(Workspace &workspace, ReceiverControl &receiver, DesktopControl &desktop,
               const MasterKey &master, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showScreen(Screen screen);
    [[nodiscard]] Screen screen() const;
    /// Shows the window, over others, wherever it was.
    void bringUp();
    /// Writes down where the window is.
    void keepPlace() const;
    /// Says what became of a restoring.
    void showRestored(const Result<Done> &restored);

Q_SIGNALS:
    /// The program is to end: by the menu, or because the window was closed and there is no tray.
    void quitRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages(const MasterKey &master);
    void buildMenus();
    void buildTray();
    /// The page of a screen, which is a T.
    template <typename T = Page>
    [[nodiscard]] T *page(Screen screen) const
    {
        return static_cast<T *>(m_pages.at(static_cast<int>(screen)));
    }
    void openFinder();
    void goTo(const Finding &finding);
    void startReceiver();
    /// Takes the next free port, and keeps it in the settings once it is known.
    void useOtherPort();
    void keepPort(int port);
    void quit();
    /// Nothing is unread any more.
    void lookedAt();
    void restorePlace();
    void showReceiver(const ReceiverStatus &status);
    void showHealth(const StoreHealth &health);
    void onChanged(Changes changes);
    void refreshCounts();
    void connectOverview();
    void newProvider();
    void sendTestCall();
    void connectRecords(Screen screen);
    void showRecords(Endpoint endpoint, const QString &externalId);
    void showOn(Screen screen, const QString &text);
    void showProvider(ProviderId provider);
    void openLog(const QString &filter, qint64 call);

    Workspace &m_workspace;
    ReceiverControl &m_receiver;
    DesktopControl &m_desktop;
    const MasterKey &m_master;
    SideBar *m_sideBar;
    QStackedWidget *m_stack;
    Banner *m_banner;
    Banner *m_portBanner;
    ReceiverStrip *m_strip;
    QList<Page *> m_pages;
    Tray *m_tray = nullptr;          ///< where the desktop has one
    std::optional<CallId> m_counted; ///< the last call that was counted for the tray
    qint64 m_refused = 0;            ///< calls refused since the window was looked at
    bool m_keepsPort = false;        ///< the port that it comes to listen on is to be kept
    bool m_ending = false;           ///< closing is meant
    QTimer m_countTimer;
    Screen m_screen = Screen::Overview;
};

} // namespace salesdesk
