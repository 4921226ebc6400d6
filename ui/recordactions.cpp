// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordactions.h"

#include "model/recordexport.h"
#include "ui/exportwork.h"
#include "ui/page.h"
#include "ui/pagekeys.h"
#include "ui/recorddetailspane.h"
#include "ui/tableview.h"
#include "ui/workstrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace salesdesk
{

using namespace Qt::StringLiterals;

RecordActions::RecordActions(Page &page, TableView &table, const RecordListing &listing,
                             const RecordDetailsPane &details)
    : QObject(&page)
    , m_page(page)
    , m_table(table)
    , m_listing(listing)
    , m_details(details)
    , m_strip(new WorkStrip(&page))
    , m_exports(new ExportWork(page, *m_strip, this))
    , m_exportMenu(new QMenu(&page))
{
    auto *cell =
        addPageKey(page, this, u"copyCell"_s, tr("&Copy Cell"), QKeySequence::Copy, &RecordActions::copyCell);
    auto *json = addPageKey(page, this, u"copyJson"_s, tr("Copy as &JSON"), QKeySequence(u"Ctrl+B"_s),
                            &RecordActions::copyJson);
    auto *csv = addPageKey(page, this, u"exportCsv"_s, tr("&CSV…"), QKeySequence(u"Ctrl+E"_s),
                           &RecordActions::exportCsv);
    auto *lines = addPageKey(page, this, u"exportJsonLines"_s, tr("&JSON Lines…"), QKeySequence(u"Ctrl+J"_s),
                             &RecordActions::exportJsonLines);
    cell->setIcon(icon(Symbol::Copy));
    m_ofOne = {cell, json};
    m_ofAll = {csv, lines};
    m_exportMenu->addActions(m_ofAll);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &RecordActions::showMenu);
    connect(table.selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordActions::judge);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(table.model(), changed, this, &RecordActions::judge);
    connect(table.model(), &QAbstractItemModel::modelReset, this, &RecordActions::judge);
    judge();
}

void RecordActions::judge()
{
    for (auto *action : std::as_const(m_ofOne))
        action->setEnabled(m_table.currentIndex().isValid());
    for (auto *action : std::as_const(m_ofAll))
        action->setEnabled(m_table.model()->rowCount() > 0);
}

void RecordActions::showMenu(const QPoint &at)
{
    QMenu menu(&m_table);
    menu.setObjectName(u"recordMenu"_s);
    menu.addActions(m_ofOne);
    menu.exec(m_table.viewport()->mapToGlobal(at));
}

void RecordActions::copyCell()
{
    QGuiApplication::clipboard()->setText(m_table.currentIndex().data().toString());
    m_page.banner()->showMessage(Tone::Good, tr("The cell is copied."));
}

void RecordActions::copyJson()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_details.json()));
    m_page.banner()->showMessage(Tone::Good, tr("The record is copied as JSON."));
}

void RecordActions::askForFile(ExportFormat format)
{
    const auto name = m_listing.query().endpoint == Endpoint::Activities ? tr("activities") : tr("sales");
    m_exports->askForFile(name, format, [this, format](const QString &file) { exportTo(file, format); });
}

void RecordActions::exportTo(const QString &file, ExportFormat format)
{
    if (m_strip->isBusy()) {
        m_page.banner()->showMessage(Tone::Warning,
                                     tr("Wait until the work under way is done, or cancel it first."));
        return;
    }
    auto *work = new RecordExport(m_page.workspace(), this);
    const auto expected = m_table.model()->rowCount();
    m_exports->follow(work, file, expected, [](qint64 count) {
        return count == 1 ? tr("1 record") : tr("%1 records").arg(QLocale().toString(count));
    });
    work->start(m_listing.query(), format, file, expected);
}

} // namespace salesdesk
