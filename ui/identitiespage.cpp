// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitiespage.h"

#include "model/store/providerstore.h"
#include "model/tables/linktexts.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/entitychooser.h"
#include "ui/flowlayout.h"
#include "ui/historydialog.h"
#include "ui/identityfilterbar.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

IdentitiesPage::IdentitiesPage(Workspace &workspace, QWidget *parent)
    : Page(u"identitiesPage"_s, tr("Identities"), workspace, parent)
    , m_model(workspace, nullptr)
    , m_table(new TableView(this))
{
    auto *text = addFilter(tr("Name, ID or e-mail address"));
    m_bar = new IdentityFilterBar(text, filterRow(),
                                  {{tr("All"), IdentityState::All},
                                   {tr("Linked"), IdentityState::Linked},
                                   {tr("In conflict"), IdentityState::Conflicting},
                                   {tr("Unlinked"), IdentityState::Unlinked},
                                   {tr("Ignored"), IdentityState::Ignored}},
                                  this);
    m_table->setObjectName(u"identityTable"_s);
    m_table->setAccessibleName(tr("External identities"));
    m_table->setModel(&m_model);
    m_table->setWidths({13, 16, 12, 20, 22, 0, 9, 12, 22, 26, 0, 0, 0, 0, 14}, IdentityTableModel::NameColumn,
                       {IdentityTableModel::SeenColumn, IdentityTableModel::EmailColumn,
                        IdentityTableModel::KindColumn, IdentityTableModel::WhyColumn});
    m_table->setSortable(IdentityTableModel::ValueColumn, Qt::DescendingOrder);
    content()->addWidget(m_table, 1);
    buildActions();

    connect(m_bar, &IdentityFilterBar::changed, this, [this] {
        m_model.setFilter(m_bar->filter());
        explainEmpty();
    });
    connect(m_table->emptyState(), &EmptyState::triggered, m_bar, &IdentityFilterBar::clear);
    connect(m_table, &TableView::currentIdChanged, this, &IdentitiesPage::judgeActions);
    connect(&m_model, &LiveTableModel::loaded, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
        judgeActions();
        explainEmpty();
        read<qint64>([wanted = m_model.filter()](Connection &db) { return IdentityStore(db).count(wanted); },
                     [this](qint64 count) { setCount(QLocale().toString(count)); });
    });
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Providers))
            loadProviders();
    });
    connect(banner(), &Banner::triggered, this, &IdentitiesPage::undo);
    attach(&m_model);
    loadProviders();
    m_model.setFilter(m_bar->filter());
    explainEmpty();
    judgeActions();
}

void IdentitiesPage::buildActions()
{
    auto *history = addAction(Symbol::History, u"history"_s, tr("History…"), QKeySequence(u"Ctrl+H"_s));
    connect(history, &QPushButton::clicked, this, &IdentitiesPage::showHistory);
    const auto add = [this](Symbol symbol, const QString &name, const QString &text, const QKeySequence &key,
                            void (IdentitiesPage::*act)()) {
        auto *button = new QPushButton(icon(symbol), text, this);
        button->setObjectName(name);
        button->setShortcut(key);
        button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    m_link = add(Symbol::Link, u"link"_s, tr("Link or Relink…"), QKeySequence(u"Ctrl+L"_s),
                 &IdentitiesPage::chooseEntity);
    m_unlink =
        add(Symbol::Unlinked, u"unlink"_s, tr("Unlink"), QKeySequence(u"Ctrl+U"_s), &IdentitiesPage::unlink);
    m_ignore = add(Symbol::Ignore, u"ignore"_s, tr("Ignore"), QKeySequence(u"Ctrl+I"_s),
                   &IdentitiesPage::toggleIgnored);
    auto *back =
        add(Symbol::Undo, u"undo"_s, tr("Undo"), QKeySequence(QKeySequence::Undo), &IdentitiesPage::undo);
    auto *forth =
        add(Symbol::Redo, u"redo"_s, tr("Redo"), QKeySequence(QKeySequence::Redo), &IdentitiesPage::redo);
    auto *decide = new FlowLayout(style::Gap);
    for (auto *button : {m_link, m_unlink, m_ignore})
        decide->addWidget(button);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Gap);
    row->addLayout(decide, 1);
    row->addWidget(back, 0, Qt::AlignTop);
    row->addWidget(forth, 0, Qt::AlignTop);
    content()->addLayout(row);
    connect(m_table, &QTableView::doubleClicked, m_link, &QPushButton::click);
}

