// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandclient.h"

#include <QLocalSocket>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int ConnectTimeoutMs = 1000;
constexpr int AcceptTimeoutMs = 30000; // an owner that runs as many commands as it may

} // namespace

std::optional<int> handOver(const QString &socketPath, const Request &request, Output &output)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(ConnectTimeoutMs))
        return std::nullopt;
    FramePort port(socket);
    const auto payload = encodeRequest(request);
    if (payload.size() > FramePort::LargestPayload) {
        output.err("salesdesk: The command is too long to be handed to the running SalesDesk.\n");
        return 1;
    }
    if (!port.send(FrameType::Command, payload))
        return std::nullopt;
    auto frame = port.receive(AcceptTimeoutMs);
    if (!frame)
        return std::nullopt;
    while (frame) {
        switch (frame->type) {
        case FrameType::Accepted:
            break;
        case FrameType::Output:
            if (!output.out(frame->payload))
                return 1;
            break;
        case FrameType::ErrorOutput:
            output.err(frame->payload);
            break;
        case FrameType::Exit:
            return frame->payload.isEmpty() ? 1 : frame->payload[0];
        case FrameType::Refused:
        case FrameType::Command:
        case FrameType::Raise:
            output.err("salesdesk: " + frame->payload + '\n');
            return 1;
        }
        frame = port.receive(-1);
    }
    output.err(
        "salesdesk: The running SalesDesk ended before it answered: see with a list whether the command "
        "was done.\n");
    return 1;
}

RaiseAnswer askToRaise(const QString &socketPath)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(ConnectTimeoutMs))
        return RaiseAnswer::NoOwner;
    FramePort port(socket);
    if (!port.send(FrameType::Raise))
        return RaiseAnswer::NoOwner;
    const auto frame = port.receive(AcceptTimeoutMs);
    if (!frame)
        return RaiseAnswer::NoOwner;
    return frame->type == FrameType::Accepted ? RaiseAnswer::Raised : RaiseAnswer::NoWindow;
}

bool hasOwner(const QString &socketPath)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    return socket.waitForConnected(ConnectTimeoutMs);
}

} // namespace salesdesk
