// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen for somebody who sees nothing of it and has no mouse: names, roles, and the way of the Tab
// key.
#include "tests/ui/everyscreen.h"

#include "ui/language.h"
#include "ui/style.h"

#include <QAccessible>
#include <QApplication>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_accessible final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatTakesTheFocusHasANameAndARole();
    void theTabKeyReachesEverything();

private:
    [[nodiscard]] static bool takesTab(const QWidget &widget)
    {
        return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
    }
    [[nodiscard]] static QString described(const QWidget &widget)
    {
        return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
    }

    std::unique_ptr<Desk> m_full;
    std::unique_ptr<MainWindow> m_window;
};

void tst_accessible::initTestCase()
{
    style::apply(*qApp);
    language::use(u"en"_s);
    m_full = std::make_unique<Desk>();
    fill(*m_full);
    m_window =
        std::make_unique<MainWindow>(*m_full->workspace, m_full->receiver, m_full->desktop, m_full->master);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_accessible::whatTakesTheFocusHasANameAndARole()
{
    QStringList faults;
    int seen = 0;
    visitEveryScreen(*m_window, [&](const QString &where) {
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            // (A spin box and an editable choice speak for the field inside them.)
            if (!takesTab(*widget) || widget->focusProxy() || widget->objectName().startsWith(u"qt_"_s))
                continue;
            auto *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face, qPrintable(described(*widget)));
            ++seen;
            if (face->text(QAccessible::Name).trimmed().isEmpty())
                faults.append(where + u": no name: "_s + described(*widget));
            if (face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
                faults.append(where + u": no role: "_s + described(*widget));
            if (!face->state().focusable)
                faults.append(where + u": said to take no focus: "_s + described(*widget));
        }
    });
    for (const auto &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
    QVERIFY2(seen > 150, qPrintable(QString::number(seen)));
}

void tst_accessible::theTabKeyReachesEverything()
{
    QStringList faults;
    visitEveryScreen(*m_window, [&](const QString &where) {
        QList<QWidget *> wanted;
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            if (takesTab(*widget) && !widget->focusProxy())
                wanted.append(widget);
        }
        QVERIFY(!wanted.isEmpty());
        wanted.first()->setFocus();
        QList<QWidget *> reached;
        for (qsizetype step = 0; step < 2 * wanted.size(); ++step) {
            auto *now = QApplication::focusWidget();
            if (!now || reached.contains(now))
                break;
            reached.append(now);
            QTest::keyClick(now, Qt::Key_Tab);
        }
        for (const auto *widget : std::as_const(wanted)) {
            if (!reached.contains(widget) && takesTab(*widget))
                faults.append(where + u": not reached: "_s + described(*widget));
        }
    });
    for (const auto &fault : std::as_const(faults))
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

QTEST_MAIN(tst_accessible)
#include "tst_accessible.moc"
