// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitiespage.h"

#include "model/store/entitystore.h"
#include "model/store/providerstore.h"
#include "model/tables/linktexts.h"
#include "model/tables/texts.h"
#include "ui/entitychooser.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

IdentitiesPage::IdentitiesPage(Scope scope, Workspace &workspace, QWidget *parent)
    : Page(scope == Scope::Queue ? u"unlinkedPage"_s : u"identitiesPage"_s,
           scope == Scope::Queue ? tr("Unlinked Identities") : tr("Identities"), workspace, parent)
    , m_scope(scope)
    , m_model(workspace, scope == Scope::Queue ? std::make_shared<Suggester>() : nullptr)
    , m_table(new TableView(this))
{
    m_table->setObjectName(u"identityTable"_s);
    m_table->setAccessibleName(tr("External identities"));
    buildFilters();
    m_table->setModel(&m_model);
    m_table->setWidths({8, 18, 12, 20, 24, 0, 9, 12, 18, 0, 18, 7, 20, 0, 14}, IdentityTableModel::NameColumn,
                       {IdentityTableModel::SeenColumn, IdentityTableModel::EmailColumn});
    content()->addWidget(m_table, 1);
    buildActions();
    connect(m_table->emptyState(), &EmptyState::triggered, this, [this] {
        m_provider->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
        filter()->clear();
    });
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
    attach(&m_model);
    loadProviders();
    applyFilter();
    judgeActions();
}

void IdentitiesPage::buildActions()
{
    const auto add = [this](Symbol symbol, const QString &name, const QString &text,
                            const QKeySequence &key) {
        auto *button = new QPushButton(icon(symbol), text, this);
        button->setObjectName(name);
        button->setShortcut(key);
        button->setToolTip(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        return button;
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Gap);
    m_accept = add(Symbol::Done, u"accept"_s, tr("Accept"), QKeySequence(u"Ctrl+Return"_s));
    m_link = add(Symbol::Link, u"link"_s, m_scope == Scope::Queue ? tr("Link…") : tr("Link or Relink…"),
                 QKeySequence(u"Ctrl+L"_s));
    m_create = add(Symbol::Add, u"create"_s, tr("Create and Link"), QKeySequence(u"Ctrl+Shift+N"_s));
    m_ignore = add(Symbol::Ignore, u"ignore"_s, tr("Ignore"), QKeySequence(u"Ctrl+I"_s));
    m_unlink = add(Symbol::Unlinked, u"unlink"_s, tr("Unlink"), QKeySequence(u"Ctrl+U"_s));
    auto *back = add(Symbol::Undo, u"undo"_s, tr("Undo"), QKeySequence(QKeySequence::Undo));
    for (auto *button : {m_accept, m_link, m_create, m_ignore, m_unlink})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(back);
    m_accept->setVisible(m_scope == Scope::Queue);
    m_unlink->setVisible(m_scope == Scope::All);
    content()->addLayout(row);

    connect(m_accept, &QPushButton::clicked, this, &IdentitiesPage::acceptSuggestion);
    connect(m_link, &QPushButton::clicked, this, &IdentitiesPage::chooseEntity);
    connect(m_create, &QPushButton::clicked, this, &IdentitiesPage::createAndLink);
    connect(m_ignore, &QPushButton::clicked, this, &IdentitiesPage::toggleIgnored);
    connect(m_unlink, &QPushButton::clicked, this, &IdentitiesPage::unlink);
    connect(back, &QPushButton::clicked, this, &IdentitiesPage::undo);
    connect(m_table, &QTableView::doubleClicked, m_link, &QPushButton::click);
    connect(banner(), &Banner::triggered, this, &IdentitiesPage::undo);
}

void IdentitiesPage::buildFilters()
{
    auto *text = addFilter(tr("Part of a name, ID or e-mail address"));
    m_provider = new QComboBox(this);
    m_provider->setObjectName(u"providerFilter"_s);
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_provider->addItem(tr("All providers"), 0);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kindFilter"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("All kinds"), -1);
    m_kind->addItem(tr("Agents"), int(EntityKind::Agent));
    m_kind->addItem(tr("Teams"), int(EntityKind::Team));
    m_kind->addItem(tr("Products"), int(EntityKind::Product));
    m_ignored = new QCheckBox(tr("Show ignored"), this);
    m_ignored->setObjectName(u"showIgnored"_s);
    m_ignored->setVisible(m_scope == Scope::Queue);
    filterRow()->addWidget(m_provider);
    filterRow()->addWidget(m_kind);
    filterRow()->addWidget(m_ignored);
    connect(text, &QLineEdit::textChanged, this, &IdentitiesPage::applyFilter);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &IdentitiesPage::applyFilter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &IdentitiesPage::applyFilter);
    connect(m_ignored, &QCheckBox::toggled, this, &IdentitiesPage::applyFilter);
}

void IdentitiesPage::applyFilter()
{
    IdentityFilter wanted;
    wanted.state = m_scope == Scope::All    ? IdentityState::All
                   : m_ignored->isChecked() ? IdentityState::Ignored
                                            : IdentityState::Unlinked;
    if (const auto provider = m_provider->currentData().toLongLong(); provider > 0)
        wanted.provider = ProviderId{provider};
    if (const auto kind = m_kind->currentData().toInt(); kind >= 0)
        wanted.kind = static_cast<EntityKind>(kind);
    wanted.text = filter()->text().trimmed();
    m_model.setFilter(wanted);
    explainEmpty();
}

