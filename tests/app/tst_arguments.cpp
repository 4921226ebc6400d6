// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_Arguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void tst_Arguments::reads_data()
{
    using Options = QHash<QString, QString>;
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<Options>("options");
    const Options dataAndJson{{u"data"_s, u"d"_s}, {u"json"_s, {}}};
    QTest::newRow("an option before the command") << QStringList{u"--data"_s, u"d"_s, u"--json"_s, u"check"_s}
                                                  << QStringList{u"check"_s} << dataAndJson;
    QTest::newRow("an option after the command") << QStringList{u"check"_s, u"--json"_s, u"--data"_s, u"d"_s}
                                                 << QStringList{u"check"_s} << dataAndJson;
    QTest::newRow("a value behind an equals sign")
        << QStringList{u"--label=--a=b"_s} << QStringList{} << Options{{u"label"_s, u"--a=b"_s}};
    QTest::newRow("an empty value") << QStringList{u"--label"_s, {}} << QStringList{}
                                    << Options{{u"label"_s, {}}};
    QTest::newRow("a value that begins with one dash")
        << QStringList{u"--filter"_s, u"-status:4xx"_s} << QStringList{}
        << Options{{u"filter"_s, u"-status:4xx"_s}};
    QTest::newRow("everything after two dashes is a word")
        << QStringList{u"team"_s, u"--"_s, u"--json"_s, u"--"_s}
        << QStringList{u"team"_s, u"--json"_s, u"--"_s} << Options{};
    QTest::newRow("help in short") << QStringList{u"-h"_s} << QStringList{} << Options{{u"help"_s, {}}};
}

void tst_Arguments::reads()
{
    QFETCH(QStringList, line);
    const auto read = readArguments(line);
    QVERIFY(std::holds_alternative<Arguments>(read));
    QTEST(std::get<Arguments>(read).words, "words");
    using Options = QHash<QString, QString>;
    QFETCH(Options, options);
    QCOMPARE(std::get<Arguments>(read).options, options);
}

void tst_Arguments::refuses_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::newRow("an unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("a missing value at the end") << QStringList{u"--data"_s};
    QTest::newRow("a missing value before an option") << QStringList{u"--data"_s, u"--json"_s};
    QTest::newRow("an option twice") << QStringList{u"--limit"_s, u"1"_s, u"--limit=2"_s};
    QTest::newRow("a flag with a value") << QStringList{u"--json=yes"_s};
}

void tst_Arguments::refuses()
{
    QFETCH(QStringList, line);
    const auto read = readArguments(line);
    QVERIFY(std::holds_alternative<WrongUsage>(read));
    QVERIFY(std::get<WrongUsage>(read).detail.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(tst_Arguments)
#include "tst_arguments.moc"
