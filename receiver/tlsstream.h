// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/clientstream.h"

#include <QSslSocket>

namespace salesdesk
{

/// A stream over TLS, whose handshake it begins. Lives on the receiver thread.
class TlsStream final : public ClientStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsStream)
public:
    TlsStream(int descriptor, const QHostAddress &peer, std::span<char> buffer,
              const QSslConfiguration &configuration);

    [[nodiscard]] QByteArray read() override;
    [[nodiscard]] bool hasUnread() const override { return m_socket.bytesAvailable() > 0; }
    /// TLS ends in both directions at once here.
    [[nodiscard]] bool isAtEnd() const override { return false; }
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsent() const override;
    void finish(bool moreMayCome) override;
    void abort() override { m_socket.abort(); }

private:
    void onReadable();
    void onWritten();

    QSslSocket m_socket;
    bool m_discarding = false;
    qint64 m_discarded = 0; // bytes
};

} // namespace salesdesk
