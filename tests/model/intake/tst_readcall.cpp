// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

const QTimeZone &amsterdam()
{
    static const QTimeZone zone("Europe/Amsterdam");
    return zone;
}

CallReading readJson(Endpoint endpoint, const QByteArray &body)
{
    return readCall(endpoint, "application/json", body, amsterdam());
}

/// The draft, or an empty one with a failed check.
template <typename T>
T draftOf(const CallReading &reading)
{
    if (const auto *refusal = std::get_if<Refusal>(&reading.result)) {
        QTest::qFail(qPrintable(refusal->detail), __FILE__, __LINE__);
        return {};
    }
    return std::get<T>(std::get<Draft>(reading.result));
}

/// "agent_id missing, moment invalid_moment": what was refused, or the reason's word, or "accepted".
QString verdict(const CallReading &reading)
{
    const auto *refusal = std::get_if<Refusal>(&reading.result);
    if (!refusal)
        return u"accepted"_s;
    if (refusal->reason != CallReason::FieldsInvalid)
        return toText(refusal->reason);
    QStringList notes;
    for (const auto &note : refusal->errors)
        notes.append(note.field + u' ' + note.code);
    return notes.join(u", "_s);
}

/// A complete activity or sale without the members that `replaced` brings, which come last.
QByteArray activityWith(const QByteArray &name, const QByteArray &json)
{
    QByteArray body = "{";
    const QList<std::pair<QByteArray, QByteArray>> fields{{"id", R"("1")"},
                                                          {"type", R"("Sale")"},
                                                          {"agent_id", R"("7")"},
                                                          {"moment", R"("2025-12-10 19:00:00")"}};
    for (const auto &[key, value] : fields) {
        if (key != name)
            body += '"' + key + "\":" + value + ',';
    }
    return json.isEmpty() ? body.chopped(1) + '}' : body + '"' + name + "\":" + json + '}';
}

QByteArray saleWith(const QByteArray &name, const QByteArray &json)
{
    QByteArray body = "{";
    const QList<std::pair<QByteArray, QByteArray>> fields{{"id", R"("1")"},
                                                          {"agent_id", R"("7")"},
                                                          {"proposition_id", R"("P")"},
                                                          {"sold_at", R"("2025-12-10 19:00:00")"}};
    for (const auto &[key, value] : fields) {
        if (key != name)
            body += '"' + key + "\":" + value + ',';
    }
    return json.isEmpty() ? body.chopped(1) + '}' : body + '"' + name + "\":" + json + '}';
}

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8() + '"';
}

} // namespace

class tst_readcall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThePagesActivity();
    void readsThePagesSale();
    void judgesActivityFields_data();
    void judgesActivityFields();
    void judgesSaleFields_data();
    void judgesSaleFields();
    void namesEveryFaultyFieldAtOnce();
    void keepsIdsAsSent_data();
    void keepsIdsAsSent();
    void keepsDigitsOfNumbers_data();
    void keepsDigitsOfNumbers();
    void tellsLeftOutFromNull();
    void nullEnergyClearsAllMembers();
    void warnsOfPersonalData_data();
    void warnsOfPersonalData();
    void warnsOfATeamNameWithoutItsId();
    void fillsTheLogsColumnsOfARefusedCall();
    void everyDetailIsASentence();
};

void tst_readcall::readsThePagesActivity()
{
    const auto reading = readJson(Endpoint::Activities, R"({
"id": "deal 123 | demo planned",
"type": "Deal stage: Demo planned",
"agent_id": "123",
"agent_name": "Cas",
"agent_email": "cas@system23.nl",
"agent_team_id": "1",
"agent_team_name": "Team One",
"moment": "2025-12-10 19:00:00",
"contact_key": "123",
"value": 399.95,
"value_is_money": true
})");
    const auto draft = draftOf<ActivityDraft>(reading);
    QCOMPARE(draft.id, u"deal 123 | demo planned"_s);
    QCOMPARE(draft.type, u"Deal stage: Demo planned"_s);
    QCOMPARE(draft.agentId, u"123"_s);
    QCOMPARE(draft.agentName.value(), u"Cas"_s);
    QCOMPARE(draft.agentEmail.value(), u"cas@system23.nl"_s);
    QCOMPARE(draft.agentTeamId.value(), u"1"_s);
    QCOMPARE(draft.agentTeamName.value(), u"Team One"_s);
    QCOMPARE(toUtcIso(draft.moment.utcMs), u"2025-12-10T18:00:00Z"_s);
    QCOMPARE(draft.contactKey.value(), u"123"_s);
    QCOMPARE(draft.value.value(), u"399.95"_s);
    QCOMPARE(draft.valueIsMoney.value(), true);
    QVERIFY(reading.warnings.isEmpty());
    QCOMPARE(reading.recordExternalId, draft.id);
    QCOMPARE(reading.agentExternalId, u"123"_s);
    QCOMPARE(reading.type, draft.type);
    QCOMPARE(reading.momentSent, u"2025-12-10 19:00:00"_s);
    QCOMPARE(reading.momentRead, u"2025-12-10T19:00:00+01:00"_s);
    QCOMPARE(reading.momentUtc, std::optional<qint64>(draft.moment.utcMs));
}

