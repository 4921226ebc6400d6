// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/settingstore.h"

#include "tests/model/store/linkingfixture.h"

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestSettingStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmptyTableGivesDefaults();
    void keepsWhatIsSet();
    void refusesWhatASettingDoesNotTake();
    void leavesALaterVersionsSettingsAlone();
    void saysThatTheyChanged();
};

void TestSettingStore::anEmptyTableGivesDefaults()
{
    LinkingFixture m;
    const auto settings = SettingStore(m.db()).all();
    QVERIFY(settings);
    QCOMPARE(settings->text(Setting::ListenAddress), u"127.0.0.1"_s);
    QCOMPARE(settings->number(Setting::ListenPort), 8787);
    QCOMPARE(settings->text(Setting::TimeZone), u"Europe/Amsterdam"_s);
    QVERIFY(settings->flag(Setting::FeatureActivities));
    QCOMPARE(settings->number(Setting::LimitHead), 16 * 1024);
    QCOMPARE(settings->number(Setting::LimitBody), 1024 * 1024);
    QCOMPARE(settings->number(Setting::LimitHeadSeconds), 10);
    QCOMPARE(settings->number(Setting::LimitBodySeconds), 30);
    QCOMPARE(settings->number(Setting::LimitIdleSeconds), 60);
    QCOMPARE(settings->number(Setting::LimitConnections), 512);
    QCOMPARE(settings->number(Setting::LimitConnectionsPerAddress), 128);
    QCOMPARE(settings->number(Setting::LogRetentionDays), 90);
}

void TestSettingStore::keepsWhatIsSet()
{
    LinkingFixture m;
    SettingStore store(m.db());
    QVERIFY(store.set(Setting::ListenPort, u"9000"_s));
    QVERIFY(store.set(Setting::ListenPort, u" 9001 "_s)); // the later one, as it is written best
    QVERIFY(store.set(Setting::FeatureSales, u"off"_s));
    m.reopen();
    const auto settings = SettingStore(m.db()).all();
    QVERIFY(settings);
    QCOMPARE(settings->number(Setting::ListenPort), 9001);
    QVERIFY(!settings->flag(Setting::FeatureSales));
    QVERIFY(settings->flag(Setting::FeatureActivities));
    QCOMPARE(m.dump(u"SELECT name, value FROM setting ORDER BY name"_s, 2).count(u"listen.port"_s), 1);
}

void TestSettingStore::refusesWhatASettingDoesNotTake()
{
    LinkingFixture m;
    SettingStore store(m.db());
    for (const auto &[setting, value] :
         {std::pair(Setting::ListenPort, u"65536"_s), std::pair(Setting::ListenAddress, u"here"_s),
          std::pair(Setting::TimeZone, u"Mars/Olympus"_s), std::pair(Setting::FeatureSales, u"maybe"_s),
          std::pair(Setting::LimitBody, u"0"_s), std::pair(Setting::Proxies, u"10.0.0.1,x"_s)}) {
        const auto refused = store.set(setting, value);
        QVERIFY2(!refused, qPrintable(value));
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!refused.error().detail.isEmpty());
    }
    QCOMPARE(m.dump(u"SELECT COUNT(*) FROM setting"_s, 1), u"0|\n"_s);
}

void TestSettingStore::leavesALaterVersionsSettingsAlone()
{
    LinkingFixture m;
    m.change(u"INSERT INTO setting (name, value) VALUES ('later.one', '7')"_s);
    SettingStore store(m.db());
    QVERIFY(store.all());
    QVERIFY(store.set(Setting::ListenPort, u"9000"_s));
    QCOMPARE(m.dump(u"SELECT value FROM setting WHERE name = 'later.one'"_s, 1), u"7|\n"_s);
}

void TestSettingStore::saysThatTheyChanged()
{
    LinkingFixture m;
    std::ignore = m.db().takeChanges();
    SettingStore store(m.db());
    QVERIFY(!store.set(Setting::ListenPort, u"x"_s));
    QVERIFY(!m.db().takeChanges().testFlag(Change::Settings));
    QVERIFY(store.set(Setting::ListenPort, u"9000"_s));
    QVERIFY(m.db().takeChanges().testFlag(Change::Settings));
}

QTEST_GUILESS_MAIN(TestSettingStore)
#include "tst_settingstore.moc"
