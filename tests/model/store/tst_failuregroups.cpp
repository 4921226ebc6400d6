// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

#include "model/callreplay.h"
#include "model/store/entitystore.h"
#include "model/store/failuregroups.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// Why calls fail, and that a replay after naming who is unknown takes them all.
class TestFailureGroups final : public QObject
{
    Q_OBJECT

    std::unique_ptr<CallFixture> m;

    template <typename T, typename Job>
    Result<T> read(Job job)
    {
        return m->workspace().read<T>([job](Connection &db) { return job(FailureGroups(db)); }).result();
    }
    QList<FailureGroup> groups()
    {
        // In two pieces, the newer one first.
        FailureCount count;
        for (const auto piece : {CallRange{3, 1000}, CallRange{1, 2}}) {
            const auto part =
                read<QList<FailureGroup>>([piece](const FailureGroups &all) { return all.count(piece); });
            if (!part.ok())
                qFatal("%s", qPrintable(part.error().detail));
            count.add(*part);
        }
        return count.largest();
    }
    QList<CallId> callsOf(const FailureGroup &group)
    {
        const auto calls =
            read<QList<CallId>>([group](const FailureGroups &all) { return all.calls(group); });
        return calls.ok() ? *calls : QList<CallId>();
    }
    CallReason replay(CallId call)
    {
        auto submission = m->workspace()
                              .read<std::shared_ptr<CallSubmission>>([call](Connection &db) {
                                  auto made = readForReplay(db, call, QTimeZone::utc());
                                  return Result<std::shared_ptr<CallSubmission>>(
                                      std::make_shared<CallSubmission>(std::move(made).value()));
                              })
                              .result();
        return m->workspace().process(std::move(**submission), call).result()->reason;
    }

private Q_SLOTS:
    void init() { m = std::make_unique<CallFixture>(); }

    void theLargestFirst()
    {
        QVERIFY(groups().isEmpty());
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_name":"Bo")"));
        m->call(Endpoint::Sales, "{");
        m->call(Endpoint::Activities, CallFixture::activity("2").replace("\"7\"", "\"8\""));
        const auto last = m->call(Endpoint::Activities, CallFixture::activity("3").replace("\"7\"", "\"8\""));
        const auto found = groups();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().calls, 2);
        QCOMPARE(found.first().id, last.call);
        QCOMPARE(found.first().reason, CallReason::NotRecognised);
        QCOMPARE(found.first().status, 422);
        QCOMPARE(found.first().providerName, u"Zapier"_s);
        QVERIFY(found.first().detail.contains(u"\"8\""_s));
        QCOMPARE(found.first().lastAt, m->receivedAt);
        QCOMPARE(found.first().firstAt, m->receivedAt - 1);
        QCOMPARE(found.last().reason, CallReason::BadJson);
        QCOMPARE(callsOf(found.first()), (QList{CallId{last.call.value - 1}, last.call}));
    }

    void isRepairedInOneGo()
    {
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_team_id":"4")"));
        m->call(Endpoint::Activities, CallFixture::activity("2", R"(,"agent_team_id":"4")"));
        const auto group = groups().first();
        const auto unknown = read<QList<UnknownIdentity>>(
            [group](const FailureGroups &all) { return all.unknownIn(group.id, QTimeZone::utc()); });
        QVERIFY(unknown.ok());
        QCOMPARE(*unknown, (QList<UnknownIdentity>{{EntityKind::Agent, u"7"_s}, {EntityKind::Team, u"4"_s}}));
        const auto team = m->write<Entity>([](Connection &db) {
            Entity entity;
            entity.kind = EntityKind::Team;
            entity.name = u"North"_s;
            return EntityStore(db).add(entity);
        });
        m->write<Done>([&](Connection &db) {
            return FailureGroups(db).makeKnown(
                group.provider, {{unknown->first(), u" Bo "_s, {}}, {unknown->last(), u"Noord"_s, team.id}},
                {Decider::Kind::Person, u"eva"_s});
        });
        QCOMPARE(m->dump(u"SELECT i.external_id, i.name, e.name FROM identity i JOIN entity e ON e.id = "
                         "i.entity_id ORDER BY i.id"_s,
                         3),
                 u"7|Bo|Bo 4|Noord|North"_s);
        QCOMPARE(m->dump(u"SELECT COUNT(*) FROM decision_step WHERE decider = 'eva'"_s), u"2"_s);
        for (const auto call : callsOf(group))
            QCOMPARE(replay(call), CallReason::Created);
        QVERIFY(groups().isEmpty());
        QVERIFY(callsOf(group).isEmpty());
        QCOMPARE(m->dump(u"SELECT record_count FROM identity ORDER BY id"_s), u"2 2"_s);
    }

    void aReplayThatFailsLeavesTheGroup()
    {
        m->call(Endpoint::Activities, CallFixture::activity("1"));
        QCOMPARE(replay(groups().first().id), CallReason::NotRecognised);
        QVERIFY(!groups().isEmpty());
    }

    void whatIsKnownMeanwhileIsNotAskedFor()
    {
        const auto refused = m->call(Endpoint::Activities, CallFixture::activity("1"));
        m->call(Endpoint::Activities, CallFixture::activity("2", R"(,"agent_name":"Bo")"));
        const auto unknown = read<QList<UnknownIdentity>>(
            [refused](const FailureGroups &all) { return all.unknownIn(refused.call, QTimeZone::utc()); });
        QVERIFY(unknown.ok());
        QVERIFY(unknown->isEmpty());
        QCOMPARE(read<QList<UnknownIdentity>>(
                     [](const FailureGroups &all) { return all.unknownIn(CallId{999}, QTimeZone::utc()); })
                     .error()
                     .code,
                 ErrorCode::NotFound);
    }

    void aNameThatIsNoneChangesNothing()
    {
        const auto refused = m->call(Endpoint::Activities, CallFixture::activity("1"));
        QVERIFY(!refused.answer.isEmpty());
        const auto result =
            m->workspace()
                .write<Done>([this](Connection &db) {
                    return FailureGroups(db).makeKnown(
                        m->provider().id, {{{EntityKind::Agent, u"7"_s}, u"Bo"_s, EntityId{999}}},
                        {Decider::Kind::Person, u"eva"_s});
                })
                .result();
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::NotFound);
        QCOMPARE(m->dump(u"SELECT COUNT(*) FROM identity"_s), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(TestFailureGroups)
#include "tst_failuregroups.moc"
