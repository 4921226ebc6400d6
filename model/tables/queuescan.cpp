// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/queuescan.h"

#include "model/tables/linktexts.h"
#include "model/tables/whenfinished.h"

namespace salesdesk
{

namespace
{

/// So few at a time that other readers have their turn.
constexpr int pieceSize = 250;
constexpr int waitMs = 150;

struct Piece {
    QueueScan::Findings found;
    qint64 compared = 0;
    std::optional<qint64> all; ///< of the first piece: how many there are
    IdentityId last;
    bool isEnd = false;
};

Result<Piece> readPiece(Connection &db, Suggester &suggester, const IdentityFilter &filter, IdentityId after)
{
    Piece piece;
    const auto learned = suggester.learn(db);
    if (!learned)
        return learned.error();
    if (!*learned) {
        piece.last = after; // the same again, when all is learned
        return piece;
    }
    if (!after.isValid()) {
        const auto all = IdentityStore(db).count(filter);
        if (!all)
            return all.error();
        piece.all = *all;
    }
    const auto identities = IdentityStore(db).waitingAfter(filter, after, pieceSize);
    if (!identities)
        return identities.error();
    const auto best = suggester.best(db, *identities);
    if (!best)
        return best.error();
    piece.isEnd = identities->size() < pieceSize;
    piece.compared = identities->size();
    for (qsizetype i = 0; i < identities->size(); ++i) {
        const auto &identity = identities->at(i);
        const auto &candidate = best->at(i);
        piece.last = identity.id;
        QueueScan::Found found{identity.id,           identity.kind,    nameOf(identity),
                               identity.providerName, identity.records, candidate.candidate,
                               candidate.resembles};
        if (candidate.ambiguous)
            ++piece.found.ambiguous;
        else if (candidate.candidate)
            piece.found.sure.append(std::move(found));
        else if (isGenericName(identity.name))
            ++piece.found.generic;
        else if (candidate.near)
            ++piece.found.resembling;
        else
            piece.found.nobody.append(std::move(found));
    }
    return piece;
}

} // namespace

QueueScan::QueueScan(Workspace &workspace, std::shared_ptr<Suggester> suggester, QObject *parent, int quietMs)
    : QObject(parent)
    , m_workspace(workspace)
    , m_suggester(std::move(suggester))
    , m_quietMs(quietMs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QueueScan::start);
    connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
        if (changes.testFlag(Change::Entities))
            m_suggester->invalidate();
        constexpr Changes interest = Change::Identities | Change::Entities | Change::Providers;
        if ((changes & interest) != 0)
            again();
    });
}

void QueueScan::setFilter(const IdentityFilter &filter)
{
    IdentityFilter wanted;
    wanted.provider = filter.provider;
    wanted.kind = filter.kind;
    wanted.text = filter.text;
    if (wanted == m_filter)
        return;
    m_filter = wanted;
    ++m_round; // what is being asked is of the filter before
    m_running = false;
    m_done = false;
    m_lastMs = 0;
    again();
}

void QueueScan::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        again();
}

int QueueScan::countFrom(double score) const
{
    int count = 0;
    for (const auto &found : m_found.sure)
        count += found.candidate->score >= score - 1e-9 ? 1 : 0;
    return count;
}

void QueueScan::again()
{
    m_stale = true;
    // A long scan is not begun again and again while calls come in.
    if (m_active && !m_running && !m_timer.isActive())
        m_timer.start(static_cast<int>(qMax<qint64>(waitMs, 2 * m_lastMs)));
}

void QueueScan::start()
{
    m_stale = false;
    m_running = true;
    m_gathering = {};
    m_compared = 0;
    m_clock.start();
    ++m_round;
    askPiece({});
}

void QueueScan::askPiece(IdentityId after)
{
    whenFinished(m_workspace.read<Piece>([suggester = m_suggester, filter = m_filter, after](Connection &db) {
        return readPiece(db, *suggester, filter, after);
    }),
                 this, [this, round = m_round](const Result<Piece> &piece) {
                     if (round != m_round)
                         return;
                     if (!piece.ok()) {
                         m_running = false;
                         Q_EMIT failed(piece.error().detail);
                         return;
                     }
                     m_gathering.sure += piece->found.sure;
                     m_gathering.nobody += piece->found.nobody;
                     m_gathering.ambiguous += piece->found.ambiguous;
                     m_gathering.generic += piece->found.generic;
                     m_gathering.resembling += piece->found.resembling;
                     m_compared += piece->compared;
                     m_all = piece->all.value_or(m_all);
                     if (!piece->isEnd) {
                         if (!m_done && m_clock.elapsed() >= m_quietMs)
                             Q_EMIT progressed(m_compared, m_all);
                         askPiece(piece->last);
                         return;
                     }
                     m_running = false;
                     m_lastMs = m_clock.elapsed();
                     m_found = std::exchange(m_gathering, {});
                     m_done = true;
                     Q_EMIT finished();
                     if (m_stale)
                         again();
                 });
}

} // namespace salesdesk
