// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/recordtablemodel.h"
#include "ui/page.h"

class QStackedWidget;
class QTimer;

namespace salesdesk
{

class FilterAssistant;
class RecordActions;
class RecordDetailsPane;
class TableView;
struct RecordSheet;

/// The activities or the sales, newest first, live, each with whom it belongs to and the calls that made and
/// changed it. GUI thread; owned by the window.
class RecordsPage final : public Page
{
    Q_OBJECT
public:
    RecordsPage(Endpoint endpoint, Workspace &workspace, QWidget *parent = nullptr);
    ~RecordsPage() override;

    /// Shows one record, whether or not it is in the list.
    void showRecord(RecordId record);
    /// Lists the records with that ID, and shows the first one.
    void showRecordsOf(const QString &externalId);
    void savePlace(QSettings &settings) const override;
    void restorePlace(const QSettings &settings) override;

Q_SIGNALS:
    void identityOpened(const QString &externalId);
    void linkWanted(salesdesk::EntityKind kind, const QString &externalId);
    void providerOpened(salesdesk::ProviderId provider);
    void callOpened(salesdesk::CallId call);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] FilterAssistant *buildAssistant();
    [[nodiscard]] QWidget *buildQuickRow();
    void buildTable();
    void applyFilter();
    void explainEmpty();
    void onLoaded();
    void onChanged(Changes changes);
    void readShown();
    void readHistory(std::optional<CallId> olderThan);
    void learnNames();

    Endpoint m_endpoint;
    RecordFilter m_filter; ///< of the last text that could be read
    KnownNames m_names;
    std::unique_ptr<LiveTableModel> m_model;
    RecordListing *m_listing;
    TableView *m_table;
    RecordDetailsPane *m_details;
    QStackedWidget *m_side;
    FilterAssistant *m_assistant;
    RecordActions *m_actions = nullptr;
    QPushButton *m_byChange = nullptr;
    QTimer *m_again;
    RecordId m_shown;
    bool m_showFirst = false;
};

} // namespace salesdesk
