// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/linediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestLineDiff final : public QObject
{
    Q_OBJECT

    /// "=a -b +c"
    static QString shown(const QList<DiffLine> &lines)
    {
        QStringList texts;
        for (const auto &line : lines)
            texts.append((line.kind == DiffLine::Kind::Same      ? u'='
                          : line.kind == DiffLine::Kind::Removed ? u'-'
                                                                 : u'+') +
                         line.text);
        return texts.join(u' ');
    }

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("difference");
        QTest::newRow("equal") << u"a b"_s << u"a b"_s << u"=a =b"_s;
        QTest::newRow("changed in the middle") << u"a b c"_s << u"a x c"_s << u"=a -b +x =c"_s;
        QTest::newRow("added at the end") << u"a"_s << u"a b"_s << u"=a +b"_s;
        QTest::newRow("removed at the start") << u"a b"_s << u"b"_s << u"-a =b"_s;
        QTest::newRow("the longest common ones stay")
            << u"a b c d"_s << u"b x d y"_s << u"-a =b -c +x =d +y"_s;
        QTest::newRow("nothing in common") << u"a"_s << u"b"_s << u"-a +b"_s;
    }
    void tells()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(shown(diffLines(before.split(u' '), after.split(u' '))), "difference");
    }

    void manyLinesAreNotWorkedThrough()
    {
        QStringList before{u"same"_s};
        QStringList after{u"same"_s};
        for (int i = 0; i < 20'000; ++i) {
            before.append(u"b%1"_s.arg(i));
            after.append(u"a%1"_s.arg(i));
        }
        const auto lines = diffLines(before, after);
        QCOMPARE(lines.size(), 40'001);
        QCOMPARE(lines.first().kind, DiffLine::Kind::Same);
        QCOMPARE(lines.at(1).kind, DiffLine::Kind::Removed);
        QCOMPARE(lines.last(), (DiffLine{DiffLine::Kind::Added, u"a19999"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
