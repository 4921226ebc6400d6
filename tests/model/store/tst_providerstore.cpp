// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/providerstore.h"

#include "tests/model/store/linkingfixture.h"

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// A store on a database of its own, with one provider.
struct Stored {
    Stored()
        : store(fixture.db())
    {
        const auto made = store.add(u"Zapier"_s, u"webhooks"_s, master);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        provider = made->provider;
        key = made->key;
    }
    LinkingFixture fixture;
    ProviderStore store;
    MasterKey master = MasterKey::generate();
    Provider provider;
    QString key;
};

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class TestProviderStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsWithAKey();
    void refusesNames_data();
    void refusesNames();
    void findsByIdNameAndNumber();
    void archivedOnesStepAside();
    void keepsOptions();
    void keepsSeveralKeys();
    void revokesOnce();
    void keepsTheSigningSecret();
    void keepsNoKeyInClear();
};

void TestProviderStore::addsWithAKey()
{
    Stored m;
    QCOMPARE(m.provider.name, u"Zapier"_s);
    QVERIFY(m.provider.publicId.startsWith(u"p_"_s));
    QVERIFY(m.provider.createUsers && m.provider.manageTeams && !m.provider.signing);
    QCOMPARE(m.provider.rateLimit, 0);
    const auto keys = m.store.keys(m.provider.id);
    QCOMPARE(keys->size(), 1);
    QCOMPARE(keys->first().label, u"default"_s);
    const auto entries = m.store.keyEntries();
    QCOMPARE(entries->size(), 1);
    QCOMPARE(entries->first().sha256, sha256(m.key.toUtf8()));
    QCOMPARE(entries->first().provider, m.provider.id);
    QVERIFY(!entries->first().revoked);
}

void TestProviderStore::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no name") << u" "_s << u"webhooks"_s << ErrorCode::InvalidArgument;
    QTest::newRow("too long a name") << QString(256, u'x') << u"webhooks"_s << ErrorCode::InvalidArgument;
    QTest::newRow("another type") << u"New"_s << u"telepathy"_s << ErrorCode::InvalidArgument;
    QTest::newRow("a name that is taken") << u"Zapier"_s << u"webhooks"_s << ErrorCode::Conflict;
    QTest::newRow("in other letters") << u" ZAPIER "_s << u"webhooks"_s << ErrorCode::Conflict;
}

void TestProviderStore::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QFETCH(ErrorCode, code);
    Stored m;
    QCOMPARE(codeOf(m.store.add(name, type, m.master)), code);
    QCOMPARE(m.store.list()->size(), 1);
    if (type != u"webhooks"_s)
        return;
    const auto other = m.store.add(u"Other"_s, type, m.master);
    QVERIFY(other);
    QCOMPARE(codeOf(m.store.rename(other->provider.id, name)), code);
    QCOMPARE(m.store.get(other->provider.id)->name, u"Other"_s);
}

void TestProviderStore::findsByIdNameAndNumber()
{
    Stored m;
    QCOMPARE(m.store.find(m.provider.publicId)->id, m.provider.id);
    QCOMPARE(m.store.find(u"zapier"_s)->id, m.provider.id);
    QCOMPARE(m.store.find(QString::number(m.provider.id.value))->id, m.provider.id);
    QCOMPARE(codeOf(m.store.find(u"Nobody"_s)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m.store.get(ProviderId{99})), ErrorCode::NotFound);
    // A name beats a number.
    const auto named = m.store.add(QString::number(m.provider.id.value), u"webhooks"_s, m.master);
    QCOMPARE(m.store.find(QString::number(m.provider.id.value))->id, named->provider.id);
    QVERIFY(m.store.rename(m.provider.id, u"Make"_s));
    QCOMPARE(m.store.find(u"MAKE"_s)->id, m.provider.id);
    QCOMPARE(codeOf(m.store.find(u"Zapier"_s)), ErrorCode::NotFound);
}

void TestProviderStore::archivedOnesStepAside()
{
    Stored m;
    QVERIFY(m.store.archive(m.provider.id));
    const auto at = m.store.get(m.provider.id)->archivedAt;
    QVERIFY(at);
    QVERIFY(m.store.archive(m.provider.id)); // again: the first time stands
    QCOMPARE(m.store.get(m.provider.id)->archivedAt, at);
    QVERIFY(m.store.list()->isEmpty());
    QCOMPARE(m.store.list(true)->size(), 1);
    const auto again = m.store.add(u"Zapier"_s, u"webhooks"_s, m.master); // the name is free
    QVERIFY(again);
    QCOMPARE(m.store.find(u"Zapier"_s)->id, again->provider.id);
    QCOMPARE(codeOf(m.store.archive(ProviderId{99})), ErrorCode::NotFound);
}

