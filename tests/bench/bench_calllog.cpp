// SPDX-License-Identifier: GPL-3.0-or-later
// The call log on a folder of `salesdesk demo --calls N`: each bar, and the worst that was measured of it.
// The window is the program's, the calls that come in go through the real receiver, sent by a process of
// their own. usage: bench_calllog FOLDER [SECONDS of incoming calls [PART...]], PART being one of those in
// `parts`; all of them when none is named.
#include "model/callexport.h"
#include "model/store/callindex.h"
#include "model/store/providerstore.h"
#include "model/tables/senderkit.h"
#include "receiver/receiver.h"
#include "tests/bench/loadgenerator.h"
#include "tests/ui/desk.h"
#include "ui/calllogpage.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/tableview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cstdio>
#include <thread>

#include <malloc.h>

using namespace salesdesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A line of /proc/self/status, in MiB: VmRSS, VmHWM.
double memory(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

void pumpUntil(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// Times of one kind, beside the bar that the worst of them is to keep.
class Times final
{
public:
    Times(QString what, double bar)
        : m_what(std::move(what))
        , m_bar(bar)
    {
    }
    void add(double ms, const QString &of = {})
    {
        if (m_all.isEmpty() || ms > *std::max_element(m_all.cbegin(), m_all.cend()))
            m_worst = of;
        m_all.append(ms);
    }
    void print()
    {
        std::sort(m_all.begin(), m_all.end());
        const auto worst = m_all.last();
        std::printf("%-44s %3lld times  median %7.1f  worst %7.1f ms  bar %4.0f  %s  %s\n",
                    qPrintable(m_what), static_cast<long long>(m_all.size()), m_all[m_all.size() / 2], worst,
                    m_bar,
                    m_bar == 0       ? "(none)"
                    : worst <= m_bar ? "kept"
                                     : "MISSED",
                    qPrintable(m_worst));
        std::fflush(stdout);
    }

private:
    QString m_what;
    double m_bar;
    QString m_worst;
    QList<double> m_all;
};

/// How late the event loop is for a timer of a millisecond, and how late a bare thread is for the same: what
/// the machine takes from everybody.
class Stalls final
{
    Q_DISABLE_COPY_MOVE(Stalls)
public:
    Stalls()
        : m_bare([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                const auto due = std::chrono::steady_clock::now() + 1ms;
                std::this_thread::sleep_until(due);
                const std::chrono::duration<double, std::milli> late = std::chrono::steady_clock::now() - due;
                m_machine = std::max(m_machine, late.count());
            }
        })
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] {
            m_late.append(static_cast<double>(m_since.nsecsElapsed()) / 1e6 - 1);
            m_since.start();
        });
        m_since.start();
        m_tick.start(1ms);
    }
    void print(const char *what)
    {
        m_tick.stop();
        m_bare.request_stop();
        m_bare.join();
        std::sort(m_late.begin(), m_late.end());
        std::printf(
            "%-44s p99 %5.1f  p99.9 %5.1f  longest stall %5.1f ms  bar   32  %s (a bare thread: %.1f)\n",
            what, m_late[m_late.size() * 99 / 100], m_late[m_late.size() * 999 / 1000], m_late.last(),
            m_late.last() <= 32 ? "kept" : "MISSED", m_machine);
        std::fflush(stdout);
    }

private:
    double m_machine = 0; // read when the thread has ended
    QTimer m_tick;
    QElapsedTimer m_since;
    QList<double> m_late;
    std::jthread m_bare;
};

/// A fresh window on the log's folder, as `salesdesk` makes it.
class Bench final
{
    Q_DISABLE_COPY_MOVE(Bench)
public:
    Bench(Workspace &workspace, Receiver &receiver)
        : m_workspace(workspace)
        , m_window(workspace, receiver, m_desktop, m_master)
        , m_page(*m_window.findChild<CallLogPage *>())
        , m_table(*m_page.findChild<TableView *>(u"callTable"_s))
        , m_model(static_cast<const CallTableModel &>(*m_table.model()))
        , m_filter(*m_page.findChild<QLineEdit *>(u"filter"_s))
    {
        m_window.resize(1280, 800);
        m_window.showScreen(MainWindow::Screen::Providers);
        m_window.show();
        settle();
    }

