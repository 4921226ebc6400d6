// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providerpane.h"

#include "model/domain/callfilter.h"
#include "model/store/providerstore.h"
#include "model/tables/texts.h"
#include "model/tables/whenfinished.h"
#include "ui/copyfield.h"
#include "ui/formlabel.h"
#include "ui/keybox.h"
#include "ui/kitbox.h"
#include "ui/signingbox.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ProviderPane::ProviderPane(Page &page, ReceiverControl &receiver, const MasterKey &master, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_receiver(receiver)
    , m_master(master)
    , m_calls(page.workspace())
{
    setObjectName(u"providerPane"_s);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"providerSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildDetails());
    splitter->addWidget(buildCalls());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({3000, 2000}); // shares: by their hints the list would take most of a low window
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Gap, 0, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(buildHeader());
    column->addWidget(splitter, 1);

    connect(&receiver, &ReceiverControl::statusChanged, this, &ProviderPane::showUrls);
    connect(&page.workspace(), &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Settings))
            showUrls();
    });
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, &ProviderPane::showAbout);
    m_clock.start();
}

QWidget *ProviderPane::buildHeader()
{
    auto *header = new QWidget(this);
    m_name = style::plainLabel({}, header);
    m_name->setObjectName(u"providerName"_s);
    m_name->setFont(style::section(m_name->font()));
    m_about = style::mutedLabel({}, header);
    m_about->setObjectName(u"providerAbout"_s);
    m_about->setWordWrap(true); // where there is no room for it in one line
    m_about->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *more = new QToolButton(header);
    more->setObjectName(u"providerMore"_s);
    more->setIcon(icon(Symbol::More));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
    more->setToolTip(tr("Rename or archive"));
    more->setAccessibleName(tr("More"));
    auto *menu = new QMenu(more);
    menu->addAction(icon(Symbol::Edit), tr("Rename…"), this, &ProviderPane::rename);
    menu->addAction(icon(Symbol::Archive), tr("Archive…"), this, &ProviderPane::archive);
    more->setMenu(menu);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Gap);
    row->addWidget(m_name);
    row->addWidget(m_about, 1);
    row->addWidget(more);
    return header;
}

QWidget *ProviderPane::buildDetails()
{
    auto *inside = new QWidget;
    m_activityUrl = new CopyField(u"activityUrl"_s, inside);
    m_activityUrl->setLabel(tr("Activity webhook"));
    m_saleUrl = new CopyField(u"saleUrl"_s, inside);
    m_saleUrl->setLabel(tr("Sale webhook"));
    m_activityOff = style::mutedLabel(tr("Activities are switched off in Settings."), inside);
    m_saleOff = style::mutedLabel(tr("Sales are switched off in Settings."), inside);
    m_createUsers = new QCheckBox(tr("Create users from agent_email"), inside);
    m_createUsers->setObjectName(u"createUsers"_s);
    m_manageTeams = new QCheckBox(tr("Manage teams from agent_team_id"), inside);
    m_manageTeams->setObjectName(u"manageTeams"_s);
    m_signing = new SigningBox(m_page, m_master, inside);
    m_rateLimit = new QSpinBox(inside);
    m_rateLimit->setObjectName(u"rateLimit"_s);
    m_rateLimit->setAccessibleName(tr("Most calls a minute"));
    m_rateLimit->setRange(0, 1000000);
    m_rateLimit->setSpecialValueText(tr("Any number of calls/min"));
    m_rateLimit->setSuffix(tr(" calls/min at the most"));
    m_rateLimit->setKeyboardTracking(false);
    m_rateLimit->setToolTip(
        tr("Calls beyond this are answered with 429, which tells the sender when to try again."));
    m_keys = new KeyBox(m_page, m_master, inside);
    m_kit = new KitBox(inside);

    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, style::Gap, style::Gap);
    grid->setHorizontalSpacing(style::Gap);
    grid->setVerticalSpacing(style::Gap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &label, QWidget *widget, const QWidget &level) {
        auto *text = style::mutedLabel(label, inside);
        levelWith(text, level);
        grid->addWidget(text, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(widget, row++, 1);
    };
    const auto both = [&](QWidget *first, QWidget *second) {
        auto *pair = new QWidget(inside);
        auto *column = new QVBoxLayout(pair);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(style::Unit);
        column->addWidget(first);
        column->addWidget(second);
        return pair;
    };
    add(tr("Activity webhook"), both(m_activityUrl, m_activityOff), *m_activityUrl);
    add(tr("Sale webhook"), both(m_saleUrl, m_saleOff), *m_saleUrl);
    add(tr("API keys"), m_keys, *m_activityUrl); // with the heads of the keys
    auto *options = both(m_createUsers, m_manageTeams);
    options->layout()->addWidget(m_signing);
    options->layout()->addWidget(m_rateLimit);
    options->layout()->setAlignment(m_rateLimit, Qt::AlignLeft);
    add(tr("Options"), options, *m_createUsers);
    // The example takes all the room there is.
    grid->addWidget(style::mutedLabel(tr("Send from"), inside), row++, 0, 1, 2);
    grid->addWidget(m_kit, row, 0, 1, 2);
    grid->setRowStretch(row, 1);

    connect(m_keys, &KeyBox::revealedChanged, this, &ProviderPane::showUrls);
    connect(m_signing, &SigningBox::revealedChanged, this, &ProviderPane::showUrls);
    connect(m_kit, &KitBox::testWanted, this, &ProviderPane::sendTestCall);
    connect(m_rateLimit, &QSpinBox::valueChanged, this, [this](int limit) {
        m_page.write<Done>(
            [id = m_provider.id, limit](Connection &db) { return ProviderStore(db).setRateLimit(id, limit); },
            [](Done) {});
    });
    connect(m_createUsers, &QCheckBox::clicked, this, [this](bool on) {
        m_page.write<Done>(
            [id = m_provider.id, on](Connection &db) { return ProviderStore(db).setCreateUsers(id, on); },
            [](Done) {});
    });
    connect(m_manageTeams, &QCheckBox::clicked, this, [this](bool on) {
        m_page.write<Done>(
            [id = m_provider.id, on](Connection &db) { return ProviderStore(db).setManageTeams(id, on); },
            [](Done) {});
    });
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->setMinimumWidth(grid->minimumSize().width() + scroll->verticalScrollBar()->sizeHint().width());
    return scroll;
}

