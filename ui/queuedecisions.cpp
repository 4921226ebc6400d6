// SPDX-License-Identifier: GPL-3.0-or-later
// QueuePage: one decision at a time.
#include "model/tables/linktexts.h"
#include "model/tables/sentences.h"
#include "model/tables/texts.h"
#include "ui/entitychooser.h"
#include "ui/queuepage.h"
#include "ui/tableview.h"

#include <QPushButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;

// By value: settle() removes the row that a reference would be into.
void QueuePage::decide(Identity identity, bool leaves, const Job &job, const QString &done)
{
    const int row = m_table->currentIndex().row();
    if (leaves) {
        m_model.settle({identity.id});
        if (m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(qMin(row, m_model.rowCount() - 1), 0));
        onCurrent();
    }
    m_same.reset();
    m_trail.append(identity.id);
    whenFinished(workspace().write<Outcome>(job), this,
                 [this, identity = std::move(identity), leaves, done](const Result<Outcome> &outcome) {
                     if (leaves)
                         m_model.restore({identity.id});
                     if (!outcome.ok()) {
                         m_wanted = identity.id;
                         banner()->showFailure(outcome.error());
                         return;
                     }
                     m_trail.append(identity.id);
                     auto sentence = done;
                     if (outcome->entity.isValid())
                         sentence = nowCountText(outcome->records, outcome->entityName);
                     offerNamesakes(*outcome, sentence);
                 });
}

void QueuePage::offerNamesakes(const Outcome &outcome, const QString &sentence)
{
    if (outcome.namesakes.isEmpty()) {
        banner()->showMessage(Tone::Good, sentence, tr("Undo (Z)"));
        return;
    }
    Same same;
    QStringList names;
    for (const auto &identity : outcome.namesakes) {
        Choice choice{.identity = identity.id, .entity = outcome.entity};
        if (!outcome.entity.isValid())
            choice.action = Choice::Action::Ignore;
        same.choices.append(choice);
        names.append(u"%1:%2"_s.arg(identity.providerName, identity.externalId));
    }
    same.kind = outcome.entity.isValid() ? StepKind::Link : StepKind::Ignore;
    m_same = same;
    constexpr int named = 3;
    const auto more = names.size() - named;
    const auto listed = names.mid(0, named).join(u", "_s);
    const auto who = more > 0 ? tr("%1 and %2 more have the same name.").arg(listed, QString::number(more))
                              : tr("%1: the same name.").arg(listed);
    banner()->showMessage(Tone::Good, u"%1 %2"_s.arg(sentence, who), tr("Do the Same (D)"));
}

void QueuePage::sameForNamesakes()
{
    if (!m_same)
        return;
    const auto same = *std::exchange(m_same, {});
    decideAll(same.choices, same.kind);
}

// By value, as decide() takes it.
void QueuePage::linkTo(Identity identity, EntityId entity, const QString &reason)
{
    const auto id = identity.id;
    decide(std::move(identity), true,
           [id, entity, reason, by = thisPerson()](Connection &db) -> Result<Outcome> {
               IdentityStore store(db);
               const auto step = store.link(id, entity, by, reason);
               if (!step.ok())
                   return step.error();
               return outcomeOf(store, *step, id);
           },
           {});
}

Result<QueuePage::Outcome> QueuePage::outcomeOf(const IdentityStore &store, DecisionId step, IdentityId id)
{
    const auto linked = store.get(id);
    if (!linked.ok())
        return linked.error();
    const auto namesakes = store.namesakes(id);
    if (!namesakes.ok())
        return namesakes.error();
    return Outcome{step, linked->linkedTo.value_or(EntityId{}), linked->linkedToName, linked->records,
                   *namesakes};
}

void QueuePage::accept()
{
    const auto *row = current();
    if (!row || !row->best)
        return;
    if (row->ambiguous) {
        banner()->showMessage(Tone::Warning,
                              tr("More than one candidate comes close to %1. Press the number of the right "
                                 "one, or / to search.")
                                  .arg(nameOf(row->identity)));
        return;
    }
    const auto best = *row->best;
    linkTo(row->identity, best.entity, toText(best.reason));
}

