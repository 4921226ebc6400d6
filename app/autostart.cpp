// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// As the Exec key has it (Desktop Entry Specification, "The Exec key"): quoted, with "%" doubled, and every
/// backslash once more, because the value is a string.
QString quoted(const QStringList &command)
{
    QStringList words;
    for (auto word : command) {
        word.replace(u'\\', u"\\\\"_s)
            .replace(u'"', u"\\\""_s)
            .replace(u'`', u"\\`"_s)
            .replace(u'$', u"\\$"_s);
        words.append(u'"' + word.replace(u'%', u"%%"_s) + u'"');
    }
    return words.join(u' ').replace(u'\\', u"\\\\"_s);
}

} // namespace

Autostart::Autostart(QStringList command)
    : m_command(std::move(command))
    , m_file(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
             u"/autostart/org.salesdesk.SalesDesk.desktop"_s)
{
}

bool Autostart::isOn() const
{
    return QFile::exists(m_file);
}

Result<Done> Autostart::set(bool on) const
{
    const auto failed = [this](const QString &reason) {
        return Error{ErrorCode::StorageFailed,
                     u"%1 cannot be changed: %2. Check its folder's permissions."_s.arg(m_file, reason)};
    };
    if (!on) {
        QFile file(m_file);
        return !file.exists() || file.remove() ? Result<Done>(Done{}) : failed(file.errorString());
    }
    const auto folder = QFileInfo(m_file).path();
    if (!QDir().mkpath(folder))
        return failed(u"%1 cannot be made"_s.arg(folder));
    QSaveFile file(m_file);
    const auto text =
        u"[Desktop Entry]\nType=Application\nName=SalesDesk\nIcon=org.salesdesk.SalesDesk\nExec=%1\n"_s.arg(
            quoted(m_command));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return failed(file.errorString());
    return Done{};
}

} // namespace salesdesk
