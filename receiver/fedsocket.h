// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>

namespace salesdesk
{

/// The "socket" QHttpServer sees: no descriptor behind it, only what the gate feeds in. It
/// stays connected until the gate hangs up, whatever the client does, so an exchange never loses it. Lives on
/// the receiver thread; owned by QHttpServer, which deletes it after hangUp().
class FedSocket final : public QTcpSocket
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FedSocket)
public:
    explicit FedSocket(const QHostAddress &peer)
    {
        setSocketState(ConnectedState);
        setOpenMode(ReadWrite | Unbuffered);
        setPeerAddress(peer);
    }

    /// Hands one whole request to QHttpServer, which calls its handler before this returns.
    void feed(QByteArray request)
    {
        m_input = std::move(request);
        m_at = 0;
        Q_EMIT readyRead();
    }
    void hangUp()
    {
        setSocketState(UnconnectedState);
        Q_EMIT disconnected();
    }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return QTcpSocket::bytesAvailable() + m_input.size() - m_at;
    }
    void disconnectFromHost() override {}
    void close() override {}

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const auto size = std::min<qint64>(maxSize, m_input.size() - m_at);
        std::copy_n(m_input.constData() + m_at, size, data);
        m_at += size;
        if (m_at == m_input.size()) {
            m_input.clear();
            m_at = 0;
        }
        return size;
    }
    /// What QHttpServer answers by itself is nobody's: the gate writes its own.
    qint64 writeData(const char *, qint64 size) override { return size; }

private:
    QByteArray m_input;
    qsizetype m_at = 0;
};

} // namespace salesdesk
