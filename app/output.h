// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace salesdesk
{

/// Where a command's output goes: the process's own streams, or the socket of the client that asked. Used on
/// the command's thread.
class Output
{
public:
    virtual ~Output() = default;
    /// Both give false when nobody reads any more: the command may stop.
    virtual bool out(QByteArrayView bytes) = 0;
    virtual bool err(QByteArrayView bytes) = 0;
};

/// stdout and stderr of this process.
class StandardOutput final : public Output
{
public:
    bool out(QByteArrayView bytes) override;
    bool err(QByteArrayView bytes) override;
};

} // namespace salesdesk
