// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "model/store/attention.h"
#include "model/store/identitystore.h"
#include "model/store/providerstore.h"
#include "model/tables/texts.h"
#include "model/tables/whenfinished.h"
#include "ui/banner.h"
#include "ui/calllogpage.h"
#include "ui/entitiespage.h"
#include "ui/finderdialog.h"
#include "ui/identitiespage.h"
#include "ui/providerspage.h"
#include "ui/queuepage.h"
#include "ui/recordspage.h"
#include "ui/screenentry.h"
#include "ui/settingspage.h"
#include "ui/sidebar.h"
#include "ui/style.h"
#include "ui/tray.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
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
    , m_receiverText(new QLabel(this))
    , m_receiverIcon(new QLabel(this))
    , m_rate(style::mutedLabel({}, this))
    , m_lastCall(style::mutedLabel({}, this))
    , m_otherPort(new QPushButton(tr("Use Another Port"), this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("SalesDesk"));
    resize(1280, 800);
    setMinimumSize(640, 440);
    buildPages(master);
    buildMenus();
    buildStatusBar();
    buildTray();
    restorePlace();

    connect(&receiver, &ReceiverControl::statusChanged, this, &MainWindow::showReceiver);
    connect(&workspace, &Workspace::healthChanged, this, &MainWindow::showHealth);
    connect(&workspace, &Workspace::changed, this, &MainWindow::onChanged);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(500ms);
    connect(&m_countTimer, &QTimer::timeout, this, &MainWindow::refreshCounts);
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showLastCall);
    m_clock.start();
    showReceiver(receiver.status());
    showHealth(workspace.health());
    refreshCounts();
    showScreen(m_screen);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages(const MasterKey &master)
{
    auto *providers = new ProvidersPage(m_workspace, m_receiver, master, this);
    m_pages = {providers,
               new CallLogPage(m_workspace, this),
               new QueuePage(m_workspace, this),
               new IdentitiesPage(m_workspace, this),
               new EntitiesPage(EntityKind::Agent, m_workspace, this),
               new EntitiesPage(EntityKind::Team, m_workspace, this),
               new EntitiesPage(EntityKind::Product, m_workspace, this),
               new ActivitiesPage(m_workspace, this),
               new SalesPage(m_workspace, this),
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
    banners->setContentsMargins(0, 0, 0, 0);
    banners->setSpacing(0);
    for (auto *banner : {m_banner, m_portBanner})
        banners->addWidget(banner);
    banners->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, style::Gap, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addLayout(banners, 1);
    setCentralWidget(middle);

    connect(m_sideBar, &QListWidget::currentRowChanged, this, [this](int number) {
        if (number >= 0)
            showScreen(static_cast<Screen>(number));
    });
    connect(providers, &ProvidersPage::logOpened, this, &MainWindow::openLog);
    connect(m_portBanner, &Banner::triggered, m_otherPort, &QPushButton::click);
}

void MainWindow::buildStatusBar()
{
    m_receiverText->setObjectName(u"receiverState"_s);
    m_receiverText->setTextFormat(Qt::PlainText);
    m_receiverText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_receiverIcon->setObjectName(u"receiverIcon"_s);
    m_rate->setObjectName(u"callRate"_s);
    m_lastCall->setObjectName(u"lastCall"_s);
    m_otherPort->setObjectName(u"otherPort"_s);
    m_otherPort->hide();
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(style::Margin, style::Unit, style::Margin, style::Unit);
    row->setSpacing(style::Gap);
    row->addWidget(m_receiverIcon);
    row->addWidget(m_receiverText);
    row->addWidget(m_otherPort);
    row->addStretch(1);
    row->addWidget(m_rate);
    row->addSpacing(style::Margin);
    row->addWidget(m_lastCall);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(box, 1);
    connect(m_otherPort, &QPushButton::clicked, this,
            [this] { m_receiver.start(m_workspace.directory()->settings.text(Setting::ListenAddress), 0); });
}

void MainWindow::showScreen(Screen screen)
{
    m_screen = screen;
    const int number = static_cast<int>(screen);
    const QSignalBlocker quiet(m_sideBar);
    m_sideBar->setCurrentRow(number);
    m_stack->setCurrentIndex(number);
}

MainWindow::Screen MainWindow::screen() const
{
    return m_screen;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sideBar->setCollapsed(width() < style::NarrowWindow);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showReceiver(m_receiver.status());
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        lookedAt();
}

void MainWindow::lookedAt()
{
    m_refused = 0;
    if (m_tray)
        m_tray->showRefused(0);
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

void MainWindow::startReceiver()
{
    m_receiver.start(m_workspace.directory()->settings.text(Setting::ListenAddress), -1);
}

void MainWindow::showRestored(const Result<Done> &restored)
{
    if (restored.ok())
        m_banner->showMessage(Tone::Good, tr("The database is restored. The one before is kept beside it as "
                                             "salesdesk.db.before-restore."));
    else
        m_banner->showError(tr("The database is not restored. %1").arg(restored.error().detail));
}

void MainWindow::keepPlace() const
{
    QSettings place(QDir(m_workspace.folder()).filePath(u"window.ini"_s), QSettings::IniFormat);
    place.setValue(u"geometry"_s, saveGeometry());
    place.setValue(u"screen"_s, static_cast<int>(m_screen));
    for (const auto *page : m_pages)
        page->savePlace(place);
}

void MainWindow::restorePlace()
{
    const QSettings place(QDir(m_workspace.folder()).filePath(u"window.ini"_s), QSettings::IniFormat);
    restoreGeometry(place.value(u"geometry"_s).toByteArray());
    m_screen = static_cast<Screen>(qBound(0, place.value(u"screen"_s).toInt(), screenCount - 1));
    for (auto *page : m_pages)
        page->restorePlace(place);
}

void MainWindow::showReceiver(const ReceiverStatus &status)
{
    const auto say = [this](Symbol symbol, Tone tone, const QString &text) {
        m_receiverIcon->setPixmap(icon(symbol, tone).pixmap(style::IconSize, style::IconSize));
        m_receiverText->setText(text);
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
        say(Symbol::Good, Tone::Good, tr("Receiving on %1").arg(status.url));
        break;
    case ReceiverState::Failed:
        say(Symbol::Warning, Tone::Bad, tr("Not receiving"));
        break;
    }
    if (status.state == ReceiverState::Failed)
        m_portBanner->showMessage(Tone::Bad, status.problem,
                                  status.portTaken ? tr("Use Another Port") : QString());
    else
        m_portBanner->hide();
    m_rate->setText(status.state == ReceiverState::Listening
                        ? tr("%1 calls/min").arg(QLocale().toString(status.callsLastMinute))
                        : QString());
}

void MainWindow::showHealth(const StoreHealth &health)
{
    if (health.storing)
        m_banner->hide();
    else
        m_banner->showMessage(Tone::Bad, health.detail);
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
        const auto providers = ProviderStore(db).list();
        if (!providers.ok())
            return providers.error();
        const auto attention = attentionSince(db, since);
        if (!attention.ok())
            return attention.error();
        counts.attention = *attention;
        counts.unlinked = *unlinked;
        counts.providers = providers->size();
        for (const auto &provider : *providers)
            counts.lastCall = qMax(counts.lastCall, provider.lastCallAt.value_or(0));
        return counts;
    });
    whenFinished(asked, this, [this](const Result<Counts> &counts) {
        if (!counts.ok()) {
            m_banner->showError(counts.error().detail);
            return;
        }
        m_sideBar->setCount(static_cast<int>(Screen::Providers), counts->providers, false);
        m_sideBar->setCount(static_cast<int>(Screen::Unlinked), counts->unlinked, true);
        m_lastCallAt = counts->lastCall;
        showLastCall();
        m_counted = counts->attention.newest;
        m_refused = isActiveWindow() ? 0 : m_refused + counts->attention.refused;
        if (m_tray)
            m_tray->showRefused(m_refused);
    });
}

