// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/httpbridge.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

#include <unordered_map>

namespace salesdesk
{

struct HttpBridge::Private {
    QTcpServer *gate = nullptr;
    FedSocket *current = nullptr; // the socket being fed
    std::optional<QByteArray> body;
    std::unordered_map<FedSocket *, QHttpServerResponder> responders; // one for each unanswered request
    QHttpServer server;                                               // goes before the responders' map

    void take(const QHttpServerRequest &request, QHttpServerResponder responder)
    {
        body = request.body();
        responders.emplace(current, std::move(responder));
    }
};

HttpBridge::HttpBridge()
    : m_d(std::make_unique<Private>())
{
    // Every request that comes here was routed by admission already.
    auto *d = m_d.get();
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    d->server.setMissingHandler(&d->server,
                                [d](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                                    d->take(request, std::move(responder));
                                });
#else
    d->server.setMissingHandler([d](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        d->take(request, std::move(responder));
    });
#endif
}

HttpBridge::~HttpBridge()
{
    m_d->responders.clear();
    if (m_d->gate)
        m_d->gate->setParent(nullptr); // bind() made it QHttpServer's child, but it is not its owner
}

void HttpBridge::bind(QTcpServer &gate)
{
    m_d->gate = &gate;
    m_d->server.bind(&gate);
}

std::optional<QByteArray> HttpBridge::deliver(FedSocket &socket, const QByteArray &method,
                                              const QByteArray &body)
{
    m_d->current = &socket;
    m_d->body.reset();
    // The target stays here: it was routed by admission, and it would be read byte by byte.
    QByteArray request;
    request.reserve(method.size() + body.size() + 48);
    request += method;
    request += " / HTTP/1.1\r\nContent-Length: ";
    request += QByteArray::number(body.size());
    request += "\r\n\r\n";
    request += body;
    socket.feed(std::move(request));
    m_d->current = nullptr;
    return std::exchange(m_d->body, std::nullopt);
}

QByteArray HttpBridge::answer(FedSocket &socket, const Answer &answer)
{
    m_d->responders.erase(&socket);
    return toBytes(answer);
}

void HttpBridge::end(FedSocket &socket)
{
    m_d->responders.erase(&socket);
    socket.hangUp();
}

} // namespace salesdesk
