// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/writer.h"

#include "model/intake/intake.h"
#include "model/store/callindex.h"
#include "model/store/callprocessor.h"
#include "model/store/connection.h"
#include "model/store/migrations.h"
#include "model/store/providerstore.h"
#include "model/store/retention.h"
#include "model/store/settingstore.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr size_t maxBatch = 1024; // calls of one commit
constexpr auto idlePause = 30s;   // between two looks for idle work that is due
constexpr auto indexPause = 2s;   // from a call to its place in the index, at least
constexpr auto quiet = 5ms;       // without a call, and idle work goes on
// After a call that came alone: who sends one after the other sends the next by then, and to wake a thread
// takes as long as what SQLite does for a call. Others get the core meanwhile.
constexpr auto alertTime = 300us;
constexpr auto probePause = 1s; // between two attempts while nothing can be stored
constexpr int retryAfterSeconds = 5;
// Bytes that no call is expected to need more of: some ten pages of tables and indexes, the body (64 KiB are
// kept), and what the record, its changes and the answer repeat of it.
constexpr qint64 mostOfCall = 512LL * 1024;
// Pages that wait in the write-ahead log until they are copied to the file: when idle, and at most (64 MiB,
// with SQLite's own 4 KiB), for calls wait meanwhile.
constexpr int idleLogPages = 2000;
constexpr int mostLogPages = 16 * 1024;
// What is written before the commit before it is on disk is kept in memory: not more than this of it. Of more
// calls, the flush takes little of the time.
constexpr size_t mostAheadCalls = 128;
constexpr qsizetype mostAheadBytes = 1024LL * 1024; // of bodies

CallReason reasonOf(const Error &error)
{
    return error.code == ErrorCode::StorageFull ? CallReason::StorageFull : CallReason::StorageFailed;
}

/// Whether the next call would fail just so.
bool isOfStorage(const Error &error)
{
    return error.code == ErrorCode::StorageFull || error.code == ErrorCode::StorageFailed ||
           error.code == ErrorCode::Busy || error.code == ErrorCode::Corrupt;
}

Refusal refusalFor(const Error &error)
{
    return {reasonOf(error), error.detail, {}, retryAfterSeconds};
}

CallOutcome failedOutcome(quint64 ticket, const Error &error)
{
    const auto refusal = refusalFor(error);
    return {ticket, {}, refusal.reason, problemAnswer(refusal, {}), refusal.retryAfter};
}

} // namespace

Writer::Writer(QString file, std::optional<MasterKey> master, size_t capacity, Listeners listeners)
    : m_file(std::move(file))
    , m_master(std::move(master))
    , m_capacity(capacity)
    , m_listeners(std::move(listeners))
{
}

Writer::~Writer()
{
    stop();
}

void Writer::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Result<Done> Writer::start()
{
    QPromise<Result<Done>> opened;
    auto future = opened.future();
    opened.start();
    m_thread = std::thread([this, promise = std::move(opened)]() mutable { run(std::move(promise)); });
    return future.result();
}

void Writer::setDelivery(CallSink::Delivery delivery)
{
    const std::scoped_lock lock(m_deliveryMutex);
    m_delivery = std::move(delivery);
}

SubmitResult Writer::submit(CallSubmission submission)
{
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ending)
            return SubmitResult::ShuttingDown;
        if (m_queue.size() >= m_capacity)
            return SubmitResult::QueueFull;
        first = m_queue.empty();
        m_queue.emplace_back(Call{std::move(submission), {}, {}});
        m_isEmpty = false;
    }
    if (first)
        m_wake.notify_one();
    return SubmitResult::Queued;
}

void Writer::submit(CallSubmission submission, std::optional<CallId> replayOf, CallPromise promise)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ending) {
            m_queue.emplace_back(Call{std::move(submission), replayOf, std::move(promise)});
            m_isEmpty = false;
            promise.reset();
        }
    }
    m_wake.notify_one();
    if (promise) {
        promise->addResult(Error{ErrorCode::ShuttingDown, u"SalesDesk is closing this data folder."_s});
        promise->finish();
    }
}

