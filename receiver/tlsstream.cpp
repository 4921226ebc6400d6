// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/tlsstream.h"

namespace salesdesk
{

namespace
{
// As in clear: RFC 9112 §9.6.
constexpr qint64 maxDiscarded = 4LL * 1024 * 1024;
} // namespace

TlsStream::TlsStream(int descriptor, const QHostAddress &peer, std::span<char> buffer,
                     const QSslConfiguration &configuration)
    : ClientStream(peer, buffer)
{
    m_socket.setReadBufferSize(static_cast<qint64>(buffer.size())); // the rest stays in the kernel
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsStream::onReadable);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &TlsStream::onWritten);
    connect(&m_socket, &QSslSocket::disconnected, this, &TlsStream::closed);
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSslConfiguration(configuration);
    m_socket.startServerEncryption();
}

QByteArray TlsStream::read()
{
    const auto got = m_socket.read(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
    return {m_buffer.data(), std::max<qsizetype>(0, got)};
}

void TlsStream::onReadable()
{
    if (!m_discarding) {
        Q_EMIT readable();
        return;
    }
    while (hasUnread())
        m_discarded += read().size();
    if (m_discarded > maxDiscarded)
        abort();
}

void TlsStream::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

qint64 TlsStream::unsent() const
{
    return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
}

void TlsStream::onWritten()
{
    if (unsent() == 0)
        Q_EMIT drained();
}

void TlsStream::finish(bool moreMayCome)
{
    m_discarding = moreMayCome;
    if (moreMayCome)
        onReadable();
    else
        m_socket.disconnectFromHost();
}

} // namespace salesdesk
