// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entitiespage.h"

#include "model/tables/linktexts.h"
#include "model/tables/sentences.h"
#include "ui/entitychooser.h"
#include "ui/entitydialog.h"
#include "ui/tableview.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    QString page;
    QString title;
    QString add;
    QString empty;
    Symbol symbol;
};

Words wordsFor(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return {u"agentsPage"_s, EntitiesPage::tr("Agents"), EntitiesPage::tr("New Agent"),
                EntitiesPage::tr("Agents are the people whose activities and sales come in. Create one, or "
                                 "create it from an unlinked identity."),
                Symbol::Agents};
    case EntityKind::Team:
        return {u"teamsPage"_s, EntitiesPage::tr("Teams"), EntitiesPage::tr("New Team"),
                EntitiesPage::tr("Teams group agents. Create one, or create it from an unlinked identity."),
                Symbol::Teams};
    case EntityKind::Product:
        return {u"productsPage"_s, EntitiesPage::tr("Products"), EntitiesPage::tr("New Product"),
                EntitiesPage::tr("Products are what is sold. Create one, or create it from an unlinked "
                                 "identity."),
                Symbol::Products};
    }
    Q_UNREACHABLE();
}

QString identitiesText(const Entity &entity)
{
    return entity.identityCount == 1
               ? EntitiesPage::tr("1 identity")
               : EntitiesPage::tr("%1 identities").arg(QLocale().toString(entity.identityCount));
}

} // namespace

EntitiesPage::EntitiesPage(EntityKind kind, Workspace &workspace, QWidget *parent)
    : Page(wordsFor(kind).page, wordsFor(kind).title, workspace, parent)
    , m_kind(kind)
    , m_model(workspace, kind)
    , m_table(new TableView(this))
{
    const auto words = wordsFor(kind);
    auto *change = addAction(Symbol::Edit, u"editEntity"_s, tr("Edit…"), QKeySequence(Qt::Key_F2));
    auto *join = addAction(Symbol::Merge, u"mergeEntity"_s, tr("Merge…"), QKeySequence(u"Ctrl+M"_s));
    auto *toggle = addAction(Symbol::Archive, u"toggleActive"_s, tr("Deactivate"), QKeySequence(u"Ctrl+D"_s));
    auto *add = addAction(Symbol::Add, u"addEntity"_s, words.add, QKeySequence(QKeySequence::New));
    const auto fresh = [this] {
        Entity entity;
        entity.kind = m_kind;
        edit(entity);
    };
    connect(add, &QPushButton::clicked, this, fresh);
    connect(change, &QPushButton::clicked, this, [this] {
        if (const auto *entity = current())
            edit(*entity);
    });
    connect(toggle, &QPushButton::clicked, this, &EntitiesPage::toggleActive);
    connect(join, &QPushButton::clicked, this, &EntitiesPage::merge);
    connect(banner(), &Banner::triggered, this, &EntitiesPage::undo);
    auto *text =
        addFilter(kind == EntityKind::Agent ? tr("Part of a name or e-mail address") : tr("Part of a name"));
    connect(text, &QLineEdit::textChanged, &m_model, &EntityTableModel::setText);

    m_table->setObjectName(u"entityTable"_s);
    m_table->setAccessibleName(words.title);
    m_table->setModel(&m_model);
    m_table->setWidths({24, 28, 18, 12, 12, 14, 20}, EntityTableModel::NameColumn,
                       {EntityTableModel::EmailColumn});
    content()->addWidget(m_table);
    const auto explain = [this, words, text] {
        if (text->text().isEmpty())
            m_table->emptyState()->setContent(words.symbol, words.empty, words.add);
        else
            m_table->emptyState()->setContent(Symbol::Filter, tr("Nothing fits this filter."),
                                              tr("Clear Filter"));
    };
    explain();
    connect(text, &QLineEdit::textChanged, this, explain);
    connect(m_table->emptyState(), &EmptyState::triggered, this, [text, fresh] {
        if (text->text().isEmpty())
            fresh();
        else
            text->clear();
    });

    const auto judge = [this, change, toggle, join] {
        const auto *entity = current();
        change->setEnabled(entity != nullptr);
        toggle->setEnabled(entity != nullptr);
        toggle->setText(entity && !entity->active ? tr("Activate") : tr("Deactivate"));
        toggle->setShortcut(QKeySequence(u"Ctrl+D"_s)); // setText() takes it away
        join->setEnabled(entity && !entity->mergedInto && m_model.rowCount() > 1);
    };
    judge();
    connect(m_table, &TableView::currentIdChanged, this, judge);
    connect(m_table, &QTableView::doubleClicked, change, &QPushButton::click);
    attach(&m_model);
    connect(&m_model, &LiveTableModel::loaded, this, [this, judge] {
        setCount(QLocale().toString(m_model.rowCount()));
        judge();
    });
}

