// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrows.h"
#include "model/store/callindex.h"
#include "model/store/callsearch.h"
#include "model/store/retention.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// What is in a list of the log, with and without the index of bodies.
class TestCallSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<CallRows>();
        m_search = std::make_unique<CallSearch>(m->db());
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<int>>("found"); // in the order of fill(), newest first
        QTest::newRow("nothing: all, newest first") << u""_s << QList{5, 4, 3, 2, 1};
        QTest::newRow("a status") << u"status:422"_s << QList{3};
        QTest::newRow("a class of statuses") << u"status:4xx"_s << QList{4, 3};
        QTest::newRow("a list of statuses") << u"status:201,4XX"_s << QList{5, 4, 3, 1};
        QTest::newRow("not a class") << u"-status:4xx"_s << QList{5, 2, 1};
        QTest::newRow("not one of a list") << u"-status:422,201"_s << QList{4, 2};
        QTest::newRow("a provider by name") << u"provider:\"zapier WEBHOOKS\""_s << QList{3, 2, 1};
        QTest::newRow("a provider by public ID") << u"provider:p_make"_s << QList{5, 4};
        QTest::newRow("a provider that is not there") << u"provider:nobody"_s << QList<int>{};
        QTest::newRow("not a provider") << u"-provider:make"_s << QList{3, 2, 1};
        QTest::newRow("an endpoint") << u"endpoint:sales"_s << QList{5, 2};
        QTest::newRow("a type in any case") << u"type:demo"_s << QList{1};
        QTest::newRow("an agent") << u"agent:77"_s << QList{2, 1};
        QTest::newRow("a record, whole") << u"record:\"deal 1\""_s << QList{1};
        QTest::newRow("two records") << u"record:\"deal 1\",\"deal 12\""_s << QList{2, 1};
        QTest::newRow("a reason") << u"reason:key_revoked"_s << QList{4};
        QTest::newRow("since a time ago") << u"since:1h"_s << QList{5, 4, 3};
        QTest::newRow("until a time ago") << u"until:1h"_s << QList{2, 1};
        QTest::newRow("not since") << u"-since:1h"_s << QList{2, 1};
        QTest::newRow("text in a body") << u"body:NEEDLE"_s << QList{5, 1};
        QTest::newRow("not in a body") << u"-body:needle"_s << QList{4, 3, 2};
        QTest::newRow("wildcards in a body are characters") << u"body:%"_s << QList{5};
        QTest::newRow("a bare word in a record") << u"deal"_s << QList{2, 1};
        QTest::newRow("a bare word in a detail") << u"recognised"_s << QList{3};
        QTest::newRow("several terms") << u"provider:make -status:4xx"_s << QList{5};
        QTest::newRow("a quotation mark harms nothing") << u"body:'"_s << QList<int>{};
    }
    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QList<int>, found);
        fill();
        const auto query = queryFor(filter);
        // Nothing is indexed, then two calls are, then all: it makes no difference to what is found.
        for (const qint64 indexed : {0, 2, 5}) {
            index(indexed);
            QCOMPARE(numbers(query, 100), found);
            QCOMPARE(counted(query), found.size());
            const auto pieces = m_search->find(query, {2, 4});
            QVERIFY2(pieces.ok(), pieces ? "" : qPrintable(pieces.error().detail));
            QList<int> inside;
            std::copy_if(found.cbegin(), found.cend(), std::back_inserter(inside),
                         [](int id) { return id >= 2 && id <= 4; });
            QCOMPARE(pieces->size(), inside.size());
        }
    }

    void pagesMeetEveryCallOnce()
    {
        for (int i = 0; i < 25; ++i)
            m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, {}});
        QList<qint64> ids;
        std::optional<CallId> last;
        for (auto page = m_search->page({}, 4); !page->isEmpty(); page = m_search->page({}, 4, last)) {
            for (const auto &row : *page)
                ids.append(row.id.value);
            last = page->last().id;
        }
        QCOMPARE(ids.size(), 25);
        QVERIFY(std::is_sorted(ids.crbegin(), ids.crend()));
        const CallQuery other{.filter = {}, .provider = m->provider(u"Zapier webhooks"_s)};
        QCOMPARE(m_search->page(other, 4)->size(), 0);
    }

    void aPageOfABigLogIsReadInItsOrder()
    {
        // A sort would read all that matches before the first row is shown, as counting does: a page must
        // take far less than a count.
        m->fixture().change(
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
            "INSERT INTO call (received_at, provider_id, endpoint, status, reason, "
            "record_external_id, duration_us, body_size) SELECT i, 1 + i % 2, 0, "
            "iif(i % 7 = 0, 422, 201), 'created', 'deal ' || i, 1, 1 FROM n"_s);
        for (const auto &filter : {u""_s, u"provider:make"_s, u"status:4xx"_s, u"status:422"_s, u"deal"_s}) {
            for (const bool ofOneProvider : {false, true}) {
                auto query = queryFor(filter);
                if (ofOneProvider)
                    query.provider = m->provider(u"make"_s);
                QCOMPARE(m_search->page(query, 50)->size(), 50);
                QElapsedTimer timer;
                timer.start();
                QVERIFY(m_search->page(query, 50));
                const auto page = timer.nsecsElapsed();
                timer.restart();
                QVERIFY(counted(query) > 0);
                const auto count = timer.nsecsElapsed();
                QVERIFY2(page * 2 < count,
                         qPrintable(u"\"%1\": a page took %2 us, a count %3 us"_s.arg(filter)
                                        .arg(page / 1000)
                                        .arg(count / 1000)));
            }
        }
    }

    void aTimeNarrowsTheRange()
    {
        QVERIFY(m_search->range({})->isEmpty());
        QVERIFY(m_search->all()->isEmpty());
        for (int hour = 0; hour < 48; ++hour)
            add(CallReason::Created, {}, CallRows::Now - (48 - hour) * 3'600'000LL);
        QCOMPARE(*m_search->range({}), (CallRange{1, 48}));
        // Ten minutes to either side, in which there is no other call here.
        QCOMPARE(*m_search->range(queryFor(u"since:10h"_s)), (CallRange{39, 48}));
        QCOMPARE(*m_search->range(queryFor(u"until:10h"_s)), (CallRange{1, 39}));
        QCOMPARE(*m_search->range(queryFor(u"since:20h until:10h"_s)), (CallRange{29, 39}));
        QCOMPARE(*m_search->range(queryFor(u"-since:10h"_s)), (CallRange{1, 48}));
        QVERIFY(m_search->range(queryFor(u"since:30m"_s))->isEmpty());
        QCOMPARE(numbers(queryFor(u"since:3h"_s), 10), (QList{48, 47, 46}));
    }

    void aCallThatWasNumberedLateIsFoundByItsTime()
    {
        add(CallReason::Created, {}, CallRows::Now - 3'600'000 + 1000);
        add(CallReason::Created, {}, CallRows::Now - 3'600'000 - 2000); // its body took longer
        add(CallReason::Created, {}, CallRows::Now - 3'600'000 + 1000);
        QCOMPARE(numbers(queryFor(u"since:1h"_s), 10), (QList{3, 1}));
        QCOMPARE(numbers(queryFor(u"until:1h"_s), 10), (QList{2}));
    }

    void whetherNumbersAreMissing()
    {
        for (int i = 0; i < 4; ++i)
            add(CallReason::Created);
        QVERIFY(*m_search->isWhole({1, 4}));
        QVERIFY(*m_search->isWhole({1, 0}));
        m->fixture().change(u"DELETE FROM call WHERE id = 2"_s);
        QVERIFY(!*m_search->isWhole({1, 4}));
        QVERIFY(*m_search->isWhole({3, 4}));
    }

    void refusalsOfOneCauseAreAlike()
    {
        add(CallReason::NotRecognised, u"agent_id 77 is not known."_s);
        add(CallReason::NotRecognised, u"agent_id 77 is not known."_s);
        add(CallReason::NotRecognised, u"agent_id 78 is not known."_s);
        add(CallReason::Created);
        const auto found = m_search->find({}, {1, 4}, true);
        QVERIFY(found->at(0).cause.isEmpty());
        QVERIFY(found->at(1).cause != found->at(2).cause);
        QCOMPARE(found->at(2).cause, found->at(3).cause);
        QVERIFY(!found->at(3).cause.isEmpty());
        QVERIFY(m_search->find({}, {1, 4})->at(3).cause.isEmpty());
        QCOMPARE(m_search->find({}, {1, 4}, true, 3)->size(), 3);
    }

    void countsByStretchesOfTime()
    {
        add(CallReason::Created, {}, 60'000);
        add(CallReason::KeyRevoked, {}, 119'999);
        add(CallReason::Updated, {}, 120'000);
        add(CallReason::StorageFull, {}, 120'001);
        index(2);
        auto counts = *m_search->count({}, {1, 4}, 60'000);
        std::sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
        QCOMPARE(counts, (QList<CallCount>{{60'000, 1, 1, 0}, {120'000, 1, 0, 1}}));
        QCOMPARE(m_search->count(queryFor(u"status:4xx"_s), {1, 3}, 60'000)->first(),
                 (CallCount{60'000, 0, 1, 0}));
        QCOMPARE(*m_search->times({1, 3}), std::pair(qint64(60'000), qint64(120'000)));
    }

    void theCallsOfARecord()
    {
        for (const auto record : {7, 8, 7, 7})
            m->fixture().change(u"UPDATE call SET record_id = ? WHERE id = ?"_s,
                                {record, add(CallReason::Updated).value});
        const CallQuery query{
            .filter = {}, .provider = {}, .record = std::pair(Endpoint::Sales, RecordId{7})};
        for (const qint64 indexed : {0, 2, 4}) {
            index(indexed);
            QCOMPARE(numbers(query, 10), (QList{4, 3, 1}));
        }
        const CallQuery other{
            .filter = {}, .provider = {}, .record = std::pair(Endpoint::Activities, RecordId{7})};
        QCOMPARE(numbers(other, 10), QList<int>{});
    }

    void theIndexIsBuiltInSlices()
    {
        QVERIFY(m->db().begin()); // not a commit for each
        for (int i = 0; i < 1200; ++i)
            add(CallReason::Created);
        QVERIFY(*indexSlice(m->db()));
        const auto first = indexedTo(m->db())->value;
        QVERIFY(first > 0 && first < 1200);
        while (*indexSlice(m->db())) {
        }
        QCOMPARE(indexedTo(m->db())->value, 1200);
        // A large body ends its slice.
        const QByteArray large(300 * 1024, 'x');
        m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, large});
        add(CallReason::Created);
        QVERIFY(*indexSlice(m->db()));
        QCOMPARE(indexedTo(m->db())->value, 1201);
        QVERIFY(m->db().commit());
    }

    void prunedCallsLeaveTheIndex()
    {
        fill();
        m->fixture().change(u"UPDATE call SET record_id = id"_s);
        index(5);
        QCOMPARE(
            m->fixture().dump(u"SELECT COUNT(*) FROM call_search WHERE call_search MATCH '\"nee\"'"_s, 1),
            u"2|\n"_s);
        QCOMPARE(m->fixture().dump(u"SELECT COUNT(*) FROM record_call"_s, 1), u"5|\n"_s);
        m->fixture().clock = CallRows::Now + 91LL * 86'400'000; // one day over the 90
        const Settings settings;
        QCOMPARE(*pruneSlice(m->db(), settings), 5);
        QCOMPARE(
            m->fixture().dump(u"SELECT COUNT(*) FROM call_search WHERE call_search MATCH '\"nee\"'"_s, 1),
            u"0|\n"_s);
        QCOMPARE(m->fixture().dump(u"SELECT COUNT(*) FROM record_call"_s, 1), u"0|\n"_s);
    }

    void whatWasForgottenGivesItsSpaceBack()
    {
        QRandomGenerator random(1);
        const auto body = [&random] {
            QByteArray text;
            for (int i = 0; i < 100; ++i)
                text += QByteArray::number(random.generate(), 36) + ' ';
            return text;
        };
        const auto size = [this] {
            return m->fixture()
                .dump(u"SELECT SUM(LENGTH(block)) FROM call_search_data"_s, 1)
                .chopped(2)
                .toLongLong();
        };
        const auto addSome = [&](int count, qint64 receivedAt) {
            for (int i = 0; i < count; ++i)
                m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, body(), receivedAt});
        };
        QVERIFY(m->db().begin());
        const qint64 old = CallRows::Now - 100LL * 86'400'000;
        addSome(20, old - 1);
        addSome(480, old);
        addSome(99, CallRows::Now);
        m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, "a needle " + body()});
        index(600);
        while (*mergeIndexSlice(m->db())) {
        }
        const auto full = size();
        // Not for a few of them.
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"0"_s);
        QVERIFY(!removeFromIndex(m->db(), {CallId{1}, CallId{2}, CallId{3}}));
        m->fixture().change(u"DELETE FROM call WHERE id <= 3"_s);
        QVERIFY(!*mergeIndexSlice(m->db()));
        QVERIFY(*bytesToMerge(m->db()) > 0);
        settings.set(Setting::LogRetentionDays, u"90"_s);
        while (*pruneSlice(m->db(), settings) > 0) {
        }
        QCOMPARE(m->fixture().dump(u"SELECT COUNT(*) FROM call"_s, 1), u"100|\n"_s);
        QVERIFY(size() > full);
        // Slices of it, between which calls come.
        QVERIFY(*mergeIndexSlice(m->db()));
        addSome(1, CallRows::Now);
        index(601);
        int slices = 1;
        while (*mergeIndexSlice(m->db()))
            ++slices;
        QVERIFY2(size() < full / 4, qPrintable(QString::number(size())));
        QVERIFY(slices > 1);
        QCOMPARE(*bytesToMerge(m->db()), 0);
        QVERIFY(!*mergeIndexSlice(m->db()));
        QCOMPARE(numbers(queryFor(u"body:needle"_s), 10), QList<int>{600});
        // And all of it.
        m->fixture().clock = CallRows::Now + 91LL * 86'400'000;
        while (*pruneSlice(m->db(), settings) > 0) {
        }
        while (*mergeIndexSlice(m->db())) {
        }
        QVERIFY2(size() < 100, qPrintable(QString::number(size())));
        addSome(1, CallRows::Now);
        m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, "a needle " + body()});
        index(603);
        QCOMPARE(numbers(queryFor(u"body:needle"_s), 10), QList<int>{603});
        QVERIFY(m->db().commit());
    }

    void trigrams_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::newRow("too short") << u"ab"_s << QString();
        QTest::newRow("three") << u"abc"_s << u"\"abc\""_s;
        QTest::newRow("four") << u"abcd"_s << u"\"abc\" AND \"bcd\""_s;
        QTest::newRow("each once") << u"aaaaa"_s << u"\"aaa\""_s;
        QTest::newRow("a quotation mark") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("beyond the BMP")
            << u"\U0001F600\U0001F600ab"_s << u"\"\U0001F600\U0001F600a\" AND \"\U0001F600ab\""_s;
    }
    void trigrams()
    {
        QFETCH(QString, text);
        QTEST(trigramQuery(text), "query");
    }

    void aTextIsFoundByTheIndex_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("in another case") << u"NEEDLE"_s << true;
        QTest::newRow("its trigrams elsewhere") << u"dleneed"_s << false;
        QTest::newRow("with quotation marks") << u"\"a\""_s << true;
        QTest::newRow("with an accent") << u"Yılmaz"_s << true;
        QTest::newRow("with an asterisk") << u"needle*"_s << false;
        QTest::newRow("two characters") << u"dl"_s << true;
        QTest::newRow("not there") << u"haystack"_s << false;
    }
    void aTextIsFoundByTheIndex()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        m->add({u"make"_s,
                Endpoint::Sales,
                CallReason::Created,
                {},
                {},
                {},
                {},
                "{\"a\": \"needle dlene Yılmaz\"}"});
        CallQuery query;
        query.filter.terms.append({CallFilter::Field::Body, false, {text}, {}});
        for (const qint64 indexed : {0, 1}) {
            index(indexed);
            QCOMPARE(!numbers(query, 1).isEmpty(), found);
        }
    }