void tst_readcall::readsThePagesSale()
{
    const auto draft = draftOf<SaleDraft>(readJson(Endpoint::Sales, R"({
"id": "123", "agent_id": "123", "agent_name": "Cas",
"proposition_id": "123", "proposition_name": "Product A",
"sold_at": "2025-12-10 19:00:00", "cancelled_at": null, "is_retention": false,
"contract_value": 5254.21, "contact_key": "123",
"energy_meta": {"electricity_usage": 5000, "electricity_return": 0, "gas_usage": 5000, "connection_count": 2}
})"));
    QCOMPARE(draft.propositionId, u"123"_s);
    QCOMPARE(draft.propositionName.value(), u"Product A"_s);
    QCOMPARE(toUtcIso(draft.soldAt.utcMs), u"2025-12-10T18:00:00Z"_s);
    QVERIFY(draft.cancelledAt.isNull());
    QCOMPARE(draft.isRetention.value(), false);
    QCOMPARE(draft.contractValue.value().value, 525421);
    QCOMPARE(draft.electricityUsage.value(), u"5000"_s);
    QCOMPARE(draft.electricityReturn.value(), u"0"_s);
    QCOMPARE(draft.gasUsage.value(), u"5000"_s);
    QCOMPARE(draft.connectionCount.value(), 2);
}

