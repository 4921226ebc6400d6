// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkingfixture.h"
#include "model/store/callstore.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

constexpr qint64 now = 1'700'000'000'000;

struct Call {
    QString provider;
    Endpoint endpoint = Endpoint::Activities;
    CallReason reason = CallReason::Created;
    QString record;
    QString agent;
    QString type;
    QString detail;
    QByteArray body;
    qint64 receivedAt = now;
};

} // namespace

class TestCallStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LinkingFixture>();
        m_store = std::make_unique<CallStore>(m_fixture->db());
        m_providers = {{u"Zapier webhooks"_s, m_fixture->provider(u"Zapier webhooks"_s)},
                       {u"make"_s, m_fixture->provider(u"make"_s)}};
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
        QList<int> ids;
        const auto page = m_store->page(query);
        QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().detail));
        for (const auto &row : *page)
            ids.append(static_cast<int>(row.id.value));
        QCOMPARE(ids, found);
        QCOMPARE(*m_store->count(query), found.size());
    }

    void pagesMeetEveryCallOnce()
    {
        for (int i = 0; i < 25; ++i)
            add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, {}});
        CallQuery query;
        query.limit = 4;
        QList<qint64> ids;
        for (auto page = m_store->page(query); !page->isEmpty(); page = m_store->page(query)) {
            for (const auto &row : *page)
                ids.append(row.id.value);
            query.olderThan = page->last().id;
        }
        QCOMPARE(ids.size(), 25);
        QVERIFY(std::is_sorted(ids.crbegin(), ids.crend()));
        query.olderThan.reset();
        query.newerThan = CallId{22};
        QCOMPARE(m_store->page(query)->size(), 3);
        QCOMPARE(*m_store->count(query), 3);
        query.provider = m_providers[u"Zapier webhooks"_s];
        QCOMPARE(m_store->page(query)->size(), 0);
    }

    void aPageOfABigLogIsReadInItsOrder()
    {
        // A sort would read all that matches before the first row is shown, as counting does: a page must
        // take far less than a count.
        m_fixture->change(
            u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) "
            "INSERT INTO call (received_at, provider_id, endpoint, status, reason, "
            "record_external_id, duration_us, body_size) SELECT i, 1 + i % 2, 0, "
            "iif(i % 7 = 0, 422, 201), 'created', 'deal ' || i, 1, 1 FROM n"_s);
        for (const auto &filter : {u""_s, u"provider:make"_s, u"status:4xx"_s, u"status:422"_s, u"deal"_s}) {
            for (const bool ofOneProvider : {false, true}) {
                auto query = queryFor(filter);
                query.limit = 50;
                if (ofOneProvider)
                    query.provider = m_providers[u"make"_s];
                QCOMPARE(m_store->page(query)->size(), 50);
                QElapsedTimer timer;
                timer.start();
                QVERIFY(m_store->page(query));
                const auto page = timer.nsecsElapsed();
                timer.restart();
                QVERIFY(m_store->count(query));
                const auto count = timer.nsecsElapsed();
                QVERIFY2(page * 2 < count,
                         qPrintable(u"\"%1\": a page took %2 us, a count %3 us"_s.arg(filter)
                                        .arg(page / 1000)
                                        .arg(count / 1000)));
            }
        }
    }

    void detailsAreWhole()
    {
        const auto id = add({u"make"_s,
                             Endpoint::Sales,
                             CallReason::FieldsInvalid,
                             u"s1"_s,
                             u"77"_s,
                             {},
                             u"sold_at is missing."_s,
                             "{\"id\":\"s1\"}"});
        const auto key = m_fixture->insert(u"INSERT INTO api_key (provider_id, label, hint, sha256, sealed, "
                                           "created_at) VALUES (1, 'main', 'h', x'01', x'02', 1)"_s,
                                           {});
        m_fixture->change(
            uR"(UPDATE call_content SET headers = CAST('Host: x' || char(13, 10) || 'X-A: b: c' || char(13, 10) ||
                    'X-Empty: ' || char(13, 10) AS BLOB),
                notes = '{"errors":[{"field":"sold_at","code":"missing","detail":"Send it."}],"warnings":[]}',
                changes = '[{"field":"name","before":null,"after":"x"},{"field":"n","before":"1","after":null}]',
                identities = '[3,4]', moment_sent = 'a', moment_read = 'b', moment_utc = 9)"_s);
        m_fixture->change(u"UPDATE call SET key_id = ?, record_id = 12, replay_of = 13"_s, {key});
        const auto details = m_store->details(id);
        QVERIFY(details);
        QCOMPARE(details->row, m_store->page({})->first());
        QCOMPARE(details->row.reason, CallReason::FieldsInvalid);
        QCOMPARE(details->row.detail, u"sold_at is missing."_s);
        QCOMPARE(details->row.providerName, u"make"_s);
        QCOMPARE(details->keyLabel, u"main"_s);
        QCOMPARE(details->method, "POST");
        QCOMPARE(details->headers, (HeaderList{{"Host", "x"}, {"X-A", "b: c"}, {"X-Empty", ""}}));
        QCOMPARE(details->body, "{\"id\":\"s1\"}");
        QVERIFY(!details->bodyTruncated);
        QCOMPARE(details->errors, (QList<FieldNote>{{u"sold_at"_s, u"missing"_s, u"Send it."_s}}));
        QVERIFY(details->warnings.isEmpty());
        QCOMPARE(details->changes, (QList<FieldChange>{{u"name"_s, {}, u"x"_s}, {u"n"_s, u"1"_s, {}}}));
        QCOMPARE(details->identities, (QList<IdentityId>{{3}, {4}}));
        QCOMPARE(details->momentUtc, std::optional<qint64>(9));
        QCOMPARE(details->record, std::optional(RecordId{12}));
        QCOMPARE(details->replayOf, std::optional(CallId{13}));
        QCOMPARE(m_store->details({999}).error().code, ErrorCode::NotFound);
    }

    void whatIsNotThereStaysAway()
    {
        const auto details =
            m_store->details(add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, {}}));
        QVERIFY(details->keyLabel.isEmpty());
        QVERIFY(details->headers.isEmpty());
        QVERIFY(details->errors.isEmpty() && details->changes.isEmpty() && details->identities.isEmpty());
        QVERIFY(!details->record && !details->replayOf && !details->momentUtc);
    }

    void replayTakesTheCallAsItCame()
    {
        const auto id =
            add({u"make"_s, Endpoint::Sales, CallReason::Updated, u"s1"_s, {}, {}, {}, "{\"id\":\"s1\"}"});
        const auto call = m_store->forReplay(id);
        QVERIFY(call);
        QCOMPARE(call->provider, m_providers[u"make"_s]);
        QCOMPARE(call->endpoint, Endpoint::Sales);
        QCOMPARE(call->contentType, "application/json");
        QCOMPARE(call->body, "{\"id\":\"s1\"}");
        m_fixture->change(u"UPDATE call SET body_size = 99999"_s);
        QCOMPARE(m_store->forReplay(id).error().code, ErrorCode::Conflict);
        QVERIFY(m_store->details(id)->bodyTruncated);
        QCOMPARE(m_store->forReplay({999}).error().code, ErrorCode::NotFound);
    }

    void unloggedCalls()
    {
        QVERIFY(m_store->unlogged()->isEmpty());
        m_fixture->change(u"INSERT INTO unlogged (reason, count) VALUES ('provider_unknown', 3)"_s);
        QCOMPARE(m_store->unlogged()->first(), std::pair(u"provider_unknown"_s, qint64(3)));
    }

