// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/email.h"

#include <QTest>

using namespace salesdesk;

class TestEmail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAnAddress_data();
    void isAnAddress();
};

void TestEmail::isAnAddress_data()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a plain address") << u"cas@system23.nl"_s << true;
    QTest::newRow("dots and a plus") << u"b.o+x@mail.example.co.uk"_s << true;
    QTest::newRow("a domain without a dot") << u"root@localhost"_s << true;
    QTest::newRow("letters beyond ASCII") << u"josé@bücher.example"_s << true;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("no at sign") << u"cas.system23.nl"_s << false;
    QTest::newRow("no local part") << u"@system23.nl"_s << false;
    QTest::newRow("no domain") << u"cas@"_s << false;
    QTest::newRow("two at signs") << u"cas@x@system23.nl"_s << false;
    QTest::newRow("a space") << u"ca s@system23.nl"_s << false;
    QTest::newRow("a line break") << u"cas@system23.nl\n"_s << false;
    QTest::newRow("an empty label") << u"cas@system23..nl"_s << false;
    QTest::newRow("a label that begins with a hyphen") << u"cas@-system23.nl"_s << false;
    QTest::newRow("a label that ends with a hyphen") << u"cas@system23-.nl"_s << false;
    QTest::newRow("a label of 63 characters") << u"cas@%1.nl"_s.arg(QString(63, u'a')) << true;
    QTest::newRow("a label of 64 characters") << u"cas@%1.nl"_s.arg(QString(64, u'a')) << false;
    QTest::newRow("a display name around it") << u"Cas <cas@system23.nl>"_s << false;
    const auto longest = QString(242, u'a') + u"@example.com"_s;
    QTest::newRow("254 characters") << longest << true;
    QTest::newRow("255 characters") << u'a' + longest << false;
}

void TestEmail::isAnAddress()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    QCOMPARE(isEmailAddress(text), expected);
}

QTEST_APPLESS_MAIN(TestEmail)
#include "tst_email.moc"