void QueuePage::takeOffer(int number)
{
    const auto *row = current();
    if (!row || number >= m_pane->offers().size())
        return;
    const auto candidate = m_pane->offers().at(number).candidate;
    linkTo(row->identity, candidate.entity, toText(candidate.reason));
}

void QueuePage::choose()
{
    const auto *row = current();
    if (!row)
        return;
    const auto identity = row->identity;
    const auto preferred = row->best ? row->best->entity : EntityId{};
    read<QList<EntityChoice>>(
        [identity](Connection &db) { return entityChoices(db, identity.kind, identity.name); },
        [this, identity, preferred](const QList<EntityChoice> &choices) {
            const auto question = tr("Which %1 is \"%2\" of %3?")
                                      .arg(kindText(identity.kind), nameOf(identity), identity.providerName);
            auto *dialog = new EntityChooser({question, tr("Link"), preferred}, choices, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this,
                    [this, dialog, identity] { linkTo(identity, dialog->chosen(), {}); });
            dialog->open();
        });
}

void QueuePage::create()
{
    const auto *row = current();
    if (!row)
        return;
    decide(row->identity, true,
           [id = row->id, by = thisPerson()](Connection &db) -> Result<Outcome> {
               IdentityStore store(db);
               const auto step = store.createAndLink(id, by);
               return step.ok() ? outcomeOf(store, *step, id) : step.error();
           },
           {});
}

void QueuePage::ignore()
{
    const auto *row = current();
    if (!row)
        return;
    const bool ignored = !row->identity.ignored;
    const auto state = m_model.filter().state;
    const bool leaves = state != IdentityState::Waiting;
    decide(
        row->identity, leaves,
        [id = row->id, ignored, by = thisPerson()](Connection &db) -> Result<Outcome> {
            IdentityStore store(db);
            const auto step = store.setIgnored(id, ignored, by);
            if (!step.ok())
                return step.error();
            const auto namesakes = ignored ? store.namesakes(id) : Result(QList<Identity>());
            if (!namesakes.ok())
                return namesakes.error();
            return Outcome{*step, {}, {}, {}, *namesakes};
        },
        ignored ? tr("%1 is ignored.").arg(nameOf(row->identity))
                : tr("%1 is no longer ignored.").arg(nameOf(row->identity)));
}

void QueuePage::reject()
{
    const auto *row = current();
    if (!row || !row->best)
        return;
    decide(
        row->identity, false,
        [id = row->id, entity = row->best->entity, by = thisPerson()](Connection &db) -> Result<Outcome> {
            const auto step = IdentityStore(db).reject(id, entity, by);
            return step.ok() ? Result<Outcome>(Outcome{*step, {}, {}, {}, {}}) : step.error();
        },
        tr("%1 is not suggested for %2 again.").arg(row->best->entityName, nameOf(row->identity)));
}

void QueuePage::skip()
{
    if (m_model.rowCount() == 0)
        return;
    const int next = m_table->currentIndex().row() + 1;
    m_table->setCurrentIndex(m_model.index(next < m_model.rowCount() ? next : 0, 0));
}

void QueuePage::undo()
{
    if (!m_trail.isEmpty())
        m_wanted = m_trail.takeLast();
    stepBackOrForth(true);
}

void QueuePage::redo()
{
    stepBackOrForth(false);
}

void QueuePage::stepBackOrForth(bool back)
{
    m_same.reset();
    write<QString>(
        [back, by = thisPerson()](Connection &db) {
            return back ? IdentityStore(db).undo(by) : IdentityStore(db).redo(by);
        },
        [this, back](const QString &sentence) {
            banner()->showMessage(Tone::Info, spoken(sentence), back ? QString() : tr("Undo (Z)"));
            m_model.reload();
        });
}

} // namespace salesdesk