    /// From the key that opens the page to its rows on the screen.
    double open()
    {
        return timed([this] { m_window.showScreen(MainWindow::Screen::Calls); });
    }
    double goTo(double part)
    {
        return timed([&] {
            auto *bar = m_table.verticalScrollBar();
            bar->setValue(static_cast<int>(part * bar->maximum()));
        });
    }
    double filter(const QString &text)
    {
        const auto taken = timed([&] { m_filter.setText(text); });
        return taken;
    }
    void show(MainWindow::Screen screen)
    {
        m_window.showScreen(screen);
        settle();
    }
    /// From a call that is sent to its row in the open list.
    double appear(Receiver &receiver, const ProviderStore::Added &to)
    {
        const auto newest = m_model.callAt(0);
        QElapsedTimer clock;
        clock.start();
        const auto sent = receiver.send(
            testCall(to.provider, Endpoint::Activities, to.key, {}, QDateTime::currentDateTimeUtc()));
        pumpUntil([&] { return m_model.callAt(0) != newest && m_model.rowAt(0); });
        m_window.repaint();
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    [[nodiscard]] int rows() const { return m_model.rowCount(); }
    void untilAllIsKnown()
    {
        pumpUntil([this] { return m_model.isComplete(); });
    }
    /// The reading thread has nothing left to answer.
    void settle()
    {
        bool answered = false;
        whenFinished(m_workspace.read<Done>([](Connection &) { return Done{}; }), &m_window,
                     [&answered](const Result<Done> &) { answered = true; });
        pumpUntil([&answered] { return answered; });
    }

private:
    template <typename Act>
    double timed(Act act)
    {
        QElapsedTimer clock;
        bool answered = false;
        const auto connection =
            QObject::connect(&m_model, &LiveTableModel::loaded, &m_window, [&answered] { answered = true; });
        const auto before = m_model.query();
        clock.start();
        act();
        answered = answered || (m_model.isLoaded() && before == m_model.query());
        pumpUntil([&] { return answered && isFilled(); });
        m_window.repaint();
        const auto taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QObject::disconnect(connection);
        return taken;
    }
    /// Whether every row that can be seen is there; none only when it is known that there is none.
    bool isFilled()
    {
        if (m_model.rowCount() == 0)
            return m_model.isComplete();
        const int first = m_table.rowAt(0);
        const int last = m_table.rowAt(m_table.viewport()->height() - 1);
        for (int row = first; row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row) {
            if (!m_model.rowAt(row))
                return false;
        }
        return true;
    }

    Workspace &m_workspace;
    FakeDesktop m_desktop;
    MasterKey m_master = MasterKey::generate();
    MainWindow m_window;
    CallLogPage &m_page;
    TableView &m_table;
    const CallTableModel &m_model;
    QLineEdit &m_filter;
};

qint64 unindexed(Workspace &workspace)
{
    const auto left = workspace
                          .read<qint64>([](Connection &db) -> Result<qint64> {
                              const auto all = CallSearch(db).all();
                              const auto done = indexedTo(db);
                              if (!all)
                                  return all.error();
                              return done ? Result<qint64>(all->last - done->value) : done.error();
                          })
                          .result();
    if (!left)
        qFatal("%s", qPrintable(left.error().detail));
    return *left;
}

void waitForIndex(Workspace &workspace)
{
    QElapsedTimer clock;
    clock.start();
    const auto left = unindexed(workspace);
    while (unindexed(workspace) > 0)
        std::this_thread::sleep_for(200ms);
    std::printf("%lld calls were not in the index: it caught up in %.1f s\n", static_cast<long long>(left),
                static_cast<double>(clock.elapsed()) / 1000);
}

void measureStalls(const char *what, const Receiver &receiver, const ProviderStore::Added &to, int seconds)
{
    QProcess sender;
    sender.setProcessChannelMode(QProcess::ForwardedChannels);
    sender.start(QCoreApplication::applicationFilePath(),
                 {u"--send"_s, receiver.status().url.section(u':', -1),
                  u"/webhooks/%1/activities"_s.arg(to.provider.publicId), to.key, QString::number(seconds)});
    sender.waitForStarted(); // making a process is no work of the window's
    Stalls stalls;
    pumpUntil([&] { return sender.state() == QProcess::NotRunning; });
    stalls.print(what);
}

/// Role --send PORT PATH KEY SECONDS.
int send(const QStringList &arguments)
{
    const auto result = bench::run({.port = static_cast<std::uint16_t>(arguments.value(2).toUInt()),
                                    .connections = 32,
                                    .seconds = arguments.value(5).toDouble(),
                                    .path = arguments.value(3).toStdString(),
                                    .key = arguments.value(4).toStdString(),
                                    .run = std::to_string(QDateTime::currentMSecsSinceEpoch()) + ' ',
                                    .perSecond = 2000});
    std::printf("  sent %.0f calls a second, p99 %.1f ms, %llu failed\n", result.callsPerSecond, result.p99Ms,
                static_cast<unsigned long long>(result.failed));
    return result.failed == 0 ? 0 : 1;
}

void measureExport(Workspace &workspace, const QString &file, qint64 calls)
{
    malloc_trim(0);
    const auto before = memory("VmRSS");
    auto highest = before;
    QElapsedTimer clock;
    clock.start();
    CallExport work(workspace);
    bool over = false;
    QObject::connect(&work, &CallExport::finished, &work, [&over](const QString &problem) {
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        over = true;
    });
    QObject::connect(&work, &CallExport::progressed, &work, [&] {
        if (work.done() % 20'000 == 0)
            highest = std::max(highest, memory("VmRSS"));
    });
    work.start({}, ExportFormat::JsonLines, file, calls);
    pumpUntil([&over] { return over; });
    std::printf("%-44s %lld calls, %.0f MB in %.1f s: %+.1f MiB of memory  bar   50  %s\n", "export of all",
                static_cast<long long>(work.done()), static_cast<double>(QFileInfo(file).size()) / 1e6,
                static_cast<double>(clock.elapsed()) / 1000, highest - before,
                highest - before <= 50 ? "kept" : "MISSED");
    QFile::remove(file);

    CallExport cancelled(workspace);
    over = false;
    QObject::connect(&cancelled, &CallExport::finished, &cancelled, [&over] { over = true; });
    QObject::connect(&cancelled, &CallExport::progressed, &cancelled, [&] {
        if (cancelled.done() == 10'000) {
            clock.start();
            cancelled.cancel();
        }
    });
    cancelled.start({}, ExportFormat::JsonLines, file, calls);
    pumpUntil([&over] { return over; });
    std::printf("%-44s %.1f ms, %s\n", "an export is cancelled within",
                static_cast<double>(clock.nsecsElapsed()) / 1e6,
                QFile::exists(file) ? "and LEFT A FILE" : "no file is left");
}

/// What the parts of a run have in common.
struct Run {
    Workspace &workspace;
    Receiver &receiver;
    const ProviderStore::Added &to;
    QString folder;
    int seconds; ///< of incoming calls
    std::unique_ptr<Bench> bench = {};
};

void measureOpening(Run &run)
{
    Times opening(u"the page is opened"_s, 300);
    for (int i = 0; i < 5; ++i) {
        run.bench.reset();
        run.bench = std::make_unique<Bench>(run.workspace, run.receiver);
        opening.add(run.bench->open());
    }
    opening.print();
    QElapsedTimer clock;
    clock.start();
    run.bench->untilAllIsKnown();
    std::printf("%d calls, all of them known after %lld ms more\n", run.bench->rows(),
                static_cast<long long>(clock.elapsed()));
}

void measurePlaces(Run &run)
{
    Times places(u"a place of the scroll bar"_s, 100);
    for (int i = 1; i <= 60; ++i)
        places.add(run.bench->goTo(i * 37 % 61 / 60.0));
    places.print();
}

void measureFilters(Run &run)
{
    Times failed(u"status:4xx"_s, 100);
    for (int i = 0; i < 10; ++i) {
        failed.add(run.bench->filter(u"status:4xx"_s));
        run.bench->filter({});
    }
    failed.print();
    Times filters(u"other filters"_s, 100);
    for (const auto &text : {u"status:401"_s, u"endpoint:sales status:4xx"_s, u"provider:Dialler"_s,
                             u"agent:103"_s, u"type:Sale"_s, u"since:7d"_s, u"status:5xx"_s, u"status:503"_s,
                             u"reason:storage_full"_s, u"until:50d status:4xx"_s, u"reason:not_recognised"_s})
        filters.add(run.bench->filter(text), text);
    filters.print();
}

void measureWords(Run &run)
{
    Times words(u"a word in bodies"_s, 200);
    for (const auto &text :
         {u"body:Sanne"_s, u"body:\"deal 99\""_s, u"body:Thuisbatterij"_s, u"body:\"deal 5002 \""_s,
          u"body:\"70123\""_s, u"body:\"sent by hand\""_s, u"body:qzqzqz"_s, u"body:agent_email"_s,
          u"body:\"Meijer-de Boer\""_s, u"body:\"31-02-2025\""_s})
        words.add(run.bench->filter(text), text);
    words.print();
}

void measureThrough(Run &run)
{
    Times through(u"what no index has: all is looked through"_s, 0);
    for (const auto &text : {u"body:xq"_s, u"\"deal 12345\""_s, u"type:nothing"_s, u"agent:nobody"_s})
        through.add(run.bench->filter(text), text);
    through.print();
}

void measureIncoming(Run &run)
{
    run.bench->filter({});
    Times appearing(u"a call appears in the open list"_s, 500);
    for (int i = 0; i < 20; ++i)
        appearing.add(run.bench->appear(run.receiver, run.to));
    appearing.print();
    for (const auto &[screen, what] :
         {std::pair(MainWindow::Screen::Calls, "2,000 calls a second: the call log"),
          std::pair(MainWindow::Screen::Providers, "2,000 calls a second: a provider's page"),
          std::pair(MainWindow::Screen::Activities, "2,000 calls a second: the activities")}) {
        run.bench->show(screen);
        measureStalls(what, run.receiver, run.to, run.seconds);
    }
    malloc_trim(0);
    const auto window = memory("VmRSS");
    std::printf("%-44s %.0f MiB (at most %.0f)  bar  250  %s\n", "memory of the window", window,
                memory("VmHWM"), memory("VmHWM") <= 250 ? "kept" : "MISSED");
}

void measureExporting(Run &run)
{
    measureExport(run.workspace, run.folder + u"/bench.jsonl"_s, run.bench->rows());
}

struct Part {
    const char *name;
    void (*measure)(Run &);
};
constexpr std::array parts{Part{"open", measureOpening},    Part{"places", measurePlaces},
                           Part{"filters", measureFilters}, Part{"words", measureWords},
                           Part{"through", measureThrough}, Part{"incoming", measureIncoming},
                           Part{"export", measureExporting}};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--send"_s)
        return send(arguments);
    if (argc < 2)
        return 2;
    style::apply(*qApp);
    const auto master = MasterKey::generate();
    const auto opened = Workspace::open({.folder = arguments[1], .master = master});
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().detail));
    auto &workspace = **opened;
    const auto added =
        workspace
            .write<ProviderStore::Added>([master](Connection &db) {
                return ProviderStore(db).add(u"bench %1"_s.arg(QDateTime::currentMSecsSinceEpoch()),
                                             u"webhooks"_s, master);
            })
            .result();
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
    waitForIndex(workspace);
    Receiver receiver(workspace);
    receiver.start(u"127.0.0.1"_s, 0);
    pumpUntil([&] { return receiver.status().state == ReceiverState::Listening; });

    Run run{workspace, receiver, *added, arguments[1], arguments.value(2, u"8"_s).toInt()};
    const auto chosen = arguments.mid(3);
    for (const auto &part : parts) {
        // Every other part is of a page that was opened.
        if (chosen.isEmpty() || chosen.contains(QLatin1StringView(part.name)) || !run.bench)
            part.measure(run);
    }
    return 0;
}
