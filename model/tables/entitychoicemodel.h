// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/result.h"

#include <QAbstractListModel>
#include <QList>

namespace salesdesk
{

class Connection;

/// One of the entities that a person chooses from.
struct EntityChoice {
    EntityId id;
    QString name;
    QString detail;   ///< address, team and, where others have the name, what it has: which one it is
    QString searched; ///< what a typed word is looked for in
};

/// All active ones of a kind, those whose names are like `name` first. For a reading thread: of thousands it
/// takes longer than a window may wait.
[[nodiscard]] Result<QList<EntityChoice>> entityChoices(Connection &db, EntityKind kind, const QString &name);

/// Those of the choices that fit what is typed: beginnings of their names or address, in any order and
/// without accents. GUI thread; owned by its dialog.
class EntityChoiceModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntityChoiceModel)
public:
    explicit EntityChoiceModel(QList<EntityChoice> all, QObject *parent = nullptr);

    void narrow(const QString &text);
    [[nodiscard]] const EntityChoice &choice(int row) const { return m_all.at(m_shown.at(row)); }
    /// Invalid when it is not listed.
    [[nodiscard]] QModelIndex indexOf(EntityId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EntityChoice> m_all;
    QList<qsizetype> m_shown; ///< of m_all
};

} // namespace salesdesk
