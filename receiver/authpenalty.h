// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace salesdesk
{

/// Addresses that keep failing to authenticate: their refusals are held back, so that keys cannot be tried at
/// speed. Valid keys never wait. Lives on the receiver thread, owned by the gate. Times in milliseconds.
class AuthPenalty final
{
public:
    /// Notes a failure; for how long its answer is to be held.
    [[nodiscard]] int noteFailure(const QString &address, qint64 now);

private:
    struct Failures {
        qint64 since = 0;
        int count = 0;
    };
    QHash<QString, Failures> m_failures;
};

} // namespace salesdesk
