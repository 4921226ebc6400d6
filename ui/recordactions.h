// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/listexport.h"
#include "model/tables/recordtablemodel.h"

#include <QAction>

class QMenu;

namespace salesdesk
{

class ExportWork;
class Page;
class RecordDetailsPane;
class TableView;
class WorkStrip;

/// What a person can do with the records of the list: each an action with a key, in the list's context menu
/// and where the page puts it. GUI thread; owned by its page.
class RecordActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordActions)
public:
    RecordActions(Page &page, TableView &table, const RecordListing &listing,
                  const RecordDetailsPane &details);

    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }
    [[nodiscard]] WorkStrip *strip() const { return m_strip; }
    /// What is listed, into a file.
    void exportTo(const QString &file, ExportFormat format);

private:
    void judge();
    void showMenu(const QPoint &at);
    void copyCell();
    void copyJson();
    void exportCsv() { askForFile(ExportFormat::Csv); }
    void exportJsonLines() { askForFile(ExportFormat::JsonLines); }
    void askForFile(ExportFormat format);

    Page &m_page;
    TableView &m_table;
    const RecordListing &m_listing;
    const RecordDetailsPane &m_details;
    WorkStrip *m_strip;
    ExportWork *m_exports;
    QMenu *m_exportMenu;
    QList<QAction *> m_ofOne; ///< need a chosen record
    QList<QAction *> m_ofAll; ///< need a list with rows
};

} // namespace salesdesk
