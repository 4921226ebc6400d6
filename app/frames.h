// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

class QLocalSocket;

namespace salesdesk
{

/// What client and owner of a data folder say to each other. Each frame: its length (32 bits, big-endian,
/// without itself), the version, its type, the payload.
enum class FrameType : quint8 {
    Command = 1, ///< client: run this; payload: encodeRequest()
    Raise,       ///< client: show your window
    Accepted,    ///< owner: it is being run, or the window is shown
    Output,      ///< owner: bytes for standard output
    ErrorOutput, ///< owner: bytes for standard error
    Exit,        ///< owner: the last; payload: the exit status, one byte
    Refused,     ///< owner: the last; payload: a sentence in UTF-8
};
struct Frame {
    FrameType type = FrameType::Refused;
    QByteArray payload;
};

struct Request {
    QStringList line; ///< without the program's name
    QString workingDirectory;
    friend bool operator==(const Request &, const Request &) = default;
};
[[nodiscard]] QByteArray encodeRequest(const Request &request);
/// Nothing when the bytes are not a request, or one beyond all measure.
[[nodiscard]] std::optional<Request> decodeRequest(const QByteArray &payload);

/// Frames over a socket, waiting for each; the other end's bytes are not trusted. Lives on the socket's
/// thread.
class FramePort final
{
public:
    static constexpr qsizetype LargestPayload = 1 << 20;

    explicit FramePort(QLocalSocket &socket, std::function<bool()> stopped = {})
        : m_socket(socket)
        , m_stopped(std::move(stopped))
    {
    }
    /// In several frames when it is long. False: the other end is gone, or did not read for a minute.
    bool send(FrameType type, QByteArrayView payload = {});
    /// Nothing: the other end is gone, silent for `timeoutMs` (-1: no limit), of another version, or sends
    /// nonsense.
    [[nodiscard]] std::optional<Frame> receive(int timeoutMs);

private:
    bool fill(qsizetype size, qint64 deadline);

    QLocalSocket &m_socket;
    std::function<bool()> m_stopped;
    QByteArray m_buffer;
};

} // namespace salesdesk
