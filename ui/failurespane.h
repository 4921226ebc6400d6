// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/failuretablemodel.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace salesdesk
{

class CallWork;
class Page;
class TableView;

/// Why calls fail, by cause, and the way out of each: to say who an unknown identity is, and to replay all
/// calls that failed for it, in one go. GUI thread; owned by its page.
class FailuresPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailuresPane)
public:
    FailuresPane(Page &page, CallWork &work);

    [[nodiscard]] FailureTableModel *model() { return &m_model; }
    [[nodiscard]] TableView *table() const { return m_table; }

Q_SIGNALS:
    /// A filter for the log.
    void callsWanted(const QString &filter);

private:
    struct Entry {
        UnknownIdentity identity;
        QComboBox *name;
        QLabel *effect;
    };
    /// Who is unknown, and whom it can be linked to.
    struct Unknown {
        QList<UnknownIdentity> identities;
        QHash<EntityKind, QList<Entity>> entities;
    };
    void showGroup();
    void ask(const FailureGroup &group);
    void buildForm(const Unknown &unknown);
    void clearForm();
    void judge();
    [[nodiscard]] static Naming namingOf(const Entry &entry);
    void replay();
    void nameAndReplay();
    [[nodiscard]] const FailureGroup *current() const;

    Page &m_page;
    CallWork &m_work;
    FailureTableModel m_model;
    TableView *m_table;
    QWidget *m_side;
    QLabel *m_cause;
    QLabel *m_facts;
    QLabel *m_question;
    QWidget *m_form;
    QGridLayout *m_grid;
    QList<Entry> m_entries;
    QPushButton *m_repair;
    QPushButton *m_replay;
    QPushButton *m_show;
    qint64 m_shown = 0; ///< the group the form is for
};

} // namespace salesdesk
