// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingform.h"

#include "ui/formlabel.h"
#include "ui/settingtexts.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

SettingForm::SettingForm(const QList<Setting> &settings, QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(style::Margin);
    m_form->setVerticalSpacing(style::Margin);
    m_form->setLabelAlignment(Qt::AlignLeft);
    for (const auto setting : settings)
        addField(setting);
}

void SettingForm::addRow(const QString &label, QWidget *widget)
{
    auto *text = formLabel(label, *widget, this);
    text->setBuddy(widget);
    m_form->addRow(text, widget);
}

void SettingForm::addField(Setting setting)
{
    const QString name(spec(setting).name);
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Unit);
    Field field;
    if (spec(setting).type == SettingType::Flag)
        makeFlag(setting, field, box);
    else if (setting == Setting::Language)
        makeChoice(setting, field, box);
    else
        makeText(setting, field, box);
    field.note = style::mutedLabel(noteOf(setting), box);
    field.note->setObjectName(name + u".note"_s);
    field.note->setWordWrap(true);
    field.note->setFont(style::caption(font()));
    column->addWidget(field.note);
    m_fields.insert(setting, field);
    addRow(labelOf(setting), box);
}

void SettingForm::makeFlag(Setting setting, Field &field, QWidget *box)
{
    field.flag = new QCheckBox(tr("On"), box);
    field.flag->setObjectName(QString(spec(setting).name));
    field.flag->setAccessibleName(labelOf(setting));
    box->layout()->addWidget(field.flag);
    connect(field.flag, &QCheckBox::clicked, this,
            [this, setting](bool on) { Q_EMIT entered(setting, on ? u"true"_s : u"false"_s); });
}

void SettingForm::makeChoice(Setting setting, Field &field, QWidget *box)
{
    field.choice = new QComboBox(box);
    field.choice->setObjectName(QString(spec(setting).name));
    field.choice->setAccessibleName(labelOf(setting));
    field.choice->addItem(tr("As the system"), QString());
    field.choice->addItem(u"English"_s, u"en"_s);
    field.choice->addItem(u"Nederlands"_s, u"nl"_s);
    field.choice->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    box->layout()->addWidget(field.choice);
    connect(field.choice, &QComboBox::activated, this, [this, setting, choice = field.choice](int index) {
        Q_EMIT entered(setting, choice->itemData(index).toString());
    });
}

void SettingForm::makeText(Setting setting, Field &field, QWidget *box)
{
    const auto &row = spec(setting);
    auto *line = new QHBoxLayout;
    line->setSpacing(style::Gap);
    field.text = new QLineEdit(box);
    field.text->setObjectName(QString(row.name));
    field.text->setAccessibleName(labelOf(setting));
    field.text->setMaximumWidth(fontMetrics().averageCharWidth() *
                                (row.type == SettingType::Number ? 16 : 60));
    line->addWidget(field.text, 1);
    if (const auto unit = unitOf(setting); !unit.isEmpty())
        line->addWidget(style::mutedLabel(unit, box));
    if (row.type == SettingType::File) {
        auto *choose = new QPushButton(tr("Choose…"), box);
        choose->setObjectName(row.name + u".choose"_s);
        choose->setAccessibleName(tr("Choose the file: %1").arg(labelOf(setting)));
        line->addWidget(choose);
        connect(choose, &QPushButton::clicked, this, [this, setting] { browse(setting); });
    }
    if (setting == Setting::LogRetentionDays || setting == Setting::LogRetentionMegabytes) {
        field.effect = style::mutedLabel({}, box);
        field.effect->setObjectName(row.name + u".effect"_s);
        field.effect->setWordWrap(true);
        line->addWidget(field.effect, 4);
    } else {
        line->addStretch(1);
    }
    static_cast<QVBoxLayout *>(box->layout())->addLayout(line);
    if (row.type == SettingType::TimeZoneName) {
        QStringList names;
        for (const auto &id : QTimeZone::availableTimeZoneIds())
            names.append(QString::fromLatin1(id));
        auto *completer = new QCompleter(names, field.text);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        field.text->setCompleter(completer);
    }
    connect(field.text, &QLineEdit::textEdited, this, [this, setting](const QString &text) {
        const auto checked = Settings::checked(setting, text);
        showProblem(setting, checked ? QString() : refusalOf(setting));
        Q_EMIT typed(setting, checked ? *checked : QString());
    });
    connect(field.text, &QLineEdit::editingFinished, this, [this, setting] {
        auto *edited = m_fields.value(setting).text;
        const auto checked = Settings::checked(setting, edited->text());
        if (checked.ok() && edited->isModified()) {
            edited->setModified(false);
            Q_EMIT entered(setting, *checked);
        }
    });
}

void SettingForm::browse(Setting setting)
{
    auto *dialog =
        new QFileDialog(this, labelOf(setting), {}, tr("PEM files (*.pem *.crt *.key);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, setting](const QString &file) {
        m_fields.value(setting).text->setText(file);
        Q_EMIT entered(setting, file);
    });
    dialog->open();
}

void SettingForm::showValues(const Settings &settings)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        const auto value = settings.text(it.key());
        if (it->flag)
            it->flag->setChecked(settings.flag(it.key()));
        else if (it->choice)
            it->choice->setCurrentIndex(qMax(0, it->choice->findData(value)));
        else if (!it->text->hasFocus() || !it->text->isModified())
            it->text->setText(value);
    }
}

QString SettingForm::text(Setting setting) const
{
    return m_fields.value(setting).text->text().trimmed();
}

void SettingForm::showEffect(Setting setting, const QString &sentence, Tone tone)
{
    auto *effect = m_fields.value(setting).effect;
    effect->setText(sentence);
    style::setTone(effect, tone);
}

void SettingForm::showProblem(Setting setting, const QString &sentence)
{
    auto *note = m_fields.value(setting).note;
    note->setText(sentence.isEmpty() ? noteOf(setting) : sentence);
    style::setTone(note, sentence.isEmpty() ? Tone::Muted : Tone::Bad);
}

} // namespace salesdesk
