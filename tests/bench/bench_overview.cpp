// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/calltally.h"
#include "model/store/connection.h"
#include "model/store/metricstore.h"
#include "model/store/standing.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

/// How long the pieces of a question hold up the reading thread.
struct Pieces {
    int count = 0;
    double worst = 0; // ms
    double sum = 0;

    template <typename Ask>
    auto ask(Ask one)
    {
        QElapsedTimer timer;
        timer.start();
        auto answer = one();
        const auto taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!answer.ok())
            qFatal("%s", qPrintable(answer.error().detail));
        ++count;
        worst = std::max(worst, taken);
        sum += taken;
        return *answer;
    }
    void print(const char *what) const
    {
        std::printf("%-28s %3d pieces, the longest %6.1f ms, all %8.1f ms\n", what, count, worst, sum);
    }
};

} // namespace

/// bench_overview FOLDER: what the overview asks of a folder of `salesdesk demo`, in the pieces that the
/// window asks in.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const auto db =
        Connection::open(QString::fromLocal8Bit(argv[1]) + u"/salesdesk.db"_s, Connection::Mode::Read);
    if (!db.ok())
        qFatal("%s", qPrintable(db.error().detail));
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto all = CallSearch(**db).all();
    std::printf("%lld calls\n", static_cast<long long>(all->last));

    Pieces calls;
    for (auto last = all->last; last >= all->first; last -= 25'000) {
        const CallRange piece{std::max(all->first, last - 24'999), last};
        const auto tallies = calls.ask([&] { return tallyCalls(**db, piece, now - 30LL * 86'400'000); });
        if (tallies.isEmpty())
            break;
    }
    calls.print("calls of 30 days");

    Pieces standing;
    std::ignore = standing.ask([&] { return readStanding(**db); });
    standing.print("what waits");

    const MetricStore store(**db);
    for (const auto &[by, name] : {std::pair(Metric::By::Agent, "a year's activities, agent"),
                                   std::pair(Metric::By::Team, "a year's activities, team"),
                                   std::pair(Metric::By::Day, "a year's activities, day")}) {
        const Metric metric{.by = by, .period = Metric::Period::Year};
        const auto span = spanOf(metric.period, now, QTimeZone::utc());
        Pieces pieces;
        std::optional<MetricStore::Place> after;
        do {
            after =
                pieces.ask([&] { return store.count(metric, span, QTimeZone::utc(), after, 20'000); }).next;
        } while (after);
        pieces.print(name);
    }
    return 0;
}
