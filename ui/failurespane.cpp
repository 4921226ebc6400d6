// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failurespane.h"

#include "model/domain/callfilter.h"
#include "model/store/entitystore.h"
#include "model/tables/callsentences.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/callwork.h"
#include "ui/page.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int NameRole = Qt::UserRole + 1; ///< without the address behind it
} // namespace

FailuresPane::FailuresPane(Page &page, CallWork &work)
    : QWidget(&page)
    , m_page(page)
    , m_work(work)
    , m_model(page.workspace())
    , m_table(new TableView(this))
    , m_side(new QWidget(this))
    , m_cause(style::plainLabel({}, m_side))
    , m_facts(style::mutedLabel({}, m_side))
    , m_question(style::plainLabel({}, m_side))
    , m_form(new QWidget(m_side))
    , m_grid(new QGridLayout(m_form))
    , m_repair(new QPushButton(icon(Symbol::Link), tr("Name, &Link and Replay"), m_side))
    , m_replay(new QPushButton(icon(Symbol::Replay), tr("Re&play These"), m_side))
    , m_show(new QPushButton(icon(Symbol::Calls), tr("&Show the Calls"), m_side))
{
    setObjectName(u"failuresPane"_s);
    m_table->setObjectName(u"failureTable"_s);
    m_table->setAccessibleName(tr("Failures by cause"));
    m_table->setModel(&m_model);
    m_table->setNeverCut({FailureTableModel::StatusColumn});
    m_table->setWidths({74, 22, 22, 8, 14, 14}, FailureTableModel::CauseColumn,
                       {FailureTableModel::FirstColumn, FailureTableModel::StatusColumn});
    m_table->emptyState()->setContent(
        Symbol::Good, tr("No call failed, or all that did were stored when they were replayed."));

    m_cause->setObjectName(u"failureCause"_s);
    m_cause->setFont(style::section(font()));
    m_cause->setWordWrap(true);
    m_cause->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setObjectName(u"failureFacts"_s);
    m_facts->setWordWrap(true);
    m_question->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(style::Margin);
    m_grid->setVerticalSpacing(style::Gap);
    m_grid->setColumnStretch(1, 1);
    m_repair->setObjectName(u"nameAndReplay"_s);
    m_repair->setDefault(true);
    m_replay->setObjectName(u"replayGroup"_s);
    m_show->setObjectName(u"showGroup"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(style::Gap);
    for (auto *button : {m_repair, m_replay, m_show})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, style::Margin, 0, 0);
    column->setSpacing(style::Gap);
    for (auto *widget : {static_cast<QWidget *>(m_cause), static_cast<QWidget *>(m_facts),
                         static_cast<QWidget *>(m_question), m_form})
        column->addWidget(widget);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);

    connect(m_table, &TableView::currentIdChanged, this, &FailuresPane::showGroup);
    connect(&m_model, &LiveTableModel::loaded, this, &FailuresPane::showGroup);
    connect(m_repair, &QPushButton::clicked, this, &FailuresPane::nameAndReplay);
    connect(m_replay, &QPushButton::clicked, this, &FailuresPane::replay);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const auto *group = current();
        if (!group)
            return;
        auto filter = filterTerm(u"provider"_s, group->providerName) + u" reason:"_s + toText(group->reason);
        if (!group->detail.isEmpty())
            filter += u' ' + filterValue(group->detail);
        Q_EMIT callsWanted(filter);
    });
    connect(&work, &CallWork::replayed, &m_model, &LiveTableModel::reload);
    showGroup();
}

const FailureGroup *FailuresPane::current() const
{
    return m_model.rowOf(m_table->currentId());
}

void FailuresPane::showGroup()
{
    const auto *group = current();
    m_side->setVisible(group != nullptr);
    if (!group) {
        m_shown = 0;
        clearForm();
        return;
    }
    const auto zone = m_page.workspace().directory()->zone;
    const auto count = QLocale().toString(group->calls);
    m_cause->setText(group->detail.isEmpty() ? phraseOf(group->reason) : spokenOfCall(group->detail));
    m_facts->setText(group->calls == 1
                         ? tr("1 call of %1 failed for this, on %2.")
                               .arg(group->providerName, absoluteTime(group->lastAt, zone))
                         : tr("%1 calls of %2 failed for this since %3, the last one on %4.")
                               .arg(count, group->providerName, absoluteTime(group->firstAt, zone),
                                    absoluteTime(group->lastAt, zone)));
    m_replay->setText(group->calls == 1 ? tr("Re&play This Call") : tr("Re&play These %1 Calls").arg(count));
    // A live list: while somebody types a name, new calls of the same group leave the form as it is.
    if (m_shown == group->id.value)
        return;
    m_shown = group->id.value;
    clearForm();
    if (group->reason == CallReason::NotRecognised)
        ask(*group);
}

