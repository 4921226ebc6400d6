// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"
#include "model/store/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// Scripts of the test's own, run one after the other.
class TestMigrations final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString database() const { return path(u"salesdesk.db"_s); }
    [[nodiscard]] QString copyName() const { return database() + u".before-schema-"_s; }
    void script(const QString &name, const QByteArray &sql) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(sql), sql.size());
    }
    [[nodiscard]] static std::unique_ptr<Connection> opened(const QString &file)
    {
        auto db = Connection::open(file, Connection::Mode::Write);
        return db ? std::move(db).value() : nullptr;
    }
    [[nodiscard]] std::optional<Error> migrateNow() const
    {
        const auto db = opened(database());
        const auto done = migrate(*db, copyName(), m_folder->path());
        return done ? std::nullopt : std::optional(done.error());
    }
    [[nodiscard]] static QStringList rows(const QString &file, const QString &sql)
    {
        const auto db = opened(file);
        auto cursor = db->query(sql);
        QStringList all;
        while (cursor && cursor->next())
            all.append(cursor->text(0));
        return all;
    }
    [[nodiscard]] static QString version(const QString &file)
    {
        return rows(file, u"PRAGMA user_version"_s).join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        script(u"0001_first.sql"_s, "-- a comment; with a semicolon\nCREATE TABLE a (x TEXT);\n"
                                    "INSERT INTO a VALUES ('kept; whole');\n");
    }

    void aNewFileGetsAllScriptsAndNoCopy()
    {
        script(u"0002_second.sql"_s, "ALTER TABLE a ADD COLUMN y INTEGER;\n");
        QCOMPARE(migrateNow(), std::nullopt);
        QCOMPARE(version(database()), u"2"_s);
        QCOMPARE(rows(database(), u"SELECT x FROM a WHERE y IS NULL"_s), QStringList{u"kept; whole"_s});
        QVERIFY(!QFile::exists(copyName() + u'0'));
    }

    void anOldFileIsCopiedFirst()
    {
        QCOMPARE(migrateNow(), std::nullopt);
        script(u"0002_second.sql"_s, "UPDATE a SET x = 'changed';\n");
        script(u"0003_third.sql"_s, "CREATE TABLE b (z TEXT);\n");
        QCOMPARE(migrateNow(), std::nullopt);
        QCOMPARE(version(database()), u"3"_s);
        QCOMPARE(rows(database(), u"SELECT x FROM a"_s), QStringList{u"changed"_s});
        const auto copy = copyName() + u'1';
        QCOMPARE(version(copy), u"1"_s);
        QCOMPARE(rows(copy, u"SELECT x FROM a"_s), QStringList{u"kept; whole"_s});
    }

    void oneThatIsNewestIsLeftAlone()
    {
        QCOMPARE(migrateNow(), std::nullopt);
        QCOMPARE(migrateNow(), std::nullopt);
        QVERIFY(!QFile::exists(copyName() + u'1'));
    }

    void aFailingScriptLeavesTheVersionBeforeIt()
    {
        QCOMPARE(migrateNow(), std::nullopt);
        script(u"0002_second.sql"_s, "UPDATE a SET x = 'changed';\n");
        script(u"0003_third.sql"_s, "UPDATE a SET x = 'half';\nINSERT INTO missing VALUES (1);\n");
        const auto failed = migrateNow();
        QVERIFY(failed);
        QVERIFY2(failed->detail.contains(u"missing"_s), qPrintable(failed->detail));
        QCOMPARE(version(database()), u"2"_s);
        QCOMPARE(rows(database(), u"SELECT x FROM a"_s), QStringList{u"changed"_s});

        script(u"0003_third.sql"_s, "UPDATE a SET x = 'mended';\n");
        QCOMPARE(migrateNow(), std::nullopt);
        QCOMPARE(rows(database(), u"SELECT x FROM a"_s), QStringList{u"mended"_s});
    }

    void theProgramsOwnSchemaIsKnown()
    {
        {
            const auto db = opened(database());
            QVERIFY(checkVersion(*db)); // an empty file: it was being made
            QVERIFY(migrate(*db, copyName()));
            QVERIFY(checkVersion(*db));
            QVERIFY(db->change(u"PRAGMA user_version = 9999"_s));
        }
        const auto newer = checkVersion(*opened(database()));
        QVERIFY(!newer);
        QCOMPARE(newer.error().code, ErrorCode::NewerSchema);
        QVERIFY2(newer.error().detail.contains(u"9999"_s), qPrintable(newer.error().detail));
    }

    void anotherProgramsFileIsRefused()
    {
        const auto db = opened(database());
        QVERIFY(db->change(u"CREATE TABLE theirs (x TEXT)"_s));
        const auto other = checkVersion(*db);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