void tst_readcall::judgesActivityFields_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &what, const char *name, const QByteArray &json,
                        const QByteArray &expected) {
        QTest::newRow(what.constData()) << QByteArray(name) << json << QString::fromLatin1(expected);
    };
    for (const char *name : {"id", "type", "agent_id", "moment"}) {
        const QByteArray field = name;
        row("a required field is left out: " + field, name, {}, field + " missing");
        row("a required field is null: " + field, name, "null", field + " null");
        row("a required field is empty: " + field, name, "\"\"", field + " empty");
        row("a required field is of spaces: " + field, name, "\"  \"", field + " empty");
        row("a required field is true: " + field, name, "true", field + " wrong_type");
        row("a required field is an object: " + field, name, "{}", field + " wrong_type");
        row("a required field is a list: " + field, name, "[]", field + " wrong_type");
    }
    for (const char *name :
         {"id", "type", "agent_id", "agent_name", "agent_team_id", "agent_team_name", "contact_key"}) {
        const QByteArray field = name;
        row("255 characters beyond the BMP fit: " + field, name, quoted(u"😀"_s.repeated(255)), "accepted");
        row("256 characters are too long: " + field, name, quoted(u"x"_s.repeated(256)), field + " too_long");
    }
    for (const char *name : {"id", "agent_id", "agent_team_id", "contact_key"}) {
        const QByteArray field = name;
        row("an integer is read as its digits: " + field, name, "12345678901234567890", "accepted");
        row("a number with decimals is no ID: " + field, name, "1.0", field + " wrong_type");
        row("a number with an exponent is no ID: " + field, name, "1e3", field + " wrong_type");
    }
    row("NUL in an ID", "id", R"("a\u0000b")", "id wrong_type");
    row("NUL in a type is text", "type", R"("a\u0000b")", "accepted");
    row("a type that is a number", "type", "5", "type wrong_type");
    row("a name that is a number", "agent_name", "5", "agent_name wrong_type");
    row("a name that is null is not given", "agent_name", "null", "accepted");
    row("a name that is empty is not given", "agent_name", "\"\"", "accepted");
    row("an address", "agent_email", R"("cas@system23.nl")", "accepted");
    row("an address with spaces around", "agent_email", R"(" cas@system23.nl ")", "accepted");
    row("an address without @", "agent_email", R"("cas")", "agent_email invalid_email");
    row("an address without a domain", "agent_email", R"("cas@")", "agent_email invalid_email");
    row("an address with two @", "agent_email", R"("a@b@c.nl")", "agent_email invalid_email");
    row("an empty address", "agent_email", R"("")", "agent_email invalid_email");
    row("an address that is null", "agent_email", "null", "accepted");
    row("an address that is a number", "agent_email", "1", "agent_email wrong_type");
    row("a team that is null", "agent_team_id", "null", "accepted");
    row("a team that is empty", "agent_team_id", R"("")", "agent_team_id empty");
    row("a moment that is a number", "moment", "1765389600", "moment wrong_type");
    row("a moment of an impossible date", "moment", R"("2025-02-30 10:00:00")", "moment invalid_moment");
    row("a moment in words", "moment", R"("tomorrow")", "moment invalid_moment");
    row("an empty contact key is null", "contact_key", R"("")", "accepted");
    row("a contact key that is true", "contact_key", "true", "contact_key wrong_type");
    row("a value as text", "value", R"("10.10")", "accepted");
    row("a value with a comma", "value", R"("10,10")", "value wrong_type");
    row("a value that is no number", "value", R"("abc")", "value wrong_type");
    row("a value that is true", "value", "true", "value wrong_type");
    row("a value that is an object", "value", "{}", "value wrong_type");
    row("an empty value", "value", R"("")", "value empty");
    row("a value that is NaN", "value", R"("NaN")", "value wrong_type");
    row("a value that no double holds", "value", "1e400", "value out_of_range");
    row("a value of 300 digits after the point", "value", "0." + QByteArray(300, '1'), "value too_long");
    row("a value that is null", "value", "null", "accepted");
    row("a negative value", "value", "-5", "accepted");
    for (const char *word : {"true", "1", "\"true\"", "\"On\"", "\"YES\"", "\"1\"", "false", "0", "\"off\"",
                             "\"no\"", "\"0\"", "\"false\"", "null"})
        row(QByteArray("a flag may be ") + word, "value_is_money", word, "accepted");
    for (const char *word : {"2", "\"\"", "\"maybe\"", "{}", "[]", "1.0"})
        row(QByteArray("a flag may not be ") + word, "value_is_money", word, "value_is_money wrong_type");
    row("an unknown field is ignored", "colour", R"({"deep":[1,{"x":null}]})", "accepted");
    row("three decimals are fine when it is no money", "value", "1.125", "accepted");
    row("three decimals of money", "value", R"(1.125,"value_is_money":true)", "value too_many_decimals");
    row("a third decimal of zero is money", "value", R"(1.120,"value_is_money":true)", "accepted");
    row("more money than cents hold", "value", R"(1e30,"value_is_money":true)", "value out_of_range");
}

void tst_readcall::judgesActivityFields()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(verdict(readJson(Endpoint::Activities, activityWith(name, json))), expected);
}

