// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <sys/socket.h>

namespace salesdesk
{

/// One answer, taken apart.
struct Reply {
    int status = 0;
    QList<QByteArray> fields; // lines
    QByteArray body;

    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        for (const auto &line : fields) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.sliced(name.size() + 1).trimmed();
        }
        return {};
    }
};

/// A client that sends what it is told, byte for byte. Test thread.
class HttpClient final
{
public:
    /// `from`: the client's own address, one of 127.0.0.0/8.
    explicit HttpClient(const QString &url, const QHostAddress &from = {})
    {
        const QUrl parsed(url, QUrl::StrictMode);
        if (!from.isNull())
            m_socket.bind(from);
        m_socket.connectToHost(parsed.host(), static_cast<quint16>(parsed.port()));
        m_connected = m_socket.waitForConnected(5000);
    }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// Shuts down the sending side: what was sent is all there is.
    void shutSending() { ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR); }
    /// The next answer; status 0 when none comes within five seconds or the connection ends before.
    [[nodiscard]] Reply next(bool withoutBody = false)
    {
        Reply reply;
        const auto isWhole = [&] {
            m_bytes += m_socket.readAll();
            const auto end = m_bytes.indexOf("\r\n\r\n");
            if (end < 0)
                return false;
            reply.fields.clear();
            for (const auto &line : m_bytes.first(end).split('\n'))
                reply.fields.append(line.trimmed());
            const auto size = withoutBody ? 0 : reply.field("Content-Length").toLongLong();
            if (m_bytes.size() < end + 4 + size)
                return false;
            reply.status = reply.fields.first().split(' ').value(1).toInt();
            reply.body = m_bytes.sliced(end + 4, size);
            m_bytes = m_bytes.sliced(end + 4 + size);
            return true;
        };
        std::ignore = QTest::qWaitFor([&] { return isWhole() || isClosed(); });
        if (reply.status == 0)
            std::ignore = isWhole();
        return reply;
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QByteArray rest()
    {
        m_bytes += m_socket.readAll();
        return m_bytes;
    }

private:
    QTcpSocket m_socket;
    bool m_connected = false;
    QByteArray m_bytes;
};

} // namespace salesdesk
