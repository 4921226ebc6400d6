// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace salesdesk
{

/// Asks for an agent's, team's or product's name and, of an agent, e-mail address and team. GUI thread.
class EntityDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntityDialog)
public:
    EntityDialog(const Entity &entity, const QList<Entity> &teams, QWidget *parent = nullptr);

    /// As it was given, with what was typed.
    [[nodiscard]] Entity entity() const;

private:
    Entity m_entity;
    QLineEdit *m_name;
    QLineEdit *m_email = nullptr;
    QComboBox *m_team = nullptr;
};

} // namespace salesdesk