QWidget *ProviderPane::buildCalls()
{
    auto *box = new QWidget(this);
    auto *open = new QPushButton(icon(Symbol::Calls), tr("Open in Log"), box);
    open->setObjectName(u"openInLog"_s);
    m_callTable = new TableView(box);
    m_callTable->setObjectName(u"providerCalls"_s);
    m_callTable->setAccessibleName(tr("Calls to this provider"));
    m_callTable->setModel(&m_calls);
    m_callTable->setWidths(
        {16, 0, 12, 28, 20, 12, 16, 11, 11, 0}, CallTableModel::RecordColumn,
        {CallTableModel::SizeColumn, CallTableModel::DurationColumn, CallTableModel::TypeColumn});
    m_callTable->emptyState()->setContent(
        Symbol::Calls, tr("No calls yet. Send one with the example above; it appears here at once."),
        tr("Send Test Call"));
    connect(m_callTable->emptyState(), &EmptyState::triggered, this, &ProviderPane::sendTestCall);
    auto *row = new QHBoxLayout;
    row->addWidget(style::sectionLabel(tr("Calls to this provider"), box));
    row->addStretch(1);
    row->addWidget(open);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, style::Gap, 0, 0);
    column->setSpacing(style::Gap);
    column->addLayout(row);
    column->addWidget(m_callTable, 1);
    connect(open, &QPushButton::clicked, this, [this] {
        Q_EMIT logOpened(filterTerm(u"provider"_s, m_provider.name), m_callTable->currentId());
    });
    connect(m_callTable, &QTableView::doubleClicked, open, &QPushButton::click);
    return box;
}

void ProviderPane::setProvider(const Provider &provider)
{
    const bool other = provider.id != m_provider.id;
    m_provider = provider;
    m_name->setText(provider.name);
    showAbout();
    m_createUsers->setChecked(provider.createUsers);
    m_manageTeams->setChecked(provider.manageTeams);
    m_signing->setProvider(provider);
    {
        const QSignalBlocker quiet(m_rateLimit);
        m_rateLimit->setValue(provider.rateLimit);
    }
    m_keys->setProvider(provider.id);
    if (other)
        m_calls.setQuery({.filter = {}, .provider = provider.id});
    showUrls();
}

KeyTableModel &ProviderPane::keys()
{
    return m_keys->model();
}

