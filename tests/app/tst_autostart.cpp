// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostart.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestAutostart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAValidEntryAndRemovesIt();
    void quotesItsCommand();
    void saysThatItCannotBeWritten();

private:
    QString file() const { return m_home->filePath(u"autostart/org.salesdesk.SalesDesk.desktop"_s); }
    QByteArray text() const
    {
        QFile entry(file());
        return entry.open(QIODevice::ReadOnly) ? entry.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAutostart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_home->path().toLocal8Bit());
}

void TestAutostart::writesAValidEntryAndRemovesIt()
{
    const Autostart autostart({u"/usr/bin/salesdesk"_s, u"--hidden"_s});
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true).ok());
    QVERIFY(autostart.isOn());
    QVERIFY2(text().contains("\nExec=\"/usr/bin/salesdesk\" \"--hidden\"\n"), text().constData());
    QProcess validator;
    validator.start(u"desktop-file-validate"_s, {file()});
    QVERIFY2(validator.waitForFinished() && validator.exitCode() == 0,
             validator.readAllStandardOutput().constData());
    QVERIFY(autostart.set(false).ok());
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(false).ok()); // there is nothing to do
}

void TestAutostart::quotesItsCommand()
{
    QVERIFY(Autostart({uR"(/opt/a "b" $c\d)"_s, u"100%"_s}).set(true).ok());
    QVERIFY2(text().contains(R"(Exec="/opt/a \\"b\\" \\$c\\\\d" "100%%")"), text().constData());
}

void TestAutostart::saysThatItCannotBeWritten()
{
    QFile inTheWay(m_home->filePath(u"autostart"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto done = Autostart({u"/usr/bin/salesdesk"_s}).set(true);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().detail.contains(u"autostart"_s), qPrintable(done.error().detail));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
