// SPDX-License-Identifier: GPL-3.0-or-later
// QueuePage: several decisions at once, the history, and the way out to a spreadsheet and back.
#include "model/store/identitysheet.h"
#include "model/tables/linktexts.h"
#include "ui/historydialog.h"
#include "ui/importdialog.h"
#include "ui/queueexport.h"
#include "ui/queueimport.h"
#include "ui/queuepage.h"
#include "ui/tableview.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLocale>
#include <QStandardPaths>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// More is no list of decisions.
constexpr qint64 maxImport = 64LL * 1024 * 1024;

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

void QueuePage::bulk(BulkDialog::Task task)
{
    auto *dialog = new BulkDialog(task, m_scan.findings(), workspace().directory()->zone, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, task] {
        decideAll(dialog->choices(), task == BulkDialog::Task::Accept ? StepKind::Link : StepKind::Create);
    });
    dialog->open();
}

void QueuePage::decideAll(const QList<Choice> &choices, StepKind kind)
{
    QList<IdentityId> ids;
    for (const auto &choice : choices)
        ids.append(choice.identity);
    m_same.reset();
    m_model.settle(ids);
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    whenFinished(workspace().write<Decided>([choices, kind, by = thisPerson()](Connection &db) {
        return IdentityStore(db).decide(choices, by, kind);
    }),
                 this, [this, ids, kind](const Result<Decided> &decided) {
                     m_model.restore(ids);
                     if (!decided.ok()) {
                         banner()->showFailure(decided.error());
                         return;
                     }
                     m_trail.append(ids.first());
                     const auto count = QLocale().toString(decided->identities);
                     const auto waiting = recordsText(decided->records);
                     const auto said =
                         kind == StepKind::Ignore ? tr("Ignored: %1.").arg(count)
                         : decided->identities == 1
                             ? tr("1 identity is decided on. What counts now: %1.").arg(waiting)
                             : tr("%1 identities are decided on. What counts now: %2.").arg(count, waiting);
                     const auto made =
                         decided->entitiesMade > 0
                             ? u' ' + tr("Created: %1.").arg(QLocale().toString(decided->entitiesMade))
                             : QString();
                     banner()->showMessage(Tone::Good, said + made, tr("Undo (Z)"));
                 });
}

void QueuePage::showHistory()
{
    auto *dialog = new HistoryDialog(workspace(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void QueuePage::askExportPath()
{
    const auto path = QFileDialog::getSaveFileName(
        this, tr("Export What Is Listed"), QDir(documents()).filePath(tr("unlinked.csv")), tr("CSV (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void QueuePage::exportTo(const QString &path)
{
    if (m_cancel) {
        banner()->showMessage(Tone::Warning, tr("Wait until the work under way is done, or cancel it first."),
                              tr("Cancel"));
        return;
    }
    auto *exporting = new QueueExport(workspace(), m_suggester, m_model.filter(), path, this);
    m_cancel = [exporting] { exporting->cancel(); };
    connect(exporting, &QueueExport::progressed, this, [this](qint64 rows) {
        banner()->showMessage(Tone::Info, tr("Exported so far: %1.").arg(QLocale().toString(rows)),
                              tr("Cancel"));
    });
    connect(exporting, &QueueExport::cancelled, this, [this] {
        m_cancel = {};
        banner()->showMessage(Tone::Info, tr("The export was cancelled. No file was left."));
    });
    connect(exporting, &QueueExport::finished, this, [this, path](qint64 rows) {
        m_cancel = {};
        banner()->showMessage(
            Tone::Good,
            tr("%Ln identities are in %1. Fill in the columns \"decision\" (accept, link, create or ignore) "
               "and \"entity\", and import it.",
               nullptr, static_cast<int>(rows))
                .arg(QDir::toNativeSeparators(path)));
    });
    connect(exporting, &QueueExport::failed, this, [this](const QString &sentence) {
        m_cancel = {};
        banner()->showError(sentence);
    });
    exporting->start();
}

void QueuePage::askImportPath()
{
    const auto path =
        QFileDialog::getOpenFileName(this, tr("Import Decisions"), documents(), tr("CSV (*.csv)"));
    if (!path.isEmpty())
        importFrom(path);
}

void QueuePage::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxImport) {
        banner()->showError(file.isOpen() ? tr("%1 is too large to be a list of decisions.").arg(path)
                                          : tr("%1 cannot be read: %2").arg(path, file.errorString()));
        return;
    }
    if (m_cancel) {
        banner()->showMessage(Tone::Warning, tr("Wait until the work under way is done, or cancel it first."),
                              tr("Cancel"));
        return;
    }
    auto *importing = new QueueImport(workspace(), file.readAll(), this);
    m_cancel = [importing] { importing->cancel(); };
    connect(importing, &QueueImport::progressed, this, [this](qint64 lines, qint64 of) {
        const QLocale locale;
        banner()->showMessage(Tone::Info,
                              tr("Read %1 of %2 lines.").arg(locale.toString(lines), locale.toString(of)),
                              tr("Cancel"));
    });
    connect(importing, &QueueImport::cancelled, this, [this] {
        m_cancel = {};
        banner()->showMessage(Tone::Info, tr("The import was cancelled. Nothing was decided."));
    });
    connect(importing, &QueueImport::failed, this, [this](const QString &sentence) {
        m_cancel = {};
        banner()->showError(sentence);
    });
    connect(importing, &QueueImport::finished, this, [this](const SheetDecisions &decisions) {
        m_cancel = {};
        banner()->hide();
        confirmImport(decisions);
    });
    importing->start();
}

void QueuePage::confirmImport(const SheetDecisions &decisions)
{
    auto *dialog = new ImportDialog(decisions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, choices = decisions.choices()] { decideAll(choices, StepKind::Import); });
    dialog->open();
}

} // namespace salesdesk
