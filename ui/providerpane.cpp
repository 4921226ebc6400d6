// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providerpane.h"

#include "model/store/providerstore.h"
#include "model/tables/texts.h"
#include "ui/copyfield.h"
#include "ui/signingbox.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTextOption>
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
    , m_keys(page.workspace())
    , m_calls(page.workspace())
{
    setObjectName(u"providerPane"_s);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"providerSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildDetails());
    splitter->addWidget(buildCalls());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
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
    fitKeys();
    judgeKeys();
}

QWidget *ProviderPane::buildHeader()
{
    auto *header = new QWidget(this);
    m_name = style::plainLabel({}, header);
    m_name->setObjectName(u"providerName"_s);
    m_name->setFont(style::section(m_name->font()));
    m_about = style::mutedLabel({}, header);
    m_about->setObjectName(u"providerAbout"_s);
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
    row->addStretch(1);
    row->addWidget(m_about);
    row->addWidget(more);
    return header;
}

QWidget *ProviderPane::buildDetails()
{
    auto *inside = new QWidget;
    m_activityUrl = new CopyField(u"activityUrl"_s, inside);
    m_saleUrl = new CopyField(u"saleUrl"_s, inside);
    m_activityOff = style::mutedLabel(tr("Activities are switched off in Settings."), inside);
    m_saleOff = style::mutedLabel(tr("Sales are switched off in Settings."), inside);
    m_createUsers = new QCheckBox(tr("Create users from agent_email"), inside);
    m_createUsers->setObjectName(u"createUsers"_s);
    m_manageTeams = new QCheckBox(tr("Manage teams from agent_team_id"), inside);
    m_manageTeams->setObjectName(u"manageTeams"_s);
    m_signing = new SigningBox(m_page, m_master, inside);
    m_example = new QPlainTextEdit(inside);
    m_example->setObjectName(u"example"_s);
    m_example->setAccessibleName(tr("Example request"));
    m_example->setReadOnly(true);
    m_example->setFont(style::fixed(font()));
    m_example->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_example->setFixedHeight(QFontMetrics(m_example->font()).lineSpacing() * 5 + 2 * style::Gap +
                              style::Unit);
    auto *copy = new QPushButton(icon(Symbol::Copy), tr("Copy"), inside);
    copy->setObjectName(u"exampleCopy"_s);

    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, style::Gap, style::Gap);
    grid->setHorizontalSpacing(style::Margin);
    grid->setVerticalSpacing(style::Gap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &label, QWidget *widget) {
        auto *text = style::mutedLabel(label, inside);
        grid->addWidget(text, row, 0, Qt::AlignTop | Qt::AlignLeft);
        text->setMinimumHeight(m_activityUrl->sizeHint().height());
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
    add(tr("Activity webhook"), both(m_activityUrl, m_activityOff));
    add(tr("Sale webhook"), both(m_saleUrl, m_saleOff));
    add(tr("API keys"), buildKeys());
    auto *options = both(m_createUsers, m_manageTeams);
    options->layout()->addWidget(m_signing);
    add(tr("Options"), options);
    auto *kit = both(style::mutedLabel(tr("Send from curl"), inside), copy);
    kit->layout()->setAlignment(copy, Qt::AlignLeft);
    grid->addWidget(kit, row, 0, Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_example, row++, 1);
    grid->setRowStretch(row, 1);

    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(copy, m_example->toPlainText()); });
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
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

QWidget *ProviderPane::buildKeys()
{
    auto *box = new QWidget(this);
    m_keyTable = new TableView(box);
    m_keyTable->setObjectName(u"keyTable"_s);
    m_keyTable->setAccessibleName(tr("API keys"));
    m_keyTable->setModel(&m_keys);
    m_keyTable->setWidths({14, 20, 16, 12}, KeyTableModel::LabelColumn);
    m_keyTable->emptyState()->setContent(Symbol::Key, tr("This provider has no key: every call is refused."));
    m_revealed = new CopyField(u"revealedKey"_s, box);
    m_revealed->hide();
    const auto button = [box](Symbol symbol, const QString &name, const QString &text) {
        auto *one = new QPushButton(icon(symbol), text, box);
        one->setObjectName(name);
        return one;
    };
    m_reveal = button(Symbol::Reveal, u"revealKey"_s, tr("Reveal"));
    m_copyKey = button(Symbol::Copy, u"copyKey"_s, tr("Copy"));
    m_revoke = button(Symbol::Ignore, u"revokeKey"_s, tr("Revoke…"));
    auto *add = button(Symbol::Add, u"addKey"_s, tr("Add Key…"));
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Gap);
    for (auto *one : {m_reveal, m_copyKey, m_revoke})
        row->addWidget(one);
    row->addStretch(1);
    row->addWidget(add);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Gap);
    column->addWidget(m_keyTable);
    column->addWidget(m_revealed);
    column->addLayout(row);

    connect(m_reveal, &QPushButton::clicked, this, &ProviderPane::toggleReveal);
    connect(m_copyKey, &QPushButton::clicked, this,
            [this] { withKey([this](const QString &key) { copyText(m_copyKey, key); }); });
    connect(m_revoke, &QPushButton::clicked, this, &ProviderPane::revokeKey);
    connect(add, &QPushButton::clicked, this, &ProviderPane::addKey);
    connect(m_keyTable, &TableView::currentIdChanged, this, [this] {
        hideKey();
        judgeKeys();
    });
    connect(&m_keys, &LiveTableModel::loaded, this, [this] {
        if (!m_keyTable->currentIndex().isValid() && m_keys.rowCount() > 0)
            m_keyTable->setCurrentIndex(m_keys.index(0, 0));
        fitKeys();
        judgeKeys();
    });
    return box;
}