void Writer::post(Job job, JobDone done)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ending) {
            m_queue.emplace_back(Change{std::move(job), std::move(done)});
            m_isEmpty = false;
            done = nullptr;
        }
    }
    m_wake.notify_one();
    if (done)
        done(Error{ErrorCode::ShuttingDown, u"SalesDesk is closing this data folder."_s});
}

void Writer::countUnlogged(CallReason reason)
{
    const std::scoped_lock lock(m_mutex);
    ++m_unlogged[reason];
}

DirectoryPtr Writer::directory() const
{
    const std::scoped_lock lock(m_mutex);
    return m_directory;
}

StoreHealth Writer::health() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_health.storing && m_queue.size() >= m_capacity)
        return {false, u"More calls wait than can be stored now: it goes on by itself."_s};
    return m_health;
}

void Writer::run(QPromise<Result<Done>> opened)
{
    const auto giveUp = [&](const Error &error) {
        m_processor.reset();
        m_db.reset();
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        opened.addResult(error);
        opened.finish();
    };
    auto db = open();
    if (!db)
        return giveUp(db.error());
    m_db = std::move(db).value();
    m_processor = std::make_unique<CallProcessor>(*m_db);
    if (const auto failed = publishDirectory())
        return giveUp(*failed); // without a directory there is no idle work either
    m_flusher = std::make_unique<Flusher>(
        Flusher::Steps{[this] { return m_db->flush(); },
                       [this](std::shared_ptr<SettledCalls> settled) { deliver(std::move(settled)); },
                       [this] {
                           const std::scoped_lock lock(m_mutex); // take() looks now, or waits already
                           m_wake.notify_one();
                       }});
    opened.addResult(Done{});
    opened.finish();

    std::vector<Item> items;
    auto idleAt = std::chrono::steady_clock::now();
    while (true) {
        const auto untilIdle =
            std::chrono::duration_cast<std::chrono::milliseconds>(idleAt - std::chrono::steady_clock::now());
        const auto patience = health().storing ? std::max<std::chrono::milliseconds>(quiet, untilIdle)
                                               : std::chrono::milliseconds(probePause);
        if (!take(items, patience))
            break;
        if (m_flusher->hasFailed())
            awaitFlusher();
        if (!items.empty()) {
            work(items);
            items.clear();
            if (m_db->uncopiedPages() >= mostLogPages) {
                awaitFlusher();
                m_db->checkpoint();
            }
            idleAt = std::min(idleAt, std::chrono::steady_clock::now() + indexPause);
            continue;
        }
        if (health().storing)
            idleAt = std::chrono::steady_clock::now() + (idle() ? 0s : idlePause);
        else
            probe();
    }
    awaitFlusher();
    writeKept();
    m_flusher.reset();
    m_processor.reset();
    m_db.reset();
}

Result<std::unique_ptr<Connection>> Writer::open() const
{
    auto db = Connection::open(m_file, Connection::Mode::Write);
    if (!db)
        return db;
    if (const auto migrated = migrate(**db, m_file + u".before-schema-"_s); !migrated)
        return migrated.error();
    // A process that was killed may have left a log that the disk did not take, and the system says so once,
    // to that process alone: calls that are written behind such pages would be lost with them.
    (*db)->checkpoint();
    static_cast<void>((*db)->takeChanges());
    return db;
}

bool Writer::take(std::vector<Item> &items, std::chrono::milliseconds patience)
{
    const auto alertUntil = std::chrono::steady_clock::now() + (m_cameAlone ? alertTime : 0us);
    while (m_isEmpty.load(std::memory_order_relaxed) && std::chrono::steady_clock::now() < alertUntil)
        std::this_thread::yield(); // without the lock, which who submits would have to wait for
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, patience,
                    [this] { return !m_queue.empty() || m_ending || m_flusher->hasFailed(); });
    m_cameAlone = m_queue.size() == 1;
    if (m_queue.empty())
        return !m_ending;
    if (m_queue.size() <= maxBatch) {
        m_queue.swap(items); // each keeps the other's room
        m_isEmpty = true;
        return true;
    }
    const auto end = m_queue.begin() + static_cast<std::ptrdiff_t>(maxBatch);
    std::move(m_queue.begin(), end, std::back_inserter(items));
    m_queue.erase(m_queue.begin(), end);
    return true;
}

