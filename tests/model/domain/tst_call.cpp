// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/call.h"

#include <QSet>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_call : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyReasonHasItsWord();
    void mapsReasonsToStatus_data();
    void mapsReasonsToStatus();
    void refusesOtherWords();
};

void tst_call::everyReasonHasItsWord()
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(CallReason::Internal); ++i) {
        const auto reason = static_cast<CallReason>(i);
        const QString word = toText(reason);
        QVERIFY(!word.isEmpty() && !words.contains(word));
        words.insert(word);
        QVERIFY(callReasonFromText(word) == reason);
        QVERIFY(!toPhrase(reason).isEmpty());
    }
}

void tst_call::mapsReasonsToStatus_data()
{
    QTest::addColumn<CallReason>("reason");
    QTest::addColumn<int>("status");
    const auto row = [](CallReason reason, int status) {
        QTest::newRow(toText(reason).data()) << reason << status;
    };
    row(CallReason::Created, 201);
    row(CallReason::Updated, 200);
    row(CallReason::BadJson, 400);
    row(CallReason::NotUtf8, 400);
    row(CallReason::KeyRevoked, 401);
    row(CallReason::KeyOfOtherProvider, 403);
    row(CallReason::FeatureOff, 404);
    row(CallReason::MethodNotAllowed, 405);
    row(CallReason::MediaType, 415);
    row(CallReason::FieldsInvalid, 422);
    row(CallReason::NotRecognised, 422);
    row(CallReason::RateLimited, 429);
    row(CallReason::HeadTooLarge, 431);
    row(CallReason::StorageFull, 503);
    row(CallReason::ShuttingDown, 503);
}

void tst_call::mapsReasonsToStatus()
{
    QFETCH(CallReason, reason);
    QFETCH(int, status);
    QCOMPARE(httpStatus(reason), status);
}

void tst_call::refusesOtherWords()
{
    QVERIFY(!callReasonFromText(u"Created"));
    QVERIFY(!callReasonFromText(u""));
}

QTEST_GUILESS_MAIN(tst_call)
#include "tst_call.moc"