void tst_readcall::judgesSaleFields_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QByteArray &what, const char *name, const QByteArray &json,
                        const QByteArray &expected) {
        QTest::newRow(what.constData()) << QByteArray(name) << json << QString::fromLatin1(expected);
    };
    for (const char *name : {"id", "agent_id", "proposition_id", "sold_at"}) {
        const QByteArray field = name;
        row("a required field is left out: " + field, name, {}, field + " missing");
        row("a required field is null: " + field, name, "null", field + " null");
        row("a required field is empty: " + field, name, "\"\"", field + " empty");
    }
    row("a product's ID as an integer", "proposition_id", "-5", "accepted");
    row("a product's name that is too long", "proposition_name", quoted(u"x"_s.repeated(256)),
        "proposition_name too_long");
    row("a type is no field of a sale", "type", "5", "accepted");
    row("a sale that was cancelled", "cancelled_at", R"("2025-12-11")", "accepted");
    row("a cancellation that is no moment", "cancelled_at", R"("later")", "cancelled_at invalid_moment");
    row("a cancellation that is empty", "cancelled_at", R"("")", "cancelled_at empty");
    row("a retention", "is_retention", "true", "accepted");
    row("a retention in other words", "is_retention", R"("perhaps")", "is_retention wrong_type");
    row("a contract value as text", "contract_value", R"("5254.21")", "accepted");
    row("a contract value with three decimals", "contract_value", "1.001",
        "contract_value too_many_decimals");
    row("a contract value past the cents", "contract_value", "92233720368547758.08",
        "contract_value out_of_range");
    row("the largest contract value", "contract_value", "92233720368547758.07", "accepted");
    row("a contract value that is a list", "contract_value", "[1]", "contract_value wrong_type");
    row("a contract value that is null", "contract_value", "null", "accepted");
    row("energy that is null", "energy_meta", "null", "accepted");
    row("energy without members", "energy_meta", "{}", "accepted");
    row("energy that is a text", "energy_meta", R"("x")", "energy_meta wrong_type");
    row("energy that is a list", "energy_meta", "[]", "energy_meta wrong_type");
    for (const char *name : {"electricity_usage", "electricity_return", "gas_usage"}) {
        const QByteArray member = QByteArray("{\"") + name + "\":";
        const QByteArray field = QByteArray("energy_meta.") + name;
        row("decimals: " + field, "energy_meta", member + "12.5}", "accepted");
        row("a negative number: " + field, "energy_meta", member + "-1}", field + " out_of_range");
        row("a word: " + field, "energy_meta", member + "\"much\"}", field + " wrong_type");
        row("null: " + field, "energy_meta", member + "null}", "accepted");
    }
    const QByteArray count = R"({"connection_count":)";
    row("a count as text", "energy_meta", count + "\"2\"}", "accepted");
    row("half a connection", "energy_meta", count + "1.5}", "energy_meta.connection_count wrong_type");
    row("a negative count", "energy_meta", count + "-1}", "energy_meta.connection_count out_of_range");
    row("a count past 64 bits", "energy_meta", count + "99999999999999999999}",
        "energy_meta.connection_count out_of_range");
}

void tst_readcall::judgesSaleFields()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(verdict(readJson(Endpoint::Sales, saleWith(name, json))), expected);
}

void tst_readcall::namesEveryFaultyFieldAtOnce()
{
    const auto reading = readJson(Endpoint::Activities, R"({"id":"","agent_id":true,"value":"x"})");
    QCOMPARE(verdict(reading),
             u"id empty, agent_id wrong_type, type missing, moment missing, value wrong_type"_s);
    QCOMPARE(
        std::get<Refusal>(reading.result).detail,
        u"5 fields are faulty: id, agent_id, type, moment, value. The errors say what to do about each."_s);
}

void tst_readcall::keepsIdsAsSent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("digits past 64 bits")
        << QByteArray("12345678901234567890123") << u"12345678901234567890123"_s;
    QTest::newRow("a sign") << QByteArray("-5") << u"-5"_s;
    QTest::newRow("spaces around") << QByteArray(R"(" a ")") << u" a "_s;
    QTest::newRow("a composite ID") << QByteArray(R"("deal 1 | won")") << u"deal 1 | won"_s;
    QTest::newRow("escapes") << QByteArray(R"("a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00z")")
                             << u"a\"\\/\b\f\n\r\té😀z"_s;
    QTest::newRow("white space after a number") << QByteArray("12 \n") << u"12"_s;
}

void tst_readcall::keepsIdsAsSent()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(draftOf<ActivityDraft>(readJson(Endpoint::Activities, activityWith("id", json))).id, expected);
}

void tst_readcall::keepsDigitsOfNumbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("trailing zeros stay") << QByteArray(R"("10.10")") << u"10.10"_s;
    QTest::newRow("digits past a double stay")
        << QByteArray("0.12345678901234567890") << u"0.12345678901234567890"_s;
    QTest::newRow("a plus goes") << QByteArray(R"("+5")") << u"5"_s;
    QTest::newRow("leading zeros go") << QByteArray(R"("007")") << u"7"_s;
    QTest::newRow("an exponent stays") << QByteArray("1E+3") << u"1e3"_s;
    QTest::newRow("spaces around go") << QByteArray(R"(" 5 ")") << u"5"_s;
}

void tst_readcall::keepsDigitsOfNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(
        draftOf<ActivityDraft>(readJson(Endpoint::Activities, activityWith("value", json))).value.value(),
        expected);
}

