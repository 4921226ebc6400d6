// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace.h"

#include "model/store/callprocessor.h"
#include "model/store/callstore.h"
#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/store/sqlerror.h"
#include "model/store/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int gatherMs = 100; // changes are told at most this often

/// The reading thread's object: opens its connection when it is first asked.
class Reader final : public QObject
{
    Q_DISABLE_COPY_MOVE(Reader)
public:
    explicit Reader(QString file)
        : m_file(std::move(file))
    {
    }
    void run(const std::function<void(std::variant<Error, Connection *>)> &job)
    {
        if (!m_db) {
            auto opened = Connection::open(m_file, Connection::Mode::Read);
            if (!opened) {
                job(opened.error());
                return;
            }
            m_db = std::move(opened).value();
        }
        job(m_db.get());
        m_db->releaseCursors();
    }
    void close() { m_db.reset(); }

private:
    QString m_file;
    std::unique_ptr<Connection> m_db;
};

Error about(const QString &file, const Error &error)
{
    return {error.code, u"%1 cannot be used: %2"_s.arg(file, error.detail)};
}

/// Makes the folder (0700) and an empty database file (0600), where they are not there. What is there and is
/// not SalesDesk's, or is damaged, is found out by reading alone.
Result<Done> prepareFile(const QString &folder, const QString &file)
{
    // A folder that holds other things is left as it is: it may be a home, or /tmp.
    const auto entries = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    const bool ours = std::all_of(entries.begin(), entries.end(), [](const QString &name) {
        return name.startsWith("salesdesk."_L1) || name == "master.key"_L1 || name == "keystore"_L1;
    });
    constexpr auto ownerAlone = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || (ours && !QFile::setPermissions(folder, ownerAlone)))
        return {
            ErrorCode::StorageFailed,
            u"The data folder %1 cannot be made or is not yours. Choose another with --data."_s.arg(folder)};
    const auto name = QFile::encodeName(file);
    const int made = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (made < 0)
        return {ErrorCode::StorageFailed,
                u"%1 cannot be opened for writing: %2. Check the folder's permissions."_s.arg(
                    file, QString::fromLocal8Bit(strerror(errno)))};
    ::close(made);
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    const auto size = QFileInfo(file).size();
    constexpr qint64 headerSize = 100;
    constexpr int notADatabase = 26; // SQLITE_NOTADB
    // No byte: it was made, here or by SQLite, and nothing written yet. SQLite writes its header before its
    // log; with a log it was more than that, and SQLite would throw the log away.
    if (size == 0 && QFileInfo(file + u"-wal"_s).size() > 0)
        return about(file, toError(notADatabase, u"it is empty, and its log is not"_s));
    if (size == 0)
        return Done{};
    if (size < headerSize) // SQLite takes some of these for empty, and begins anew
        return about(file, toError(notADatabase, u"it is shorter than its header"_s));
    const auto db = Connection::open(file, Connection::Mode::Read);
    if (!db)
        return about(file, db.error());
    const auto known = checkVersion(**db);
    return known ? known : about(file, known.error());
}

} // namespace

struct Workspace::Private {
    QString folder;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
    QThread readerThread;
    std::mutex changesMutex; // guards the two below
    Changes changes;
    bool told = false; // an event is on its way
};

Workspace::Workspace(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
    qRegisterMetaType<Changes>();
    qRegisterMetaType<StoreHealth>();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const Options &options)
{
    const QString file = options.folder + u"/salesdesk.db"_s;
    if (const auto prepared = prepareFile(options.folder, file); !prepared)
        return prepared.error();
    auto d = std::make_unique<Private>();
    d->folder = options.folder;
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(d)));
    auto *self = workspace.get();
    const Writer::Listeners listeners{
        [self](Changes changes) { self->gather(changes); },
        [self](const StoreHealth &health) {
            QMetaObject::invokeMethod(
                self, [self, health] { Q_EMIT self->healthChanged(health); }, Qt::QueuedConnection);
        },
    };
    auto &members = *workspace->m_d;
    members.writer =
        std::make_unique<Writer>(file, options.master, static_cast<size_t>(options.queueCapacity), listeners);
    if (const auto started = members.writer->start(); !started)
        return about(file, started.error());
    members.reader = std::make_unique<Reader>(file);
    members.reader->moveToThread(&members.readerThread);
    members.readerThread.setObjectName(u"reader"_s);
    members.readerThread.start();
    return workspace;
}

