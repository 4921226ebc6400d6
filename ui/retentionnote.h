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

/// Says beside the fields of the log's retention, as one types, what the log would lose. GUI thread; owned by
/// the settings page.
class RetentionNote final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RetentionNote)
public:
    RetentionNote(Workspace &workspace, SettingForm &form, QObject *parent);

private:
    void onTyped(Setting setting, const QString &value);
    void ask();
    [[nodiscard]] QString sentence(const RetentionPreview &preview) const;

    Workspace &m_workspace;
    SettingForm &m_form;
    QTimer m_pause; // a keystroke is followed by the next one
    Setting m_setting = Setting::LogRetentionDays;
    QString m_value;
    bool m_asking = false;
};

} // namespace salesdesk
