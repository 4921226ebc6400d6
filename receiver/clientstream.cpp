// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/clientstream.h"

#include "receiver/clearstream.h"
#include "receiver/tlsstream.h"

#include <sys/socket.h>

namespace salesdesk
{

namespace
{

/// An IPv4 client of a socket that listens on both families is shown and compared as IPv4.
QHostAddress peerOf(int descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *const address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(descriptor, address, &size) != 0)
        return {};
    const QHostAddress peer(address);
    bool isV4 = false;
    const auto v4 = peer.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : peer;
}

} // namespace

ClientStream::ClientStream(const QHostAddress &peer, std::span<char> buffer)
    : m_buffer(buffer)
    , m_peer(peer)
{
}

std::unique_ptr<ClientStream> ClientStream::inClear(int descriptor, std::span<char> buffer)
{
    return std::make_unique<ClearStream>(descriptor, peerOf(descriptor), buffer);
}

std::unique_ptr<ClientStream> ClientStream::overTls(int descriptor, std::span<char> buffer,
                                                    const QSslConfiguration &configuration)
{
    return std::make_unique<TlsStream>(descriptor, peerOf(descriptor), buffer, configuration);
}

} // namespace salesdesk