const Entity *EntitiesPage::current() const
{
    return m_model.rowOf(m_table->currentId());
}

void EntitiesPage::edit(const Entity &entity)
{
    read<QList<Entity>>([](Connection &db) { return EntityStore(db).list(EntityKind::Team, false); },
                        [this, entity](const QList<Entity> &teams) {
                            auto *dialog = new EntityDialog(workspace(), entity, teams, this);
                            dialog->setAttribute(Qt::WA_DeleteOnClose);
                            connect(dialog, &EntityDialog::saved, this,
                                    [this, isNew = !entity.id.isValid()](const QString &name) {
                                        banner()->showMessage(Tone::Good, isNew
                                                                              ? tr("%1 is created.").arg(name)
                                                                              : tr("%1 is saved.").arg(name));
                                    });
                            dialog->open();
                        });
}

void EntitiesPage::toggleActive()
{
    const auto *found = current();
    if (!found)
        return;
    auto entity = *found;
    entity.active = !entity.active;
    write<Done>([entity](Connection &db) { return EntityStore(db).update(entity); },
                [this, entity](Done) {
                    banner()->showMessage(Tone::Good,
                                          entity.active
                                              ? tr("%1 is active again.").arg(entity.name)
                                              : tr("%1 is inactive: it is no longer suggested, its records "
                                                   "stay.")
                                                    .arg(entity.name));
                });
}

void EntitiesPage::merge()
{
    const auto *duplicate = current();
    if (!duplicate)
        return;
    read<QList<EntityChoice>>(
        [entity = *duplicate](Connection &db) { return entityChoices(db, entity.kind, entity.name); },
        [this, entity = *duplicate](QList<EntityChoice> others) {
            others.removeIf([&entity](const EntityChoice &other) { return other.id == entity.id; });
            const auto question =
                tr("Which one is \"%1\" a duplicate of? Its %2 go over to it. It becomes inactive; "
                   "nothing is deleted, and it can be undone.")
                    .arg(entity.name, identitiesText(entity));
            auto *dialog = new EntityChooser({question, tr("Merge"), {}}, others, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, entity] {
                write<DecisionId>(
                    [id = entity.id, kept = dialog->chosen(), by = thisPerson()](Connection &db) {
                        return EntityStore(db).merge(id, kept, by);
                    },
                    [this, entity, kept = dialog->chosenName()](DecisionId) {
                        banner()->showMessage(Tone::Good,
                                              tr("%1 is merged into %2.").arg(entity.name, kept) + u' ' +
                                                  nowCountText(entity.records, kept),
                                              tr("Undo"));
                    });
            });
            dialog->open();
        });
}

void EntitiesPage::undo()
{
    write<QString>([by = thisPerson()](Connection &db) { return IdentityStore(db).undo(by); },
                   [this](const QString &sentence) { banner()->showMessage(Tone::Info, spoken(sentence)); });
}

} // namespace salesdesk
