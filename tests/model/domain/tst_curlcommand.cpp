// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/curlcommand.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCurlCommand final : public QObject
{
    Q_OBJECT

    static CallDetails call()
    {
        CallDetails call;
        call.method = "POST";
        call.path = "/webhooks/p_1/activities";
        call.headers = {{"Host", "desk:8787"},           {"Content-Type", "application/json"},
                        {"Authorization", "Bearer ***"}, {"Content-Length", "11"},
                        {"webhook-id", "msg_1"},         {"Webhook-Signature", "***"}};
        call.body = "{\"id\":\"it's\\n\"}";
        return call;
    }

private Q_SLOTS:
    void keepsWhatASenderSaysAndLeavesOutTheRest()
    {
        QCOMPARE(curlCommand(call(), u"http://127.0.0.1:8787"_s),
                 u"curl -X 'POST' 'http://127.0.0.1:8787/webhooks/p_1/activities' \\\n"
                 "  -H 'Authorization: Bearer YOUR_KEY' \\\n"
                 "  -H 'Content-Type: application/json' \\\n"
                 "  -H 'webhook-id: msg_1' \\\n"
                 "  --data-raw '{\"id\":\"it'\\''s\\n\"}'"_s);
    }

    void hasTheKeyOnlyWhenItIsGiven()
    {
        QVERIFY(!curlCommand(call(), {}).contains(u"***"_s));
        QVERIFY(curlCommand(call(), {}, u"whk_1"_s).contains(u"-H 'Authorization: Bearer whk_1'"_s));
        auto empty = call();
        empty.body.clear();
        QVERIFY(!curlCommand(empty, {}).contains(u"--data-raw"_s));
    }

    /// A shell takes nothing of a foreign text for a command.
    void aShellReadsOneWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotation marks") << u"it's \"so\""_s;
        QTest::newRow("a command") << u"$(touch x) `id` ; & | > y"_s;
        QTest::newRow("lines") << u"a\nb\\\nc"_s;
        QTest::newRow("only marks") << u"''''"_s;
    }
    void aShellReadsOneWord()
    {
        QFETCH(QString, text);
        QProcess shell;
        shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf %s "_s + shellQuoted(text)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
    }
};

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
