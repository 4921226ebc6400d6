// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/texts.h"

#include "model/tables/tone.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tables)
};

} // namespace

QString relativeTime(qint64 at, qint64 now, const QTimeZone &zone)
{
    const qint64 seconds = (now - at) / 1000;
    if (seconds < 0 || seconds >= 24LL * 60 * 60) {
        const auto then = QDateTime::fromMSecsSinceEpoch(at, zone);
        const bool thisYear = then.date().year() == QDateTime::fromMSecsSinceEpoch(now, zone).date().year();
        return QLocale().toString(then, thisYear ? u"d MMM HH:mm"_s : u"d MMM yyyy"_s);
    }
    if (seconds < 5)
        return Words::tr("just now");
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(seconds);
    if (seconds < 60LL * 60)
        return Words::tr("%1 min ago").arg(seconds / 60);
    return Words::tr("%1 h ago").arg(seconds / 3600);
}

QString longestRelativeTime()
{
    auto longest = Words::tr("%1 min ago").arg(59);
    for (int month = 1; month <= 12; ++month) {
        const auto date = QLocale().toString(QDateTime({2028, month, 28}, {20, 58}), u"d MMM HH:mm"_s);
        if (date.size() > longest.size())
            longest = date;
    }
    return longest;
}

QString absoluteTime(qint64 at, const QTimeZone &zone)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at, zone);
    return time.toString(u"yyyy-MM-dd HH:mm:ss "_s) + time.timeZoneAbbreviation();
}

QString moneyText(Cents amount)
{
    const QLocale locale;
    // Unsigned, so that the smallest amount has an absolute value, too.
    const auto whole =
        amount.value < 0 ? 0 - static_cast<quint64>(amount.value) : static_cast<quint64>(amount.value);
    return u"€\u00a0%1%2%3%4"_s.arg(amount.value < 0 ? locale.negativeSign() : QString(),
                                    locale.toString(whole / 100), locale.decimalPoint(),
                                    u"%1"_s.arg(static_cast<int>(whole % 100), 2, 10, QChar(u'0')));
}

QString notLinkedText(const QString &externalId)
{
    return externalId.isEmpty() ? QString() : Words::tr("%1 · not linked").arg(externalId);
}

QString durationText(qint64 us)
{
    const QLocale locale;
    if (us < 1000)
        return Words::tr("%1 µs").arg(us);
    if (us < 1000LL * 1000)
        return Words::tr("%1 ms").arg(
            locale.toString(static_cast<double>(us) / 1e3, 'f', us < 10000 ? 1 : 0));
    return Words::tr("%1 s").arg(locale.toString(static_cast<double>(us) / 1e6, 'f', 1));
}

QString timeLeftText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const QLocale locale;
    if (seconds < 90)
        return Words::tr("%1 s left").arg(locale.toString(seconds));
    if (seconds < 90 * minute)
        return Words::tr("%1 min left").arg(locale.toString((seconds + minute / 2) / minute));
    return Words::tr("%1 h left").arg(locale.toString((seconds + hour / 2) / hour));
}

QString kindText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Agent:
        return Words::tr("agent");
    case EntityKind::Team:
        return Words::tr("team");
    case EntityKind::Product:
        return Words::tr("product");
    }
    Q_UNREACHABLE();
}

QString endpointText(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Activities:
        return Words::tr("activities");
    case Endpoint::Sales:
        return Words::tr("sales");
    }
    Q_UNREACHABLE();
}

Tone toneOf(CallReason reason)
{
    const int status = httpStatus(reason);
    if (status < 300)
        return Tone::Good;
    if (status == 401 || status == 403 || status == 404 || status == 429)
        return Tone::Warning;
    return Tone::Bad;
}

} // namespace salesdesk