void ProviderPane::fitKeys()
{
    // As high as its rows, up to four; without a key there must be room to say so.
    const int rows = m_keys.rowCount() == 0 ? 3 : qMin(m_keys.rowCount(), 4);
    m_keyTable->setFixedHeight(rows * m_keyTable->verticalHeader()->defaultSectionSize() +
                               m_keyTable->horizontalHeader()->sizeHint().height() + 2);
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
        {14, 0, 12, 28, 20, 12, 16, 11, 11}, CallTableModel::RecordColumn,
        {CallTableModel::SizeColumn, CallTableModel::DurationColumn, CallTableModel::TypeColumn});
    m_callTable->emptyState()->setContent(
        Symbol::Calls, tr("No calls yet. Send one with the example above; it appears here at once."));
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
        auto name = m_provider.name;
        name.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        Q_EMIT logOpened(u"provider:\"%1\""_s.arg(name), m_callTable->currentId());
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
    if (other) {
        hideKey();
        m_keys.setProvider(provider.id);
        m_calls.setProvider(provider.id);
    }
    showUrls();
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
    m_about->setText(about.join(u"  ·  "_s));
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
    showExample();
}

void ProviderPane::showExample()
{
    const auto key = m_revealed->isHidden() ? u"YOUR_API_KEY"_s : m_revealed->text();
    const auto text =
        u"curl %1 \\\n  -H 'Authorization: Bearer %2' \\\n  -H 'Content-Type: application/json' \\\n"
        "  -d '{\"id\": \"sale 123\", \"type\": \"Sale\", \"agent_id\": \"123\", \"agent_name\": \"Cas\",\n"
        "       \"moment\": \"%3\", \"value\": 399.95, \"value_is_money\": true}'"_s.arg(
            m_activityUrl->text(), key, QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:00"_s));
    if (m_example->toPlainText() != text)
        m_example->setPlainText(text);
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
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Archive %1? Its URLs answer 404 from then on. Its records, calls and identities stay.")
                     .arg(m_provider.name));
    auto *yes = box->addButton(tr("Archive"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = m_provider.id] {
        m_page.write<Done>([id](Connection &db) { return ProviderStore(db).archive(id); }, [](Done) {});
    });
    box->open();
}

void ProviderPane::addKey()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"addKeyDialog"_s);
    dialog->setWindowTitle(tr("Add Key"));
    dialog->setLabelText(tr("Label, to tell the keys apart"));
    dialog->setOkButtonText(tr("Add"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &label) {
        m_page.write<ProviderStore::AddedKey>(
            [id = m_provider.id, label, master = m_master](Connection &db) {
                return ProviderStore(db).addKey(id, label, master);
            },
            [this](const ProviderStore::AddedKey &added) {
                m_page.banner()->showMessage(Tone::Good,
                                             tr("The key %1 is added. Older ones stay valid until you "
                                                "revoke them.")
                                                 .arg(added.key.label));
            });
    });
    dialog->open();
}

void ProviderPane::revokeKey()
{
    const auto *key = m_keys.rowOf(m_keyTable->currentId());
    if (!key)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Revoke Key"), {}, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"revokeBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Revoke the key %1? Calls that bear it are refused from then on. This cannot be undone.")
                     .arg(key->label));
    auto *yes = box->addButton(tr("Revoke"), QMessageBox::DestructiveRole);
    connect(yes, &QPushButton::clicked, this, [this, id = key->id] {
        m_page.write<Done>([id](Connection &db) { return ProviderStore(db).revokeKey(id); }, [](Done) {});
    });
    box->open();
}

void ProviderPane::withKey(const std::function<void(const QString &)> &then)
{
    const KeyId id{m_keyTable->currentId()};
    m_page.read<QString>(
        [id, master = m_master](Connection &db) { return ProviderStore(db).revealKey(id, master); },
        [this, id, then](const QString &key) {
            if (m_keyTable->currentId() == id.value)
                then(key);
        });
}

void ProviderPane::toggleReveal()
{
    if (!m_revealed->isHidden()) {
        hideKey();
        return;
    }
    withKey([this](const QString &key) {
        m_revealed->setText(key);
        m_revealed->show();
        m_reveal->setText(tr("Hide"));
        m_reveal->setIcon(icon(Symbol::Hide));
        showExample();
    });
}

void ProviderPane::hideKey()
{
    m_revealed->hide();
    m_revealed->setText({});
    m_reveal->setText(tr("Reveal"));
    m_reveal->setIcon(icon(Symbol::Reveal));
    showExample();
}

void ProviderPane::judgeKeys()
{
    const auto *key = m_keys.rowOf(m_keyTable->currentId());
    m_reveal->setEnabled(key);
    m_copyKey->setEnabled(key);
    m_revoke->setEnabled(key && !key->revokedAt);
}

} // namespace salesdesk