void FailuresPane::ask(const FailureGroup &group)
{
    const auto zone = m_page.workspace().directory()->zone;
    m_page.read<Unknown>(
        [call = group.id, zone](Connection &db) -> Result<Unknown> {
            Unknown unknown;
            const auto identities = FailureGroups(db).unknownIn(call, zone);
            if (!identities)
                return identities.error();
            unknown.identities = *identities;
            for (const auto &identity : unknown.identities) {
                const auto entities = EntityStore(db).list(identity.kind, false);
                if (!entities)
                    return entities.error();
                unknown.entities.insert(identity.kind, *entities);
            }
            return unknown;
        },
        [this, asked = m_shown](const Unknown &unknown) {
            if (asked == m_shown)
                buildForm(unknown);
        });
}

void FailuresPane::clearForm()
{
    const auto *held = window()->focusWidget();
    const bool isInUse = held && (held == m_repair || m_form->isAncestorOf(held)); // that goes now
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_entries.clear();
    m_question->hide();
    m_form->hide();
    m_repair->hide();
    if (isInUse)
        m_table->setFocus(); // the keys go on with the next cause
}

void FailuresPane::buildForm(const Unknown &unknown)
{
    clearForm();
    QWidget *before = m_table; // from the group the keys lead to its form, and then to what is done with it
    for (const auto &identity : unknown.identities) {
        const int row = static_cast<int>(m_entries.size());
        const auto what = u"%1 %2"_s.arg(kindText(identity.kind), identity.externalId);
        auto *label = style::plainLabel(what, m_form);
        auto *name = new QComboBox(m_form);
        name->setObjectName(u"name%1"_s.arg(row));
        name->setAccessibleName(tr("Name of %1").arg(what));
        name->setEditable(true);
        name->setInsertPolicy(QComboBox::NoInsert);
        name->setMinimumContentsLength(24);
        for (const auto &entity : unknown.entities.value(identity.kind)) {
            name->addItem(entity.email.isEmpty() ? entity.name
                                                 : u"%1  ·  %2"_s.arg(entity.name, entity.email),
                          entity.id.value);
            name->setItemData(name->count() - 1, entity.name, NameRole);
        }
        name->setCurrentIndex(-1);
        name->lineEdit()->setPlaceholderText(tr("Who is it?"));
        name->completer()->setFilterMode(Qt::MatchContains);
        name->completer()->setCompletionMode(QCompleter::PopupCompletion);
        auto *effect = style::mutedLabel({}, m_form);
        label->setBuddy(name);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(effect, row, 2);
        m_entries.append({identity, name, effect});
        setTabOrder(before, name);
        before = name;
        connect(name, &QComboBox::editTextChanged, this, &FailuresPane::judge);
    }
    setTabOrder(before, m_repair);
    if (m_entries.isEmpty()) {
        m_question->setText(tr("All that these calls name is known by now. Replay them."));
        m_question->show();
        return;
    }
    m_question->setText(tr("Say who is meant: choose one of yours, or type a new name. It is linked, and the "
                           "calls are replayed."));
    for (auto *widget : {static_cast<QWidget *>(m_question), m_form, static_cast<QWidget *>(m_repair)})
        widget->show();
    judge();
}

Naming FailuresPane::namingOf(const Entry &entry)
{
    const auto *box = entry.name;
    const auto text = box->currentText().trimmed();
    // The one that was chosen, as long as its text stands; else one that is written so.
    int at = box->currentIndex();
    if (at < 0 || box->itemText(at) != text)
        at = box->findText(text, Qt::MatchFixedString);
    if (at < 0)
        return {entry.identity, text, {}};
    return {entry.identity, box->itemData(at, NameRole).toString(), EntityId{box->itemData(at).toLongLong()}};
}

void FailuresPane::judge()
{
    bool named = !m_entries.isEmpty();
    for (const auto &entry : std::as_const(m_entries)) {
        const bool empty = entry.name->currentText().trimmed().isEmpty();
        named = named && !empty;
        entry.effect->setText(empty                              ? QString()
                              : namingOf(entry).entity.isValid() ? tr("is linked to it")
                                                                 : tr("is created, and linked"));
    }
    m_repair->setEnabled(named);
}

void FailuresPane::replay()
{
    const auto *group = current();
    if (!group)
        return;
    m_page.read<QList<CallId>>([group = *group](Connection &db) { return FailureGroups(db).calls(group); },
                               [this](const QList<CallId> &calls) { m_work.askToReplay(calls); });
}

void FailuresPane::nameAndReplay()
{
    const auto *group = current();
    if (!group)
        return;
    QList<Naming> namings;
    for (const auto &entry : std::as_const(m_entries))
        namings.append(namingOf(entry));
    // Which calls these are is asked on the reading thread: in a long log it takes a while, and calls that
    // come in do not wait for it.
    m_page.write<Done>(
        [provider = group->provider, namings, by = thisPerson()](Connection &db) {
            return FailureGroups(db).makeKnown(provider, namings, by);
        },
        [this, group = *group](Done) {
            m_page.read<QList<CallId>>([group](Connection &db) { return FailureGroups(db).calls(group); },
                                       [this](const QList<CallId> &calls) { m_work.replay(calls); });
        });
}

} // namespace salesdesk
