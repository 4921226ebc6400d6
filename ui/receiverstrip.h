// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace salesdesk
{

/// What stands in the status bar: whether and where the receiver listens, how many calls come in a minute and
/// when the last one came. GUI thread; owned by the window.
class ReceiverStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverStrip)
public:
    explicit ReceiverStrip(QWidget *parent = nullptr);

    void showReceiver(const ReceiverStatus &status);
    /// UTC ms, 0 for none.
    void setLastCall(qint64 at);

Q_SIGNALS:
    void otherPortWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLastCall();

    ReceiverStatus m_status;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_otherPort;
    QLabel *m_rate;
    QLabel *m_lastCall;
    QTimer m_clock; ///< moves "Last call 12 s ago" on
    qint64 m_lastCallAt = 0;
};

} // namespace salesdesk
