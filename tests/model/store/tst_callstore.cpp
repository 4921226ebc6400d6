// SPDX-License-Identifier: GPL-3.0-or-later
#include "callrows.h"
#include "model/store/callsearch.h"
#include "model/store/callstore.h"

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<CallRows>();
        m_store = std::make_unique<CallStore>(m->db());
    }

    void detailsAreWhole()
    {
        const auto id = m->add({u"make"_s,
                                Endpoint::Sales,
                                CallReason::FieldsInvalid,
                                u"s1"_s,
                                u"77"_s,
                                {},
                                u"sold_at is missing."_s,
                                "{\"id\":\"s1\"}"});
        const auto key =
            m->fixture().insert(u"INSERT INTO api_key (provider_id, label, hint, sha256, sealed, "
                                "created_at) VALUES (1, 'main', 'h', x'01', x'02', 1)"_s,
                                {});
        m->fixture().change(
            uR"(UPDATE call_content SET headers = CAST('Host: x' || char(13, 10) || 'X-A: b: c' || char(13, 10) ||
                    'X-Empty: ' || char(13, 10) AS BLOB),
                notes = '{"errors":[{"field":"sold_at","code":"missing","detail":"Send it."}],"warnings":[]}',
                changes = '[{"field":"name","before":null,"after":"x"},{"field":"n","before":"1","after":null}]',
                identities = '[3,4]', moment_sent = 'a', moment_read = 'b', moment_utc = 9)"_s);
        m->fixture().change(u"UPDATE call SET key_id = ?, record_id = 12, replay_of = 13"_s, {key});
        const auto details = m_store->details(id);
        QVERIFY(details);
        QCOMPARE(details->row, *CallSearch(m->db()).page({}, 1)->constBegin());
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
        QCOMPARE(m_store->details(CallId{999}).error().code, ErrorCode::NotFound);
    }

    void whatIsNotThereStaysAway()
    {
        const auto details =
            m_store->details(m->add({u"make"_s, Endpoint::Sales, CallReason::Created, {}, {}, {}, {}, {}}));
        QVERIFY(details->keyLabel.isEmpty());
        QVERIFY(details->headers.isEmpty());
        QVERIFY(details->errors.isEmpty() && details->changes.isEmpty() && details->identities.isEmpty());
        QVERIFY(!details->record && !details->replayOf && !details->momentUtc);
    }

    void replayTakesTheCallAsItCame()
    {
        const auto id =
            m->add({u"make"_s, Endpoint::Sales, CallReason::Updated, u"s1"_s, {}, {}, {}, "{\"id\":\"s1\"}"});
        const auto call = m_store->forReplay(id);
        QVERIFY(call);
        QCOMPARE(call->provider, m->provider(u"make"_s));
        QCOMPARE(call->endpoint, Endpoint::Sales);
        QCOMPARE(call->contentType, "application/json");
        QCOMPARE(call->body, "{\"id\":\"s1\"}");
        m->fixture().change(u"UPDATE call SET body_size = 99999"_s);
        QCOMPARE(m_store->forReplay(id).error().code, ErrorCode::Conflict);
        QVERIFY(m_store->details(id)->bodyTruncated);
        QCOMPARE(m_store->forReplay({999}).error().code, ErrorCode::NotFound);
    }

    void unloggedCalls()
    {
        QVERIFY(m_store->unlogged()->isEmpty());
        m->fixture().change(u"INSERT INTO unlogged (reason, count) VALUES ('provider_unknown', 3)"_s);
        QCOMPARE(m_store->unlogged()->first(), std::pair(u"provider_unknown"_s, qint64(3)));
    }

private:
    std::unique_ptr<CallRows> m;
    std::unique_ptr<CallStore> m_store;
};

QTEST_GUILESS_MAIN(TestCallStore)
#include "tst_callstore.moc"
