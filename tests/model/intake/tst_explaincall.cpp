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
