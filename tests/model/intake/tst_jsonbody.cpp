// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/field.h"
#include "model/intake/jsonsyntax.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_jsonbody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void refusesOtherThanUtf8_data();
    void refusesOtherThanUtf8();
    void findsDuplicatesAmongMany();
    void nestsAsDeepAsTheLimit();
    void hasAsManyFieldsAsTheLimit_data();
    void hasAsManyFieldsAsTheLimit();
    void doesNotMixUpBodiesOneAfterTheOther();
};

void tst_jsonbody::accepts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *what, const QByteArray &body, const QByteArray &value) {
        QTest::newRow(what) << body << value;
    };
    row("white space everywhere", " \r\n{ \t\"a\" : \"x\" } \n", "x");
    row("a byte order mark", "\xEF\xBB\xBF{\"a\":\"x\"}", "x");
    row("an escaped name", R"({"\u0061":"x"})", "x");
    row("a number as it was written", R"({"a":-0.10E+05 })", "-0.10E+05");
    row("a number beyond any type", R"({"a":123456789012345678901234567890})",
        "123456789012345678901234567890");
    row("unknown fields of every kind",
        R"({"u":[1,"b",{"c":[null,true,[]]},{}],"v":{"w":{"x":{"y":1}}},"a":"x"})", "x");
    row("the same name at two levels", R"({"b":{"a":1},"a":"x","c":[{"a":1},{"a":2}]})", "x");
    row("escapes", R"({"a":"\ud83d\ude00\n\u00e9"})", "😀\né");
    row("an escape after a long text", "{\"b\":\"\\n\",\"a\":\"" + QByteArray(3000, 'x') + "\\n\"}",
        QByteArray(3000, 'x') + "\n");
    row("a slash in a text is no comment", R"({"a":"http://x/*y*/ # z"})", "http://x/*y*/ # z");
}

void tst_jsonbody::accepts()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, value);
    const auto decoding = decodeJson(body);
    if (const auto *refusal = std::get_if<Refusal>(&decoding))
        QFAIL(qPrintable(refusal->detail));
    const auto *field = std::get<DecodedBody>(decoding).root.find("a");
    QVERIFY(field);
    QCOMPARE(QByteArray(field->text.data(), static_cast<qsizetype>(field->text.size())), value);
}

