// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frames.h"

#include <QDataStream>
#include <QDeadlineTimer>
#include <QIODevice>
#include <QLocalSocket>
#include <QtEndian>

namespace salesdesk
{
namespace
{

constexpr quint8 Version = 1;
constexpr qsizetype HeadSize = 6;
constexpr quint32 MostArguments = 10000;
constexpr qsizetype LargestChunk = 64LL * 1024;
constexpr int SliceMs = 100; // how soon a wait sees that it is to stop
constexpr int WriteTimeoutMs = 60000;

} // namespace

QByteArray encodeRequest(const Request &request)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << request.workingDirectory.toUtf8() << static_cast<quint32>(request.line.size());
    for (const auto &word : request.line)
        stream << word.toUtf8();
    return payload;
}

std::optional<Request> decodeRequest(const QByteArray &payload)
{
    // Word by word: QDataStream would make room for as many strings as the bytes say there are.
    QDataStream stream(payload);
    stream.setVersion(QDataStream::Qt_6_4);
    QByteArray bytes;
    quint32 count = 0;
    stream >> bytes >> count;
    if (stream.status() != QDataStream::Ok || count > MostArguments)
        return std::nullopt;
    Request request{{}, QString::fromUtf8(bytes)};
    for (quint32 i = 0; i < count; ++i) {
        stream >> bytes;
        if (stream.status() != QDataStream::Ok)
            return std::nullopt;
        request.line.append(QString::fromUtf8(bytes));
    }
    return stream.atEnd() ? std::optional(request) : std::nullopt;
}

bool FramePort::send(FrameType type, QByteArrayView payload)
{
    do {
        const auto chunk = type == FrameType::Output || type == FrameType::ErrorOutput
                               ? payload.first(std::min(payload.size(), LargestChunk))
                               : payload;
        payload = payload.sliced(chunk.size());
        QByteArray frame(4, Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(chunk.size() + 2), frame.data());
        frame.append(static_cast<char>(Version)).append(static_cast<char>(type)).append(chunk);
        if (m_socket.write(frame) != frame.size())
            return false;
        QDeadlineTimer deadline(WriteTimeoutMs);
        while (m_socket.bytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(SliceMs) &&
                (m_socket.state() != QLocalSocket::ConnectedState || deadline.hasExpired() ||
                 (m_stopped && m_stopped())))
                return false;
        }
    } while (!payload.isEmpty());
    return true;
}

bool FramePort::fill(qsizetype size, qint64 deadline)
{
    while (m_buffer.size() < size) {
        m_buffer += m_socket.read(size - m_buffer.size());
        if (m_buffer.size() >= size)
            return true;
        if (m_stopped && m_stopped())
            return false;
        if (!m_socket.waitForReadyRead(SliceMs) && m_socket.bytesAvailable() == 0 &&
            (m_socket.state() != QLocalSocket::ConnectedState ||
             (deadline >= 0 && QDeadlineTimer::current().deadline() >= deadline)))
            return false;
    }
    return true;
}

std::optional<Frame> FramePort::receive(int timeoutMs)
{
    const auto deadline = timeoutMs < 0 ? -1 : QDeadlineTimer::current().deadline() + timeoutMs;
    m_buffer.clear();
    if (!fill(HeadSize, deadline))
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(m_buffer.constData());
    const auto version = static_cast<quint8>(m_buffer[4]);
    const auto type = static_cast<quint8>(m_buffer[5]);
    if (length < 2 || length > LargestPayload + 2 || version != Version ||
        type < static_cast<quint8>(FrameType::Command) || type > static_cast<quint8>(FrameType::Refused))
        return std::nullopt;
    if (!fill(static_cast<qsizetype>(length) + 4, deadline))
        return std::nullopt;
    return Frame{static_cast<FrameType>(type), m_buffer.mid(HeadSize)};
}

} // namespace salesdesk
