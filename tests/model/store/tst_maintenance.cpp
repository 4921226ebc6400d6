// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/callindex.h"
#include "model/store/maintenance.h"
#include "model/store/retention.h"
#include "tests/model/store/callfixture.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace salesdesk;

/// Backup, restore, check, retention.
class TestMaintenance final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Result<Done> backup(const QString &file)
    {
        return m->workspace().read<Done>([&](Connection &db) { return backupTo(db, file); }).result();
    }
    [[nodiscard]] QStringList problems()
    {
        return m->workspace()
            .read<QStringList>([](Connection &db) { return checkDatabase(db); })
            .result()
            .value();
    }

private Q_SLOTS:
    void init()
    {
        m_other = std::make_unique<QTemporaryDir>();
        m = std::make_unique<CallFixture>();
        m->call(Endpoint::Activities, CallFixture::activity("1", R"(,"agent_name":"Bo")"));
    }
    void cleanup() { m.reset(); }

    void aBackupIsPutBack()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        const auto made = backup(file);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QCOMPARE(QFileInfo(file).permissions() & 0x0077, QFile::Permissions());
        m->call(Endpoint::Activities, CallFixture::activity("2"));
        m->close();
        const auto restored = restoreFrom(file, m->folder());
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        m->open();
        QCOMPARE(m->dump(u"SELECT external_id FROM activity"_s), u"1"_s);
        QCOMPARE(problems(), QStringList());
        m->close();
        // What was there before is beside it, and can be put back in turn.
        QVERIFY(restoreFrom(m->folder() + u"/salesdesk.db.before-restore"_s, m->folder()));
        m->open();
        QCOMPARE(m->dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"1 2"_s);
    }

    void everythingIsAsItWasBefore()
    {
        const QStringList tables{u"setting"_s,       u"provider"_s, u"api_key"_s, u"entity"_s,
                                 u"identity"_s,      u"activity"_s, u"sale"_s,    u"call"_s,
                                 u"decision_step"_s, u"metric"_s};
        const auto state = [&] {
            QStringList all;
            for (const auto &table : tables)
                all.append(table + u": "_s + m->dump(u"SELECT COUNT(*) FROM "_s + table));
            all.append(m->dump(u"SELECT name FROM provider"_s));
            all.append(m->dump(u"SELECT external_id || type || updated_at FROM activity ORDER BY id"_s));
            all.append(m->dump(u"SELECT external_id || name || record_count FROM identity ORDER BY id"_s));
            return all;
        };
        const auto before = state();
        const auto file = m_other->filePath(u"backup.db"_s);
        QVERIFY(backup(file));
        m->call(Endpoint::Activities, CallFixture::activity("1", ",\"agent_name\":\"Another\""));
        m->call(Endpoint::Activities, CallFixture::activity("2"));
        m->change(u"UPDATE provider SET name = 'Renamed'"_s);
        m->change(u"INSERT INTO metric (name, source, measure, grouping, period) VALUES ('m', 0, 0, 0, 0)"_s);
        m->change(u"INSERT INTO entity (kind, name, name_folded, created_at) VALUES (0, 'x', 'x', 1)"_s);
        QVERIFY(state() != before);
        m->close();
        QVERIFY(restoreFrom(file, m->folder()));
        m->open();
        QCOMPARE(state(), before);
        QCOMPARE(problems(), QStringList());
        // Calls go on from there.
        m->call(Endpoint::Activities, CallFixture::activity("3"));
        QCOMPARE(m->dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"1 3"_s);
    }

    void aDamagedBackupLosesNothing()
    {
        for (int i = 0; i < 50; ++i)
            m->call(Endpoint::Activities, CallFixture::activity("n" + QByteArray::number(i)));
        const auto file = m_other->filePath(u"backup.db"_s);
        QVERIFY(backup(file));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.resize(damaged.size() / 2));
        damaged.close();
        m->close();
        QVERIFY(!restoreFrom(file, m->folder()));
        QVERIFY(!QFile::exists(m->folder() + u"/salesdesk.db.before-restore"_s));
        m->open();
        QCOMPARE(m->dump(u"SELECT COUNT(*) FROM activity"_s), u"51"_s);
        QCOMPARE(problems(), QStringList());
    }

    void aCancelledBackupLeavesNothing()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        const auto stop = std::make_shared<std::atomic_bool>(true);
        QCOMPARE(backupAside(m->folder(), file, stop).result().error().code, ErrorCode::Busy);
        QVERIFY(!QFile::exists(file));
        QVERIFY(backup(file));
        QCOMPARE(stageRestoreAside(file, m->folder(), stop).result().error().code, ErrorCode::Busy);
        QVERIFY(!QFile::exists(m->folder() + u"/salesdesk.db.restoring"_s));
        // What was there goes on.
        QCOMPARE(problems(), QStringList());
    }

    void aLongStatementIsCutShort()
    {
        const auto stop = std::make_shared<std::atomic_bool>(false);
        const auto cut = m->workspace().read<Done>([&](Connection &db) -> Result<Done> {
            db.stopWith(stop);
            auto endless = db.query(u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                    "SELECT i FROM n WHERE i % 1000000 = 0"_s);
            if (!endless)
                return endless.error();
            while (endless->next())
                stop->store(true);
            const auto failed = endless->failure();
            db.stopWith({});
            return failed ? Result<Done>(*failed) : Done{};
        });
        QCOMPARE(cut.result().error().code, ErrorCode::Busy);
        QCOMPARE(problems(), QStringList()); // the connection is as good as before
    }

    void aStagedBackupIsPutInPlaceLater()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        QVERIFY(backup(file));
        m->call(Endpoint::Activities, CallFixture::activity("2"));
        QVERIFY(stageRestoreAside(file, m->folder()).result());
        // Until then calls come in as ever.
        m->call(Endpoint::Activities, CallFixture::activity("3"));
        QCOMPARE(m->dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"1 2 3"_s);
        m->close();
        QVERIFY(finishRestore(m->folder()));
        m->open();
        QCOMPARE(m->dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"1"_s);
    }

    void aBackupNeverReplacesAFile()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        QVERIFY(backup(file));
        QCOMPARE(backup(file).error().code, ErrorCode::Conflict);
        QCOMPARE(backup(m_other->filePath(u"no/such/folder"_s)).error().code, ErrorCode::StorageFailed);
    }

    void aBadBackupIsRefused_data()
    {
        QTest::addColumn<std::optional<QByteArray>>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        const auto none = u" is no backup of SalesDesk, or is damaged. Choose another file;"_s;
        QTest::newRow("it is not there")
            << std::optional<QByteArray>() << ErrorCode::StorageFailed << u" cannot be read: "_s;
        QTest::newRow("it is empty") << std::optional<QByteArray>("") << ErrorCode::Corrupt << none;
        QTest::newRow("it is shorter than a header")
            << std::optional<QByteArray>("SQLite format 3") << ErrorCode::Corrupt << none;
        QTest::newRow("it is no database")
            << std::optional<QByteArray>(QByteArray(5000, 'x')) << ErrorCode::Corrupt << none;
    }
    void aBadBackupIsRefused()
    {
        QFETCH(std::optional<QByteArray>, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const auto file = m_other->filePath(u"backup.db"_s);
        if (bytes) {
            QFile bad(file);
            QVERIFY(bad.open(QIODevice::WriteOnly));
            QCOMPARE(bad.write(*bytes), bytes->size());
        }
        m->close();
        const auto restored = restoreFrom(file, m->folder());
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, code);
        QVERIFY2(restored.error().detail.startsWith(file + says) &&
                     restored.error().detail.endsWith(u"nothing was changed."_s),
                 qPrintable(restored.error().detail));
        m->open();
        QCOMPARE(m->dump(u"SELECT external_id FROM activity"_s), u"1"_s);
    }

    void anotherProgramsDatabaseIsNoBackup()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        {
            const auto other = Connection::open(file, Connection::Mode::Write);
            QVERIFY(other);
            QVERIFY((*other)->change(u"CREATE TABLE theirs (id INTEGER PRIMARY KEY)"_s));
        }
        m->close();
        const auto restored = restoreFrom(file, m->folder());
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::Corrupt);
        QVERIFY2(restored.error().detail.startsWith(file), qPrintable(restored.error().detail));
        m->open();
    }

    void aBackupOfANewerSalesDeskIsNamed()
    {
        const auto file = m_other->filePath(u"backup.db"_s);
        QVERIFY(backup(file));
        {
            const auto newer = Connection::open(file, Connection::Mode::Write);
            QVERIFY(newer);
            QVERIFY((*newer)->change(u"PRAGMA user_version = 9999"_s));
        }
        m->close();
        const auto restored = restoreFrom(file, m->folder());
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::NewerSchema);
        QVERIFY2(
            restored.error().detail.startsWith(file + u" cannot be restored: It was written by a newer"_s),
            qPrintable(restored.error().detail));
        m->open();
    }

    void aWrongCountIsFound()
    {
        QCOMPARE(problems(), QStringList());
        m->change(u"UPDATE identity SET record_count = 5"_s);
        QCOMPARE(problems().size(), 1);
        QVERIFY(problems().constFirst().contains(u"identity 1"_s));
        m->change(u"UPDATE identity SET record_count = 1, sale_count = 1"_s); // of one activity
        QCOMPARE(problems().size(), 1);
        m->change(u"UPDATE identity SET sale_count = 0"_s);
        QCOMPARE(problems(), QStringList());
    }

    void oldCallsLeaveAndRecordsStay()
    {
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"30"_s);
        const auto now = QDateTime::currentMSecsSinceEpoch();
        m->receivedAt = now - 1000;
        m->call(Endpoint::Activities, CallFixture::activity("2"));
        m->change(u"UPDATE call SET received_at = ? WHERE id = 1"_s, {now - qint64(31) * 86'400'000});
        const auto prune = [&] {
            return m->write<qint64>([&](Connection &db) { return pruneSlice(db, settings); });
        };
        QCOMPARE(prune(), 1);
        QCOMPARE(prune(), 0);
        QCOMPARE(m->dump(u"SELECT id FROM call"_s), u"2"_s);
        QCOMPARE(m->dump(u"SELECT call_id FROM call_content"_s), u"2"_s);
        QCOMPARE(m->dump(u"SELECT external_id FROM activity ORDER BY id"_s), u"1 2"_s);
    }

    void aRemovedNumberIsNotGivenAgain()
    {
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"30"_s);
        m->call(Endpoint::Activities, CallFixture::activity("2"));
        m->change(u"UPDATE call SET received_at = 1"_s);
        QCOMPARE(m->write<qint64>([&](Connection &db) { return pruneSlice(db, settings); }), 2);
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("3")).call, CallId{3});
        m->change(u"UPDATE call SET received_at = 1"_s);
        QCOMPARE(m->write<qint64>([&](Connection &db) { return pruneSlice(db, settings); }), 1);
        m->close();
        m->open();
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("4")).call, CallId{4});
        QCOMPARE(m->call(Endpoint::Activities, CallFixture::activity("5")).call, CallId{5});
    }

    void aPreviewSaysWhatWouldLeave()
    {
        const auto now = QDateTime::currentMSecsSinceEpoch();
        constexpr qint64 hour = 3'600'000;
        for (int i = 2; i <= 300; ++i) {
            m->receivedAt = now - (301 - i) * hour;
            m->call(Endpoint::Activities, CallFixture::activity(QByteArray::number(i)));
        }
        m->change(u"UPDATE call SET received_at = ? WHERE id = 1"_s, {now - 300 * hour});
        Settings settings;
        const auto preview = [&] {
            return m->workspace()
                .read<RetentionPreview>([&](Connection &db) { return previewRetention(db, settings); })
                .result()
                .value();
        };
        QCOMPARE(preview(), RetentionPreview{}); // 90 days and no limit of size
        settings.set(Setting::LogRetentionDays, u"10"_s);
        const auto old = preview();
        QCOMPARE(old.calls, 61);                    // those of 300 to 240 hours ago
        QCOMPARE(old.before, now - 239 * hour + 1); // the fixture's clock moves on with each call
        QVERIFY2(old.bytes > 61 * 500 && old.bytes < 61 * 3000, qPrintable(QString::number(old.bytes)));
        // And so it is.
        qint64 removed = 0;
        while (const auto slice = m->write<qint64>([&](Connection &db) { return pruneSlice(db, settings); }))
            removed += slice;
        QCOMPARE(removed, old.calls);
        QCOMPARE(preview(), RetentionPreview{});
    }

    void aPreviewOfALimitOfSizeIsNearWhatLeaves()
    {
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"0"_s);
        for (int i = 0; i < 300; ++i)
            m->call(Endpoint::Activities,
                    CallFixture::activity("1", ",\"extra\":\"" + QByteArray(20'000, 'x') + '"'));
        const auto run = [&] {
            settings.set(Setting::LogRetentionMegabytes, u"3"_s);
            const auto preview =
                m->workspace()
                    .read<RetentionPreview>([&](Connection &db) { return previewRetention(db, settings); })
                    .result()
                    .value();
            return preview;
        };
        const auto said = run();
        // Some 6 MB of 20 KB each, of which 3 may stay; slices are of 200 calls.
        QVERIFY2(said.calls > 80 && said.calls < 200, qPrintable(QString::number(said.calls)));
        QVERIFY(said.bytes > 1'500'000 && said.bytes < 6'000'000);
        // More than there is: all of it.
        for (int i = 0; i < 20; ++i)
            m->change(u"INSERT INTO setting (name, value) VALUES ('filler' || ?, hex(zeroblob(500000)))"_s,
                      {i});
        QCOMPARE(run().calls, 301);
    }

    void aLogThatIsTooLargeLosesItsOldest()
    {
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"0"_s);
        for (int i = 0; i < 60; ++i)
            m->call(Endpoint::Activities,
                    CallFixture::activity("1", ",\"extra\":\"" + QByteArray(60'000, 'x') + '"'));
        settings.set(Setting::LogRetentionMegabytes, u"2"_s);
        qint64 removed = 0;
        while (const auto slice = m->write<qint64>([&](Connection &db) { return pruneSlice(db, settings); }))
            removed += slice;
        QVERIFY(removed > 0);
        const auto pages = m->dump(u"PRAGMA freelist_count"_s).toInt();
        QVERIFY(pages > 0);
        // The writer gives the space back by itself, a slice at a time; here without waiting for it.
        m->close();
        const QFileInfo file(m->folder() + u"/salesdesk.db"_s);
        const auto before = file.size();
        {
            const auto db = Connection::open(file.filePath(), Connection::Mode::Write);
            QVERIFY(db);
            while (returnSpace(**db).value()) {
            }
        }
        QVERIFY(QFileInfo(file.filePath()).size() < before);
        m->open();
        QCOMPARE(m->dump(u"PRAGMA freelist_count"_s).toInt(), 0);
        QCOMPARE(m->dump(u"SELECT COUNT(*) FROM activity"_s), u"1"_s);
    }

    /// With what the index of bodies took of these calls.
    void aPreviewSaysWhatTheFileGivesBack()
    {
        QRandomGenerator random(1);
        const QByteArrayList parts{"deal", "stage", "won", "call", "jan",
                                   "sen",  "bak",   "ker", "2026", "agent"};
        const auto now = QDateTime::currentMSecsSinceEpoch();
        for (int i = 0; i < 160; ++i) {
            QByteArray text;
            while (text.size() < 4000)
                text += parts.at(random.bounded(static_cast<int>(parts.size()))) + (i % 3 ? " " : "");
            m->receivedAt = now - (i < 120 ? 10LL : 1LL) * 86'400'000; // the writer itself keeps 90 days
            m->call(Endpoint::Activities, CallFixture::activity("1", ",\"extra\":\"" + text + '"'));
        }
        m->change(u"UPDATE call SET received_at = ? WHERE id = 1"_s, {now - 10LL * 86'400'000});
        Settings settings;
        settings.set(Setting::LogRetentionDays, u"5"_s);
        m->close();
        const QFileInfo file(m->folder() + u"/salesdesk.db"_s);
        const auto opened = Connection::open(file.filePath(), Connection::Mode::Write);
        QVERIFY(opened);
        auto &db = **opened;
        const auto size = [&] {
            while (*returnSpace(db)) {
            }
            db.checkpoint();
            return QFileInfo(file.filePath()).size();
        };
        while (*indexSlice(db)) {
        }
        const auto full = size();
        const auto preview = *previewRetention(db, settings);
        QCOMPARE(preview.calls, 121);
        while (*pruneSlice(db, settings) > 0) {
        }
        const auto pruned = full - size();
        while (*mergeIndexSlice(db)) {
        }
        const auto given = full - size();
        const auto said =
            u"said %1, pruned %2, merged %3 of %4"_s.arg(preview.bytes).arg(pruned).arg(given).arg(full);
        QVERIFY2(given > pruned, qPrintable(said));
        QVERIFY2(preview.bytes > given * 3 / 4 && preview.bytes < given * 5 / 4, qPrintable(said));
    }

private:
    std::unique_ptr<QTemporaryDir> m_other;
    std::unique_ptr<CallFixture> m;
};

QTEST_GUILESS_MAIN(TestMaintenance)
#include "tst_maintenance.moc"