void IdentitiesPage::loadProviders()
{
    read<QList<Provider>>([](Connection &db) { return ProviderStore(db).list(); },
                          [this](const QList<Provider> &providers) { m_bar->setProviders(providers); });
}

void IdentitiesPage::judgeActions()
{
    const auto *row = current();
    const bool linked = row && row->identity.linkedTo;
    m_link->setEnabled(row);
    m_unlink->setEnabled(linked);
    m_ignore->setEnabled(row && !linked);
    m_ignore->setText(row && row->identity.ignored ? tr("Stop Ignoring") : tr("Ignore"));
    m_ignore->setShortcut(QKeySequence(u"Ctrl+I"_s)); // setText() takes it away
}

void IdentitiesPage::explainEmpty()
{
    auto *empty = m_table->emptyState();
    if (m_bar->filter().state == IdentityState::Conflicting)
        empty->setContent(Symbol::Good, tr("No agent has two differently named IDs of one provider."),
                          tr("Clear Filter"));
    else if (m_bar->isNarrowed())
        empty->setContent(Symbol::Filter, tr("Nothing fits this filter."), tr("Clear Filter"));
    else
        empty->setContent(Symbol::Identities, tr("Agents, teams and products that providers name in their "
                                                 "calls appear here."));
}

const ListedIdentity *IdentitiesPage::current() const
{
    return m_model.rowOf(m_table->currentId());
}

void IdentitiesPage::chooseEntity()
{
    const auto *row = current();
    if (!row)
        return;
    read<QList<EntityChoice>>(
        [identity = row->identity](Connection &db) {
            return entityChoices(db, identity.kind, identity.name);
        },
        [this, identity = row->identity](const QList<EntityChoice> &choices) {
            const auto question = tr("Which %1 is \"%2\" of %3?")
                                      .arg(kindText(identity.kind), nameOf(identity), identity.providerName);
            auto *dialog = new EntityChooser({question, tr("Link"), identity.linkedTo.value_or(EntityId{})},
                                             choices, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, identity] {
                write<Identity>(
                    [id = identity.id, entity = dialog->chosen(), by = thisPerson()](Connection &db) {
                        const auto step = IdentityStore(db).link(id, entity, by);
                        return step.ok() ? IdentityStore(db).get(id) : step.error();
                    },
                    [this](const Identity &linked) {
                        banner()->showMessage(Tone::Good, nowCountText(linked.records, linked.linkedToName),
                                              tr("Undo"));
                    });
            });
            dialog->open();
        });
}

void IdentitiesPage::unlink()
{
    const auto *row = current();
    if (!row)
        return;
    write<DecisionId>(
        [id = row->id, by = thisPerson()](Connection &db) { return IdentityStore(db).unlink(id, by); },
        [this, identity = row->identity](DecisionId) {
            banner()->showMessage(Tone::Good, noLongerCountText(identity.records, identity.linkedToName),
                                  tr("Undo"));
        });
}

void IdentitiesPage::toggleIgnored()
{
    const auto *row = current();
    if (!row)
        return;
    const bool ignored = !row->identity.ignored;
    write<DecisionId>([id = row->id, ignored, by = thisPerson()](
                          Connection &db) { return IdentityStore(db).setIgnored(id, ignored, by); },
                      [this, ignored, name = nameOf(row->identity)](DecisionId) {
                          banner()->showMessage(Tone::Good,
                                                ignored ? tr("%1 is ignored.").arg(name)
                                                        : tr("%1 is no longer ignored.").arg(name),
                                                tr("Undo"));
                      });
}

void IdentitiesPage::undo()
{
    write<QString>([by = thisPerson()](Connection &db) { return IdentityStore(db).undo(by); },
                   [this](const QString &sentence) { banner()->showMessage(Tone::Info, spoken(sentence)); });
}

void IdentitiesPage::redo()
{
    write<QString>(
        [by = thisPerson()](Connection &db) { return IdentityStore(db).redo(by); },
        [this](const QString &sentence) { banner()->showMessage(Tone::Info, spoken(sentence), tr("Undo")); });
}

void IdentitiesPage::showHistory()
{
    auto *dialog = new HistoryDialog(workspace(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace salesdesk
