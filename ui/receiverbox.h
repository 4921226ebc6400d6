// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace salesdesk
{

class Card;
class CopyField;

/// Whether and where the receiver listens, or what keeps it from that and the button that helps. GUI thread;
/// owned by the overview.
class ReceiverBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverBox)
public:
    explicit ReceiverBox(QWidget *parent = nullptr);

    void showReceiver(const ReceiverStatus &status);

Q_SIGNALS:
    void startWanted();
    void otherPortWanted();
    void settingsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void act();

    ReceiverStatus m_status;
    Card *m_card;
    QLabel *m_icon;
    QLabel *m_problem;
    CopyField *m_url;
    QPushButton *m_action;
};

} // namespace salesdesk