void Writer::work(std::vector<Item> &items)
{
    const auto isCall = [](const Item &item) { return std::holds_alternative<Call>(item); };
    for (auto item = items.begin(); item != items.end();) {
        const auto end = std::find_if_not(item, items.end(), isCall);
        if (end != item) {
            writeCalls({item, end});
            item = end;
            continue;
        }
        change(std::get<Change>(*item));
        ++item;
    }
}

void Writer::writeCalls(std::span<Item> calls)
{
    std::vector<CallOutcome> outcomes;
    outcomes.reserve(calls.size());
    if (m_outdated) {
        // Let in by a list of providers and keys that is no longer true: none of them is taken.
        for (const auto &item : calls)
            outcomes.push_back(failedOutcome(std::get<Call>(item).submission.ticket, *m_outdated));
        awaitFlusher();
        probe();
        answer(calls, std::move(outcomes));
        return;
    }
    const bool ahead = mayRunAhead(calls);
    const auto failed = ahead ? writeAhead(calls) : writeTogether(calls, outcomes);
    if (!failed && ahead)
        return;
    if (!failed) {
        m_damaged = false;
        setHealth(std::nullopt);
        answer(calls, std::move(outcomes));
        return;
    }
    // One faulty call must not fail its neighbours: one by one. When the storage fails the first attempts
    // tell, and the others are spared theirs.
    outcomes.clear();
    std::optional<Error> last = calls.size() == 1 ? failed : std::nullopt;
    int failures = calls.size() == 1 ? 1 : 0;
    bool anyStored = false;
    for (auto &item : calls) {
        const auto ticket = std::get<Call>(item).submission.ticket;
        const bool hopeless = failures > 0 && (calls.size() == 1 || (failures >= 3 && !anyStored));
        if (!hopeless) {
            last = writeTogether({&item, 1}, outcomes);
            if (!last) {
                anyStored = true;
                continue;
            }
            failures += isOfStorage(*last) ? 1 : 0;
        }
        outcomes.push_back(failedOutcome(ticket, *last));
    }
    // A call that fails alone is its own fault; when none went through, the storage is asked. Of a damaged
    // page it would know nothing: only a call that is stored says that it is over.
    m_damaged = !anyStored && last && last->code == ErrorCode::Corrupt;
    if (anyStored)
        setHealth(std::nullopt);
    else if (m_damaged)
        setHealth(last);
    else
        probe();
    answer(calls, std::move(outcomes));
}

bool Writer::mayRunAhead(std::span<Item> calls) const
{
    if (!m_health.storing || calls.size() > mostAheadCalls)
        return false;
    qsizetype bytes = 0;
    for (const auto &item : calls) {
        const auto &call = std::get<Call>(item);
        if (call.promise)
            return false;
        bytes += call.submission.call.body.size();
    }
    return bytes <= mostAheadBytes;
}

std::optional<Error> Writer::writeAhead(std::span<Item> calls)
{
    std::vector<CallOutcome> outcomes;
    outcomes.reserve(calls.size());
    LoggedCalls logged;
    auto how = Commit::ToLog;
    const auto failed = [&]() -> std::optional<Error> {
        if (const auto begun = m_db->beginUnflushed(); !begun)
            return begun.error();
        const auto before = m_processor->lastCall();
        if (!before)
            return before.error();
        if (auto notStored = process(calls, outcomes))
            return notStored;
        const auto last = m_processor->lastCall();
        if (!last)
            return last.error();
        logged = {*before, *last};
        if (m_isEmpty && m_flusher->isIdle())
            how = Commit::ToDisk; // and when that fails, nothing of it is stored
        return flushAndCommit(how);
    }();
    if (failed)
        rollBack();
    else if (how == Commit::ToDisk)
        answer(calls, std::move(outcomes));
    else
        m_flusher->put({settle(calls, std::move(outcomes)), logged});
    return failed;
}

