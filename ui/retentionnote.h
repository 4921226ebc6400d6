// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/settings.h"
#include "model/store/retention.h"
#include "model/workspace.h"

#include <QObject>
#include <QTimer>

namespace salesdesk
{

class SettingForm;

/// Says beside the fields of the log's retention, as one types, what the log would lose, and asks before it
/// does. GUI thread; owned by the settings page.
class RetentionNote final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionNote)
public:
    RetentionNote(Workspace &workspace, SettingForm &form, QObject *parent);

    /// What calls are removed by.
    [[nodiscard]] static bool concerns(Setting setting);
    /// A value was entered: agreed() once it is clear that no call goes for it, or that it may.
    void enter(Setting setting, const QString &value);

Q_SIGNALS:
    void agreed(salesdesk::Setting setting, const QString &value);
    /// The setting stays as it is, for `reason` where there is one.
    void declined(const QString &reason);

private:
    void onTyped(Setting setting, const QString &value);
    /// Says meanwhile that it counts: in a log of millions that takes seconds.
    [[nodiscard]] QFuture<Result<RetentionPreview>> count(Setting setting, const QString &value);
    void preview();
    void ask(Setting setting, const QString &value, const RetentionPreview &preview);
    void decline(Setting setting, const QString &reason);
    [[nodiscard]] QString sentence(const RetentionPreview &preview, const QString &one,
                                   const QString &many) const;

    Workspace &m_workspace;
    SettingForm &m_form;
    QTimer m_pause; // a keystroke is followed by the next one
    Setting m_setting = Setting::LogRetentionDays;
    QString m_value;
    bool m_asking = false;
};

} // namespace salesdesk
