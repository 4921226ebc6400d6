// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace salesdesk
{

class Banner;
class Workspace;

/// Asks for an agent's, team's or product's name and, of an agent, e-mail address and team, and stores them;
/// what cannot be stored stays there to be mended. GUI thread.
class EntityDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntityDialog)
public:
    EntityDialog(Workspace &workspace, const Entity &entity, const QList<Entity> &teams,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    void saved(const QString &name);

private:
    /// As it was given, with what was typed.
    [[nodiscard]] Entity entity() const;
    void save();

    Workspace &m_workspace;
    Entity m_entity;
    Banner *m_banner;
    QPushButton *m_save = nullptr;
    QLineEdit *m_name;
    QLineEdit *m_email = nullptr;
    QComboBox *m_team = nullptr;
};

} // namespace salesdesk
