// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flowlayout.h"

#include <QTest>
#include <QWidget>

using namespace salesdesk;
using namespace Qt::StringLiterals;

/// Widgets of 40 by 10, and where a FlowLayout with a gap of 4 puts them.
class tst_flowlayout final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_box = std::make_unique<QWidget>();
        m_layout = new FlowLayout(4);
        m_box->setLayout(m_layout);
        for (int i = 0; i < 3; ++i)
            m_layout->addWidget(widget({40, 10}));
    }
    void breaksWhereThereIsNoRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("places");
        QTest::addColumn<int>("height");
        QTest::addRow("all in one line") << 128 << u"0,0 44,0 88,0"_s << 10;
        QTest::addRow("one pixel less") << 127 << u"0,0 44,0 0,14"_s << 24;
        QTest::addRow("one in a line") << 83 << u"0,0 0,14 0,28"_s << 38;
        QTest::addRow("less than one takes") << 20 << u"0,0 0,14 0,28"_s << 38;
    }
    void breaksWhereThereIsNoRoom()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QCOMPARE(m_layout->heightForWidth(width), height);
        m_layout->setGeometry({0, 0, width, height});
        QTEST(places(), "places");
    }
    void startsWhereItIsPut()
    {
        m_layout->setGeometry({100, 50, 90, 24});
        QCOMPARE(places(), u"100,50 144,50 100,64"_s);
    }
    void runsFromTheRightWhereTheLanguageDoes()
    {
        m_box->setLayoutDirection(Qt::RightToLeft);
        m_layout->setGeometry({0, 0, 100, 24});
        QCOMPARE(places(), u"60,0 16,0 60,14"_s);
    }
    void aLineIsAsHighAsItsHighest()
    {
        m_layout->addWidget(widget({40, 30}));
        m_layout->addWidget(widget({40, 10}));
        QCOMPARE(m_layout->heightForWidth(90), 10 + 4 + 30 + 4 + 10);
    }
    void takesNoRoomForWhatIsHidden()
    {
        m_box->findChildren<QWidget *>().at(1)->hide();
        QCOMPARE(m_layout->heightForWidth(90), 10);
        QCOMPARE(m_layout->sizeHint(), QSize(84, 10));
        for (auto *each : m_box->findChildren<QWidget *>())
            each->hide();
        QCOMPARE(m_layout->heightForWidth(90), 0);
        QCOMPARE(m_layout->sizeHint(), QSize(0, 0));
    }
    void asksForOneLineAndTakesOneWidget()
    {
        m_layout->addWidget(widget({60, 8}));
        QCOMPARE(m_layout->sizeHint(), QSize(40 + 4 + 40 + 4 + 40 + 4 + 60, 10));
        QCOMPARE(m_layout->minimumSize(), QSize(60, 10));
    }
    void givesBackWhatIsTaken()
    {
        QCOMPARE(m_layout->count(), 3);
        QCOMPARE(m_layout->itemAt(3), nullptr);
        QCOMPARE(m_layout->itemAt(-1), nullptr);
        QCOMPARE(m_layout->takeAt(3), nullptr);
        const auto *second = m_layout->itemAt(1);
        const std::unique_ptr<QLayoutItem> taken(m_layout->takeAt(1));
        QCOMPARE(taken.get(), second);
        QCOMPARE(m_layout->count(), 2);
        QCOMPARE(m_layout->heightForWidth(84), 10);
    }

private:
    QWidget *widget(QSize size)
    {
        auto *made = new QWidget(m_box.get());
        made->setFixedSize(size);
        made->show();
        return made;
    }
    [[nodiscard]] QString places() const
    {
        QStringList all;
        for (int i = 0; i < m_layout->count(); ++i) {
            const auto at = m_layout->itemAt(i)->geometry().topLeft();
            all.append(u"%1,%2"_s.arg(at.x()).arg(at.y()));
        }
        return all.join(u' ');
    }

    std::unique_ptr<QWidget> m_box;
    FlowLayout *m_layout = nullptr;
};

QTEST_MAIN(tst_flowlayout)
#include "tst_flowlayout.moc"
