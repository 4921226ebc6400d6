// SPDX-License-Identifier: GPL-3.0-or-later
// A file of each older schema, with rows in every table, comes to the newest one with all that was in it.
#include "model/store/connection.h"
#include "model/store/identitystore.h"
#include "model/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestMigratedData final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowSurvives_data();
    void everyRowSurvives();

private:
    using Rows = QHash<QString, QStringList>; ///< by table: each row's columns, as they were at first
    static std::unique_ptr<Connection> opened(const QString &file)
    {
        auto db = Connection::open(file, Connection::Mode::Write);
        return db ? std::move(db).value() : nullptr;
    }
    static QStringList texts(Connection &db, const QString &sql)
    {
        auto cursor = db.query(sql);
        QStringList all;
        while (cursor && cursor->next())
            all.append(cursor->text(0));
        if (!cursor || cursor->failure())
            all.append(u"failed: "_s + sql);
        return all;
    }
    /// Of each table of the first schema the columns it had; one that left since is left out.
    static QHash<QString, QStringList> columns(Connection &db)
    {
        QHash<QString, QStringList> all;
        for (const auto &table :
             texts(db, u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                       "'sqlite_%' ORDER BY name"_s))
            all.insert(table, texts(db, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table)));
        all[u"decision"_s].removeAll(u"created_entity"_s); // it is in decision_entity: see below
        return all;
    }
    static Rows rowsOf(Connection &db, const QHash<QString, QStringList> &columns)
    {
        Rows all;
        for (const auto &[table, names] : columns.asKeyValueRange()) {
            QStringList quoted;
            for (const auto &name : names)
                quoted.append(u"quote(%1)"_s.arg(name));
            all.insert(table, texts(db, u"SELECT %1 FROM %2 ORDER BY 1"_s.arg(quoted.join(u" || '|' || "_s),
                                                                              table)));
        }
        return all;
    }
};

void TestMigratedData::everyRowSurvives_data()
{
    QTest::addColumn<int>("version");
    const QTemporaryDir folder;
    auto db = opened(folder.filePath(u"new.db"_s));
    QVERIFY(migrate(*db, folder.filePath(u"copy"_s))); // registers the schema
    const auto newest = QDir(u":/schema"_s).entryList({u"*.sql"_s}).size();
    QVERIFY(newest > 2);
    for (int version = 1; version < newest; ++version)
        QTest::addRow("from schema %d", version) << version;
}

void TestMigratedData::everyRowSurvives()
{
    QFETCH(int, version);
    const QTemporaryDir folder;
    const auto scripts = [&folder](int upTo) {
        for (const auto &name : QDir(u":/schema"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            if (name.section(u'_', 0, 0).toInt() <= upTo)
                QFile::copy(u":/schema/"_s + name, folder.filePath(name));
        }
        return folder.path();
    };
    const auto file = folder.filePath(u"salesdesk.db"_s);
    QHash<QString, QStringList> names;
    Rows before;
    {
        const auto db = opened(file);
        QVERIFY(migrate(*db, file, scripts(1)));
        names = columns(*db);
        QFile data(QStringLiteral(SALESDESK_SOURCE) + u"/tests/model/store/firstschema.sql"_s);
        QVERIFY(data.open(QIODevice::ReadOnly));
        for (const auto &line : QString::fromUtf8(data.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith("--"_L1))
                QVERIFY2(db->change(line.chopped(1)), qPrintable(line));
        }
        before = rowsOf(*db, names);
        for (const auto &[table, rows] : before.asKeyValueRange())
            QVERIFY2(!rows.isEmpty(), qPrintable(table));
        QVERIFY(migrate(*db, file + u".first"_s, scripts(version)));
    }
    const auto db = opened(file);
    const auto done = migrate(*db, file + u".before"_s);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const auto after = rowsOf(*db, names);
    for (const auto &[table, rows] : before.asKeyValueRange())
        QCOMPARE(after.value(table), rows);
    QVERIFY(QFile::exists(file + u".before%1"_s.arg(version)));

    // What moved to another place, and what was made of what was there.
    QCOMPARE(
        texts(*db, u"SELECT entity_id || ' ' || name FROM decision_entity WHERE step_id = 1 AND created"_s),
        QStringList{u"1 North"_s});
    QCOMPARE(texts(*db, u"SELECT kind FROM decision_step ORDER BY id"_s),
             (QStringList{u"create"_s, u"link"_s, u"ignore"_s}));
    QCOMPARE(texts(*db, u"SELECT name_key FROM identity ORDER BY id"_s),
             (QStringList{u"noord"_s, u"bo jansen"_s, QString(), QString()}));
    QCOMPARE(texts(*db, u"SELECT record_count || ' ' || sale_count FROM identity ORDER BY id"_s),
             (QStringList{u"1 0"_s, u"2 1"_s, u"1 1"_s, u"0 0"_s}));
    // The highest number that a call ever had, though that call may be gone.
    QCOMPARE(texts(*db, u"SELECT removed_to FROM call_number"_s), QStringList{u"9"_s});
    QCOMPARE(texts(*db, u"SELECT COUNT(*) FROM sqlite_schema WHERE name = 'call' AND sql LIKE "
                        "'%id INTEGER PRIMARY KEY,%'"_s),
             QStringList{u"1"_s});
    QCOMPARE(texts(*db, u"SELECT name FROM sqlite_sequence ORDER BY name"_s), QStringList{u"entity"_s});
    QCOMPARE(texts(*db, u"PRAGMA foreign_key_check"_s), QStringList());
    QCOMPARE(texts(*db, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    // The history that was written by the first program can be undone by this one.
    const auto undone = IdentityStore(*db).undo({Decider::Kind::Person, u"root"_s}, DecisionId{2});
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().detail));
    QVERIFY(!IdentityStore(*db).get(IdentityId{2})->linkedTo);
}

QTEST_GUILESS_MAIN(TestMigratedData)
#include "tst_migrateddata.moc"
