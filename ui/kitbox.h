// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/senderkit.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTabBar;

namespace salesdesk
{

/// The sender's kit: an example request, written out for what is to send it, and a button that sends one.
/// GUI thread; owned by the provider's pane.
class KitBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KitBox)
public:
    explicit KitBox(QWidget *parent = nullptr);

    /// Of `request` the endpoint is the box's own. A feature that is off has no address.
    void show(const KitRequest &request, const QString &activityUrl, const QString &saleUrl);
    [[nodiscard]] Endpoint endpoint() const;
    /// While the test call is on its way.
    void setSending(bool sending);

Q_SIGNALS:
    void testWanted();

private:
    void write();

    QComboBox *m_endpoint;
    QTabBar *m_forms;
    QPlainTextEdit *m_text;
    QPushButton *m_send;
    KitRequest m_request;
    QString m_activityUrl;
    QString m_saleUrl;
};

} // namespace salesdesk
