// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/explaincall.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;
using Outcome = ExplainedField::Outcome;

class TestExplainCall final : public QObject
{
    Q_OBJECT

    static CallDetails call(const QByteArray &body, const QByteArray &type = "application/json")
    {
        CallDetails call;
        call.headers = {{"content-type", type}};
        call.body = body;
        return call;
    }

private Q_SLOTS:
    void everyFieldInItsOrderThenWhatIsMissing()
    {
        auto one =
            call(R"({"type":"Sale","x":[1],"id":12,"moment":null,"value":1.25,"value_is_money":true})");
        one.warnings = {{u"value"_s, u"too_many_decimals"_s, u"rounded"_s}};
        one.errors = {{u"moment"_s, u"null"_s, u"send one"_s}, {u"agent_id"_s, u"missing"_s, u"send it"_s}};
        const QList<ExplainedField> expected{
            {u"type"_s, u"Sale"_s, Outcome::Taken, {}, {}},
            {u"x"_s, u"[…]"_s, Outcome::Unknown, {}, {}},
            {u"id"_s, u"12"_s, Outcome::Taken, {}, {}},
            {u"moment"_s, u"null"_s, Outcome::Refused, u"null"_s, u"send one"_s},
            {u"value"_s, u"1.25"_s, Outcome::Warned, u"too_many_decimals"_s, u"rounded"_s},
            {u"value_is_money"_s, u"true"_s, Outcome::Taken, {}, {}},
            {u"agent_id"_s, {}, Outcome::Refused, u"missing"_s, u"send it"_s}};
        QCOMPARE(explainCall(one), expected);
    }

    void twoCallsFieldByField_data()
    {
        QTest::addColumn<QByteArray>("older");
        QTest::addColumn<QByteArray>("newer");
        QTest::addColumn<QString>("fields");
        QTest::addColumn<bool>("whole");
        QTest::addRow("in whatever order")
            << QByteArray(R"({"id":1,"type":"a"})") << QByteArray(R"({"type":"b","id":"1"})")
            << u"id 1=1, type a=b"_s << true;
        QTest::addRow("unlike ones") << QByteArray(R"({"id":1,"value":null,"x":true})")
                                     << QByteArray(R"({"sold_at":"y","id":2})")
                                     << u"id 1=2, value null=-, x true=-, sold_at -=y"_s << true;
        QTest::addRow("inside an object")
            << QByteArray(R"({"energy_meta":{"gas_usage":1}})")
            << QByteArray(R"({"energy_meta":{"gas_usage":2}})") << u"energy_meta.gas_usage 1=2"_s << true;
        QTest::addRow("a list tells not all")
            << QByteArray(R"({"x":[1]})") << QByteArray(R"({"x":[2]})") << u"x […]=[…]"_s << false;
        QTest::addRow("nor do parts of parts")
            << QByteArray(R"({"x":{"y":{"z":1}}})") << QByteArray("{}") << u"x.y {…}=-"_s << false;
        QTest::addRow("a body that does not parse")
            << QByteArray(R"({"id":1)") << QByteArray(R"({"id":1})") << u"id -=1"_s << false;
    }

    void twoCallsFieldByField()
    {
        QFETCH(QByteArray, older);
        QFETCH(QByteArray, newer);
        const auto comparison = compareFields(call(older), call(newer));
        QStringList fields;
        for (const auto &field : comparison.fields)
            fields.append(
                u"%1 %2=%3"_s.arg(field.field, field.before.value_or(u"-"_s), field.after.value_or(u"-"_s)));
        QTEST(fields.join(u", "_s), "fields");
        QTEST(comparison.whole, "whole");
    }

    void jsonAndAFormFieldByField()
    {
        const auto comparison = compareFields(call(R"({"id":"1","type":"Sale"})"),
                                              call("type=Sale&id=2", "application/x-www-form-urlencoded"));
        QCOMPARE(comparison.fields,
                 (QList<FieldChange>{{u"id"_s, u"1"_s, u"2"_s}, {u"type"_s, u"Sale"_s, u"Sale"_s}}));
        QVERIFY(comparison.whole);
    }

    void insideAnObject()
    {
        auto one = call(R"({"energy_meta":{"gas_usage":"1","tea":{}}})");
        one.row.endpoint = Endpoint::Sales;
        const QList<ExplainedField> sale{{u"energy_meta.gas_usage"_s, u"1"_s, Outcome::Taken, {}, {}},
                                         {u"energy_meta.tea"_s, u"{…}"_s, Outcome::Unknown, {}, {}}};
        QCOMPARE(explainCall(one), sale);
        one.row.endpoint = Endpoint::Activities; // there is no such field
        const QList<ExplainedField> activity{{u"energy_meta"_s, u"{…}"_s, Outcome::Unknown, {}, {}}};
        QCOMPARE(explainCall(one), activity);
    }

    void aForm()
    {
        const QList<ExplainedField> expected{{u"id"_s, u"a b"_s, Outcome::Taken, {}, {}}};
        QCOMPARE(explainCall(call("id=a+b", "application/x-www-form-urlencoded")), expected);
    }

    void whatCannotBeReadHasOnlyTheLogsNotes()
    {
        auto one = call("{");
        QVERIFY(explainCall(one).isEmpty());
        one = call(R"({"id":"1"})");
        one.bodyTruncated = true;
        one.errors = {{u"type"_s, u"missing"_s, u"send it"_s}};
        const QList<ExplainedField> expected{{u"type"_s, {}, Outcome::Refused, u"missing"_s, u"send it"_s}};
        QCOMPARE(explainCall(one), expected);
        QVERIFY(explainCall(call(R"({"id":"1"})", {})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExplainCall)
#include "tst_explaincall.moc"