private:
    CallId add(CallReason reason, const QString &detail = {}, qint64 receivedAt = CallRows::Now)
    {
        return m->add({u"make"_s, Endpoint::Sales, reason, {}, {}, {}, detail, "body", receivedAt});
    }
    /// Builds the index up to and with `last`.
    void index(qint64 last)
    {
        while (indexedTo(m->db())->value < last)
            QVERIFY(*indexSlice(m->db(), static_cast<int>(last - indexedTo(m->db())->value)));
    }
    void fill()
    {
        const auto zapier = u"Zapier webhooks"_s;
        const qint64 old = CallRows::Now - 7'200'000;
        m->add({zapier,
                Endpoint::Activities,
                CallReason::Created,
                u"deal 1"_s,
                u"77"_s,
                u"Demo"_s,
                {},
                "a needle here",
                old});
        m->add({zapier, Endpoint::Sales, CallReason::Updated, u"deal 12"_s, u"77"_s, {}, {}, "hay", old});
        m->add({zapier, Endpoint::Activities, CallReason::NotRecognised, u"x"_s, u"8"_s, u"Sale"_s,
                u"agent_id \"8\" is not recognised."_s, "hay"});
        m->add({u"make"_s, Endpoint::Activities, CallReason::KeyRevoked, {}, {}, {}, {}, ""});
        m->add({u"make"_s, Endpoint::Sales, CallReason::Created, u"y"_s, u"9"_s, {}, {}, "100% Needle"});
    }
    [[nodiscard]] QList<int> numbers(const CallQuery &query, int limit)
    {
        const auto page = m_search->page(query, limit);
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        QList<int> ids;
        for (const auto &row : *page)
            ids.append(static_cast<int>(row.id.value));
        return ids;
    }
    [[nodiscard]] qint64 counted(const CallQuery &query)
    {
        const auto counts = m_search->count(query, *m_search->all(), 60'000);
        if (!counts)
            qFatal("%s", qPrintable(counts.error().detail));
        return std::accumulate(
            counts->cbegin(), counts->cend(), qint64(0),
            [](qint64 sum, const CallCount &one) { return sum + one.accepted + one.refused + one.failed; });
    }
    static CallQuery queryFor(const QString &text)
    {
        const auto filter = readCallFilter(text, CallRows::Now, QTimeZone::utc());
        if (std::holds_alternative<FilterError>(filter))
            qFatal("%s", qPrintable(std::get<FilterError>(filter).detail));
        CallQuery query;
        query.filter = std::get<CallFilter>(filter);
        return query;
    }

    std::unique_ptr<CallRows> m;
    std::unique_ptr<CallSearch> m_search;
};

QTEST_GUILESS_MAIN(TestCallSearch)
#include "tst_callsearch.moc"
