// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/recordstore.h"
#include "model/tables/lazytablemodel.h"
#include "model/tables/morerecords.h"

namespace salesdesk
{

/// What a page asks of a list of records, of either kind.
class RecordListing
{
    Q_DISABLE_COPY_MOVE(RecordListing)
public:
    RecordListing() = default;
    virtual ~RecordListing() = default;
    virtual void setQuery(const RecordFilter &filter, RecordOrder order) = 0;
    [[nodiscard]] virtual const RecordQuery &query() const = 0;
    /// Whether all records have been looked at.
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// How many of them, 0 to 1.
    [[nodiscard]] virtual double searched() const = 0;
    /// The types that were read so far, to complete a filter with.
    [[nodiscard]] virtual QStringList types() const = 0;
};

/// Activities or sales, or a part of them, newest first, live. It knows where all of them stand, so that
/// every place of the scroll bar is one of a record; the rows are read when they are looked at. The list is
/// read from its newest end on, piece by piece: until isComplete() there may be more. What came or changed
/// since is put where it belongs, and all others stay. `R`: Activity or Sale. GUI thread; owned by a page.
template <typename R>
class RecordTableModel : public LazyTableModel<R>, public RecordListing
{
public:
    void setQuery(const RecordFilter &filter, RecordOrder order) override
    {
        if (m_query.filter == filter && m_query.order == order && this->isLoaded())
            return;
        m_query.filter = filter;
        m_query.order = order;
        startOver();
    }
    [[nodiscard]] const RecordQuery &query() const override { return m_query; }
    [[nodiscard]] bool isComplete() const override { return !m_restart && !m_next; }
    [[nodiscard]] double searched() const override
    {
        return isComplete() ? 1
                            : std::min(1.0, static_cast<double>(m_looked) /
                                                static_cast<double>(std::max<qint64>(1, m_all)));
    }
    [[nodiscard]] QStringList types() const override
    {
        QStringList types;
        if constexpr (endpointOf<R> == Endpoint::Activities) {
            this->eachKnown([&types](const R &row) {
                if (!types.contains(row.type))
                    types.append(row.type);
            });
        }
        types.sort(Qt::CaseInsensitive);
        return types;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_places.size());
    }

protected:
    RecordTableModel(Workspace &workspace, Change own, QObject *parent)
        : LazyTableModel<R>(workspace, own | Change::Identities | Change::Entities | Change::Providers,
                            parent)
    {
        m_query.endpoint = endpointOf<R>;
        // Whom a record belongs to and what they are called is in no record.
        this->connect(&workspace, &Workspace::changed, this, [this](Changes changes) {
            if (changes.testAnyFlags(Changes(Change::Identities) | Change::Entities | Change::Providers))
                this->outdateRows();
            if (changes.testAnyFlags(Changes(Change::Decisions) | Change::Entities) &&
                m_query.filter.resolves())
                startOver();
        });
    }

    [[nodiscard]] qint64 numberAt(int row) const override { return m_places.at(row).id; }
    [[nodiscard]] std::optional<qint64> placeOf(qint64 number) const override
    {
        return m_places.placeOf(RecordId{number});
    }
    [[nodiscard]] typename LazyTableModel<R>::Reading reading(const QList<qint64> &numbers) const override
    {
        QList<RecordId> records;
        for (const auto number : numbers)
            records.append(RecordId{number});
        return [records](Connection &db) { return RecordStore(db).records<R>(records); };
    }

    void refresh() override
    {
        if (m_restart)
            this->template ask<Beginning>(
                [query = m_query](Connection &db) { return readBeginning(db, query); },
                [this](const Beginning &beginning) { begin(beginning); });
        else
            this->template ask<News>(
                [query = m_query, last = m_lastCall](Connection &db) { return readNews(db, query, last); },
                [this](const News &news) { take(news); });
    }

private:
    static constexpr qsizetype firstRows = 200;

    /// The newest end of a list that is read anew.
    struct Beginning {
        qint64 lastCall = 0;
        qint64 all = 0; ///< records, whether they fit or not
        MoreRecords more;
        QList<R> rows;
    };

    /// What came or changed since, with the first rows of it.
    struct News {
        RecordSearch::News said;
        QList<R> rows;
    };

    static Result<Beginning> readBeginning(Connection &db, const RecordQuery &query)
    {
        const auto last = RecordSearch(db).lastCall();
        if (!last)
            return last.error();
        const auto all = RecordSearch(db).count(query.endpoint);
        if (!all)
            return all.error();
        const auto more = lookOn(db, query, {}, MoreRecords::firstPiece, firstRows);
        if (!more)
            return more.error();
        QList<RecordId> first;
        for (const auto &key : more->found.first(std::min(more->found.size(), firstRows)))
            first.append(RecordId{key.id});
        const auto rows = RecordStore(db).records<R>(first);
        if (!rows)
            return rows.error();
        return Beginning{*last, *all, *more, *rows};
    }

