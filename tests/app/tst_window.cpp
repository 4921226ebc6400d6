// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The window of the real executable, offscreen: one on a folder, and what a second start does.
class TestWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondStartRaisesTheFirst();
    void aSecondStartSaysThatServeHasTheFolder();
    void endsWithASignal();

private:
    void start(QProcess &process, const QStringList &arguments = {})
    {
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(SALESDESK_EXECUTABLE),
                      arguments + QStringList{u"--data"_s, m_folder->filePath(u"data"_s)});
        QVERIFY2(process.waitForStarted(), qPrintable(process.errorString()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QProcess command;
    start(command, {u"setting"_s, u"set"_s, u"listen.port"_s, u"0"_s});
    QVERIFY(command.waitForFinished() && command.exitCode() == 0);
}

void TestWindow::aSecondStartRaisesTheFirst()
{
    QProcess first;
    start(first);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(u"data/salesdesk.sock"_s)), 20000);
    QProcess second;
    start(second);
    QVERIFY(second.waitForFinished(20000));
    const auto said = second.readAll();
    QVERIFY2(second.exitCode() == 0, said.constData());
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(20000));
}

void TestWindow::aSecondStartSaysThatServeHasTheFolder()
{
    QProcess receiver;
    start(receiver, {u"serve"_s, u"--port"_s, u"0"_s});
    QVERIFY(receiver.waitForReadyRead(20000));
    QProcess window;
    start(window);
    // It says so in a box, too, which waits for somebody: what it prints is enough here.
    QVERIFY(QTest::qWaitFor(
        [&] { return window.waitForReadyRead(100) && window.peek(10000).contains("running"); }, 20000));
    QVERIFY(window.readAll().contains("end it first"));
    QCOMPARE(receiver.state(), QProcess::Running);
    window.kill();
    QVERIFY(window.waitForFinished(20000));
    receiver.terminate();
    QVERIFY(receiver.waitForFinished(20000));
}

void TestWindow::endsWithASignal()
{
    QProcess window;
    start(window);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(u"data/salesdesk.sock"_s)), 20000);
    window.terminate();
    QVERIFY(window.waitForFinished(20000));
    QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.exitCode(), 0);
    QVERIFY(QFile::exists(m_folder->filePath(u"data/window.ini"_s))); // its place is kept
}

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
