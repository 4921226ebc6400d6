// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/settings.h"
#include "ui/page.h"

#include <QHash>

class QCheckBox;
class QFormLayout;

namespace salesdesk
{

/// Every setting, grouped, checked while it is typed and stored when the field is left. GUI thread; owned by
/// the window.
class SettingsPage final : public Page
{
    Q_OBJECT
public:
    explicit SettingsPage(Workspace &workspace, QWidget *parent = nullptr);

private:
    struct Field {
        QLineEdit *text = nullptr; ///< one of the two
        QCheckBox *flag = nullptr;
        QLabel *error = nullptr;
    };
    void addField(QFormLayout *form, Setting setting);
    void showValues();
    void store(Setting setting, const QString &value);
    void showError(Setting setting, const QString &sentence);

    QHash<Setting, Field> m_fields;
};

} // namespace salesdesk
