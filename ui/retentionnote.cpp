// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retentionnote.h"

#include "model/store/maintenance.h"
#include "model/tables/whenfinished.h"
#include "ui/settingform.h"

#include <QDateTime>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RetentionNote::RetentionNote(Workspace &workspace, SettingForm &form, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_form(form)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &RetentionNote::preview);
    connect(&form, &SettingForm::typed, this, &RetentionNote::onTyped);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Settings))
            onTyped(m_setting, m_value); // it may be stored now, or the other one changed
    });
}

bool RetentionNote::concerns(Setting setting)
{
    return setting == Setting::LogRetentionDays || setting == Setting::LogRetentionMegabytes;
}

void RetentionNote::onTyped(Setting setting, const QString &value)
{
    if (!concerns(setting))
        return;
    if (setting != m_setting)
        m_form.showEffect(m_setting, {}, Tone::Muted);
    m_setting = setting;
    m_value = value == m_workspace.directory()->settings.text(setting) ? QString() : value;
    if (m_value.isEmpty())
        m_form.showEffect(setting, {}, Tone::Muted);
    else
        m_pause.start();
}

QFuture<Result<RetentionPreview>> RetentionNote::count(Setting setting, const QString &value)
{
    m_form.showEffect(setting, tr("Counting what it would remove…"), Tone::Muted);
    auto settings = m_workspace.directory()->settings;
    settings.set(setting, value);
    return previewAside(m_workspace.folder(), settings);
}

void RetentionNote::preview()
{
    if (m_asking || m_value.isEmpty())
        return;
    m_asking = true;
    const auto asked = std::pair(m_setting, m_value);
    whenFinished(count(m_setting, m_value), this, [this, asked](const Result<RetentionPreview> &found) {
        m_asking = false;
        if (asked != std::pair(m_setting, m_value))
            preview();
        else if (!found)
            m_form.showEffect(m_setting, found.error().detail, Tone::Bad);
        else if (found->calls == 0)
            m_form.showEffect(m_setting, tr("Would remove no call now."), Tone::Muted);
        else
            m_form.showEffect(m_setting,
                              sentence(*found, tr("Would remove 1 call from before %1, some %2."),
                                       tr("Would remove %1 calls from before %2, some %3.")),
                              Tone::Warning);
    });
}

void RetentionNote::enter(Setting setting, const QString &value)
{
    whenFinished(count(setting, value), this, [this, setting, value](const Result<RetentionPreview> &found) {
        m_form.showEffect(setting, {}, Tone::Muted);
        if (!found)
            decline(setting, found.error().detail);
        else if (found->calls == 0)
            Q_EMIT agreed(setting, value);
        else
            ask(setting, value, *found);
    });
}

void RetentionNote::decline(Setting setting, const QString &reason)
{
    onTyped(setting, m_workspace.directory()->settings.text(setting)); // what was typed counts no more
    Q_EMIT declined(reason);
}

void RetentionNote::ask(Setting setting, const QString &value, const RetentionPreview &preview)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove Calls"), {}, QMessageBox::Cancel, &m_form);
    box->setObjectName(u"retentionBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(sentence(preview, tr("Remove 1 call from before %1, some %2?"),
                          tr("Remove %1 calls from before %2, some %3?")));
    box->setInformativeText(tr("This cannot be undone. Activities and sales are not removed."));
    box->setDefaultButton(QMessageBox::Cancel);
    const auto *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(box, &QDialog::finished, this, [this, box, remove, setting, value] {
        if (box->clickedButton() == remove)
            Q_EMIT agreed(setting, value);
        else
            decline(setting, {});
    });
    box->open();
}

/// `one` has places for when and how much, `many` for how many before them.
QString RetentionNote::sentence(const RetentionPreview &preview, const QString &one,
                                const QString &many) const
{
    constexpr qint64 gigabyte = 1LL << 30;
    const QLocale locale;
    const auto zone = m_workspace.directory()->zone;
    const auto before = QDateTime::fromMSecsSinceEpoch(preview.before, zone);
    const auto today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
    const auto when = before.date() == today ? locale.toString(before.time(), QLocale::ShortFormat)
                      : before.date().year() == today.year()
                          ? locale.toString(before.date(), u"d MMMM"_s)
                          : locale.toString(before.date(), u"d MMMM yyyy"_s);
    const auto size = locale
                          .formattedDataSize(preview.bytes, preview.bytes < gigabyte ? 0 : 1,
                                             QLocale::DataSizeTraditionalFormat)
                          .replace(u' ', QChar::Nbsp);
    return preview.calls == 1 ? one.arg(when, size) : many.arg(locale.toString(preview.calls), when, size);
}

} // namespace salesdesk
