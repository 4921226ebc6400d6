// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/desktopcontrol.h"
#include "model/domain/settings.h"
#include "model/receivercontrol.h"
#include "ui/page.h"

class QCheckBox;
class QTabWidget;

namespace salesdesk
{

class DataPane;
class RetentionNote;
class SettingForm;

/// Every setting, a tab for each group, in force as soon as it is entered. GUI thread; owned by the window.
class SettingsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)
public:
    SettingsPage(Workspace &workspace, ReceiverControl &receiver, DesktopControl &desktop,
                 QWidget *parent = nullptr);

    /// The tab with the folder, its copies and its checks.
    void showData();
    [[nodiscard]] DataPane *data() const { return m_data; }

private:
    SettingForm *addTab(const QString &title, const QString &name, const QList<Setting> &settings);
    void addStart(SettingForm *form);
    void showValues();
    void showReceiver(const ReceiverStatus &status);
    void onEntered(Setting setting, const QString &value);
    void enterTls();
    void askBeforeExposing(const QString &address);
    void store(const QList<std::pair<Setting, QString>> &values);

    ReceiverControl &m_receiver;
    DesktopControl &m_desktop;
    QTabWidget *m_tabs;
    Banner *m_exposure;
    QLabel *m_state;
    QCheckBox *m_autostart = nullptr;
    QList<SettingForm *> m_forms;
    SettingForm *m_receiverForm;
    RetentionNote *m_retention;
    DataPane *m_data;
    QString m_wantedAddress; ///< asked about, not stored yet
};

} // namespace salesdesk