std::optional<Error> Writer::writeTogether(std::span<Item> calls, std::vector<CallOutcome> &outcomes)
{
    const auto before = outcomes.size();
    const auto failed = [&]() -> std::optional<Error> {
        if (auto notBegun = begin())
            return notBegun;
        if (auto notStored = process(calls, outcomes))
            return notStored;
        return flushAndCommit();
    }();
    if (failed) {
        outcomes.resize(before);
        rollBack();
    }
    return failed;
}

std::optional<Error> Writer::process(std::span<Item> calls, std::vector<CallOutcome> &outcomes)
{
    countWaiting();
    const auto current = directory();
    for (auto &item : calls) {
        auto &call = std::get<Call>(item);
        auto outcome = m_processor->process(call.submission, current, call.replayOf);
        if (!outcome)
            return outcome.error();
        outcomes.push_back(std::move(outcome).value());
    }
    return std::nullopt;
}

void Writer::answer(std::span<Item> calls, std::vector<CallOutcome> outcomes)
{
    deliver(settle(calls, std::move(outcomes)));
}

std::shared_ptr<SettledCalls> Writer::settle(std::span<Item> calls, std::vector<CallOutcome> outcomes)
{
    auto settled = std::make_shared<SettledCalls>();
    settled->outcomes.reserve(outcomes.size());
    settled->submissions.reserve(outcomes.size());
    for (size_t i = 0; i < calls.size(); ++i) {
        auto &call = std::get<Call>(calls[i]);
        if (!call.promise) {
            settled->outcomes.push_back(std::move(outcomes[i]));
            settled->submissions.push_back(std::move(call.submission));
            continue;
        }
        call.promise->addResult(Result<CallOutcome>(std::move(outcomes[i])));
        call.promise->finish();
    }
    std::erase_if(m_settled, [](const auto &batch) { return batch.use_count() == 1; });
    m_settled.push_back(settled);
    return settled;
}

void Writer::deliver(std::shared_ptr<SettledCalls> settled)
{
    const std::scoped_lock lock(m_deliveryMutex);
    if (m_delivery && !settled->outcomes.empty())
        m_delivery(std::move(settled));
}

void Writer::awaitFlusher()
{
    auto failure = m_flusher->drain();
    if (!failure)
        return;
    setHealth(failure->error);
    for (auto &[settled, logged] : failure->batches) {
        for (auto &outcome : settled->outcomes)
            outcome = failedOutcome(outcome.ticket, failure->error);
        m_denied.push_back({logged, failure->error});
        deliver(std::move(settled));
    }
}

std::optional<Error> Writer::begin()
{
    awaitFlusher();
    if (const auto begun = m_db->begin(); !begun)
        return begun.error();
    for (const auto &denied : m_denied) {
        if (auto failed = m_processor->refuseLogged(denied.calls, refusalFor(denied.error)))
            return failed;
    }
    return std::nullopt;
}

void Writer::change(const Change &change)
{
    const auto failed = [&]() -> std::optional<Error> {
        if (auto notBegun = begin())
            return notBegun;
        if (auto refused = change.job(*m_db))
            return refused;
        auto notCommitted = commit();
        if (notCommitted)
            setHealth(notCommitted);
        return notCommitted;
    }();
    if (failed)
        rollBack();
    else
        m_processor->forget();
    change.done(failed);
}

void Writer::countWaiting()
{
    QHash<CallReason, qint64> waiting;
    {
        const std::scoped_lock lock(m_mutex);
        waiting.swap(m_unlogged);
    }
    for (const auto &[reason, times] : waiting.asKeyValueRange())
        m_counting[reason] += times;
    for (const auto &[reason, times] : m_counting.asKeyValueRange())
        m_processor->countUnlogged(reason, times);
}

std::optional<Error> Writer::flushAndCommit(Commit how)
{
    if (auto failed = m_processor->flush())
        return failed;
    if (auto failed = commit(how))
        return failed;
    m_counting.clear();
    return std::nullopt;
}

