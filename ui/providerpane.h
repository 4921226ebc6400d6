// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/secrets.h"
#include "model/receivercontrol.h"
#include "model/tables/calltablemodel.h"
#include "model/tables/keytablemodel.h"
#include "ui/page.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace salesdesk
{

class CopyField;
class KeyBox;
class KitBox;
class SigningBox;
class TableView;

/// One provider: webhook URLs, keys, options, an example request and, at the bottom, its calls as they come
/// in. GUI thread; owned by the providers' page, whose banner takes its errors.
class ProviderPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderPane)
public:
    ProviderPane(Page &page, ReceiverControl &receiver, const MasterKey &master, QWidget *parent = nullptr);

    void setProvider(const Provider &provider);
    /// Through the real receiver; what it answered goes into the banner.
    void sendTestCall();
    [[nodiscard]] KeyTableModel &keys();
    [[nodiscard]] CallTableModel &calls() { return m_calls; }

Q_SIGNALS:
    /// Asks for the log, filtered, with `call` in full unless it is 0.
    void logOpened(const QString &filter, qint64 call);

private:
    QWidget *buildDetails();
    QWidget *buildHeader();
    QWidget *buildCalls();
    void showAbout();
    void showUrls();
    void rename();
    void send(Endpoint endpoint, const QString &key, const std::optional<QByteArray> &secret);
    void archive();

    Page &m_page;
    ReceiverControl &m_receiver;
    const MasterKey &m_master;
    Provider m_provider;
    QTimer m_clock; ///< moves "last call 12 s ago" on
    CallTableModel m_calls;
    QLabel *m_name;
    QLabel *m_about;
    CopyField *m_activityUrl;
    CopyField *m_saleUrl;
    QLabel *m_activityOff;
    QLabel *m_saleOff;
    TableView *m_callTable;
    QCheckBox *m_createUsers;
    QCheckBox *m_manageTeams;
    SigningBox *m_signing;
    QSpinBox *m_rateLimit;
    KeyBox *m_keys;
    KitBox *m_kit;
};

} // namespace salesdesk
