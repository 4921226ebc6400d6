// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace salesdesk
{

/// Turns SIGTERM and SIGINT into a signal of Qt's, once: a second one ends the process as if nobody watched.
/// One per process; main thread; owned by the program.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)
public:
    SignalWatcher();
    ~SignalWatcher() override;

Q_SIGNALS:
    void endRequested();
};

} // namespace salesdesk
