// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_mediatype : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTypes_data();
    void tellsTypes();
    void readsFormsLikeJson_data();
    void readsFormsLikeJson();
};

void tst_mediatype::tellsTypes_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected"); // the body's type, or the start of the refusal
    const auto row = [](const char *header, const char *expected) {
        QTest::newRow(header) << QByteArray(header) << QString::fromUtf8(expected);
    };
    row("application/json", "json");
    row("Application/JSON", "json");
    row("application/json; charset=utf-8", "json");
    row("application/json;charset=\"UTF-8\"", "json");
    row("application/json;", "json");
    row("application/vnd.api+json", "json");
    row("application/x-www-form-urlencoded", "urlencoded");
    row("application/x-www-form-urlencoded; charset=UTF-8", "urlencoded");
    row("multipart/form-data; boundary=B", "multipart");
    row("multipart/form-data; boundary=\"a b:c\"", "multipart");
    row("", "The Content-Type header is missing. Send application/json");
    row("  ", "The Content-Type header is missing.");
    row("text/plain", "A body of type text/plain is not accepted. Send application/json");
    row("text/json+json", "A body of type text/json+json is not accepted.");
    row("application/xml", "A body of type application/xml is not accepted.");
    row("application/json; charset=iso-8859-1", "The body's charset is iso-8859-1.");
    row("application/json; charset=utf-8; charset=utf-8", "The Content-Type header is malformed.");
    row("application/json; charset", "The Content-Type header is malformed.");
    row("application/json; charset=\"utf-8", "The Content-Type header is malformed.");
    row("application/json, text/plain", "The Content-Type header is malformed.");
    row("multipart/form-data", "The Content-Type multipart/form-data needs a boundary");
    row("multipart/form-data; boundary=\"\"", "The Content-Type multipart/form-data needs a boundary");
    row("multipart/mixed; boundary=B", "A body of type multipart/mixed is not accepted.");
}

void tst_mediatype::tellsTypes()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, expected);
    const auto type = bodyTypeOf(header);
    if (const auto *refusal = std::get_if<Refusal>(&type)) {
        QCOMPARE(refusal->reason, CallReason::MediaType);
        QVERIFY2(refusal->detail.startsWith(expected), qPrintable(refusal->detail));
        return;
    }
    switch (std::get<BodyType>(type)) {
    case BodyType::Json:
        QCOMPARE(expected, u"json"_s);
        break;
    case BodyType::UrlEncoded:
        QCOMPARE(expected, u"urlencoded"_s);
        break;
    case BodyType::Multipart:
        QCOMPARE(expected, u"multipart"_s);
        break;
    }
}

void tst_mediatype::readsFormsLikeJson_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("JSON") << QByteArray("application/json")
                          << QByteArray(R"({"id":"1","agent_id":7,"agent_name":null,"proposition_id":"P x",)"
                                        R"("sold_at":"2025-12-10","cancelled_at":null,"is_retention":true,)"
                                        R"("contract_value":"10.10","energy_meta":{"gas_usage":5,)"
                                        R"("connection_count":null}})");
    QTest::newRow("urlencoded") << QByteArray("application/x-www-form-urlencoded")
                                << QByteArray(
                                       "id=1&agent_id=7&agent_name=&proposition_id=P+x&sold_at=2025-12-10&"
                                       "cancelled_at=&is_retention=YES&contract_value=10.10&"
                                       "energy_meta[gas_usage]=5&energy_meta%5Bconnection_count%5D=");
    QByteArray multipart;
    const QList<std::pair<QByteArray, QByteArray>> fields{{"id", "1"},
                                                          {"agent_id", "7"},
                                                          {"agent_name", ""},
                                                          {"proposition_id", "P x"},
                                                          {"sold_at", "2025-12-10"},
                                                          {"cancelled_at", ""},
                                                          {"is_retention", "on"},
                                                          {"contract_value", "10.10"},
                                                          {"energy_meta[gas_usage]", "5"},
                                                          {"energy_meta[connection_count]", ""}};
    for (const auto &[name, value] : fields)
        multipart +=
            "--a b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    QTest::newRow("multipart") << QByteArray("multipart/form-data; boundary=\"a b\"")
                               << multipart + "--a b--";
}

void tst_mediatype::readsFormsLikeJson()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const auto reading = readCall(Endpoint::Sales, type, body, QTimeZone("Europe/Amsterdam"));
    const auto *refusal = std::get_if<Refusal>(&reading.result);
    QVERIFY2(!refusal, refusal ? qPrintable(refusal->detail) : "");
    const auto &draft = std::get<SaleDraft>(std::get<Draft>(reading.result));
    QCOMPARE(draft.id, u"1"_s);
    QCOMPARE(draft.agentId, u"7"_s);
    QVERIFY(draft.agentName.isLeftOut());
    QCOMPARE(draft.propositionId, u"P x"_s);
    QCOMPARE(toUtcIso(draft.soldAt.utcMs), u"2025-12-10T05:00:00Z"_s);
    QVERIFY(draft.cancelledAt.isNull());
    QCOMPARE(draft.isRetention.value(), true);
    QCOMPARE(draft.contractValue.value().value, 1010);
    QCOMPARE(draft.gasUsage.value(), u"5"_s);
    QVERIFY(draft.connectionCount.isNull());
    QVERIFY(draft.electricityUsage.isLeftOut());
}

QTEST_GUILESS_MAIN(tst_mediatype)
#include "tst_mediatype.moc"
