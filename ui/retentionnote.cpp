// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retentionnote.h"

#include "model/store/maintenance.h"
#include "model/tables/whenfinished.h"
#include "ui/settingform.h"

#include <QDateTime>
#include <QLocale>

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
    connect(&m_pause, &QTimer::timeout, this, &RetentionNote::ask);
    connect(&form, &SettingForm::typed, this, &RetentionNote::onTyped);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Settings))
            onTyped(m_setting, m_value); // it may be stored now, or the other one changed
    });
}

void RetentionNote::onTyped(Setting setting, const QString &value)
{
    if (setting != Setting::LogRetentionDays && setting != Setting::LogRetentionMegabytes)
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

void RetentionNote::ask()
{
    if (m_asking || m_value.isEmpty())
        return;
    m_asking = true;
    auto settings = m_workspace.directory()->settings;
    settings.set(m_setting, m_value);
    const auto asked = std::pair(m_setting, m_value);
    whenFinished(previewAside(m_workspace.folder(), settings), this,
                 [this, asked](const Result<RetentionPreview> &preview) {
                     m_asking = false;
                     if (asked != std::pair(m_setting, m_value))
                         ask();
                     else if (!preview)
                         m_form.showEffect(m_setting, preview.error().detail, Tone::Bad);
                     else
                         m_form.showEffect(m_setting, sentence(*preview),
                                           preview->calls > 0 ? Tone::Warning : Tone::Muted);
                 });
}

QString RetentionNote::sentence(const RetentionPreview &preview) const
{
    if (preview.calls == 0)
        return tr("Would remove no call now.");
    constexpr qint64 gigabyte = 1LL << 30;
    const QLocale locale;
    const auto zone = m_workspace.directory()->zone;
    const auto before = QDateTime::fromMSecsSinceEpoch(preview.before, zone);
    const auto today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
    const auto when = before.date() == today ? locale.toString(before.time(), QLocale::ShortFormat)
                      : before.date().year() == today.year()
                          ? locale.toString(before.date(), u"d MMMM"_s)
                          : locale.toString(before.date(), u"d MMMM yyyy"_s);
    const auto size = locale.formattedDataSize(preview.bytes, preview.bytes < gigabyte ? 0 : 1,
                                               QLocale::DataSizeTraditionalFormat);
    return preview.calls == 1 ? tr("Would remove 1 call from before %1, some %2.").arg(when, size)
                              : tr("Would remove %1 calls from before %2, some %3.")
                                    .arg(locale.toString(preview.calls), when, size);
}

} // namespace salesdesk
