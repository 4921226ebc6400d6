// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providerspage.h"

#include "ui/newproviderdialog.h"
#include "ui/providerpane.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

ProvidersPage::ProvidersPage(Workspace &workspace, ReceiverControl &receiver, const MasterKey &master,
                             QWidget *parent)
    : Page(u"providersPage"_s, tr("Providers"), workspace, parent)
    , m_master(master)
    , m_model(workspace)
    , m_list(new TableView(this))
    , m_pane(new ProviderPane(*this, receiver, master, this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_sides(new QSplitter(Qt::Horizontal, this))
{
    auto *add = addAction(Symbol::Add, u"newProvider"_s, tr("New Provider…"), {});
    add->setToolTip(
        tr("New Provider (%1)").arg(QKeySequence(u"Ctrl+Shift+P"_s).toString(QKeySequence::NativeText)));
    connect(add, &QPushButton::clicked, this, &ProvidersPage::newProvider);
    m_list->setObjectName(u"providerList"_s);
    m_list->setAccessibleName(tr("Providers"));
    m_list->setModel(&m_model);
    m_list->setWidths({16, 16}, ProviderListModel::NameColumn, {ProviderListModel::LastCallColumn});
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
    m_sides->setObjectName(u"providersSplitter"_s);
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(m_list);
    m_sides->addWidget(m_pane);
    m_sides->setStretchFactor(0, 1);
    m_sides->setStretchFactor(1, 3);
    setSplitter(m_sides, 0);
    m_empty->setContent(
        Symbol::Providers,
        tr("A provider is an account in another system. It gets webhook URLs and an API key; its "
           "calls become activities and sales."),
        tr("New Provider…"));
    connect(m_empty, &EmptyState::triggered, this, &ProvidersPage::newProvider);
    m_stack->addWidget(m_sides);
    m_stack->addWidget(m_empty);
    content()->addWidget(m_stack);

    connect(m_list, &TableView::currentIdChanged, this, &ProvidersPage::showCurrent);
    connect(m_pane, &ProviderPane::logOpened, this, &ProvidersPage::logOpened);
    connect(&m_model, &LiveTableModel::loaded, this, &ProvidersPage::onLoaded);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ProvidersPage::showCurrent);
    attach(&m_model);
    attach(&m_pane->keys());
    attach(&m_pane->calls());
}

void ProvidersPage::newProvider()
{
    auto *dialog = new NewProviderDialog(workspace(), m_master, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewProviderDialog::created, this, [this](qint64 provider) {
        m_wanted = provider;
        m_model.reload();
    });
    dialog->open();
}

void ProvidersPage::showProvider(qint64 provider)
{
    m_wanted = provider;
    onLoaded();
}

void ProvidersPage::sendTestCall()
{
    m_testWanted = !m_model.isLoaded();
    if (m_testWanted)
        return;
    if (m_model.rowCount() == 0)
        banner()->showError(tr("There is no provider yet: make one first."));
    else
        m_pane->sendTestCall();
}

void ProvidersPage::onLoaded()
{
    setCount(m_model.rowCount() > 0 ? QLocale().toString(m_model.rowCount()) : QString());
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_sides);
    if (m_wanted > 0) {
        m_list->selectId(m_wanted);
        if (m_list->currentId() == m_wanted)
            m_wanted = 0;
    }
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0, 0));
    if (m_testWanted)
        sendTestCall();
}

void ProvidersPage::showCurrent()
{
    if (const auto *provider = m_model.rowOf(m_list->currentId()))
        m_pane->setProvider(*provider);
}

void ProvidersPage::savePlace(QSettings &settings) const
{
    Page::savePlace(settings);
    settings.setValue(u"splitter/provider"_s,
                      m_pane->findChild<QSplitter *>(u"providerSplitter"_s)->saveState());
}

void ProvidersPage::restorePlace(const QSettings &settings)
{
    Page::restorePlace(settings);
    m_pane->findChild<QSplitter *>(u"providerSplitter"_s)
        ->restoreState(settings.value(u"splitter/provider"_s).toByteArray());
}

} // namespace salesdesk
