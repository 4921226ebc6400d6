// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/receiver.h"

#include "tests/receiver/fakesink.h"
#include "tests/receiver/httpclient.h"

namespace salesdesk
{

inline const QByteArray activityBody =
    R"({"id":"1","type":"Sale","agent_id":"7","agent_name":"Cas","moment":"2025-12-10 19:00:00"})";
inline const QByteArray healthRequest = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

/// A valid call, with more fields, another body or another request line.
inline QByteArray callRequest(const QByteArray &fields = {}, const QByteArray &body = activityBody,
                              const QByteArray &line = "POST /webhooks/p_one/activities HTTP/1.1")
{
    return line +
           "\r\nHost: a\r\nAuthorization: Bearer sdk_good\r\nContent-Type: "
           "application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

/// A receiver without storage behind it, on a free port.
class ReceiverFixture final
{
    Q_DISABLE_COPY_MOVE(ReceiverFixture)
public:
    ReceiverFixture()
        : receiver(std::make_unique<Receiver>(sink))
    {
    }
    ~ReceiverFixture()
    {
        sink.release(); // what a test left held would keep the receiver waiting
        receiver.reset();
    }
    [[nodiscard]] bool listen() const
    {
        receiver->start(QStringLiteral("127.0.0.1"), 0);
        return QTest::qWaitFor([this] { return receiver->status().state == ReceiverState::Listening; });
    }
    [[nodiscard]] QString url() const { return receiver->status().url; }
    /// The status of a valid call on a connection of its own.
    [[nodiscard]] int good(const QHostAddress &from = {}) const
    {
        HttpClient client(url(), from);
        client.send(callRequest());
        return client.next().status;
    }

    FakeSink sink;
    std::unique_ptr<Receiver> receiver;
};

} // namespace salesdesk
