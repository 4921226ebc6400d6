// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowdelegate.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_rowdelegate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anIdIsCutWhereItMattersLeast_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("room"); ///< as wide as this
        QTest::addColumn<QString>("shown");
        QTest::addRow("there is room") << u"deal 12 | won"_s << u"deal 12 | won"_s << u"deal 12 | won"_s;
        QTest::addRow("a part is cut")
            << u"deal 12 | demo planned"_s << u"deal 12 | demo…"_s << u"deal 12 | demo…"_s;
        QTest::addRow("only the first part") << u"deal 12 | won"_s << u"deal 12…"_s << u"deal 12…"_s;
        QTest::addRow("not even that") << u"deal 12345 | won"_s << u"…12345…"_s << u"…12345…"_s;
        QTest::addRow("without parts") << u"AAAABBBBBBBBCCCC"_s << u"AAAA…CCCC"_s << u"AAAA…CCCC"_s;
    }
    void anIdIsCutWhereItMattersLeast()
    {
        QFETCH(QString, id);
        QFETCH(QString, room);
        const QFontMetrics metrics(QGuiApplication::font());
        // Advances are rounded: a pixel more than the text has room for all of it.
        QTEST(elidedId(metrics, id, metrics.horizontalAdvance(room) + 1), "shown");
    }
};

QTEST_MAIN(tst_rowdelegate)
#include "tst_rowdelegate.moc"
