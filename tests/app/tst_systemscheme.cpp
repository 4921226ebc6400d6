// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemscheme.h"

#include <QSignalSpy>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class TestSystemScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePortal();
};

void TestSystemScheme::followsThePortal()
{
    using Shade = SystemScheme::Shade;
    SystemScheme scheme;
    const QSignalSpy changed(&scheme, &SystemScheme::changed);
    const auto say = [&scheme](const QString &key, uint value) {
        scheme.take(u"org.freedesktop.appearance"_s, key, QDBusVariant(value));
    };
    QCOMPARE(scheme.shade(), Shade::NoPreference);
    say(u"color-scheme"_s, 1);
    QCOMPARE(scheme.shade(), Shade::Dark);
    say(u"color-scheme"_s, 1);
    QCOMPARE(changed.size(), 1);
    say(u"color-scheme"_s, 2);
    QCOMPARE(scheme.shade(), Shade::Light);
    say(u"contrast"_s, 1);
    QVERIFY(scheme.highContrast());
    say(u"accent-color"_s, 7);
    scheme.take(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, QDBusVariant(1U));
    QCOMPARE(changed.size(), 3);
    say(u"color-scheme"_s, 0);
    QCOMPARE(scheme.shade(), Shade::NoPreference);
}

QTEST_GUILESS_MAIN(TestSystemScheme)
#include "tst_systemscheme.moc"
