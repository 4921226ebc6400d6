// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandserver.h"

#include "app/commandline.h"
#include "app/frames.h"

#include <QLocalSocket>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int MostCommandsAtOnce = 16;
constexpr int RequestTimeoutMs = 5000;

class SocketOutput final : public Output
{
public:
    explicit SocketOutput(FramePort &port)
        : m_port(port)
    {
    }
    bool out(QByteArrayView bytes) override { return m_port.send(FrameType::Output, bytes); }
    bool err(QByteArrayView bytes) override { return m_port.send(FrameType::ErrorOutput, bytes); }

private:
    FramePort &m_port;
};

int runRequest(const Request &request, CommandContext context, Output &output)
{
    const auto parsed = parseLine(request.line);
    if (const auto *notice = std::get_if<Notice>(&parsed)) {
        notice->status == 0 ? output.out(notice->text) : output.err(notice->text);
        return notice->status;
    }
    const auto &line = std::get<ParsedLine>(parsed);
    if (!line.command || line.command->where != Where::OpenFolder) {
        output.err(
            u"salesdesk: SalesDesk is running on this data folder: end it, then try again.\n"_s.toUtf8());
        return 1;
    }
    context.workingDirectory = request.workingDirectory;
    return runCommand(line, context, output);
}

} // namespace

CommandServer::CommandServer(CommandContext context, Window window)
    : m_context(std::move(context))
    , m_window(window)
{
    m_context.stop = m_stop;
    m_pool.setMaxThreadCount(MostCommandsAtOnce);
}

CommandServer::~CommandServer()
{
    close();
    m_stop->store(true);
    m_pool.waitForDone();
}

Result<Done> CommandServer::start(const QString &path)
{
    // What lies there is of an owner that was killed: the lock is ours.
    removeServer(path);
    setSocketOptions(UserAccessOption);
    if (!listen(path))
        return {ErrorCode::StorageFailed,
                u"The socket for commands, %1, cannot be made: %2."_s.arg(path, errorString())};
    return Done{};
}

void CommandServer::incomingConnection(quintptr descriptor)
{
    m_pool.start([this, descriptor] { serve(descriptor); });
}

void CommandServer::serve(quintptr descriptor)
{
    QLocalSocket socket;
    if (!socket.setSocketDescriptor(static_cast<qintptr>(descriptor)))
        return;
    FramePort port(socket, [stop = m_stop] { return stop->load(); });
    const auto frame = port.receive(RequestTimeoutMs);
    const auto request =
        frame && frame->type == FrameType::Command ? decodeRequest(frame->payload) : std::nullopt;
    if (frame && frame->type == FrameType::Raise) {
        if (m_window == Window::Shown) {
            Q_EMIT raiseRequested();
            port.send(FrameType::Accepted);
        } else {
            port.send(FrameType::Refused, "“salesdesk serve” is running on this data folder.");
        }
    } else if (request && port.send(FrameType::Accepted)) {
        SocketOutput output(port);
        const int status = runRequest(*request, m_context, output);
        // The status of a command that was done is sent even while the owner ends.
        FramePort(socket).send(FrameType::Exit, QByteArray(1, static_cast<char>(status)));
    } else if (frame) {
        port.send(FrameType::Refused,
                  "Another version of SalesDesk is running on this data folder: restart it.");
    }
    socket.disconnectFromServer();
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(RequestTimeoutMs);
}

} // namespace salesdesk
