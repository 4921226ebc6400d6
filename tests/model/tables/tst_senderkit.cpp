// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/senderkit.h"

#include "model/domain/signature.h"
#include "model/intake/intake.h"

#include <QProcess>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestSenderKit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shellCommandsSendWhatIsAccepted_data();
    void shellCommandsSendWhatIsAccepted();
    void everyFormHasWhatASenderNeeds_data();
    void everyFormHasWhatASenderNeeds();
    void saysWhoCannotSign();
    void theTestCallIsAcceptedAndSigned_data();
    void theTestCallIsAcceptedAndSigned();

private:
    static KitRequest request(Endpoint endpoint, bool signing)
    {
        KitRequest one;
        one.endpoint = endpoint;
        one.url = u"http://127.0.0.1:8787/webhooks/p_one/x"_s;
        one.key = u"sdk_key"_s;
        one.signing = signing;
        one.secret = toSecretText(secret());
        one.now = QDateTime::currentDateTimeUtc();
        return one;
    }
    static QByteArray secret() { return QByteArray(32, 's'); }
    /// The value after "-H NAME: ", the body after "--data-binary".
    static QByteArray header(const QList<QByteArray> &arguments, const QByteArray &name)
    {
        for (const auto &one : arguments) {
            if (one.startsWith(name + ": "))
                return one.mid(name.size() + 2);
        }
        return {};
    }
};

void TestSenderKit::shellCommandsSendWhatIsAccepted_data()
{
    QTest::addColumn<KitForm>("form");
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<bool>("signing");
    for (const auto form : {KitForm::Curl, KitForm::Form}) {
        for (const auto endpoint : {Endpoint::Activities, Endpoint::Sales}) {
            for (const bool signing : {false, true})
                QTest::addRow("%s %s%s", qPrintable(nameOf(form)), toText(endpoint).data(),
                              signing ? " signed" : "")
                    << form << endpoint << signing;
        }
    }
}

void TestSenderKit::shellCommandsSendWhatIsAccepted()
{
    QFETCH(KitForm, form);
    QFETCH(Endpoint, endpoint);
    QFETCH(bool, signing);
    // The shell runs it with a curl that prints its arguments, each with a NUL behind it.
    const auto text = u"curl() { printf '%s\\0' \"$@\"; }\n"_s + senderKit(form, request(endpoint, signing));
    QProcess shell;
    shell.start(u"sh"_s, {u"-eu"_s, u"-c"_s, text});
    QVERIFY2(shell.waitForFinished(), qPrintable(shell.errorString()));
    const auto errors = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0 && errors.isEmpty(), errors.constData());
    const auto arguments = shell.readAllStandardOutput().split('\0');
    QVERIFY(arguments.contains("http://127.0.0.1:8787/webhooks/p_one/x"));
    QCOMPARE(header(arguments, "Authorization"), "Bearer sdk_key");
    const auto at = arguments.indexOf("--data-binary");
    QVERIFY(at >= 0);
    const auto &body = arguments.at(at + 1);
    const auto reading = readCall(endpoint, header(arguments, "Content-Type"), body, QTimeZone::utc());
    QVERIFY2(std::holds_alternative<Draft>(reading.result), body.constData());
    QCOMPARE(header(arguments, "webhook-signature").isEmpty(), !signing);
    if (signing) {
        const auto id = header(arguments, "webhook-id");
        const auto timestamp = header(arguments, "webhook-timestamp");
        const auto signature = header(arguments, "webhook-signature");
        const auto verified =
            verifySignature({id, timestamp, signature, body}, secret(), QDateTime::currentMSecsSinceEpoch());
        QVERIFY2(verified.ok(), verified.ok() ? "" : qPrintable(verified.error().detail));
    }
}

void TestSenderKit::everyFormHasWhatASenderNeeds_data()
{
    QTest::addColumn<KitForm>("form");
    for (int form = 0; form < static_cast<int>(KitForm::Count); ++form)
        QTest::addRow("%s", qPrintable(nameOf(static_cast<KitForm>(form)))) << static_cast<KitForm>(form);
}

void TestSenderKit::everyFormHasWhatASenderNeeds()
{
    QFETCH(KitForm, form);
    for (const auto endpoint : {Endpoint::Activities, Endpoint::Sales}) {
        const auto text = senderKit(form, request(endpoint, false));
        for (const auto &part : {u"http://127.0.0.1:8787/webhooks/p_one/x"_s, u"Bearer sdk_key"_s,
                                 u"agent_id"_s, u"agent_name"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        QCOMPARE(text.contains(u"proposition_id"_s), endpoint == Endpoint::Sales);
        QVERIFY(!text.contains(u"signature"_s));
    }
}

void TestSenderKit::saysWhoCannotSign()
{
    for (const auto form : {KitForm::Zapier, KitForm::Make})
        QVERIFY(senderKit(form, request(Endpoint::Activities, true)).contains(u"cannot sign"_s));
    QVERIFY(
        senderKit(KitForm::PowerShell, request(Endpoint::Activities, true)).contains(toSecretText(secret())));
}

void TestSenderKit::theTestCallIsAcceptedAndSigned_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::newRow("an activity") << Endpoint::Activities;
    QTest::newRow("a sale") << Endpoint::Sales;
}

void TestSenderKit::theTestCallIsAcceptedAndSigned()
{
    QFETCH(Endpoint, endpoint);
    Provider provider;
    provider.publicId = u"p_one"_s;
    const auto now = QDateTime::currentDateTimeUtc();
    const auto call = testCall(provider, endpoint, u"sdk_key"_s, secret(), now);
    QCOMPARE(call.path, "/webhooks/p_one/" + QByteArray(toText(endpoint).data()));
    QVERIFY(std::holds_alternative<Draft>(
        readCall(endpoint, "application/json", call.body, QTimeZone::utc()).result));
    const auto value = [&call](const char *name) {
        for (const auto &[key, text] : call.headers) {
            if (key == name)
                return text;
        }
        return QByteArray();
    };
    QVERIFY(verifySignature(
                {value("webhook-id"), value("webhook-timestamp"), value("webhook-signature"), call.body},
                secret(), now.toMSecsSinceEpoch())
                .ok());
    QVERIFY(testCall(provider, endpoint, u"sdk_key"_s, {}, now).headers.size() == 2);
}

QTEST_GUILESS_MAIN(TestSenderKit)
#include "tst_senderkit.moc"