private:
    CallId add(const Call &call)
    {
        const auto id = m_fixture->insert(
            u"INSERT INTO call (received_at, provider_id, endpoint, status, reason, detail, "
            u"record_external_id, "
            "agent_external_id, type, duration_us, body_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)"_s,
            {call.receivedAt, m_providers[call.provider].value, static_cast<int>(call.endpoint),
             httpStatus(call.reason), QString(toText(call.reason)), call.detail, call.record, call.agent,
             call.type, call.body.size()});
        m_fixture->insert(
            u"INSERT INTO call_content (call_id, method, path, peer, content_type, headers, body, "
            "answer) VALUES (?, 'POST', '/x', '::1', 'application/json', x'', ?, x'')"_s,
            {id, call.body});
        return {id};
    }
    void fill()
    {
        const auto zapier = u"Zapier webhooks"_s;
        const qint64 old = now - 7'200'000;
        add({zapier,
             Endpoint::Activities,
             CallReason::Created,
             u"deal 1"_s,
             u"77"_s,
             u"Demo"_s,
             {},
             "a needle here",
             old});
        add({zapier, Endpoint::Sales, CallReason::Updated, u"deal 12"_s, u"77"_s, {}, {}, "hay", old});
        add({zapier, Endpoint::Activities, CallReason::NotRecognised, u"x"_s, u"8"_s, u"Sale"_s,
             u"agent_id \"8\" is not recognised."_s, "hay"});
        add({u"make"_s, Endpoint::Activities, CallReason::KeyRevoked, {}, {}, {}, {}, ""});
        add({u"make"_s, Endpoint::Sales, CallReason::Created, u"y"_s, u"9"_s, {}, {}, "100% Needle"});
    }
    static CallQuery queryFor(const QString &text)
    {
        const auto filter = readCallFilter(text, now, QTimeZone::utc());
        if (std::holds_alternative<FilterError>(filter))
            qFatal("%s", qPrintable(std::get<FilterError>(filter).detail));
        CallQuery query;
        query.filter = std::get<CallFilter>(filter);
        return query;
    }

    std::unique_ptr<LinkingFixture> m_fixture;
    std::unique_ptr<CallStore> m_store;
    QHash<QString, ProviderId> m_providers;
};

QTEST_GUILESS_MAIN(TestCallStore)
#include "tst_callstore.moc"
