// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/secrets.h"
#include "model/receivercontrol.h"
#include "model/tables/callhistogram.h"
#include "model/tables/calltablemodel.h"
#include "ui/page.h"

class QStackedWidget;

namespace salesdesk
{

class CallActions;
class CallDetailsPane;
class CallTimeLine;
class CallWork;
class FailuresPane;
class FilterAssistant;
class TableView;

/// All calls, newest first, live: what came in, why it failed, and what puts it right. GUI thread; owned by
/// the window.
class CallLogPage final : public Page
{
    Q_OBJECT
public:
    CallLogPage(Workspace &workspace, const ReceiverControl &receiver, const MasterKey &master,
                QWidget *parent = nullptr);

    /// Shows one call, whether or not it is in the list.
    void openCall(CallId call);
    void showOnly(const QString &text) override;
    void stepBack() override;
    void savePlace(QSettings &settings) const override;
    void restorePlace(const QSettings &settings) override;

Q_SIGNALS:
    void recordOpened(salesdesk::Endpoint endpoint, const QString &externalId);
    void identityOpened(const QString &externalId);
    void providerOpened(salesdesk::ProviderId provider);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildLog();
    [[nodiscard]] FilterAssistant *buildAssistant();
    void buildFilters(QLayout *row);
    void applyFilter();
    void setFailuresShown(bool shown);
    void onChosen();
    void showCall(CallId call);
    void compare(CallId older, CallId newer);
    void showDetails();
    void showSide();
    void onLoaded();
    void showCount();
    void explainEmpty();
    void noteIndex(qint64 left);

    CallFilter m_filter; ///< of the last text that could be read
    CallTableModel m_model;
    CallHistogram m_histogram;
    TableView *m_table;
    CallDetailsPane *m_details;
    QStackedWidget *m_side;
    QStackedWidget *m_views;
    FilterAssistant *m_assistant;
    CallWork *m_work;
    FailuresPane *m_failures;
    CallTimeLine *m_timeLine;
    QLabel *m_indexNote;
    QPushButton *m_replay;
    QPushButton *m_export;
    QPushButton *m_failuresButton;
    QPushButton *m_fold = nullptr;
    CallId m_shown;
    bool m_low = false; ///< there is room for little but the rows
};

} // namespace salesdesk
