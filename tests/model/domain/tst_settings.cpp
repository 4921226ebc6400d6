// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/settings.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableFollowsTheEnumeration();
    void defaultsAreThoseOfTheSpecification();
    void checksValues_data();
    void checksValues();
    void keepsWhatWasSet();
};

void tst_settings::theTableFollowsTheEnumeration()
{
    for (int i = 0; i < static_cast<int>(Setting::Count); ++i) {
        const auto setting = static_cast<Setting>(i);
        QCOMPARE(spec(setting).setting, setting);
        QVERIFY(settingFromName(QString(spec(setting).name)) == setting);
    }
    QVERIFY(!settingFromName(u"listen.colour"));
}

void tst_settings::defaultsAreThoseOfTheSpecification()
{
    const Settings settings;
    QCOMPARE(settings.text(Setting::ListenAddress), u"127.0.0.1"_s);
    QCOMPARE(settings.number(Setting::ListenPort), 8787);
    QCOMPARE(settings.text(Setting::TimeZone), u"Europe/Amsterdam"_s);
    QCOMPARE(settings.number(Setting::LimitHead), 16 * 1024);
    QCOMPARE(settings.number(Setting::LimitBody), 1024 * 1024);
    QCOMPARE(settings.number(Setting::LimitConnections), 512);
    QCOMPARE(settings.number(Setting::LimitConnectionsPerAddress), 128);
    QCOMPARE(settings.number(Setting::LogRetentionDays), 90);
    QVERIFY(settings.flag(Setting::FeatureActivities) && settings.flag(Setting::FeatureSales));
}

void tst_settings::checksValues_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("stored"); // empty: refused
    QTest::newRow("a port") << Setting::ListenPort << u" 80 "_s << u"80"_s;
    QTest::newRow("a port past the last") << Setting::ListenPort << u"65536"_s << QString();
    QTest::newRow("a port in words") << Setting::ListenPort << u"http"_s << QString();
    QTest::newRow("on") << Setting::FeatureSales << u"On"_s << u"true"_s;
    QTest::newRow("off") << Setting::FeatureSales << u"0"_s << u"false"_s;
    QTest::newRow("neither on nor off") << Setting::FeatureSales << u"maybe"_s << QString();
    QTest::newRow("an IPv6 address") << Setting::ListenAddress << u"::1"_s << u"::1"_s;
    QTest::newRow("a host's name") << Setting::ListenAddress << u"localhost"_s << QString();
    QTest::newRow("a list of addresses") << Setting::Proxies << u"10.0.0.1, ::1"_s << u"10.0.0.1,::1"_s;
    QTest::newRow("a list with a word") << Setting::Proxies << u"10.0.0.1, proxy"_s << QString();
    QTest::newRow("a zone") << Setting::TimeZone << u"Europe/London"_s << u"Europe/London"_s;
    QTest::newRow("no zone of the world") << Setting::TimeZone << u"Mars/Olympus"_s << QString();
    QTest::newRow("a language") << Setting::Language << u"nl"_s << u"nl"_s;
    QTest::newRow("another language") << Setting::Language << u"fr"_s << QString();
}

void tst_settings::checksValues()
{
    QFETCH(Setting, setting);
    QFETCH(QString, value);
    QFETCH(QString, stored);
    const auto checked = Settings::checked(setting, value);
    QCOMPARE(checked.ok(), !stored.isEmpty());
    if (checked.ok()) {
        QCOMPARE(*checked, stored);
    } else {
        QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
        QVERIFY(checked.error().detail.startsWith(spec(setting).name));
    }
}

void tst_settings::keepsWhatWasSet()
{
    Settings settings;
    settings.set(Setting::ListenPort, u"80"_s);
    QCOMPARE(settings.number(Setting::ListenPort), 80);
    settings.set(Setting::ListenPort, u"8787"_s);
    QCOMPARE(settings.number(Setting::ListenPort), 8787);
}

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