void MainWindow::showLastCall()
{
    m_lastCall->setText(m_lastCallAt == 0
                            ? tr("No calls yet")
                            : tr("Last call %1")
                                  .arg(relativeTime(m_lastCallAt, QDateTime::currentMSecsSinceEpoch(),
                                                    QTimeZone::systemTimeZone())));
}

void MainWindow::newProvider()
{
    showScreen(Screen::Providers);
    static_cast<ProvidersPage *>(m_pages.first())->newProvider();
}

void MainWindow::openLog(const QString &filter, qint64 call)
{
    showScreen(Screen::Calls);
    auto *log = static_cast<CallLogPage *>(m_pages.at(static_cast<int>(Screen::Calls)));
    log->setFilterText(filter);
    if (call > 0)
        log->showCall(CallId{call});
}

void MainWindow::openFinder()
{
    auto *finder = new FinderDialog(m_workspace, this);
    finder->setAttribute(Qt::WA_DeleteOnClose);
    connect(finder, &FinderDialog::chosen, this, &MainWindow::goTo);
    finder->open();
}

void MainWindow::goTo(const Finding &finding)
{
    const auto show = [this](Screen screen, const QString &text) {
        showScreen(screen);
        m_pages.at(static_cast<int>(screen))->showOnly(text);
    };
    switch (finding.kind) {
    case Finding::Kind::Screen:
        showScreen(static_cast<Screen>(finding.id));
        break;
    case Finding::Kind::Provider:
        showScreen(Screen::Providers);
        static_cast<ProvidersPage *>(m_pages.first())->showProvider(finding.id);
        break;
    case Finding::Kind::Agent:
        show(Screen::Agents, finding.name);
        break;
    case Finding::Kind::Team:
        show(Screen::Teams, finding.name);
        break;
    case Finding::Kind::Product:
        show(Screen::Products, finding.name);
        break;
    case Finding::Kind::Identity:
        show(Screen::Identities, finding.externalId);
        break;
    case Finding::Kind::Activity:
        show(Screen::Activities, finding.name);
        break;
    case Finding::Kind::Sale:
        show(Screen::Sales, finding.name);
        break;
    case Finding::Kind::Call:
        openLog({}, finding.id);
        break;
    }
}

} // namespace salesdesk