std::optional<Error> Writer::commit(Commit how)
{
    const auto committed = how == Commit::ToDisk ? m_db->commit() : m_db->commitUnflushed();
    if (!committed)
        return committed.error();
    m_denied.clear();
    const auto changes = m_db->takeChanges();
    if (changes.testAnyFlags(salesdesk::Change::Providers | salesdesk::Change::Settings)) {
        m_outdated = publishDirectory();
        if (m_outdated)
            setHealth(m_outdated);
    }
    if (changes)
        m_listeners.changed(changes);
    return std::nullopt;
}

void Writer::rollBack()
{
    m_db->rollback();
    m_processor->forget();
}

std::optional<Error> Writer::publishDirectory()
{
    ProviderStore store(*m_db);
    const auto providers = store.list(true);
    const auto keys = store.keyEntries();
    const auto settings = SettingStore(*m_db).all();
    m_db->releaseCursors();
    if (!providers)
        return providers.error();
    if (!keys)
        return keys.error();
    if (!settings)
        return settings.error();
    auto fresh = std::make_shared<Directory>();
    for (const auto &provider : *providers) {
        fresh->providers.insert(provider.publicId, provider);
        if (!provider.signing || !m_master)
            continue;
        if (const auto secret = store.signingSecret(provider.id, *m_master))
            fresh->signingSecrets.insert(provider.id, *secret);
    }
    m_db->releaseCursors();
    for (const auto &key : *keys)
        fresh->keys.insert(key.sha256, key);
    fresh->settings = *settings;
    fresh->zone = QTimeZone(settings->text(Setting::TimeZone).toUtf8());
    const std::scoped_lock lock(m_mutex);
    m_directory = std::move(fresh);
    return std::nullopt;
}

void Writer::setHealth(const std::optional<Error> &error)
{
    const StoreHealth now{!error, error ? error->detail : QString()};
    {
        const std::scoped_lock lock(m_mutex);
        if (m_health == now)
            return;
        m_health = now;
    }
    m_listeners.health(now);
}

void Writer::probe()
{
    if (m_outdated) {
        m_outdated = publishDirectory();
        if (m_outdated) {
            setHealth(m_outdated);
            return;
        }
    }
    if (m_damaged)
        return;
    // Writing the header's version as it is costs an fsync, as a call does. On a disk with room for that page
    // alone it would go well where no call does: first it must take what no call exceeds. SQLite leaves out
    // pages on which nothing changes, and those that are free again by the end: so these are written before,
    // and then taken back. What comes next is written over them.
    const auto failed = [this]() -> std::optional<Error> {
        if (auto notBegun = begin())
            return notBegun;
        const auto added = m_db->insert(u"INSERT INTO setting (name, value) VALUES ('', hex(zeroblob(?)))"_s,
                                        {mostOfCall / 2});
        if (!added)
            return added.error();
        if (const auto written = m_db->writePages(); !written)
            return written.error();
        rollBack();
        if (auto notBegun = begin())
            return notBegun;
        countWaiting();
        const auto touched = m_db->change(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
        if (!touched)
            return touched.error();
        return flushAndCommit();
    }();
    if (failed)
        rollBack();
    setHealth(failed);
}

void Writer::writeKept()
{
    if (!m_processor->keepsUses() && m_denied.empty())
        return;
    if (begin() || m_processor->writeUses() || !m_db->commit())
        rollBack();
}

bool Writer::idle()
{
    bool more = false;
    const auto failed = [&]() -> std::optional<Error> {
        if (auto notBegun = begin())
            return notBegun;
        countWaiting();
        const auto pruned = pruneSlice(*m_db, directory()->settings);
        if (!pruned)
            return pruned.error();
        const auto indexed = indexSlice(*m_db);
        if (!indexed)
            return indexed.error();
        more = *pruned > 0 || *indexed;
        if (!more) {
            const auto merged = mergeIndexSlice(*m_db);
            if (!merged)
                return merged.error();
            more = *merged;
        }
        return flushAndCommit();
    }();
    if (failed) {
        rollBack();
        return false;
    }
    if (m_db->uncopiedPages() >= idleLogPages)
        m_db->checkpoint();
    if (more)
        return true;
    const auto moreSpace = returnSpace(*m_db);
    m_db->releaseCursors();
    return moreSpace && *moreSpace;
}

} // namespace salesdesk
