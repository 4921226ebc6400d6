// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/answer.h"
#include "receiver/fedsocket.h"

#include <memory>
#include <optional>

class QTcpServer;

namespace salesdesk
{

/// QHttpServer behind the gate: takes whole, valid requests. Their answers it does not format: its responder
/// writes each name, colon and value for itself, which took a tenth of the receiver's time. What differs
/// between Qt's versions of it is in its .cpp. Lives on the receiver thread, owned by the gate.
class HttpBridge final
{
public:
    HttpBridge();
    ~HttpBridge();
    HttpBridge(const HttpBridge &) = delete;
    HttpBridge &operator=(const HttpBridge &) = delete;

    /// Takes the sockets that `gate`, which must be listening, adds as pending connections.
    void bind(QTcpServer &gate);
    /// Passes one request on, reduced to what QHttpServer must see of it (it reads heads byte by byte): the
    /// body as its handler got it, or nothing when the handler was not reached.
    [[nodiscard]] std::optional<QByteArray> deliver(FedSocket &socket, const QByteArray &method,
                                                    const QByteArray &body);
    /// Ends the request that was delivered last on that socket, and gives the bytes of its answer.
    [[nodiscard]] QByteArray answer(FedSocket &socket, const Answer &answer);
    /// Ends the socket, answered or not; it is deleted by QHttpServer.
    void end(FedSocket &socket);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace salesdesk
