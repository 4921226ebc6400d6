// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/receivercontrol.h"
#include "model/workspace.h"

#include <QMutex>

#include <optional>

namespace salesdesk
{

/// Has the receiver listen where the settings say, or where the command line says, and again when the
/// settings come to say otherwise. Lives on the main thread; owned by the program.
class Listener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)
public:
    /// What the command line fixes.
    struct Fixed {
        std::optional<QString> address;
        std::optional<int> port;
    };

    Listener(Workspace &workspace, ReceiverControl &receiver, Fixed fixed);
    void start();
    /// The receiver stops after what is in flight; then ended().
    void end();
    /// Where the receiver is now, empty when nowhere. Any thread.
    [[nodiscard]] QString url() const;

Q_SIGNALS:
    void ended();

private:
    /// What must be the same for the listening to go on.
    struct Place {
        QString address;
        int port = 0;
        QString certificate;
        QString key;
        friend bool operator==(const Place &, const Place &) = default;
    };
    [[nodiscard]] Place wanted() const;
    /// Whether the receiver is there already: it took another port, and that came into the settings.
    [[nodiscard]] bool isThere(const Place &place);
    void onChanged(Changes changes);
    void onStatus(const ReceiverStatus &status);

    Workspace &m_workspace;
    ReceiverControl &m_receiver;
    Fixed m_fixed;
    Place m_place;
    bool m_restarting = false;
    bool m_ending = false;
    mutable QMutex m_mutex; // of m_url, which command threads read
    QString m_url;
};

} // namespace salesdesk