void tst_jsonbody::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says"); // part of the detail, with the place
    const auto row = [](const char *what, const QByteArray &body, const char *says) {
        QTest::newRow(what) << body << QString::fromUtf8(says);
    };
    row("nothing", "", "The body is empty");
    row("white space alone", " \n", "The body is empty");
    row("a list at the top", "[1]", "must be one object, { … }, with the fields (line 1, column 1)");
    row("a text at the top", "\n \"x\"", "must be one object, { … }, with the fields (line 2, column 2)");
    row("a word at the top", "hello", "A value is expected here");
    row("a form sent as JSON", "id=1&type=Sale", "A value is expected here");
    row("a comment after a field", "{\n\"id\": \"1\", // Required\n\"type\": \"x\"}",
        "JSON has no comments: take out the one here (line 2, column 12)");
    row("a comment in stars", "{/* x */\"id\":1}",
        "JSON has no comments: take out the one here (line 1, column 2)");
    row("a comment with a hash", "{\"id\":1 # x\n}",
        "JSON has no comments: take out the one here (line 1, column 9)");
    row("a comment at the top", "// x\n{}", "JSON has no comments: take out the one here (line 1, column 1)");
    row("a comment after the end", "{} // x",
        "JSON has no comments: take out the one here (line 1, column 4)");
    row("a comma before the brace", "{\"a\":1,\n}", "A comma may not stand before } (line 2, column 1)");
    row("a comma before the bracket", "{\"a\":[1,]}", "A comma may not stand before ] (line 1, column 9)");
    row("two commas", "{\"a\":1,,\"b\":2}",
        "A field's name in double quotes is expected here (line 1, column 8)");
    row("no comma", "{\"a\":1 \"b\":2}", "A comma or } is expected here (line 1, column 8)");
    row("no comma after a text", R"({"a":"b" "c":1})", "A comma or } is expected here (line 1, column 10)");
    row("a colon after a value", R"({"a":"b":1})", "A comma or } is expected here (line 1, column 9)");
    row("no comma in a list", "{\"a\":[1 2]}", "A comma or ] is expected here (line 1, column 9)");
    row("no colon", "{\"a\" 1}", "A colon is expected here, after the field's name (line 1, column 6)");
    row("no value", "{\"a\":}", "A value is expected here");
    row("a name without quotes", "{a:1}",
        "A field's name in double quotes is expected here (line 1, column 2)");
    row("single quotes", "{\"a\":'b'}", "Texts stand in double quotes (line 1, column 6)");
    row("a brace that stays open", "{\"a\":1", "The JSON ends too early (line 1, column 7)");
    row("a text that stays open", "{\"a\":\"b", "The JSON ends too early (line 1, column 8)");
    row("the wrong bracket", "{\"a\":[1}", "A comma or ] is expected here (line 1, column 8)");
    row("something after the end", "{\"a\":1} x",
        "Nothing may follow the end of the JSON (line 1, column 9)");
    row("a second object", "{}{}", "Nothing may follow the end of the JSON (line 1, column 3)");
    row("a brace too many", "{}}", "Nothing may follow the end of the JSON (line 1, column 3)");
    row("a number with a leading zero", "{\"a\":01}",
        "This is not a number as JSON writes them (line 1, column 6)");
    row("a number with a plus", "{\"a\":+1}", "This is not a number as JSON writes them");
    row("a number that ends with a point", "{\"a\":1.}", "This is not a number as JSON writes them");
    row("a number that starts with a point", "{\"a\":.5}", "This is not a number as JSON writes them");
    row("a hexadecimal number", "{\"a\":0x10}", "This is not a number as JSON writes them");
    row("NaN", "{\"a\":NaN}", "A value is expected here");
    row("a word with more after it", "{\"a\":nullx}", "A value is expected here");
    row("a word in capitals", "{\"a\":True}", "A value is expected here");
    row("a fault within an unknown field", "{\"u\":[{\"x\":tru}]}", "A value is expected here");
    row("a line break in a text", "{\"a\":\"b\nc\"}",
        "must be written as an escape, such as \\n (line 1, column 8)");
    row("NUL in a text", QByteArray("{\"a\":\"b\0c\"}", 11), "must be written as an escape");
    row("NUL outside", QByteArray("{\0}", 3),
        "A field's name in double quotes is expected here (line 1, column 2)");
    row("an unknown escape", R"({"a":"b\x"})", "This escape is not one of JSON's (line 1, column 8)");
    row("an escape without its digits", R"({"a":"\u12"})",
        "This escape is not one of JSON's (line 1, column 7)");
    row("half a surrogate pair", R"({"a":"\ud800"})", "This is half of a surrogate pair (line 1, column 7)");
    row("the second half alone", R"({"a":"\udc00"})", "This is half of a surrogate pair (line 1, column 7)");
    row("two first halves", R"({"a":"\ud800\ud800"})", "This is half of a surrogate pair (line 1, column 7)");
    row("columns count characters", "{\"é😀\":x}",
        "A value is expected here: a text in double quotes, a number, true, "
        "false, null, { or [ (line 1, column 7)");
    row("a byte order mark does not count", "\xEF\xBB\xBF{a", "(line 1, column 2)");
    row("a name that is there twice", "{\"id\":1,\n \"id\":2}",
        "\"id\" is there twice: send each field once (line 2, column 2)");
    row("a name twice, escaped once", R"({"id":1,"\u0069d":2})", "\"id\" is there twice");
    row("a name twice within an object", R"({"energy_meta":{"gas_usage":1,"gas_usage":2}})",
        "\"gas_usage\" is there twice");
    row("a name twice within an unknown list", R"({"u":[[{"x":{"y":{"z":1,"z":2}}}]]})",
        "\"z\" is there twice");
}

