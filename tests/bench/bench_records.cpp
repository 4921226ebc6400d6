// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/recordtablemodel.h"
#include "ui/recordspage.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTreeWidget>

#include <algorithm>
#include <cstdio>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// One of the pages on a folder, and how long it takes to show what is asked of it.
class Bench
{
public:
    Bench(Endpoint endpoint, Workspace &workspace)
        : m_page(endpoint, workspace)
        , m_table(m_page.findChild<TableView *>(endpoint == Endpoint::Activities ? u"activityTable"_s
                                                                                 : u"saleTable"_s))
        , m_listing(dynamic_cast<RecordListing *>(m_table->model()))
    {
        m_page.resize(1100, 800);
    }

    double open()
    {
        return timed([this] { m_page.show(); }, [this] { return showsRows(); });
    }
    double readAll()
    {
        return timed([] {}, [this] { return m_listing->isComplete(); });
    }
    int rows() const { return m_table->model()->rowCount(); }

    /// Any places of the scroll bar.
    QList<double> jump(int times)
    {
        QRandomGenerator random(1);
        auto *bar = m_table->verticalScrollBar();
        QList<double> all;
        for (int i = 0; i < times; ++i) {
            all.append(timed([&] { bar->setValue(static_cast<int>(random.bounded(bar->maximum()))); },
                             [this] { return showsRows(); }));
        }
        return all;
    }

    /// Until its first rows stand there, and until all records were looked at. Negative: there are none.
    std::pair<double, double> filter(const QString &text)
    {
        const auto *model = m_table->model();
        bool begun = false;
        const auto once =
            QObject::connect(model, &QAbstractItemModel::modelReset, &m_page, [&begun] { begun = true; });
        const auto first = timed([&] { m_page.findChild<QLineEdit *>(u"filter"_s)->setText(text); },
                                 [&] { return begun && (showsRows() || m_listing->isComplete()); });
        QObject::disconnect(once);
        const bool any = rows() > 0;
        const auto all = first + readAll();
        return {any ? first : -first, all};
    }

    double order()
    {
        const auto *model = m_table->model();
        bool begun = false;
        QObject::connect(model, &QAbstractItemModel::modelReset, &m_page, [&begun] { begun = true; });
        return timed([&] { m_page.findChild<QPushButton *>(u"byChange"_s)->click(); },
                     [&] { return begun && showsRows(); });
    }

    double details()
    {
        auto *history = m_page.findChild<QTreeWidget *>(u"recordHistory"_s);
        return timed([&] { m_table->setCurrentIndex(m_table->model()->index(rows() / 2, 0)); },
                     [&] { return history->topLevelItemCount() > 0; });
    }

private:
    /// Whether each row that is in view is there.
    bool showsRows() const
    {
        const auto *model = m_table->model();
        if (model->rowCount() == 0)
            return false;
        const int last = m_table->rowAt(m_table->viewport()->height() - 1);
        for (int row = m_table->rowAt(0); row <= (last < 0 ? model->rowCount() - 1 : last); ++row) {
            if (model->index(row, 0).data().toString() == u"…"_s)
                return false;
        }
        return true;
    }
    template <typename Act, typename Done>
    static double timed(Act act, Done done)
    {
        QElapsedTimer clock;
        clock.start();
        act();
        while (!done())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    RecordsPage m_page;
    TableView *m_table;
    RecordListing *m_listing;
};

void measure(Endpoint endpoint, Workspace &workspace)
{
    Bench bench(endpoint, workspace);
    std::printf("%s\n", endpoint == Endpoint::Activities ? "Activities" : "Sales");
    std::printf("  opens                          %7.1f ms (bar 300)\n", bench.open());
    const auto read = bench.readAll();
    std::printf("  knows all %9d            %7.1f ms after that\n", bench.rows(), read);
    auto jumps = bench.jump(200);
    std::sort(jumps.begin(), jumps.end());
    std::printf("  a place of the scroll bar      %7.1f ms at worst of 200, %.1f in the middle (bar 100)\n",
                jumps.last(), jumps.at(jumps.size() / 2));
    std::printf("  a record with its history      %7.1f ms\n", bench.details());
    const QStringList filters =
        endpoint == Endpoint::Activities
            ? QStringList{u"type:Sale"_s,      u"agent:bo"_s,
                          u"team:nor"_s,       u"unlinked"_s,
                          u"value:>100"_s,     u"since:7d"_s,
                          u"contact:5012"_s,   u"id:\"deal 1000 | demo planned\""_s,
                          u"\"deal 99999\""_s, u"nowhere"_s}
            : QStringList{u"cancelled"_s,   u"product:gas"_s,  u"agent:bo"_s, u"unlinked"_s,
                          u"value:>9000"_s, u"contact:5012"_s, u"id:71000"_s, u"nowhere"_s};
    for (const auto &filter : filters) {
        const auto [first, all] = bench.filter(filter);
        if (first < 0)
            std::printf("  %-30s no rows, known after %7.1f ms\n", qPrintable(filter), -first);
        else
            std::printf("  %-30s %7.1f ms to its first rows (bar 100), all %8.1f ms\n", qPrintable(filter),
                        first, all);
    }
    std::ignore = bench.filter({});
    std::printf("  last changed first             %7.1f ms\n", bench.order());
}

} // namespace

/// bench_records FOLDER: the pages of activities and sales on a folder of `salesdesk demo`, as a person waits
/// for them.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc != 2)
        return 2;
    style::apply(*qApp);
    const auto workspace = Workspace::open({QString::fromLocal8Bit(argv[1])});
    if (!workspace.ok())
        qFatal("%s", qPrintable(workspace.error().detail));
    measure(Endpoint::Activities, **workspace);
    measure(Endpoint::Sales, **workspace);
    return 0;
}
