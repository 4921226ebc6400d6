// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/direction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salesdesk;

class TestDirection final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOutWhatTurnsText_data();
    void takesOutWhatTurnsText();
};

void TestDirection::takesOutWhatTurnsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    QTest::newRow("an override") << u"\u202Enesnaj ob"_s << u"nesnaj ob"_s;
    QTest::newRow("an embedding that is closed") << u"a\u202Bb\u202Cc"_s << u"abc"_s;
    QTest::newRow("isolates") << u"\u2066a\u2067b\u2068c\u2069"_s << u"abc"_s;
    QTest::newRow("letters that are written from the right stay") << u"שלום"_s << u"שלום"_s;
    QTest::newRow("marks between two directions stay") << u"a\u200E\u200Fb"_s << u"a\u200E\u200Fb"_s;
    QTest::newRow("joined pictures stay") << u"👩\u200D💻"_s << u"👩\u200D💻"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestDirection::takesOutWhatTurnsText()
{
    QFETCH(QString, text);
    QFETCH(QString, left);
    QCOMPARE(withoutDirections(text), left);
}

QTEST_GUILESS_MAIN(TestDirection)
#include "tst_direction.moc"