void tst_jsonbody::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    const auto decoding = decodeJson(body);
    QVERIFY(std::holds_alternative<Refusal>(decoding));
    const auto &refusal = std::get<Refusal>(decoding);
    QCOMPARE(refusal.reason, CallReason::BadJson);
    QVERIFY2(refusal.detail.contains(says), qPrintable(refusal.detail));
    QVERIFY(refusal.detail.endsWith(u'.'));
}

void tst_jsonbody::refusesOtherThanUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("Latin-1") << QByteArray("\xe9");
    QTest::newRow("an overlong form") << QByteArray("\xc0\xaf");
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("past U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("a sequence cut short") << QByteArray("\xe2\x82");
    QTest::newRow("a tail alone") << QByteArray("\x80");
}

void tst_jsonbody::refusesOtherThanUtf8()
{
    QFETCH(QByteArray, text);
    const auto decoding = decodeJson("{\"a\":\n\"é" + text + "\"}");
    QVERIFY(std::holds_alternative<Refusal>(decoding));
    const auto &refusal = std::get<Refusal>(decoding);
    QCOMPARE(refusal.reason, CallReason::NotUtf8);
    QVERIFY2(refusal.detail.contains(u"line 2, column 3"_s), qPrintable(refusal.detail));
}

void tst_jsonbody::findsDuplicatesAmongMany()
{
    QByteArray body = "{";
    for (int i = 0; i < 5000; ++i)
        body += "\"f" + QByteArray::number(i) + "\":1,";
    QVERIFY(std::holds_alternative<DecodedBody>(decodeJson(body + "\"last\":1}")));
    const auto decoding = decodeJson(body + "\"f77\":1}");
    QVERIFY(std::holds_alternative<Refusal>(decoding));
    const auto &refusal = std::get<Refusal>(decoding);
    QVERIFY(refusal.detail.startsWith(u"\"f77\" is there twice"_s));
    QCOMPARE(refusal.errors.first().code, u"duplicate_key"_s);
    const auto column = body.size() + 1;
    QVERIFY(refusal.detail.contains(u"column %1)"_s.arg(column)));
}

void tst_jsonbody::nestsAsDeepAsTheLimit()
{
    const auto nested = [](int levels) {
        return "{\"a\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + '}';
    };
    QVERIFY(std::holds_alternative<DecodedBody>(decodeJson(nested(jsonDepthLimit))));
    for (const int levels : {jsonDepthLimit + 1, 5000}) {
        const auto decoding = decodeJson(nested(levels));
        QVERIFY(std::holds_alternative<Refusal>(decoding));
        QVERIFY(std::get<Refusal>(decoding).detail.contains(u"16 levels deep"_s));
    }
}

void tst_jsonbody::hasAsManyFieldsAsTheLimit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("at the top") << QByteArray() << QByteArray();
    QTest::newRow("in a list within") << QByteArray("{\"a\":[[1,") << QByteArray("]]}");
}

void tst_jsonbody::hasAsManyFieldsAsTheLimit()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    auto fields = before + "{\"f0\":1";
    for (int i = 1; i < jsonFieldLimit; ++i)
        fields += ",\"f" + QByteArray::number(i) + "\":1";
    QVERIFY(std::holds_alternative<DecodedBody>(decodeJson(fields + '}' + after)));
    const auto decoding = decodeJson(fields + ",\n\"more\":1}" + after);
    QVERIFY(std::holds_alternative<Refusal>(decoding));
    const auto &refusal = std::get<Refusal>(decoding);
    QCOMPARE(refusal.reason, CallReason::BadJson);
    QCOMPARE(refusal.detail, u"An object may have 10000 fields, and here it gets more (line 2, column 1)."_s);
}

void tst_jsonbody::doesNotMixUpBodiesOneAfterTheOther()
{
    const auto first = decodeJson(R"({"a":"one\n"})");
    const auto second = decodeJson(R"({"a":"two\n"})");
    QVERIFY(std::get<DecodedBody>(first).root.find("a")->text == "one\n");
    QVERIFY(std::get<DecodedBody>(second).root.find("a")->text == "two\n");
}

QTEST_GUILESS_MAIN(tst_jsonbody)
#include "tst_jsonbody.moc"