Workspace::~Workspace()
{
    if (m_d->readerThread.isRunning()) {
        // What was asked before is answered; then the connection goes on its own thread.
        QMetaObject::invokeMethod(m_d->reader.get(), &Reader::close, Qt::BlockingQueuedConnection);
        m_d->readerThread.quit();
        m_d->readerThread.wait();
    }
    m_d->writer->stop(); // those who still ask it are told ShuttingDown
}

void Workspace::gather(Changes changes)
{
    {
        const std::scoped_lock lock(m_d->changesMutex);
        m_d->changes |= changes;
        if (std::exchange(m_d->told, true))
            return;
    }
    const auto tell = [this] {
        Changes gathered;
        {
            const std::scoped_lock lock(m_d->changesMutex);
            gathered = std::exchange(m_d->changes, {});
            m_d->told = false;
        }
        Q_EMIT changed(gathered);
    };
    QMetaObject::invokeMethod(
        this, [this, tell] { QTimer::singleShot(gatherMs, this, tell); }, Qt::QueuedConnection);
}

const QString &Workspace::folder() const
{
    return m_d->folder;
}

QFuture<Result<CallOutcome>> Workspace::process(CallSubmission submission, std::optional<CallId> replayOf)
{
    auto promise = std::make_shared<QPromise<Result<CallOutcome>>>();
    auto future = promise->future();
    promise->start();
    m_d->writer->submit(std::move(submission), replayOf, std::move(promise));
    return future;
}

QFuture<Result<Workspace::Rehearsal>> Workspace::rehearse(CallSubmission submission)
{
    auto promise = std::make_shared<QPromise<Result<Rehearsal>>>();
    auto future = promise->future();
    promise->start();
    auto rehearsed = std::make_shared<std::optional<Result<Rehearsal>>>();
    postWrite(
        [rehearsed, submission = std::move(submission), directory = directory()](Connection &db) {
            rehearsed->emplace([&]() -> Result<Rehearsal> {
                auto outcome = CallProcessor(db).process(submission, directory, {});
                if (!outcome)
                    return outcome.error();
                auto details = CallStore(db).details(outcome->call);
                if (!details)
                    return details.error();
                details->row.id = {};
                outcome->call = {};
                return Rehearsal{*outcome, *details};
            }());
            return std::optional(Error{ErrorCode::Internal, {}}); // nobody sees it: it rolls back
        },
        [promise, rehearsed](const std::optional<Error> &failure) {
            promise->addResult(*rehearsed ? std::move(**rehearsed) : Result<Rehearsal>(*failure));
            promise->finish();
        });
    return future;
}

void Workspace::setDelivery(Delivery delivery)
{
    m_d->writer->setDelivery(std::move(delivery));
}

SubmitResult Workspace::submit(CallSubmission submission)
{
    return m_d->writer->submit(std::move(submission));
}

void Workspace::countUnlogged(CallReason reason)
{
    m_d->writer->countUnlogged(reason);
}

DirectoryPtr Workspace::directory() const
{
    return m_d->writer->directory();
}

StoreHealth Workspace::health() const
{
    return m_d->writer->health();
}

void Workspace::postWrite(WriteJob job, WriteDone done)
{
    m_d->writer->post(std::move(job), std::move(done));
}

void Workspace::postRead(std::function<void(std::variant<Error, Connection *>)> job) const
{
    QMetaObject::invokeMethod(
        m_d->reader.get(), [reader = m_d->reader.get(), job = std::move(job)] { reader->run(job); },
        Qt::QueuedConnection);
}

} // namespace salesdesk
