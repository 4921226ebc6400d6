// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace salesdesk
{

/// Lets a person choose one of the entities by typing beginnings of its names or e-mail address, in any
/// order and without accents. GUI thread.
class EntityChooser final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntityChooser)
public:
    /// `verb` is what its button says, "Link"; `preferred` is chosen at first, 0 for none.
    EntityChooser(const QString &question, const QString &verb, const QList<Entity> &entities,
                  EntityId preferred, QWidget *parent = nullptr);

    /// 0 when nothing is chosen.
    [[nodiscard]] EntityId chosen() const;
    [[nodiscard]] QString chosenName() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);

    QLineEdit *m_text;
    QListWidget *m_list;
    QPushButton *m_link;
};

} // namespace salesdesk
