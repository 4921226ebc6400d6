// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/entitychoicemodel.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QPushButton;

namespace salesdesk
{

/// Lets a person choose one of the entities by typing beginnings of its names or e-mail address. GUI thread.
class EntityChooser final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntityChooser)
public:
    /// What the chooser is opened with.
    struct Question {
        QString text;
        QString verb;       ///< what its button says, "Link"
        EntityId preferred; ///< is chosen at first; 0 for none
    };
    EntityChooser(const Question &question, const QList<EntityChoice> &choices, QWidget *parent = nullptr);

    /// 0 when nothing is chosen.
    [[nodiscard]] EntityId chosen() const;
    [[nodiscard]] QString chosenName() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);

    QLineEdit *m_text;
    EntityChoiceModel m_model;
    QListView *m_list;
    QPushButton *m_link;
};

} // namespace salesdesk
