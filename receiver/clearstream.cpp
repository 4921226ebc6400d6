// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/clearstream.h"

#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace salesdesk
{

namespace
{

// What is thrown away behind a last answer (RFC 9112 §9.6).
constexpr qint64 maxDiscarded = 4LL * 1024 * 1024;

bool isForLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

ClearStream::ClearStream(int descriptor, const QHostAddress &peer, std::span<char> buffer)
    : ClientStream(peer, buffer)
    , m_descriptor(descriptor)
    , m_reads(descriptor, QSocketNotifier::Read)
    , m_writes(QSocketNotifier::Write)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connect(&m_reads, &QSocketNotifier::activated, this, &ClearStream::onReadable);
    connect(&m_writes, &QSocketNotifier::activated, this, &ClearStream::onWritable);
    m_writes.setSocket(descriptor); // enabled when there is something unsent
}

ClearStream::~ClearStream()
{
    m_reads.setEnabled(false); // before the descriptor is another's
    m_writes.setEnabled(false);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void ClearStream::onReadable()
{
    m_hasUnread = true;
    if (m_ending == Ending::Discarding) {
        discard();
        return;
    }
    Q_EMIT readable();
    if (m_hasUnread)
        m_reads.setEnabled(false); // until it is read: it would be told again and again
}

QByteArray ClearStream::read()
{
    if (!m_hasUnread || m_descriptor < 0)
        return {};
    const auto got = ::recv(m_descriptor, m_buffer.data(), m_buffer.size(), 0);
    m_hasUnread = got == static_cast<ssize_t>(m_buffer.size()); // else that was all, or the notifier tells
    m_atEnd = got == 0 || (got < 0 && !isForLater(errno));
    if (m_reads.isEnabled() == m_atEnd)
        m_reads.setEnabled(!m_atEnd);
    return {m_buffer.data(), std::max<qsizetype>(0, got)};
}

bool ClearStream::hasUnread() const
{
    int waiting = 0;
    return m_hasUnread ||
           (m_descriptor >= 0 && ::ioctl(m_descriptor, FIONREAD, &waiting) == 0 && waiting > 0);
}

std::optional<qsizetype> ClearStream::send(const QByteArray &bytes)
{
    const auto sent =
        ::send(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    if (sent >= 0)
        return sent;
    return isForLater(errno) ? std::optional<qsizetype>(0) : std::nullopt;
}

void ClearStream::write(const QByteArray &bytes)
{
    if (m_descriptor < 0)
        return;
    if (!m_unsent.isEmpty()) {
        m_unsent += bytes;
        return;
    }
    const auto sent = send(bytes);
    if (!sent) {
        abort();
        return;
    }
    m_unsent = bytes.sliced(*sent);
    if (!m_unsent.isEmpty())
        m_writes.setEnabled(true);
}

void ClearStream::onWritable()
{
    const auto sent = send(m_unsent);
    if (!sent) {
        abort();
        return;
    }
    m_unsent.remove(0, *sent);
    if (!m_unsent.isEmpty())
        return;
    m_writes.setEnabled(false);
    if (m_ending == Ending::No)
        Q_EMIT drained();
    else
        endSending();
}

void ClearStream::finish(bool moreMayCome)
{
    if (m_descriptor < 0 || m_ending != Ending::No)
        return;
    m_ending = moreMayCome && !m_atEnd ? Ending::Discarding : Ending::Closing;
    if (m_unsent.isEmpty())
        endSending();
}

void ClearStream::endSending()
{
    if (m_ending == Ending::Closing) {
        abort();
        return;
    }
    ::shutdown(m_descriptor, SHUT_WR);
    m_reads.setEnabled(true);
}

void ClearStream::discard()
{
    m_discarded += read().size();
    if (m_atEnd || m_discarded > maxDiscarded)
        abort();
}

void ClearStream::abort()
{
    if (m_descriptor < 0)
        return;
    m_reads.setEnabled(false);
    m_writes.setEnabled(false);
    ::close(std::exchange(m_descriptor, -1));
    m_unsent.clear();
    m_hasUnread = false;
    m_atEnd = true;
    Q_EMIT closed();
}

} // namespace salesdesk
