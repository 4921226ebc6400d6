// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/id.h"

#include <QList>

#include <compare>
#include <deque>
#include <optional>

namespace salesdesk
{

/// Where a record stands in a list: by its time, and by its number among those of the same time.
struct RecordKey {
    qint64 at = 0; ///< UTC ms
    qint64 id = 0;
    friend auto operator<=>(const RecordKey &, const RecordKey &) = default;
};

/// A record that was made or changed: where it stands now; nowhere when it is no longer in the list.
struct ChangedRecord {
    RecordId id;
    std::optional<RecordKey> key;
};

/// The records of a list, newest first: all of them, 16 bytes each, so that every place of a scroll bar is
/// one of a record.
class RecordPlaces final
{
public:
    [[nodiscard]] qint64 size() const { return static_cast<qint64>(m_keys.size()); }
    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }
    [[nodiscard]] const RecordKey &at(qint64 place) const { return m_keys[static_cast<size_t>(place)]; }
    /// Where a key is, or would be put.
    [[nodiscard]] qint64 placeFor(const RecordKey &key) const;
    /// Looks through all of them.
    [[nodiscard]] std::optional<qint64> placeOf(RecordId id) const;

    /// What a batch of changes does to the list, for who has to tell it to a view.
    struct Plan {
        QList<qint64> gone;                        ///< places, the last one first
        QList<std::pair<qint64, RecordKey>> moved; ///< places once the gone ones are out, rising
        QList<qint64> kept;                        ///< places once the gone ones are out, rising
        QList<RecordKey> added;                    ///< newest first
    };
    [[nodiscard]] Plan plan(const QList<ChangedRecord> &changes) const;

    /// Older than all there are, newest first.
    void addOlder(const QList<RecordKey> &keys);
    void remove(qint64 place, qint64 count);
    /// Puts keys in at a place, in the order they have: until rearrange() they may stand wrong.
    void insert(qint64 place, const QList<RecordKey> &keys);
    /// Gives the record at a place another key: until rearrange() it may stand wrong.
    void replace(qint64 place, const RecordKey &key) { m_keys[static_cast<size_t>(place)] = key; }
    /// Whether each of these places (rising) stands right to its neighbours.
    [[nodiscard]] bool standRight(const QList<qint64> &places) const;
    /// Brings the records at these places (rising) to where they belong; all others stand right.
    void rearrange(const QList<qint64> &places);

private:
    std::deque<RecordKey> m_keys;
};

} // namespace salesdesk
