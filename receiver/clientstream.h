// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QSslConfiguration>

#include <memory>
#include <span>

namespace salesdesk
{

/// The bytes of one client's connection, in clear or over TLS. It reads no further than it is asked to, so
/// what a client sends ahead stays in the kernel, and it closes so that the client can read what was written
/// last. Lives on the receiver thread, owned by its HttpConnection.
class ClientStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientStream)
public:
    /// Takes `descriptor`, which is connected. `buffer` is read into, and is used by one stream at a time.
    [[nodiscard]] static std::unique_ptr<ClientStream> inClear(int descriptor, std::span<char> buffer);
    /// The same, as the server's side of TLS.
    [[nodiscard]] static std::unique_ptr<ClientStream> overTls(int descriptor, std::span<char> buffer,
                                                               const QSslConfiguration &configuration);

    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }
    /// What has come, at most the buffer's size; empty when there is nothing now.
    [[nodiscard]] virtual QByteArray read() = 0;
    /// Whether bytes, or the end, have come and were not read.
    [[nodiscard]] virtual bool hasUnread() const = 0;
    /// Whether all was read, and no more will come. In clear it can still be written then: the client may
    /// have shut down its sending side only (RFC 9112 §9.6).
    [[nodiscard]] virtual bool isAtEnd() const = 0;
    /// Now, not when the event loop comes round to it; what the client does not take at once is kept.
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes that were written and that the client has not taken yet.
    [[nodiscard]] virtual qint64 unsent() const = 0;
    /// Closes behind what is unsent. Closing on unread bytes would reset the connection and may take the
    /// last answer with it: with `moreMayCome`, what still comes is discarded until the client ends it, too.
    virtual void finish(bool moreMayCome) = 0;
    /// Closes at once.
    virtual void abort() = 0;

Q_SIGNALS:
    /// Bytes, or the end, have come.
    void readable();
    /// The client has taken all that was written.
    void drained();
    /// The connection is over.
    void closed();

protected:
    ClientStream(const QHostAddress &peer, std::span<char> buffer);

    std::span<char> m_buffer;

private:
    QHostAddress m_peer;
};

} // namespace salesdesk
