// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captionheader.h"
#include "ui/fieldtree.h"
#include "ui/style.h"

#include <QScrollBar>
#include <QTest>

using namespace salesdesk;
using namespace Qt::StringLiterals;

class tst_fieldtree final : public QObject
{
    Q_OBJECT

    static constexpr int Wide = 420;

    void open()
    {
        m_tree = std::make_unique<FieldTree>(u"tree"_s, u"Fields"_s,
                                             QStringList{u"Field"_s, u"Sent"_s, u"Outcome"_s}, nullptr);
        m_tree->resize(Wide, 600);
        m_tree->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tree.get()));
    }
    [[nodiscard]] QRect cell(int row, int column) const
    {
        return m_tree->visualRect(m_tree->model()->index(row, column));
    }

private Q_SLOTS:
    void cleanup() { m_tree.reset(); }

    void aLongRemarkGoesOnInFurtherLines()
    {
        open();
        const auto remark = u"invalid_moment: moment is not a moment: send one such as 2025-12-10 19:00:00"_s;
        m_tree->addRow({u"moment"_s, u"31-02-2025"_s, remark});
        m_tree->addRow({u"agent_name"_s, u"Mohamed Amrani"_s, u"read"_s});
        m_tree->fitColumns();
        QCoreApplication::processEvents();
        const auto room = cell(0, 2);
        QVERIFY(room.width() >= Wide * 2 / 5 - 1);
        const auto needed =
            m_tree->fontMetrics().boundingRect(QRect(0, 0, room.width() - 8, 1000), Qt::TextWordWrap, remark);
        QVERIFY(needed.height() > m_tree->fontMetrics().lineSpacing());
        QVERIFY2(room.height() >= needed.height(), qPrintable(QString::number(room.height())));
        QVERIFY(cell(1, 2).height() < room.height());
        QVERIFY(m_tree->horizontalScrollBar()->maximum() == 0);
    }

    void shortTextsStandInOneLine()
    {
        open();
        m_tree->addRow({u"agent_name"_s, u"Mohamed Amrani"_s, u"read"_s});
        m_tree->fitColumns();
        for (int column = 0; column < 2; ++column)
            QVERIFY(cell(0, column).width() >=
                    m_tree->fontMetrics().horizontalAdvance(m_tree->topLevelItem(0)->text(column)));
        QVERIFY(cell(0, 0).height() < 2 * m_tree->fontMetrics().lineSpacing());
    }

    void aHugeValueTakesAFewLines()
    {
        open();
        m_tree->addRow({u"x"_s, u"long "_s.repeated(10'000), u"read"_s});
        m_tree->fitColumns();
        QCoreApplication::processEvents();
        QVERIFY(cell(0, 1).height() <= 8 * m_tree->fontMetrics().lineSpacing());
    }

    void isAsHighAsItsRows()
    {
        open();
        m_tree->growTo(20);
        m_tree->addRow({u"a"_s, u"b"_s, u"c"_s});
        m_tree->fitColumns();
        const int one = m_tree->minimumHeight();
        m_tree->addRow({u"moment"_s, u"31-02-2025"_s, u"goes on and on "_s.repeated(12)});
        m_tree->fitColumns();
        QVERIFY(m_tree->minimumHeight() > one + 2 * m_tree->fontMetrics().lineSpacing());
        m_tree->resize(2000, 600);
        QVERIFY(m_tree->minimumHeight() < one + 2 * m_tree->fontMetrics().lineSpacing());
        for (int row = 0; row < 50; ++row)
            m_tree->addRow({u"a"_s, u"b"_s, u"c"_s});
        m_tree->fitColumns();
        QVERIFY(m_tree->minimumHeight() <= 20 * (m_tree->fontMetrics().height() + style::Unit));
    }

    void titlesStandOverTheirTexts()
    {
        open();
        QVERIFY(qobject_cast<CaptionHeader *>(m_tree->header()));
    }

private:
    std::unique_ptr<FieldTree> m_tree;
};

QTEST_MAIN(tst_fieldtree)
#include "tst_fieldtree.moc"
