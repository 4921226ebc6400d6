// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/settings.h"
#include "model/tables/tone.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace salesdesk
{

/// One group of settings: a row for each, checked while it is typed. What is entered it only says; the page
/// stores it. GUI thread; owned by the settings page.
class SettingForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingForm)
public:
    explicit SettingForm(const QList<Setting> &settings, QWidget *parent = nullptr);

    /// Those that are not being typed.
    void showValues(const Settings &settings);
    /// What stands in the field.
    [[nodiscard]] QString text(Setting setting) const;
    /// A sentence under the field; an empty one puts the usual note back.
    void showProblem(Setting setting, const QString &sentence);
    /// A sentence beside the field of a retention setting, on what its value would do; empty for none.
    void showEffect(Setting setting, const QString &sentence, Tone tone);
    /// A row of the form that is no setting.
    void addRow(const QString &label, QWidget *widget);

Q_SIGNALS:
    /// `value` has been checked.
    void entered(salesdesk::Setting setting, const QString &value);
    /// As it is typed; empty where it cannot be used.
    void typed(salesdesk::Setting setting, const QString &value);

private:
    struct Field {
        QLineEdit *text = nullptr; ///< one of the three
        QCheckBox *flag = nullptr;
        QComboBox *choice = nullptr;
        QLabel *effect = nullptr; ///< beside the text
        QLabel *note = nullptr;
    };
    void addField(Setting setting);
    void makeFlag(Setting setting, Field &field, QWidget *box);
    void makeChoice(Setting setting, Field &field, QWidget *box);
    void makeText(Setting setting, Field &field, QWidget *box);
    void browse(Setting setting);

    QFormLayout *m_form;
    QHash<Setting, Field> m_fields;
};

} // namespace salesdesk