void tst_readcall::tellsLeftOutFromNull()
{
    const auto bare = draftOf<ActivityDraft>(readJson(Endpoint::Activities, activityWith("value", {})));
    QVERIFY(bare.value.isLeftOut() && bare.contactKey.isLeftOut() && bare.agentTeamId.isLeftOut());
    const auto nulls = draftOf<ActivityDraft>(readJson(
        Endpoint::Activities,
        activityWith("value", R"(null,"contact_key":null,"agent_team_id":null,"value_is_money":null)")));
    QVERIFY(nulls.value.isNull() && nulls.contactKey.isNull() && nulls.agentTeamId.isNull());
    QVERIFY(nulls.valueIsMoney.isNull());
}

void tst_readcall::nullEnergyClearsAllMembers()
{
    const auto draft = draftOf<SaleDraft>(readJson(Endpoint::Sales, saleWith("energy_meta", "null")));
    QVERIFY(draft.electricityUsage.isNull() && draft.electricityReturn.isNull() && draft.gasUsage.isNull());
    QVERIFY(draft.connectionCount.isNull());
    const auto part =
        draftOf<SaleDraft>(readJson(Endpoint::Sales, saleWith("energy_meta", R"({"gas_usage":null})")));
    QVERIFY(part.gasUsage.isNull() && part.electricityUsage.isLeftOut());
}

void tst_readcall::warnsOfPersonalData_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("personal");
    QTest::newRow("an e-mail address") << u"cas@system23.nl"_s << true;
    QTest::newRow("a mobile number") << u"0612345678"_s << true;
    QTest::newRow("a mobile number in groups") << u"06-12 34 56 78"_s << true;
    QTest::newRow("an international number") << u"+31 6 12345678"_s << true;
    QTest::newRow("an international number with zeros") << u"0031612345678"_s << true;
    QTest::newRow("an area code in brackets") << u"(020) 123 4567"_s << true;
    QTest::newRow("digits of a key") << u"123456789"_s << false;
    QTest::newRow("a short key") << u"123"_s << false;
    QTest::newRow("a date with a number") << u"2025-001234"_s << false;
    QTest::newRow("a padded key") << u"0000012345"_s << false;
    QTest::newRow("a UUID") << u"0b2c1f0e-1111-4222-8333-123456789012"_s << false;
    QTest::newRow("a handle") << u"@cas"_s << false;
}

void tst_readcall::warnsOfPersonalData()
{
    QFETCH(QString, key);
    QFETCH(bool, personal);
    const auto reading = readJson(Endpoint::Activities, activityWith("contact_key", quoted(key)));
    QCOMPARE(draftOf<ActivityDraft>(reading).contactKey.value(), key);
    QCOMPARE(!reading.warnings.isEmpty(), personal);
    if (personal)
        QCOMPARE(reading.warnings.first().code, u"personal_data"_s);
}

void tst_readcall::warnsOfATeamNameWithoutItsId()
{
    const auto reading = readJson(Endpoint::Activities, activityWith("agent_team_name", R"("Team One")"));
    QCOMPARE(verdict(reading), u"accepted"_s);
    QCOMPARE(reading.warnings.size(), 1);
    QCOMPARE(reading.warnings.first().field, u"agent_team_name"_s);
    QCOMPARE(reading.warnings.first().code, u"ignored"_s);
}

void tst_readcall::fillsTheLogsColumnsOfARefusedCall()
{
    const auto reading =
        readJson(Endpoint::Activities, R"({"id":"1","type":"Sale","agent_id":7,"moment":"2025-13-01"})");
    QCOMPARE(verdict(reading), u"moment invalid_moment"_s);
    QCOMPARE(reading.recordExternalId, u"1"_s);
    QCOMPARE(reading.agentExternalId, u"7"_s);
    QCOMPARE(reading.type, u"Sale"_s);
    QCOMPARE(reading.momentSent, u"2025-13-01"_s);
    QVERIFY(reading.momentRead.isEmpty() && !reading.momentUtc);
}

void tst_readcall::everyDetailIsASentence()
{
    const auto reading =
        readJson(Endpoint::Sales, R"({"id":null,"agent_id":"","agent_email":"x","contract_value":1.001,
        "cancelled_at":"x","is_retention":"x","energy_meta":{"gas_usage":-1,"connection_count":1.5}})");
    for (const auto &note : std::get<Refusal>(reading.result).errors) {
        QVERIFY2(note.detail.startsWith(note.field), qPrintable(note.detail));
        QVERIFY2(note.detail.endsWith(u'.'), qPrintable(note.detail));
    }
}

QTEST_GUILESS_MAIN(tst_readcall)
#include "tst_readcall.moc"
