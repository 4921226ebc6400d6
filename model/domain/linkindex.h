// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"
#include "model/domain/namewords.h"

#include <QHash>

#include <array>
#include <vector>

namespace salesdesk
{

/// An entity or an identity as it is compared.
struct MatchSide {
    NameWords name;
    bool generic;  ///< the name says nothing
    QString email; ///< case-folded; empty for none, and for a generic one
    QString local; ///< its local part
    std::optional<EntityId> team;
    QString teamKey; ///< the normalised name of its team; empty for none

    explicit MatchSide(const Entity &entity);
    /// Of its team the entity that it is linked to, where it is.
    explicit MatchSide(const Identity &identity);
    [[nodiscard]] bool isOnTeamOf(const MatchSide &other) const
    {
        return (team && team == other.team) || (!teamKey.isEmpty() && teamKey == other.teamKey);
    }

private:
    MatchSide(const QString &nameText, const QString &emailText, std::optional<EntityId> teamId,
              const QString &teamName);
};

/// Finds the few entities that an identity is worth comparing with: LinkRules' index. Rows are numbered as
/// they come; one that left keeps its number and is no longer found.
class LinkIndex final
{
public:
    struct Row {
        Entity entity;
        MatchSide side;
        bool gone = false;
    };
    using Numbers = std::vector<quint32>;

    quint32 add(const Entity &entity);
    void remove(quint32 number);
    [[nodiscard]] const Row &row(quint32 number) const { return m_rows[number]; }
    [[nodiscard]] size_t size() const { return m_rows.size(); }

    /// The rows that share something exactly: e-mail, name, initials, an e-mail that is made of the name.
    [[nodiscard]] Numbers exact(EntityKind kind, const MatchSide &asked) const;
    /// The rows that share most of the rarest three-letter pieces of the name, at most so many.
    [[nodiscard]] Numbers alike(EntityKind kind, const NameWords &name, size_t most) const;
    /// The rows that have a whole word of the name; of one word the first of many.
    [[nodiscard]] Numbers sharingWord(EntityKind kind, const NameWords &name) const;
    /// Whether an entity of the kind has the word in its name.
    [[nodiscard]] bool knowsWord(EntityKind kind, const QString &word) const;

private:
    /// The rows of these keys, each once.
    [[nodiscard]] Numbers rowsOf(EntityKind kind, const QStringList &keys) const;
    static size_t at(EntityKind kind) { return static_cast<size_t>(kind); }

    std::vector<Row> m_rows;
    std::array<QHash<QString, Numbers>, 3> m_byKey; ///< per kind
    std::array<QHash<quint64, Numbers>, 3> m_byTrigram;
    std::array<QHash<QString, int>, 3> m_words; ///< how many rows have it
    mutable std::vector<quint16> m_shared;      ///< of alike(): all 0 between two questions
};

} // namespace salesdesk
