// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/callformats.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallFormats final : public QObject
{
    Q_OBJECT

    static CallDetails call()
    {
        CallDetails call;
        call.row.id = CallId{12};
        call.row.receivedAt = 1'765'393'200'123; // 2025-12-10T19:00:00.123Z
        call.row.providerName = u"Zapier, \"the\" one"_s;
        call.row.status = 422;
        call.row.reason = CallReason::NotRecognised;
        call.row.detail = u"who?"_s;
        call.row.recordExternalId = u"deal 1"_s;
        call.row.agentExternalId = u"77"_s;
        call.row.type = u"Sale"_s;
        call.row.durationUs = 1500;
        call.row.bodySize = 9;
        call.method = "POST";
        call.path = "/webhooks/p/activities";
        call.peer = u"127.0.0.1"_s;
        call.headers = {{"Host", "desk:8787"}, {"Content-Type", "application/json"}};
        call.body = "{\"id\":\"\xC3\xBC\"}";
        call.answer = "{\"status\":422}";
        return call;
    }

private Q_SLOTS:
    void aRowOfTheSheet()
    {
        QVERIFY(csvHead().startsWith("\xEF\xBB\xBFid,"));
        QCOMPARE(csvHead().count(','), csvRow(CallDetails{}).count(','));
        QCOMPARE(csvRow(call()),
                 QByteArray("12,2025-12-10T19:00:00.123Z,\"Zapier, \"\"the\"\" one\",activities,422,"
                            "not_recognised,who?,deal 1,77,Sale,1.500,9,127.0.0.1,\r\n"));
    }

    void aSheetRunsNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aSheetRunsNothing()
    {
        QFETCH(QString, text);
        auto one = call();
        one.row.providerName = one.row.recordExternalId = one.row.agentExternalId = one.row.type = text;
        const auto row = csvRow(one);
        QCOMPARE(row.count('\'' + text.toLatin1()), 4);
    }

    void aLineIsOneObject()
    {
        auto one = call();
        one.body = "two\nlines";
        one.replayOf = CallId{3};
        const auto line = jsonLine(one);
        QVERIFY(line.endsWith("}\n"));
        QCOMPARE(line.count('\n'), 1);
        const auto json = QJsonDocument::fromJson(line).object();
        QCOMPARE(json.value(u"id"_s).toInt(), 12);
        QCOMPARE(json.value(u"received_at"_s).toString(), u"2025-12-10T19:00:00.123Z"_s);
        QCOMPARE(json.value(u"reason"_s).toString(), u"not_recognised"_s);
        QCOMPARE(json.value(u"body"_s).toString(), u"two\nlines"_s);
        QCOMPARE(json.value(u"headers"_s).toArray().at(0).toObject().value(u"value"_s).toString(),
                 u"desk:8787"_s);
        QCOMPARE(json.value(u"replay_of"_s).toInt(), 3);
        QVERIFY(json.value(u"key"_s).isNull());
    }

    void anArchive()
    {
        const auto json =
            QJsonDocument::fromJson(harHead() + harEntry(call(), true) + harEntry(call(), false) + harTail())
                .object()
                .value(u"log"_s)
                .toObject();
        QCOMPARE(json.value(u"version"_s).toString(), u"1.2"_s);
        const auto entries = json.value(u"entries"_s).toArray();
        QCOMPARE(entries.size(), 2);
        const auto entry = entries.at(1).toObject();
        QCOMPARE(entry.value(u"time"_s).toDouble(), 1.5);
        const auto request = entry.value(u"request"_s).toObject();
        QCOMPARE(request.value(u"url"_s).toString(), u"http://desk:8787/webhooks/p/activities"_s);
        QCOMPARE(request.value(u"postData"_s).toObject().value(u"text"_s).toString(), u"{\"id\":\"ü\"}"_s);
        QCOMPARE(entry.value(u"response"_s).toObject().value(u"status"_s).toInt(), 422);
        // All that the format wants of an entry (HTTP Archive 1.2, entries, request, response).
        for (const auto &name : {u"startedDateTime"_s, u"time"_s, u"cache"_s, u"timings"_s})
            QVERIFY2(entry.contains(name), qPrintable(name));
        for (const auto &name : {u"method"_s, u"httpVersion"_s, u"cookies"_s, u"headers"_s, u"queryString"_s,
                                 u"headersSize"_s, u"bodySize"_s})
            QVERIFY2(request.contains(name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestCallFormats)
#include "tst_callformats.moc"