void ProviderPane::showAbout()
{
    QStringList about{tr("Webhooks")};
    about.append(tr("created %1")
                     .arg(relativeTime(m_provider.createdAt, QDateTime::currentMSecsSinceEpoch(),
                                       QTimeZone::systemTimeZone())));
    if (m_provider.lastCallAt)
        about.append(tr("last call %1")
                         .arg(relativeTime(*m_provider.lastCallAt, QDateTime::currentMSecsSinceEpoch(),
                                           QTimeZone::systemTimeZone())));
    if (m_provider.archivedAt)
        about.append(tr("archived"));
    m_about->setText(about.join(u", "_s));
}

void ProviderPane::showUrls()
{
    const auto settings = m_page.workspace().directory()->settings;
    auto base = m_receiver.status().url;
    if (base.isEmpty())
        base =
            u"http://%1:%2"_s.arg(settings.text(Setting::ListenAddress), settings.text(Setting::ListenPort));
    const auto url = [&](Endpoint endpoint) {
        return u"%1/webhooks/%2/%3"_s.arg(base, m_provider.publicId, toText(endpoint));
    };
    const bool activities = settings.flag(Setting::FeatureActivities);
    const bool sales = settings.flag(Setting::FeatureSales);
    m_activityUrl->setText(url(Endpoint::Activities));
    m_saleUrl->setText(url(Endpoint::Sales));
    m_activityUrl->setVisible(activities);
    m_activityOff->setVisible(!activities);
    m_saleUrl->setVisible(sales);
    m_saleOff->setVisible(!sales);
    KitRequest request;
    request.key = m_keys->revealed().isEmpty() ? u"YOUR_API_KEY"_s : m_keys->revealed();
    request.signing = m_provider.signing;
    request.secret = m_signing->revealed().isEmpty() ? u"YOUR_SIGNING_SECRET"_s : m_signing->revealed();
    request.now = QDateTime::currentDateTime().toTimeZone(m_page.workspace().directory()->zone);
    m_kit->show(request, activities ? m_activityUrl->text() : QString(),
                sales ? m_saleUrl->text() : QString());
}

void ProviderPane::rename()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"renameDialog"_s);
    dialog->setWindowTitle(tr("Rename Provider"));
    dialog->setLabelText(tr("Name"));
    dialog->setOkButtonText(tr("Rename"));
    dialog->setTextValue(m_provider.name);
    style::sizeDialog(*dialog, 50, 0);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        m_page.write<Done>(
            [id = m_provider.id, name](Connection &db) { return ProviderStore(db).rename(id, name); },
            [](Done) {});
    });
    dialog->open();
}

void ProviderPane::archive()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Archive Provider"), {}, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"archiveBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setText(
        tr("Archive \"%1\"? Its URLs answer 404 from then on. Its records, calls and identities stay.")
            .arg(m_provider.name));
    box->setDefaultButton(QMessageBox::Cancel);
    auto *yes = box->addButton(tr("Archive"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = m_provider.id, name = m_provider.name] {
        m_page.write<Done>([id](Connection &db) { return ProviderStore(db).archive(id); },
                           [this, name](Done) {
                               m_page.banner()->showMessage(
                                   Tone::Good,
                                   tr("%1 is archived. Its URLs answer 404 from now on.").arg(name));
                           });
    });
    box->open();
}

void ProviderPane::sendTestCall()
{
    m_kit->setSending(true);
    const auto endpoint = m_kit->endpoint();
    m_keys->withValidKey([this, endpoint](const QString &key) {
        if (!m_provider.signing) {
            send(endpoint, key, {});
            return;
        }
        m_page.read<QByteArray>(
            [id = m_provider.id, master = m_master](Connection &db) {
                return ProviderStore(db).signingSecret(id, master);
            },
            [this, endpoint, key](const QByteArray &secret) { send(endpoint, key, secret); });
    });
    m_kit->setSending(false);
}

void ProviderPane::send(Endpoint endpoint, const QString &key, const std::optional<QByteArray> &secret)
{
    const auto now = QDateTime::currentDateTime().toTimeZone(m_page.workspace().directory()->zone);
    m_kit->setSending(true);
    whenFinished(
        m_receiver.send(testCall(m_provider, endpoint, key, secret, now)), this,
        [this](const Result<int> &status) {
            m_kit->setSending(false);
            if (!status.ok())
                m_page.banner()->showFailure(status.error());
            else if (*status < 300)
                m_page.banner()->showMessage(
                    Tone::Good,
                    tr("The test call was answered with %1. It stands among the calls below.").arg(*status));
            else
                m_page.banner()->showError(
                    tr("The test call was answered with %1. The calls below say why.").arg(*status));
        });
}

} // namespace salesdesk