void TestProviderStore::keepsOptions()
{
    Stored m;
    QVERIFY(m.store.setCreateUsers(m.provider.id, false));
    QVERIFY(m.store.setManageTeams(m.provider.id, false));
    QVERIFY(m.store.setRateLimit(m.provider.id, 1'000'000));
    QVERIFY(m.store.setSigning(m.provider.id, true));
    for (const int wrong : {-1, 1'000'001})
        QCOMPARE(codeOf(m.store.setRateLimit(m.provider.id, wrong)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(m.store.setSigning(ProviderId{99}, true)), ErrorCode::NotFound);
    const auto kept = m.store.get(m.provider.id);
    QVERIFY(!kept->createUsers && !kept->manageTeams && kept->signing);
    QCOMPARE(kept->rateLimit, 1'000'000);
}

void TestProviderStore::keepsSeveralKeys()
{
    Stored m;
    const auto second = m.store.addKey(m.provider.id, u"new"_s, m.master);
    QVERIFY(second);
    QCOMPARE(*m.store.revealKey(second->key.id, m.master), second->text);
    QCOMPARE(codeOf(m.store.revealKey(second->key.id, MasterKey::generate())), ErrorCode::SecretUnavailable);
    QCOMPARE(codeOf(m.store.revealKey(KeyId{99}, m.master)), ErrorCode::NotFound);
    QCOMPARE(codeOf(m.store.addKey(m.provider.id, QString(), m.master)), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(m.store.addKey(ProviderId{99}, u"x"_s, m.master)), ErrorCode::NotFound);
    QCOMPARE(m.store.findKey(u"new"_s)->id, second->key.id);
    QCOMPARE(m.store.findKey(second->key.hint)->id, second->key.id);
    QVERIFY(m.store.addKey(m.provider.id, u"new"_s, m.master));
    QCOMPARE(codeOf(m.store.findKey(u"new"_s)), ErrorCode::Conflict); // which of the two?
    QCOMPARE(m.store.findKey(QString::number(second->key.id.value))->id, second->key.id);
    QCOMPARE(codeOf(m.store.findKey(u"old"_s)), ErrorCode::NotFound);
}

void TestProviderStore::revokesOnce()
{
    Stored m;
    const auto second = m.store.addKey(m.provider.id, u"new"_s, m.master);
    QVERIFY(m.store.revokeKey(second->key.id));
    QCOMPARE(codeOf(m.store.revokeKey(second->key.id)), ErrorCode::Conflict);
    QCOMPARE(codeOf(m.store.revokeKey(KeyId{99})), ErrorCode::NotFound);
    const auto keys = m.store.keys(m.provider.id);
    QCOMPARE(keys->size(), 2);
    QCOMPARE(keys->last().id, second->key.id); // revoked ones last, though it is newer
    QVERIFY(keys->last().revokedAt && !keys->first().revokedAt);
    const auto entries = m.store.keyEntries();
    for (const auto &entry : *entries)
        QCOMPARE(entry.revoked, entry.key == second->key.id);
}

void TestProviderStore::keepsTheSigningSecret()
{
    Stored m;
    const auto secret = m.store.signingSecret(m.provider.id, m.master);
    QVERIFY(secret);
    QCOMPARE(secret->size(), 32);
    QCOMPARE(codeOf(m.store.signingSecret(m.provider.id, MasterKey::generate())),
             ErrorCode::SecretUnavailable);
    QCOMPARE(codeOf(m.store.signingSecret(ProviderId{99}, m.master)), ErrorCode::NotFound);
    const auto other = m.store.add(u"Other"_s, u"webhooks"_s, m.master);
    QVERIFY(*m.store.signingSecret(other->provider.id, m.master) != *secret);
}

void TestProviderStore::keepsNoKeyInClear()
{
    Stored m;
    const auto all = m.fixture.dump(u"SELECT label, hint, hex(sha256), hex(sealed) FROM api_key"_s, 4);
    QVERIFY(!all.contains(m.key.sliced(4)));
    QVERIFY(!all.contains(QString::fromLatin1(m.key.toUtf8().toHex().toUpper())));
    QVERIFY(all.contains(QString::fromLatin1(sha256(m.key.toUtf8()).toHex().toUpper())));
}

QTEST_GUILESS_MAIN(TestProviderStore)
#include "tst_providerstore.moc"
