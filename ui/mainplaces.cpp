// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calllogpage.h"
#include "ui/finderdialog.h"
#include "ui/mainwindow.h"
#include "ui/overviewpage.h"
#include "ui/providerspage.h"
#include "ui/queuepage.h"
#include "ui/recordspage.h"
#include "ui/tray.h"

// How the window's places lead to each other.
namespace salesdesk
{

void MainWindow::connectOverview()
{
    auto *overview = page<OverviewPage>(Screen::Overview);
    connect(overview, &OverviewPage::callsWanted, this,
            [this](const QString &filter) { openLog(filter, 0); });
    connect(overview, &OverviewPage::queueWanted, this, [this](std::optional<EntityKind> kind) {
        showScreen(Screen::Unlinked);
        page<QueuePage>(Screen::Unlinked)->showKind(kind);
    });
    connect(overview, &OverviewPage::providerWanted, this, &MainWindow::newProvider);
    connect(overview, &OverviewPage::testCallWanted, this, &MainWindow::sendTestCall);
    connect(overview, &OverviewPage::startWanted, this, &MainWindow::startReceiver);
    connect(overview, &OverviewPage::otherPortWanted, this, &MainWindow::useOtherPort);
    connect(overview, &OverviewPage::settingsWanted, this, [this] { showScreen(Screen::Settings); });
    connect(overview, &OverviewPage::fellSilent, this, [this](const QString &sentence) {
        if (m_tray)
            m_tray->notify(tr("A provider fell silent"), sentence);
    });
}

void MainWindow::connectRecords(Screen screen)
{
    auto *records = page<RecordsPage>(screen);
    connect(records, &RecordsPage::identityOpened, this,
            [this](const QString &externalId) { showOn(Screen::Identities, externalId); });
    connect(records, &RecordsPage::linkWanted, this, [this](EntityKind kind, const QString &externalId) {
        showOn(Screen::Unlinked, externalId);
        page<QueuePage>(Screen::Unlinked)->showKind(kind);
    });
    connect(records, &RecordsPage::providerOpened, this, &MainWindow::showProvider);
    connect(records, &RecordsPage::callOpened, this, [this](CallId call) { openLog({}, call.value); });
}

void MainWindow::showRecords(Endpoint endpoint, const QString &externalId)
{
    const auto screen = endpoint == Endpoint::Activities ? Screen::Activities : Screen::Sales;
    showScreen(screen);
    page<RecordsPage>(screen)->showRecordsOf(externalId);
}

void MainWindow::sendTestCall()
{
    showScreen(Screen::Providers);
    page<ProvidersPage>(Screen::Providers)->sendTestCall();
}

void MainWindow::newProvider()
{
    showScreen(Screen::Providers);
    page<ProvidersPage>(Screen::Providers)->newProvider();
}

void MainWindow::openLog(const QString &filter, qint64 call)
{
    showScreen(Screen::Calls);
    auto *log = page<CallLogPage>(Screen::Calls);
    log->showOnly(filter);
    if (call > 0)
        log->openCall(CallId{call});
}

void MainWindow::openFinder()
{
    auto *finder = new FinderDialog(m_workspace, this);
    finder->setAttribute(Qt::WA_DeleteOnClose);
    connect(finder, &FinderDialog::chosen, this, &MainWindow::goTo);
    finder->open();
}

void MainWindow::showOn(Screen screen, const QString &text)
{
    showScreen(screen);
    page(screen)->showOnly(text);
}

void MainWindow::showProvider(ProviderId provider)
{
    showScreen(Screen::Providers);
    page<ProvidersPage>(Screen::Providers)->showProvider(provider.value);
}

void MainWindow::goTo(const Finding &finding)
{
    switch (finding.kind) {
    case Finding::Kind::Screen:
        showScreen(static_cast<Screen>(finding.id));
        break;
    case Finding::Kind::Provider:
        if (finding.id > 0)
            showProvider(ProviderId{finding.id});
        else
            showScreen(Screen::Providers);
        break;
    case Finding::Kind::Agent:
        showOn(Screen::Agents, finding.name);
        break;
    case Finding::Kind::Team:
        showOn(Screen::Teams, finding.name);
        break;
    case Finding::Kind::Product:
        showOn(Screen::Products, finding.name);
        break;
    case Finding::Kind::Identity:
        showOn(Screen::Identities, finding.externalId);
        break;
    case Finding::Kind::Activity:
        showRecords(Endpoint::Activities, finding.name);
        break;
    case Finding::Kind::Sale:
        showRecords(Endpoint::Sales, finding.name);
        break;
    case Finding::Kind::Call:
        openLog({}, finding.id);
        break;
    }
}

} // namespace salesdesk
