// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/masking.h"

#include <QTest>

using namespace salesdesk;

class TestMasking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("masked");
        const QByteArray dots("••••••");
        const auto secret = [&](const char *name) {
            QTest::addRow("%s", name) << QByteArray(name) << QByteArray("s3cret") << dots;
        };
        for (const auto *name :
             {"Authorization", "Proxy-Authorization", "Cookie", "X-API-Key", "X-Auth-Token",
              "X-Hub-Signature-256", "webhook-signature", "X-Client-Secret", "X-Password"})
            secret(name);
        const auto authorization = [&](const char *row, const char *value, const QByteArray &masked) {
            QTest::newRow(row) << QByteArray("authorization") << QByteArray(value) << masked;
        };
        authorization("bearer", "Bearer sdk_abc", "Bearer " + dots);
        authorization("bearer in small letters", "bearer sdk_abc", "Bearer " + dots);
        authorization("another scheme", "Basic c2RrOmFiYw==", dots);
        authorization("the scheme alone", "Bearer", dots);
        authorization("empty", "", dots);
        for (const auto *name : {"Host", "User-Agent", "Content-Type", "webhook-id", "X-Request-Id"})
            QTest::addRow("%s", name) << QByteArray(name) << QByteArray("value") << QByteArray("value");
    }
    void headers()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, masked);
        const HeaderViews sent{{"Accept", "*/*"}, {name, value}, {"X-Last", "1"}};
        QCOMPARE(maskedHeaders(sent), "Accept: */*\r\n" + name + ": " + masked + "\r\nX-Last: 1\r\n");
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("masked");
        const auto row = [](const char *target, const char *masked) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(masked);
        };
        row("/webhooks/p/activities", "/webhooks/p/activities");
        row("/w?a=1&b=2", "/w?a=1&b=2");
        row("/w?api_key=abc&b=2", "/w?api_key=••••••&b=2");
        row("/w?b=2&TOKEN=abc", "/w?b=2&TOKEN=••••••");
        row("/w?auth=a=b", "/w?auth=••••••");
        row("/w?client_secret=", "/w?client_secret=••••••");
        row("/w?key", "/w?key"); // a name without a value
        row("/w?", "/w?");
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, masked);
        QCOMPARE(maskedTarget(target), masked);
    }
};

QTEST_APPLESS_MAIN(TestMasking)
#include "tst_masking.moc"
