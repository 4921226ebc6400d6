// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/settingstore.h"

#include "model/store/connection.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

Result<Settings> SettingStore::all() const
{
    auto rows = m_db.query(u"SELECT name, value FROM setting"_s);
    if (!rows)
        return rows.error();
    Settings settings;
    while (rows->next()) {
        // A name that this version does not know is a later one's: left alone.
        if (const auto setting = settingFromName(rows->text(0)))
            settings.set(*setting, rows->text(1));
    }
    if (const auto failed = rows->failure())
        return *failed;
    return settings;
}

Result<Done> SettingStore::set(Setting setting, const QString &value)
{
    const auto checked = Settings::checked(setting, value);
    if (!checked)
        return checked.error();
    const auto changed = m_db.change(uR"(
        INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value)"_s,
                                     {QString(spec(setting).name), *checked});
    if (!changed)
        return changed.error();
    m_db.note(Change::Settings);
    return Done{};
}

} // namespace salesdesk
