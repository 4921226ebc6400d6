// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingspage.h"

#include "model/store/settingstore.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// The title of the group that starts with this setting; empty inside a group.
QString groupOf(Setting setting)
{
    switch (setting) {
    case Setting::ListenAddress:
        return SettingsPage::tr("Receiver");
    case Setting::TimeZone:
        return SettingsPage::tr("Webhooks");
    case Setting::LimitHead:
        return SettingsPage::tr("Limits");
    case Setting::LogRetentionDays:
        return SettingsPage::tr("Log");
    case Setting::Language:
        return SettingsPage::tr("Window");
    case Setting::ListenPort:
    case Setting::TlsCertificate:
    case Setting::TlsKey:
    case Setting::Proxies:
    case Setting::FeatureActivities:
    case Setting::FeatureSales:
    case Setting::LimitBody:
    case Setting::LimitHeadSeconds:
    case Setting::LimitBodySeconds:
    case Setting::LimitIdleSeconds:
    case Setting::LimitConnections:
    case Setting::LimitConnectionsPerAddress:
    case Setting::LogRetentionMegabytes:
    case Setting::LogRefusedPerMinute:
    case Setting::Count:
        break;
    }
    return {};
}

QString labelOf(Setting setting)
{
    switch (setting) {
    case Setting::ListenAddress:
        return SettingsPage::tr("Address");
    case Setting::ListenPort:
        return SettingsPage::tr("Port");
    case Setting::TlsCertificate:
        return SettingsPage::tr("TLS certificate");
    case Setting::TlsKey:
        return SettingsPage::tr("TLS private key");
    case Setting::Proxies:
        return SettingsPage::tr("Trusted proxies");
    case Setting::TimeZone:
        return SettingsPage::tr("Time zone");
    case Setting::FeatureActivities:
        return SettingsPage::tr("Activities webhook");
    case Setting::FeatureSales:
        return SettingsPage::tr("Sales webhook");
    case Setting::LimitHead:
        return SettingsPage::tr("Request head");
    case Setting::LimitBody:
        return SettingsPage::tr("Request body");
    case Setting::LimitHeadSeconds:
        return SettingsPage::tr("Time for the head");
    case Setting::LimitBodySeconds:
        return SettingsPage::tr("Time for the body");
    case Setting::LimitIdleSeconds:
        return SettingsPage::tr("Time without a request");
    case Setting::LimitConnections:
        return SettingsPage::tr("Connections");
    case Setting::LimitConnectionsPerAddress:
        return SettingsPage::tr("Connections per address");
    case Setting::LogRetentionDays:
        return SettingsPage::tr("Days kept");
    case Setting::LogRetentionMegabytes:
        return SettingsPage::tr("Megabytes kept");
    case Setting::LogRefusedPerMinute:
        return SettingsPage::tr("Refused calls a minute");
    case Setting::Language:
        return SettingsPage::tr("Language");
    case Setting::Count:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

SettingsPage::SettingsPage(Workspace &workspace, QWidget *parent)
    : Page(u"settingsPage"_s, tr("Settings"), workspace, parent)
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, style::Gap, style::Margin, style::Margin);
    column->setSpacing(style::Gap);
    QFormLayout *form = nullptr;
    for (int number = 0; number < static_cast<int>(Setting::Count); ++number) {
        const auto setting = static_cast<Setting>(number);
        if (const auto group = groupOf(setting); !group.isEmpty()) {
            if (form)
                column->addSpacing(style::Margin);
            column->addWidget(style::sectionLabel(group, inside));
            form = new QFormLayout;
            form->setHorizontalSpacing(style::Margin);
            form->setVerticalSpacing(style::Gap + style::Unit);
            form->setLabelAlignment(Qt::AlignLeft);
            column->addLayout(form);
        }
        addField(form, setting);
    }
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    content()->addWidget(scroll);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Settings))
            showValues();
    });
    showValues();
}

void SettingsPage::addField(QFormLayout *form, Setting setting)
{
    const auto &row = spec(setting);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    Field field;
    const QString name(row.name);
    if (row.type == SettingType::Flag) {
        field.flag = new QCheckBox(tr("On"), box);
        field.flag->setObjectName(name);
        field.flag->setAccessibleName(labelOf(setting));
        column->addWidget(field.flag);
        connect(field.flag, &QCheckBox::clicked, this,
                [this, setting](bool on) { store(setting, on ? u"true"_s : u"false"_s); });
    } else {
        field.text = new QLineEdit(box);
        field.text->setObjectName(name);
        field.text->setAccessibleName(labelOf(setting));
        field.text->setMaximumWidth(fontMetrics().averageCharWidth() *
                                    (row.type == SettingType::Number ? 18 : 48));
        column->addWidget(field.text);
        connect(field.text, &QLineEdit::textEdited, this, [this, setting](const QString &text) {
            const auto checked = Settings::checked(setting, text);
            showError(setting, checked.ok() ? QString() : checked.error().detail);
        });
        connect(field.text, &QLineEdit::editingFinished, this, [this, setting] {
            const auto checked = Settings::checked(setting, m_fields.value(setting).text->text());
            if (checked.ok())
                store(setting, *checked);
        });
    }
    field.error = style::mutedLabel(QString::fromUtf8(row.what), box);
    field.error->setObjectName(name + u".note"_s);
    field.error->setWordWrap(true);
    field.error->setFont(style::caption(font()));
    column->addWidget(field.error);
    auto *label = style::plainLabel(labelOf(setting), this);
    label->setToolTip(tr("On the command line: %1").arg(name));
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    form->addRow(label, box);
    m_fields.insert(setting, field);
}

void SettingsPage::showValues()
{
    const auto settings = workspace().directory()->settings;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (it->flag)
            it->flag->setChecked(settings.flag(it.key()));
        else if (!it->text->hasFocus() || !it->text->isModified())
            it->text->setText(settings.text(it.key()));
    }
}

void SettingsPage::store(Setting setting, const QString &value)
{
    if (workspace().directory()->settings.text(setting) == value)
        return;
    if (auto *text = m_fields.value(setting).text)
        text->setModified(false);
    write<Done>(
        [setting, value](Connection &db) { return SettingStore(db).set(setting, value); },
        [this, setting](Done) {
            const bool listening = setting == Setting::ListenAddress || setting == Setting::ListenPort ||
                                   setting == Setting::TlsCertificate || setting == Setting::TlsKey;
            banner()->showMessage(Tone::Good, listening ? tr("%1 is saved. It is in force when the receiver "
                                                             "starts again.")
                                                              .arg(labelOf(setting))
                                                        : tr("%1 is saved.").arg(labelOf(setting)));
        });
}

void SettingsPage::showError(Setting setting, const QString &sentence)
{
    auto *note = m_fields.value(setting).error;
    note->setText(sentence.isEmpty() ? QString::fromUtf8(spec(setting).what) : sentence);
    style::setTone(note, sentence.isEmpty() ? Tone::Muted : Tone::Bad);
}

} // namespace salesdesk