void IdentitiesPage::loadProviders()
{
    read<QList<Provider>>([](Connection &db) { return ProviderStore(db).list(); },
                          [this](const QList<Provider> &providers) {
                              const auto chosen = m_provider->currentData();
                              const QSignalBlocker quiet(m_provider);
                              while (m_provider->count() > 1)
                                  m_provider->removeItem(1);
                              for (const auto &provider : providers)
                                  m_provider->addItem(provider.name, provider.id.value);
                              m_provider->setCurrentIndex(qMax(0, m_provider->findData(chosen)));
                          });
}

void IdentitiesPage::judgeActions()
{
    const auto *row = current();
    const bool linked = row && row->identity.linkedTo;
    m_accept->setEnabled(row && row->best);
    m_link->setEnabled(row);
    m_create->setEnabled(row && !linked);
    m_ignore->setEnabled(row && !linked);
    m_ignore->setText(row && row->identity.ignored ? tr("Stop Ignoring") : tr("Ignore"));
    m_ignore->setShortcut(QKeySequence(u"Ctrl+I"_s)); // setText() takes it away
    m_unlink->setEnabled(linked);
}

void IdentitiesPage::explainEmpty()
{
    auto *empty = m_table->emptyState();
    if (m_provider->currentIndex() > 0 || m_kind->currentIndex() > 0 || !filter()->text().isEmpty())
        empty->setContent(Symbol::Filter, tr("Nothing fits this filter."), tr("Clear Filter"));
    else if (m_scope == Scope::All)
        empty->setContent(Symbol::Identities,
                          tr("Agents, teams and products that providers name in their calls "
                             "appear here."));
    else if (m_ignored->isChecked())
        empty->setContent(Symbol::Ignore, tr("No identity is ignored."));
    else
        empty->setContent(Symbol::Good, tr("Nothing waits to be linked. Agents, teams and products that a "
                                           "provider names for the first time appear here."));
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
    const auto identity = row->identity;
    const auto preferred = row->best ? row->best->entity : identity.linkedTo.value_or(EntityId{});
    read<QList<Entity>>([kind = identity.kind](Connection &db) { return EntityStore(db).list(kind, false); },
                        [this, identity, preferred](const QList<Entity> &entities) {
                            const auto question =
                                tr("Which %1 is \"%2\" of %3?")
                                    .arg(kindText(identity.kind), nameOf(identity), identity.providerName);
                            auto *dialog = new EntityChooser(question, entities, preferred, this);
                            dialog->setAttribute(Qt::WA_DeleteOnClose);
                            connect(dialog, &QDialog::accepted, this, [this, dialog, identity] {
                                link(identity, dialog->chosen(), dialog->chosenName());
                            });
                            dialog->open();
                        });
}

void IdentitiesPage::link(const Identity &identity, EntityId entity, const QString &entityName)
{
    write<DecisionId>([id = identity.id,
                       entity](Connection &db) { return IdentityStore(db).link(id, entity, thisPerson()); },
                      [this, identity, entityName](DecisionId) {
                          const auto sentence = identity.recordCount == 1
                                                    ? tr("%1 is linked to %2: 1 record belongs to it now.")
                                                    : tr("%1 is linked to %2: %n records belong to it now.",
                                                         nullptr, static_cast<int>(identity.recordCount));
                          decided(sentence.arg(nameOf(identity), entityName));
                      });
}

void IdentitiesPage::acceptSuggestion()
{
    if (const auto *row = current(); row && row->best)
        link(row->identity, row->best->entity, row->best->entityName);
}

void IdentitiesPage::createAndLink()
{
    const auto *row = current();
    if (!row)
        return;
    write<DecisionId>(
        [id = row->id](Connection &db) { return IdentityStore(db).createAndLink(id, thisPerson()); },
        [this, identity = row->identity](DecisionId) {
            decided(tr("The %1 %2 is created and linked.").arg(kindText(identity.kind), nameOf(identity)));
        });
}

void IdentitiesPage::toggleIgnored()
{
    const auto *row = current();
    if (!row)
        return;
    const bool ignored = !row->identity.ignored;
    write<DecisionId>([id = row->id, ignored](
                          Connection &db) { return IdentityStore(db).setIgnored(id, ignored, thisPerson()); },
                      [this, ignored, identity = row->identity](DecisionId) {
                          decided(ignored ? tr("%1 is ignored.").arg(nameOf(identity))
                                          : tr("%1 is no longer ignored.").arg(nameOf(identity)));
                      });
}

void IdentitiesPage::unlink()
{
    const auto *row = current();
    if (!row)
        return;
    write<DecisionId>(
        [id = row->id](Connection &db) { return IdentityStore(db).unlink(id, thisPerson()); },
        [this, identity = row->identity](DecisionId) {
            decided(tr("%1 is no longer linked to %2.").arg(nameOf(identity), identity.linkedToName));
        });
}

void IdentitiesPage::undo()
{
    write<QString>([](Connection &db) { return IdentityStore(db).undo(thisPerson()); },
                   [this](const QString &sentence) { banner()->showMessage(Tone::Info, sentence); });
}

void IdentitiesPage::decided(const QString &sentence)
{
    const auto key = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    banner()->showMessage(Tone::Good, sentence, tr("Undo (%1)").arg(key));
    // In the queue the row leaves, and the view moves on to the next one by itself.
    if (m_scope == Scope::All || m_table->currentIndex().row() + 1 >= m_model.rowCount())
        return;
    m_table->setCurrentIndex(m_model.index(m_table->currentIndex().row() + 1, 0));
}

} // namespace salesdesk
