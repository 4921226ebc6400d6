// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasStored_data();
    void saysWhatWasStored();
    void escapesWhatWasSent();
    void describesAProblem();
    void listsFaultyFields();
    void tellsNothingOfAKey_data();
    void tellsNothingOfAKey();
};

void tst_answers::saysWhatWasStored_data()
{
    QTest::addColumn<CallReason>("reason");
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("a new activity")
        << CallReason::Created << Endpoint::Activities
        << QByteArray(R"({"result":"created","type":"activity","id":"x","call":7,"warnings":[]})");
    QTest::newRow("an updated sale")
        << CallReason::Updated << Endpoint::Sales
        << QByteArray(R"({"result":"updated","type":"sale","id":"x","call":7,"warnings":[]})");
}

void tst_answers::saysWhatWasStored()
{
    QFETCH(CallReason, reason);
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, expected);
    QCOMPARE(successAnswer(reason, endpoint, u"x"_s, CallId{7}, {}), expected);
}

void tst_answers::escapesWhatWasSent()
{
    const auto id = u"a\"b\\c\nd\te\u0001f\u0000é😀\u2028/"_s;
    const QList<FieldNote> warnings{{u"contact_key"_s, u"personal_data"_s, u"It \"looks\" so."_s},
                                    {u"b"_s, u"ignored"_s, u"x"_s}};
    const auto answer = successAnswer(CallReason::Created, Endpoint::Sales, id, CallId{1}, warnings);
    const auto object = QJsonDocument::fromJson(answer).object();
    QCOMPARE(object["id"_L1].toString(), id);
    QCOMPARE(object["warnings"_L1].toArray().size(), 2);
    QCOMPARE(object["warnings"_L1].toArray().first().toObject()["detail"_L1].toString(),
             u"It \"looks\" so."_s);
}

void tst_answers::describesAProblem()
{
    QCOMPARE(problemAnswer({CallReason::QueueFull, u"Try again."_s, {}, 1}, CallId{}),
             QByteArray(R"({"type":"urn:salesdesk:problem:queue_full","title":"queue full","status":503,)"
                        R"("detail":"Try again.","call":null})"));
}

void tst_answers::listsFaultyFields()
{
    const Refusal refusal{CallReason::NotRecognised,
                          u"agent_id is not known."_s,
                          {{u"agent_id"_s, u"not_recognised"_s, u"agent_id \"7\" is not known."_s}},
                          0};
    const auto object = QJsonDocument::fromJson(problemAnswer(refusal, CallId{12})).object();
    QCOMPARE(object["status"_L1].toInt(), 422);
    QCOMPARE(object["call"_L1].toInt(), 12);
    const auto error = object["errors"_L1].toArray().first().toObject();
    QCOMPARE(error["field"_L1].toString(), u"agent_id"_s);
    QCOMPARE(error["code"_L1].toString(), u"not_recognised"_s);
    QCOMPARE(error["detail"_L1].toString(), u"agent_id \"7\" is not known."_s);
}

void tst_answers::tellsNothingOfAKey_data()
{
    QTest::addColumn<CallReason>("reason");
    for (const auto reason : {CallReason::KeyMissing, CallReason::KeyMalformed, CallReason::KeyUnknown,
                              CallReason::KeyRevoked, CallReason::SignatureInvalid})
        QTest::newRow(toText(reason).data()) << reason;
}

void tst_answers::tellsNothingOfAKey()
{
    QFETCH(CallReason, reason);
    const auto answer = problemAnswer({reason, u"The key \"old\" was revoked."_s, {}, 0}, CallId{3});
    QCOMPARE(answer, problemAnswer({CallReason::KeyMissing, u"No key."_s, {}, 0}, CallId{3}));
    QVERIFY(!answer.contains("old"));
}

QTEST_GUILESS_MAIN(tst_answers)
#include "tst_answers.moc"