    static Result<News> readNews(Connection &db, const RecordQuery &query, qint64 lastCall)
    {
        const auto said = RecordSearch(db).since(query, lastCall);
        if (!said)
            return said.error();
        QList<RecordId> first;
        for (const auto &change : said->changed) {
            if (change.key && first.size() < firstRows)
                first.append(change.id);
        }
        const auto rows = RecordStore(db).records<R>(first);
        return rows ? Result<News>(News{*said, *rows}) : rows.error();
    }

    void startOver()
    {
        m_restart = true;
        this->stopReading();
        this->reload();
    }

    void begin(const Beginning &beginning)
    {
        m_restart = false;
        this->beginResetModel();
        m_places = {};
        this->forgetRows();
        m_lastCall = beginning.lastCall;
        this->keep(beginning.rows);
        m_places.addOlder(beginning.more.found);
        m_next = beginning.more.next;
        m_pieceSize = beginning.more.pieceSize;
        m_all = beginning.all;
        m_looked = beginning.more.looked;
        this->endResetModel();
        readOn();
    }

    void readOn()
    {
        if (!m_next)
            return;
        auto asked = this->workspace().template read<MoreRecords>(
            [query = m_query, from = m_next, size = m_pieceSize](Connection &db) {
                return lookOn(db, query, from, size, MoreRecords::largestPiece);
            });
        whenFinished(asked, this, [this, asking = this->generation()](const Result<MoreRecords> &more) {
            if (asking != this->generation())
                return;
            if (!more) {
                Q_EMIT this->failed(more.error().detail);
                return;
            }
            if (!more->found.isEmpty()) {
                const int first = rowCount();
                this->beginInsertRows({}, first, first + static_cast<int>(more->found.size()) - 1);
                m_places.addOlder(more->found);
                this->endInsertRows();
            }
            m_next = more->next;
            m_pieceSize = more->pieceSize;
            m_looked += more->looked;
            Q_EMIT this->loaded();
            readOn();
        });
    }

    void take(const News &news)
    {
        if (news.said.all) {
            startOver();
            return;
        }
        m_lastCall = news.said.lastCall;
        auto changes = news.said.changed;
        for (auto &change : changes) {
            this->outdate(change.id.value);
            if (change.key && m_next && *change.key < *m_next)
                change.key.reset(); // it is read when its turn comes
        }
        this->keep(news.rows);
        const auto plan = m_places.plan(changes);
        takeOut(plan.gone);
        if (!plan.kept.isEmpty())
            Q_EMIT this->dataChanged(
                this->index(static_cast<int>(plan.kept.first()), 0),
                this->index(static_cast<int>(plan.kept.last()), this->columnCount() - 1));
        place(plan);
    }

    void takeOut(const QList<qint64> &places)
    {
        for (qsizetype i = 0; i < places.size();) {
            const auto last = places.at(i);
            auto first = last;
            for (++i; i < places.size() && places.at(i) == first - 1; ++i)
                --first;
            this->beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
            m_places.remove(first, last - first + 1);
            this->endRemoveRows();
        }
    }

    /// What came is put in as one block, where the newest of it belongs; then all that does not stand right
    /// goes to its place, in one step for the view.
    void place(const RecordPlaces::Plan &plan)
    {
        QList<qint64> placed;
        const auto count = plan.added.size();
        const auto at = count > 0 ? m_places.placeFor(plan.added.first()) : 0;
        if (count > 0) {
            this->beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + count) - 1);
            m_places.insert(at, plan.added);
            this->endInsertRows();
            for (qint64 i = 0; i < count; ++i)
                placed.append(at + i);
        }
        for (const auto &[old, key] : plan.moved) {
            const auto now = count > 0 && old >= at ? old + count : old;
            m_places.replace(now, key);
            placed.append(now);
        }
        std::sort(placed.begin(), placed.end());
        if (m_places.standRight(placed)) {
            if (!plan.moved.isEmpty())
                Q_EMIT this->dataChanged(
                    this->index(static_cast<int>(placed.first()), 0),
                    this->index(static_cast<int>(placed.last()), this->columnCount() - 1));
            return;
        }
        Q_EMIT this->layoutAboutToBeChanged();
        const auto before = this->persistentIndexList();
        QList<RecordKey> keys;
        for (const auto &old : before)
            keys.append(m_places.at(old.row()));
        m_places.rearrange(placed);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after.append(this->index(static_cast<int>(m_places.placeFor(keys.at(i))), before.at(i).column()));
        this->changePersistentIndexList(before, after);
        Q_EMIT this->layoutChanged();
    }

    RecordQuery m_query;
    RecordPlaces m_places;
    std::optional<RecordKey> m_next; ///< behind it nothing has been looked at yet
    qint64 m_lastCall = 0;           ///< what it and those before it changed is in the list
    int m_pieceSize = MoreRecords::firstPiece;
    qint64 m_all = 0;
    qint64 m_looked = 0;
    bool m_restart = true; ///< the next answer replaces all rows
};

} // namespace salesdesk
