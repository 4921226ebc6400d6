// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/identitytablemodel.h"
#include "model/tables/queuescan.h"
#include "ui/bulkdialog.h"
#include "ui/identitypane.h"
#include "ui/page.h"

#include <QHash>

#include <functional>

class QLabel;
class QPushButton;

namespace salesdesk
{

class IdentityFilterBar;
struct SheetDecisions;
class TableView;

/// The identities that wait, to be decided on one by one with a key each, or in bulk. The row that is decided
/// on leaves at once and the next one is chosen; when the decision fails, it comes back. GUI thread; owned by
/// the window.
class QueuePage final : public Page
{
    Q_OBJECT
public:
    explicit QueuePage(Workspace &workspace, QWidget *parent = nullptr);

    /// Lists those of one kind, or all.
    void showKind(std::optional<EntityKind> kind);
    /// Writes what is listed as CSV, with two blank columns for decisions.
    void exportTo(const QString &path);
    /// Reads such a file and shows what it decides, before anything is.
    void importFrom(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // Layout and what is shown: queuepage.cpp.
    void buildHeader();
    void buildKeys();
    QPushButton *addKey(const QString &name, const QString &text, Qt::Key key, const QString &keyText,
                        void (QueuePage::*act)());
    void applyFilter();
    void loadProviders();
    void onLoaded();
    void onCurrent();
    void judgeKeys();
    void showBulk();
    void explainEmpty();
    void askOffers(const Identity &identity);
    [[nodiscard]] const ListedIdentity *current() const;

    // Decisions: queuedecisions.cpp.
    /// What became of a decision on one identity.
    struct Outcome {
        DecisionId step;
        EntityId entity; ///< that it is linked to now; 0 for none
        QString entityName;
        RecordTotals records;      ///< that count for it now
        QList<Identity> namesakes; ///< that wait under other providers
    };
    using Job = std::function<Result<Outcome>(Connection &)>;
    /// Of a step that linked the identity, in the step's transaction.
    static Result<Outcome> outcomeOf(const IdentityStore &store, DecisionId step, IdentityId id);
    /// `leaves`: the row goes out of the queue. By value: the row it is of goes.
    void decide(Identity identity, bool leaves, const Job &job, const QString &done);
    void linkTo(Identity identity, EntityId entity, const QString &reason);
    void accept();
    void takeOffer(int number);
    void choose();
    void create();
    void ignore();
    void reject();
    void skip();
    void undo();
    void redo();
    void sameForNamesakes();
    void offerNamesakes(const Outcome &outcome, const QString &sentence);
    void stepBackOrForth(bool back);

    // Several at once: queuebulk.cpp.
    void bulk(BulkDialog::Task task);
    void bulkAccept() { bulk(BulkDialog::Task::Accept); }
    void bulkCreate() { bulk(BulkDialog::Task::Create); }
    void decideAll(const QList<Choice> &choices, StepKind kind);
    void showHistory();
    void askExportPath();
    void askImportPath();
    void confirmImport(const SheetDecisions &decisions);
    /// What the banner's button does while something is under way; nothing otherwise.
    std::function<void()> m_cancel;

    std::shared_ptr<Suggester> m_suggester = std::make_shared<Suggester>();
    IdentityTableModel m_model;
    QueueScan m_scan;
    TableView *m_table;
    IdentityPane *m_pane;
    IdentityFilterBar *m_bar = nullptr;
    QHash<int, QPushButton *> m_keys; ///< by Qt::Key
    QPushButton *m_bulkAccept = nullptr;
    QPushButton *m_bulkCreate = nullptr;
    QLabel *m_comparing = nullptr; ///< how far the comparing is, where it takes a while
    QPushButton *m_accept = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_ignore = nullptr;
    QPushButton *m_reject = nullptr;
    QPushButton *m_skip = nullptr;
    /// "Do the same for those of the same name": offered by the banner, taken with its key.
    struct Same {
        QList<Choice> choices;
        StepKind kind = StepKind::Link;
    };
    std::optional<Same> m_same;
    IdentityId m_wanted;       ///< to be chosen when it is listed again
    QList<IdentityId> m_trail; ///< decided on here, the last one last: where an undo leads back to
};

} // namespace salesdesk
