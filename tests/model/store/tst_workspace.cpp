// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/migrations.h"
#include "model/store/settingstore.h"
#include "tests/model/store/callfixture.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

constexpr auto ownerFile = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Opening a data folder, and what the workspace promises to those who write and read through it.
class TestWorkspace final : public QObject
{
    Q_OBJECT

private:
    static Result<Done> sql(const QString &file, const QStringList &statements)
    {
        auto db = Connection::open(file, Connection::Mode::Write);
        if (!db)
            return db.error();
        for (const auto &statement : statements) {
            if (const auto done = (*db)->change(statement); !done)
                return done.error();
        }
        return Done{};
    }

private Q_SLOTS:
    void modesHoldWhateverTheUmask()
    {
        const auto before = ::umask(0);
        CallFixture m;
        m.call(Endpoint::Activities, CallFixture::activity("1"));
        ::umask(before);
        QCOMPARE(QFileInfo(m.folder()).permissions() & 0x0077, QFile::Permissions());
        const auto files = QDir(m.folder()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 3); // the database, its log and that log's index
        for (const auto &file : files)
            QCOMPARE(file.permissions(), ownerFile);
    }

    void aFolderOfOtherThingsKeepsItsMode()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"letter.txt"_s), "x");
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7755));
        const auto before = QFileInfo(folder.path()).permissions();
        QVERIFY(Workspace::open({folder.path()}));
        QCOMPARE(QFileInfo(folder.path()).permissions(), before);
    }

    void itOpensAgain()
    {
        CallFixture m;
        m.call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_name":"Bo")"));
        m.close();
        m.open();
        QCOMPARE(m.dump(u"SELECT external_id FROM activity"_s), u"1"_s);
        QCOMPARE(m.workspace().directory()->providers.size(), 1);
        QCOMPARE(QDir(m.folder()).entryList({u"*before*"_s}, QDir::Files), QStringList());
    }

    void whatIsNotOursIsNotTouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("no database") << QByteArray(5000, 'x') << QStringList() << ErrorCode::Corrupt;
        QTest::newRow("a few bytes") << QByteArray("hello") << QStringList() << ErrorCode::Corrupt;
        QTest::newRow("another program's database")
            << QByteArray() << QStringList{u"CREATE TABLE theirs (a)"_s} << ErrorCode::Corrupt;
        QTest::newRow("a newer SalesDesk's")
            << QByteArray()
            << QStringList{u"CREATE TABLE later (a)"_s, u"PRAGMA application_id = 1396994923"_s,
                           u"PRAGMA user_version = 9999"_s}
            << ErrorCode::NewerSchema;
    }
    void whatIsNotOursIsNotTouched()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, statements);
        QTemporaryDir folder;
        const auto file = folder.filePath(u"salesdesk.db"_s);
        if (bytes.isEmpty())
            QVERIFY(sql(file, statements));
        else
            put(file, bytes);
        const auto before = contents(file);
        const auto opened = Workspace::open({folder.path()});
        QVERIFY(!opened);
        QTEST(opened.error().code, "code");
        QVERIFY(opened.error().detail.contains(file));
        QCOMPARE(contents(file), before);
    }

    void aDatabaseThatWasJustBeingMadeIsFinished()
    {
        QTemporaryDir folder;
        QVERIFY(sql(folder.filePath(u"salesdesk.db"_s), {}));
        QVERIFY(QFileInfo(folder.filePath(u"salesdesk.db"_s)).size() > 0);
        QVERIFY(Workspace::open({folder.path()}));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"file"_s), "x");
        const auto opened = Workspace::open({folder.filePath(u"file/data"_s)});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StorageFailed);
    }

    void theSchemaIsTheNewest()
    {
        CallFixture m;
        QCOMPARE(m.dump(u"PRAGMA application_id"_s), QString::number(ApplicationId));
        QVERIFY(m.dump(u"PRAGMA user_version"_s).toInt() >= 1);
        QCOMPARE(m.dump(u"PRAGMA auto_vacuum"_s), u"2"_s);
        QCOMPARE(m.dump(u"SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                        "AND strict = 0 AND name NOT LIKE 'sqlite_%'"_s),
                 u"0"_s);
    }

    void aRevokedKeyIsRefusedAtOnce()
    {
        CallFixture m;
        const auto master = MasterKey::generate();
        const auto added = m.write<ProviderStore::AddedKey>(
            [&](Connection &db) { return ProviderStore(db).addKey(m.provider().id, u"second"_s, master); });
        const auto hash = sha256(added.text.toUtf8());
        QVERIFY(m.workspace().directory()->keys.contains(hash));
        QVERIFY(!m.workspace().directory()->keys[hash].revoked);
        m.write<Done>([&](Connection &db) { return ProviderStore(db).revokeKey(added.key.id); });
        QVERIFY(m.workspace().directory()->keys[hash].revoked); // no event, no wait
    }

    void aSettingIsInForceAtOnce()
    {
        CallFixture m;
        m.write<Done>([](Connection &db) { return SettingStore(db).set(Setting::TimeZone, u"UTC"_s); });
        QCOMPARE(m.workspace().directory()->zone.id(), "UTC");
        const auto refused = m.workspace()
                                 .write<Done>([](Connection &db) {
                                     return SettingStore(db).set(Setting::ListenPort, u"many"_s);
                                 })
                                 .result();
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    }

    void noKeyIsOnDiskInClear()
    {
        CallFixture m;
        const auto master = MasterKey::generate();
        const auto added = m.write<ProviderStore::Added>(
            [&](Connection &db) { return ProviderStore(db).add(u"Make"_s, u"webhooks"_s, master); });
        QVERIFY(m.workspace()
                    .write<QString>([&](Connection &db) {
                        const auto keys = ProviderStore(db).keys(added.provider.id);
                        return ProviderStore(db).revealKey(keys->first().id, master);
                    })
                    .result()
                    .value() == added.key);
        const auto secret = added.key.mid(4).toUtf8();
        for (const bool open : {true, false}) {
            if (!open)
                m.close();
            for (const auto &file : QDir(m.folder()).entryInfoList(QDir::Files))
                QVERIFY(!contents(file.filePath()).contains(secret));
        }
    }

    void readSeesWhatWasWritten()
    {
        CallFixture m;
        for (int i = 0; i < 30; ++i) {
            m.write<Done>([&](Connection &db) {
                return ProviderStore(db).rename(m.provider().id, u"name %1"_s.arg(i));
            });
            QCOMPARE(m.dump(u"SELECT name FROM provider"_s), u"name %1"_s.arg(i));
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
