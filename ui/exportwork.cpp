// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportwork.h"

#include "ui/page.h"
#include "ui/workstrip.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace salesdesk
{

using namespace Qt::StringLiterals;

ExportWork::ExportWork(Page &page, WorkStrip &strip, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_strip(strip)
{
}

void ExportWork::askForFile(const QString &name, ExportFormat format,
                            const std::function<void(const QString &file)> &then)
{
    struct Kind {
        QString ending;
        QString words;
    };
    const auto kind = [format]() -> Kind {
        switch (format) {
        case ExportFormat::Csv:
            return {u".csv"_s, tr("CSV (*.csv)")};
        case ExportFormat::JsonLines:
            return {u".jsonl"_s, tr("JSON Lines (*.jsonl)")};
        case ExportFormat::Har:
            return {u".har"_s, tr("HTTP Archive (*.har)")};
        }
        Q_UNREACHABLE();
    }();
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_page.window(), tr("Export What Is Listed"), folder, kind.words);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name + kind.ending);
    dialog->setDefaultSuffix(kind.ending);
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void ExportWork::follow(ListExport *work, const QString &file, qint64 expected,
                        const std::function<QString(qint64)> &counted)
{
    m_strip.begin(tr("Exporting"), expected);
    connect(&m_strip, &WorkStrip::cancelled, work, &ListExport::cancel);
    connect(work, &ListExport::progressed, &m_strip, [this, work] { m_strip.setDone(work->done()); });
    connect(work, &ListExport::finished, this, [this, work, file, counted](const QString &problem) {
        m_strip.end();
        work->deleteLater();
        if (!problem.isEmpty())
            m_page.banner()->showError(problem);
        else if (work->isCancelled())
            m_page.banner()->showMessage(Tone::Info, tr("The export was cancelled. No file was left."));
        else
            m_page.banner()->showMessage(
                Tone::Good,
                tr("%1 exported to %2.").arg(counted(work->done()), QDir::toNativeSeparators(file)));
    });
}

} // namespace salesdesk
