// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/secrets.h"
#include "receiver/admission.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

using Kind = Admission::Kind;

/// What a head alone decides, and in which order.
class TestAdmission final : public QObject
{
    Q_OBJECT

    Directory m_directory;

    static RequestHead call(QByteArrayView path = "/webhooks/p_one/activities")
    {
        RequestHead head;
        head.method = "POST";
        head.path = path;
        head.headers = {{"Authorization", "Bearer sdk_good"}, {"Content-Type", "application/json"}};
        head.contentLength = 2;
        return head;
    }
    static void replace(RequestHead &head, QByteArrayView name, QByteArrayView value)
    {
        head.headers.removeIf([name](const auto &header) { return header.first == name; });
        if (!value.isNull())
            head.headers.emplace_back(name, value);
    }
    void addProvider(qint64 id, const QString &publicId, bool archived = false)
    {
        Provider provider;
        provider.id = ProviderId{id};
        provider.publicId = publicId;
        if (archived)
            provider.archivedAt = 1;
        m_directory.providers.insert(publicId, provider);
    }
    void addKey(qint64 id, const QByteArray &key, qint64 provider, bool revoked = false)
    {
        m_directory.keys.insert(sha256(key), {sha256(key), KeyId{id}, ProviderId{provider}, revoked});
    }

private Q_SLOTS:
    void initTestCase()
    {
        addProvider(1, u"p_one"_s);
        addProvider(2, u"p_two"_s);
        addProvider(3, u"p_old"_s, true);
        addKey(1, "sdk_good", 1);
        addKey(2, "sdk_other", 2);
        addKey(3, "sdk_revoked", 1, true);
        m_directory.settings.set(Setting::FeatureSales, u"false"_s);
    }

    void aGoodCallIsTaken()
    {
        const auto admission = admit(call(), m_directory);
        QCOMPARE(admission.kind, Kind::Call);
        QCOMPARE(admission.provider, ProviderId{1});
        QCOMPARE(admission.key, std::optional(KeyId{1}));
        QCOMPARE(admission.endpoint, Endpoint::Activities);
    }

    void health()
    {
        for (const auto *method : {"GET", "HEAD"}) {
            RequestHead head;
            head.method = method;
            head.path = "/health";
            QCOMPARE(admit(head, m_directory).kind, Kind::Health);
        }
        RequestHead head;
        head.method = "POST";
        head.path = "/health";
        const auto admission = admit(head, m_directory);
        QCOMPARE(admission.kind, Kind::Unlogged);
        QCOMPARE(admission.refusal.reason, CallReason::MethodNotAllowed);
        QCOMPARE(admission.allow, "GET, HEAD");
    }

    void refusals_data()
    {
        QTest::addColumn<RequestHead>("head");
        QTest::addColumn<Admission::Kind>("kind");
        QTest::addColumn<CallReason>("reason");
        for (const auto *path :
             {"/", "", "*", "/webhooks", "/webhooks/p_one", "/webhooks/p_one/", "/webhooks/p_one/activities/",
              "/webhooks/p_one/agents", "/Webhooks/p_one/sales", "x/webhooks/p_one/sales",
              "//webhooks/p_one/sales", "/health/"})
            QTest::addRow("path %s", path) << call(path) << Kind::Unlogged << CallReason::UnknownPath;
        QTest::newRow("no such provider")
            << call("/webhooks/p_none/activities") << Kind::Unlogged << CallReason::ProviderUnknown;
        QTest::newRow("archived") << call("/webhooks/p_old/activities") << Kind::Refused
                                  << CallReason::ProviderArchived;
        auto head = call();
        head.method = "GET";
        QTest::newRow("method") << head << Kind::Refused << CallReason::MethodNotAllowed;
        QTest::newRow("feature off") << call("/webhooks/p_one/sales") << Kind::Refused
                                     << CallReason::FeatureOff;

        const auto authorization = [](const char *row, QByteArrayView value, CallReason reason) {
            auto sent = call();
            replace(sent, "Authorization", value);
            QTest::newRow(row) << sent << Kind::Refused << reason;
        };
        authorization("no key", {}, CallReason::KeyMissing);
        authorization("empty", "", CallReason::KeyMalformed);
        authorization("another scheme", "Basic sdk_good", CallReason::KeyMalformed);
        authorization("no scheme", "sdk_good", CallReason::KeyMalformed);
        authorization("no token", "Bearer ", CallReason::KeyMalformed);
        authorization("two tokens", "Bearer sdk_good sdk_good", CallReason::KeyMalformed);
        authorization("a comma", "Bearer sdk_good,", CallReason::KeyMalformed);
        authorization("unknown", "Bearer sdk_none", CallReason::KeyUnknown);
        authorization("of another provider", "Bearer sdk_other", CallReason::KeyOfOtherProvider);
        authorization("revoked", "Bearer sdk_revoked", CallReason::KeyRevoked);
        head = call();
        head.headers.emplace_back("authorization", "Bearer sdk_good");
        QTest::newRow("two fields") << head << Kind::Refused << CallReason::KeyMalformed;

        head = call();
        replace(head, "Content-Type", "text/xml");
        QTest::newRow("media type") << head << Kind::Refused << CallReason::MediaType;
        head = call();
        head.contentLength.reset();
        QTest::newRow("no length") << head << Kind::Refused << CallReason::LengthRequired;
        head = call();
        head.contentLength = m_directory.settings.number(Setting::LimitBody) + 1;
        QTest::newRow("too large") << head << Kind::Refused << CallReason::BodyTooLarge;
        // The order: the key is asked before type and length, the method before the key.
        replace(head, "Content-Type", "text/xml");
        replace(head, "Authorization", {});
        QTest::newRow("key before type") << head << Kind::Refused << CallReason::KeyMissing;
        head.method = "PUT";
        QTest::newRow("method before key") << head << Kind::Refused << CallReason::MethodNotAllowed;
    }
    void refusals()
    {
        QFETCH(RequestHead, head);
        QFETCH(Admission::Kind, kind);
        QFETCH(CallReason, reason);
        const auto admission = admit(head, m_directory);
        QCOMPARE(admission.kind, kind);
        QCOMPARE(admission.refusal.reason, reason);
        QVERIFY(!admission.refusal.detail.isEmpty());
        QCOMPARE(admission.allow, reason == CallReason::MethodNotAllowed ? "POST" : "");
    }

    void theSchemeIsReadWithoutCase()
    {
        auto head = call();
        replace(head, "Authorization", "bEARER   sdk_good");
        QCOMPARE(admit(head, m_directory).kind, Kind::Call);
    }

    void chunkedNeedsNoLength()
    {
        auto head = call();
        head.contentLength.reset();
        head.chunked = true;
        QCOMPARE(admit(head, m_directory).kind, Kind::Call);
        head.chunked = false;
        head.contentLength = m_directory.settings.number(Setting::LimitBody);
        QCOMPARE(admit(head, m_directory).kind, Kind::Call);
    }

    void aRevokedKeyIsNamedInTheLog()
    {
        auto head = call();
        replace(head, "Authorization", "Bearer sdk_revoked");
        QCOMPARE(admit(head, m_directory).key, std::optional(KeyId{3}));
        replace(head, "Authorization", "Bearer sdk_none");
        QCOMPARE(admit(head, m_directory).key, std::optional<KeyId>());
    }
};

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
