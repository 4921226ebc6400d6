// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace salesdesk::language
{

using namespace Qt::StringLiterals;

namespace
{

QString spokenNow = u"en"_s;

/// Loads or lets go; a missing file is a fault of the build.
void install(QTranslator &translator, const QString &file)
{
    QCoreApplication::removeTranslator(&translator);
    if (file.isEmpty())
        return;
    if (!translator.load(u":/translations/"_s + file))
        qFatal("%s is not in the program.", qPrintable(file));
    QCoreApplication::installTranslator(&translator);
}

} // namespace

QString meantBy(const QString &setting)
{
    if (setting == "nl"_L1 || setting == "en"_L1)
        return setting;
    return QLocale::system().language() == QLocale::Dutch ? u"nl"_s : u"en"_s;
}

void use(const QString &setting)
{
    static QTranslator own;
    static QTranslator ofQt;
    const auto language = meantBy(setting);
    const bool dutch = language == "nl"_L1;
    spokenNow = language;
    install(ofQt, dutch ? u"qtbase_nl.qm"_s : QString());
    install(own, dutch ? u"salesdesk_nl.qm"_s : u"salesdesk_en.qm"_s);
    const auto system = QLocale::system();
    const auto wanted = dutch ? QLocale::Dutch : QLocale::English;
    // The C locale counts as English: bare numbers, as it has them.
    const bool fits =
        system.language() == wanted || (!dutch && system.language() == QLocale::C) || setting.isEmpty();
    QLocale::setDefault(fits ? system : QLocale(wanted));
}

QString current()
{
    return spokenNow;
}

} // namespace salesdesk::language
