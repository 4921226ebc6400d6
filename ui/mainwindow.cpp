// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "model/store/settingstore.h"
#include "model/tables/sentences.h"
#include "model/tables/whenfinished.h"
#include "ui/banner.h"
#include "ui/calllogpage.h"
#include "ui/entitiespage.h"
#include "ui/identitiespage.h"
#include "ui/overviewpage.h"
#include "ui/providerspage.h"
#include "ui/queuepage.h"
#include "ui/receiverstrip.h"
#include "ui/recordspage.h"
#include "ui/screenentry.h"
#include "ui/settingspage.h"
#include "ui/sidebar.h"
#include "ui/style.h"

#include <QCloseEvent>
#include <QDir>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int screenCount = static_cast<int>(MainWindow::Screen::Count);

} // namespace

MainWindow::MainWindow(Workspace &workspace, ReceiverControl &receiver, DesktopControl &desktop,
                       const MasterKey &master, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_receiver(receiver)
    , m_desktop(desktop)
    , m_master(master)
    , m_sideBar(new SideBar(this))
    , m_stack(new QStackedWidget(this))
    , m_banner(new Banner(this))
    , m_portBanner(new Banner(this))
    , m_strip(new ReceiverStrip(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("SalesDesk"));
    resize(1280, 800);
    setMinimumSize(640, 440);
    buildPages(master);
    buildMenus();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_strip, 1);
    buildTray();
    restorePlace();

    connect(&receiver, &ReceiverControl::statusChanged, this, &MainWindow::showReceiver);
    connect(&workspace, &Workspace::healthChanged, this, &MainWindow::showHealth);
    connect(&workspace, &Workspace::changed, this, &MainWindow::onChanged);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(500ms);
    connect(&m_countTimer, &QTimer::timeout, this, &MainWindow::refreshCounts);
    showReceiver(receiver.status());
    showHealth(workspace.health());
    refreshCounts();
    showScreen(m_screen);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages(const MasterKey &master)
{
    auto *providers = new ProvidersPage(m_workspace, m_receiver, master, this);
    auto *log = new CallLogPage(m_workspace, m_receiver, master, this);
    m_pages = {new OverviewPage(m_workspace, m_receiver, this),
               providers,
               log,
               new QueuePage(m_workspace, this),
               new IdentitiesPage(m_workspace, this),
               new EntitiesPage(EntityKind::Agent, m_workspace, this),
               new EntitiesPage(EntityKind::Team, m_workspace, this),
               new EntitiesPage(EntityKind::Product, m_workspace, this),
               new RecordsPage(Endpoint::Activities, m_workspace, this),
               new RecordsPage(Endpoint::Sales, m_workspace, this),
               new SettingsPage(m_workspace, m_receiver, m_desktop, this)};
    for (int number = 0; number < screenCount; ++number) {
        const auto entry = entryOf(static_cast<Screen>(number));
        m_sideBar->addScreen(entry.symbol, entry.name, QKeySequence(entry.key));
        m_stack->addWidget(m_pages.at(number));
    }
    m_stack->setObjectName(u"pages"_s);
    m_banner->setObjectName(u"healthBanner"_s);
    m_portBanner->setObjectName(u"receiverBanner"_s);

    auto *middle = new QWidget(this);
    auto *banners = new QVBoxLayout;
    banners->setContentsMargins(style::Margin, 0, style::Margin, 0); // as a page's own
    banners->setSpacing(style::Unit);
    for (auto *banner : {m_banner, m_portBanner})
        banners->addWidget(banner);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(banners);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, style::Gap, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addLayout(column, 1);
    setCentralWidget(middle);

    connect(m_sideBar, &QListWidget::currentRowChanged, this, [this](int number) {
        if (number >= 0)
            showScreen(static_cast<Screen>(number));
    });
    connectOverview();
    connect(providers, &ProvidersPage::logOpened, this, &MainWindow::openLog);
    connect(log, &CallLogPage::recordOpened, this, &MainWindow::showRecords);
    connectRecords(Screen::Activities);
    connectRecords(Screen::Sales);
    connect(log, &CallLogPage::identityOpened, this,
            [this](const QString &externalId) { showOn(Screen::Identities, externalId); });
    connect(log, &CallLogPage::providerOpened, this, &MainWindow::showProvider);
    connect(m_portBanner, &Banner::triggered, this, &MainWindow::useOtherPort);
    connect(m_strip, &ReceiverStrip::otherPortWanted, this, &MainWindow::useOtherPort);
}

void MainWindow::showScreen(Screen screen)
{
    m_screen = screen;
    const int number = static_cast<int>(screen);
    const QSignalBlocker quiet(m_sideBar);
    m_sideBar->setCurrentRow(number);
    m_stack->setCurrentIndex(number);
    showReceiver(m_receiver.status());
}

MainWindow::Screen MainWindow::screen() const
{
    return m_screen;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sideBar->setCollapsed(width() < style::NarrowWindow * fontMetrics().horizontalAdvance(u'0'));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        lookedAt();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepPlace();
    if (m_tray && !m_ending) {
        hide();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT quitRequested();
}

void MainWindow::quit()
{
    m_ending = true;
    close();
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    lookedAt();
}

void MainWindow::startReceiver()
{
    m_receiver.start(m_workspace.directory()->settings.text(Setting::ListenAddress), -1);
}

void MainWindow::useOtherPort()
{
    m_keepsPort = true;
    m_receiver.start(m_workspace.directory()->settings.text(Setting::ListenAddress),
                     ReceiverControl::NextFreePort);
}

void MainWindow::keepPort(int port)
{
    auto kept = m_workspace.write<Done>(
        [port](Connection &db) { return SettingStore(db).set(Setting::ListenPort, QString::number(port)); });
    whenFinished(kept, this, [this](const Result<Done> &done) {
        if (!done.ok())
            m_banner->showFailure(done.error());
    });
}

void MainWindow::showRestored(const Result<Done> &restored)
{
    if (restored.ok())
        m_banner->showMessage(Tone::Good, tr("The database is restored. The one before is kept beside it as "
                                             "salesdesk.db.before-restore."));
    else
        m_banner->showError(tr("The database is not restored. %1").arg(spoken(restored.error().detail)));
}

void MainWindow::keepPlace() const
{
    QSettings place(QDir(m_workspace.folder()).filePath(u"window.ini"_s), QSettings::IniFormat);
    place.setValue(u"geometry"_s, saveGeometry());
    place.setValue(u"page"_s, page(m_screen)->objectName());
    for (const auto *page : m_pages)
        page->savePlace(place);
}

void MainWindow::restorePlace()
{
    const QSettings place(QDir(m_workspace.folder()).filePath(u"window.ini"_s), QSettings::IniFormat);
    restoreGeometry(place.value(u"geometry"_s).toByteArray());
    for (int number = 0; number < screenCount; ++number) {
        if (m_pages.at(number)->objectName() == place.value(u"page"_s).toString())
            m_screen = static_cast<Screen>(number);
    }
    for (auto *page : m_pages)
        page->restorePlace(place);
}

void MainWindow::showReceiver(const ReceiverStatus &status)
{
    m_strip->showReceiver(status);
    if (status.state == ReceiverState::Listening && std::exchange(m_keepsPort, false))
        keepPort(QUrl(status.url).port());
    // The overview says it itself, with the same button.
    if (!status.problem.isEmpty() && m_screen != Screen::Overview)
        m_portBanner->showMessage(status.state == ReceiverState::Failed ? Tone::Bad : Tone::Warning,
                                  spoken(status.problem),
                                  status.portTaken ? tr("Use Another Port") : QString());
    else
        m_portBanner->hide();
}

void MainWindow::showHealth(const StoreHealth &health)
{
    if (health.storing)
        m_banner->hide();
    else
        m_banner->showError(health.detail);
}

} // namespace salesdesk
