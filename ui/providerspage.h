// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/providerlistmodel.h"
#include "ui/page.h"

class QStackedWidget;

namespace salesdesk
{

class EmptyState;
class MasterKey;
class ProviderPane;
class ReceiverControl;
class TableView;

/// The providers at the left, the chosen one at the right. GUI thread; owned by the window.
class ProvidersPage final : public Page
{
    Q_OBJECT
public:
    ProvidersPage(Workspace &workspace, ReceiverControl &receiver, const MasterKey &master,
                  QWidget *parent = nullptr);

    void newProvider();
    void showProvider(qint64 provider);
    /// To the chosen provider, as soon as it is known which one that is.
    void sendTestCall();
    void savePlace(QSettings &settings) const override;
    void restorePlace(const QSettings &settings) override;

Q_SIGNALS:
    /// Asks for the log, filtered, with `call` in full unless it is 0.
    void logOpened(const QString &filter, qint64 call);

private:
    void onLoaded();
    void showCurrent();

    const MasterKey &m_master;
    ProviderListModel m_model;
    TableView *m_list;
    ProviderPane *m_pane;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QSplitter *m_sides;
    bool m_testWanted = false;
    qint64 m_wanted = 0; ///< chosen as soon as it is in the list
};

} // namespace salesdesk
