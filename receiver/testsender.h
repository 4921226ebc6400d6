// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"

#include <QNetworkAccessManager>

namespace salesdesk
{

/// Sends calls to our own receiver over the network, as a sender would. Lives on the main thread; owned by
/// the receiver's face.
class TestSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestSender)
public:
    explicit TestSender(QObject *parent);
    /// `base`: where the receiver listens, empty for nowhere. See ReceiverControl::send().
    [[nodiscard]] QFuture<Result<int>> send(const QString &base, const TestCall &call);

private:
    QNetworkAccessManager m_network;
};

} // namespace salesdesk
