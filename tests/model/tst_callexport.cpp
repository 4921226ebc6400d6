// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "model/callexport.h"
#include "model/store/callindex.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestCallExport final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Desk> m;
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray bytesOf(const QString &file)
    {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("not there");
    }
    int indexed()
    {
        const auto to = m->workspace->read<CallId>([](Connection &db) { return indexedTo(db); }).result();
        return to.ok() ? static_cast<int>(to->value) : -1;
    }
    /// What finished() said.
    QString run(CallExport &work, const QString &file, ExportFormat format, const CallQuery &query = {})
    {
        QSignalSpy finished(&work, &CallExport::finished);
        work.start(query, format, file, 450);
        return finished.wait() ? finished.first().first().toString() : u"never"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m = std::make_unique<Desk>();
        const auto provider = m->addProvider(u"CRM"_s);
        for (int i = 0; i < 449; ++i) // more than two pages
            m->sendActivity(provider, QByteArray::number(i));
        m->send(provider, Endpoint::Sales, "{");
    }

    void aSheetOfAll()
    {
        CallExport work(*m->workspace);
        const auto file = path(u"a.csv"_s);
        QCOMPARE(run(work, file, ExportFormat::Csv), QString());
        QCOMPARE(work.done(), 450);
        const auto lines = bytesOf(file).split('\n');
        QCOMPARE(lines.size(), 452); // the head and what is after the last line end
        QVERIFY(lines.at(1).startsWith("450,"));
        QVERIFY(lines.at(450).startsWith("1,"));
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void linesOfWhatFits()
    {
        const auto filter = readCallFilter(u"status:4xx", 0, QTimeZone::utc());
        CallExport work(*m->workspace);
        const auto file = path(u"a.jsonl"_s);
        QCOMPARE(run(work, file, ExportFormat::JsonLines, {.filter = std::get<CallFilter>(filter)}),
                 QString());
        QCOMPARE(bytesOf(file).count('\n'), 1);
        QCOMPARE(QJsonDocument::fromJson(bytesOf(file)).object().value(u"body"_s).toString(), u"{"_s);
    }

    void anArchiveOfAll()
    {
        CallExport work(*m->workspace);
        const auto file = path(u"a.har"_s);
        QCOMPARE(run(work, file, ExportFormat::Har), QString());
        const auto entries = QJsonDocument::fromJson(bytesOf(file))
                                 .object()
                                 .value(u"log"_s)
                                 .toObject()
                                 .value(u"entries"_s)
                                 .toArray();
        QCOMPARE(entries.size(), 450);
    }

    void leavesNothingWhenItIsCancelled()
    {
        QFile before(path(u"b.csv"_s));
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("as it was");
        before.close();
        CallExport work(*m->workspace);
        connect(&work, &CallExport::progressed, &work, &CallExport::cancel);
        QCOMPARE(run(work, before.fileName(), ExportFormat::Csv), QString());
        QVERIFY(work.done() < 450);
        QCOMPARE(bytesOf(before.fileName()), QByteArray("as it was"));
        QCOMPARE(QDir(m_folder.path()).entryList({u"b.csv*"_s}, QDir::Files).size(), 1);
    }

    void saysWhereItCannotWrite()
    {
        CallExport nowhere(*m->workspace);
        const auto said = run(nowhere, path(u"no/such/a.csv"_s), ExportFormat::Csv);
        QVERIFY2(said.contains(u"no/such/a.csv"_s) && said.contains(u"Choose another place"_s),
                 qPrintable(said));
        // A pipe, for what is no file: a device has to be made by root.
        const auto pipe = path(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        CallExport into(*m->workspace);
        const auto refused = run(into, pipe, ExportFormat::Csv);
        QVERIFY2(refused.contains(pipe) && refused.contains(u"it is no file"_s), qPrintable(refused));
        struct stat there = {};
        QCOMPARE(stat(QFile::encodeName(pipe).constData(), &there), 0);
        QVERIFY(S_ISFIFO(there.st_mode));
        // A folder that goes away meanwhile.
        QVERIFY(QDir(m_folder.path()).mkdir(u"gone"_s));
        CallExport late(*m->workspace);
        connect(&late, &CallExport::progressed, this, [this] { QDir(path(u"gone"_s)).removeRecursively(); });
        const auto problem = run(late, path(u"gone/a.csv"_s), ExportFormat::Csv);
        QVERIFY2(problem.contains(u"gone/a.csv"_s) && problem.contains(u"Nothing of it is kept"_s),
                 qPrintable(problem));
    }

    void stopsWhenNoMoreCanBeWritten()
    {
        // So that the storage has nothing to write while it may not.
        QTRY_COMPARE(indexed(), 450);
        struct rlimit before;
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto signal = std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit tight = {64 * 1024, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        CallExport work(*m->workspace);
        const auto file = path(u"large.jsonl"_s);
        const auto problem = run(work, file, ExportFormat::JsonLines);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, signal);
        QVERIFY2(problem.contains(u"large.jsonl"_s) && problem.contains(u"Nothing of it is kept"_s),
                 qPrintable(problem));
        QVERIFY(work.done() < 450);
        QVERIFY(QDir(m_folder.path()).entryList({u"large*"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCallExport)
#include "tst_callexport.moc"
