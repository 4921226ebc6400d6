// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"

#include <QMap>

namespace salesdesk
{

/// What decisions should come to, in maps: where each identity points, and the steps that can be undone and
/// done again. Each question gives what a decision would change; nothing of it is so before take() or
/// remember().
class PointerModel final
{
public:
    /// What decisions can change of an identity.
    struct Pointer {
        std::optional<EntityId> entity;
        bool barred = false; ///< a person unlinked it: no rule links it again
        bool ignored = false;
        friend bool operator==(const Pointer &, const Pointer &) = default;
    };
    using Pointers = QMap<IdentityId, Pointer>;

    /// A step as it is remembered: only what changed.
    struct Step {
        Pointers before;
        Pointers after;
        bool byRule = false;
        bool undone = false;
    };

    void add(IdentityId id) { m_now.insert(id, {}); }
    [[nodiscard]] QList<IdentityId> identities() const { return m_now.keys(); }
    [[nodiscard]] QList<DecisionId> steps() const { return m_steps.keys(); }
    [[nodiscard]] Pointer now(IdentityId id) const { return m_now.value(id); }

    [[nodiscard]] Pointer linked(IdentityId id, EntityId entity) const
    {
        return {entity, false, now(id).ignored};
    }
    [[nodiscard]] Pointer unlinked(IdentityId id) const { return {std::nullopt, true, now(id).ignored}; }
    [[nodiscard]] Pointer ignored(IdentityId id, bool isIgnored) const
    {
        return {now(id).entity, now(id).barred, isIgnored};
    }
    [[nodiscard]] Pointers merged(EntityId from, EntityId to) const
    {
        Pointers wanted;
        for (const auto &[id, pointer] : m_now.asKeyValueRange()) {
            if (pointer.entity == from)
                wanted.insert(id, linked(id, to));
        }
        return wanted;
    }
    /// Those that are decided on elsewhere are passed over, and of two decisions on one the first counts.
    /// `next`: the number of the entity that would be made next.
    [[nodiscard]] Pointers decided(const QList<Choice> &choices, EntityId next) const
    {
        Pointers wanted;
        for (const auto &choice : choices) {
            const auto id = choice.identity;
            if (wanted.contains(id) || now(id).entity || now(id).ignored)
                continue;
            switch (choice.action) {
            case Choice::Action::Ignore:
                wanted.insert(id, ignored(id, true));
                break;
            case Choice::Action::Link:
                wanted.insert(id, linked(id, choice.entity));
                break;
            case Choice::Action::Create:
                wanted.insert(id, linked(id, next));
                ++next.value;
                break;
            }
        }
        return wanted;
    }

    /// The step that an undo without a number undoes: the newest of a person's that stands.
    [[nodiscard]] DecisionId lastDone() const
    {
        DecisionId last;
        for (const auto &[number, step] : m_steps.asKeyValueRange()) {
            if (!step.byRule && !step.undone)
                last = number;
        }
        return last;
    }
    /// The step that a redo without a number does again.
    [[nodiscard]] DecisionId lastUndone() const
    {
        return m_undone.isEmpty() ? DecisionId{} : m_undone.last();
    }
    [[nodiscard]] Pointers without(DecisionId number) const
    {
        const auto step = m_steps.value(number);
        Pointers wanted;
        for (const auto &[id, before] : step.before.asKeyValueRange()) {
            auto pointer = now(id);
            if (before.ignored != step.after.value(id).ignored) {
                pointer.ignored = before.ignored;
            } else if (before.entity != step.after.value(id).entity) {
                pointer.entity = before.entity;
                // Nobody is linked again by a rule of which a person undid it.
                pointer.barred = before.barred || (step.byRule && !before.entity);
            }
            wanted.insert(id, pointer);
        }
        return wanted;
    }
    [[nodiscard]] Pointers with(DecisionId number) const
    {
        const auto step = m_steps.value(number);
        Pointers wanted;
        for (const auto &[id, after] : step.after.asKeyValueRange()) {
            auto pointer = now(id);
            if (step.before.value(id).ignored != after.ignored) {
                pointer.ignored = after.ignored;
            } else if (step.before.value(id).entity != after.entity) {
                pointer.entity = after.entity;
                pointer.barred = after.barred;
            }
            wanted.insert(id, pointer);
        }
        return wanted;
    }

    /// From now on it is so.
    void take(const Pointers &wanted)
    {
        for (const auto &[id, pointer] : wanted.asKeyValueRange())
            m_now.insert(id, pointer);
    }
    /// The step that would change what there is now to `wanted`.
    [[nodiscard]] Step stepTo(const Pointers &wanted, bool byRule) const
    {
        Step step{{}, wanted, byRule};
        for (const auto id : wanted.keys())
            step.before.insert(id, now(id));
        return step;
    }
    /// After a new decision of a person nothing is done again.
    void remember(DecisionId number, const Step &step)
    {
        m_steps.insert(number, step);
        if (!step.byRule)
            m_undone.clear();
    }
    void markUndone(DecisionId number)
    {
        m_steps[number].undone = true;
        m_undone.append(number);
    }
    void markDone(DecisionId number)
    {
        m_steps[number].undone = false;
        m_undone.removeAll(number);
    }

private:
    Pointers m_now;
    QMap<DecisionId, Step> m_steps;
    QList<DecisionId> m_undone; ///< that can be done again, the last one last
};

} // namespace salesdesk
