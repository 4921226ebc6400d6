// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/clientstream.h"

#include <QSocketNotifier>

#include <optional>

namespace salesdesk
{

/// A stream in clear, on the socket itself: QTcpSocket closes the connection when the client shuts down its
/// sending side, and turns its notifiers on and off for each answer. Lives on the receiver thread.
class ClearStream final : public ClientStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClearStream)
public:
    ClearStream(int descriptor, const QHostAddress &peer, std::span<char> buffer);
    ~ClearStream() override;

    [[nodiscard]] QByteArray read() override;
    [[nodiscard]] bool hasUnread() const override;
    [[nodiscard]] bool isAtEnd() const override { return m_atEnd; }
    void write(const QByteArray &bytes) override;
    [[nodiscard]] qint64 unsent() const override { return m_unsent.size(); }
    void finish(bool moreMayCome) override;
    void abort() override;

private:
    enum class Ending {
        No,
        Closing,    ///< behind what is unsent
        Discarding, ///< as Closing, but then only the sending side is shut, and what comes is thrown away
    };

    void onReadable();
    void onWritable();
    /// Bytes the kernel took; 0 when it has no room, nothing when the connection is broken.
    [[nodiscard]] std::optional<qsizetype> send(const QByteArray &bytes);
    void endSending();
    void discard();

    int m_descriptor;
    QSocketNotifier m_reads;
    QSocketNotifier m_writes;
    QByteArray m_unsent;
    bool m_hasUnread = false;
    bool m_atEnd = false;
    Ending m_ending = Ending::No;
    qint64 m_discarded = 0; // bytes
};

} // namespace salesdesk
