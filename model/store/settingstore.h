// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/settings.h"

namespace salesdesk
{

class Connection;

/// The settings in the database. set() only inside Workspace::write().
class SettingStore final
{
public:
    explicit SettingStore(Connection &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<Settings> all() const;
    /// InvalidArgument: what Settings::checked() says.
    [[nodiscard]] Result<Done> set(Setting setting, const QString &value);

private:
    Connection &m_db;
};

} // namespace salesdesk
