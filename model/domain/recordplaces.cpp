// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/recordplaces.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace salesdesk
{

namespace
{

constexpr std::greater<RecordKey> newerFirst;

} // namespace

qint64 RecordPlaces::placeFor(const RecordKey &key) const
{
    return std::lower_bound(m_keys.cbegin(), m_keys.cend(), key, newerFirst) - m_keys.cbegin();
}

std::optional<qint64> RecordPlaces::placeOf(RecordId id) const
{
    const auto found = std::find_if(m_keys.cbegin(), m_keys.cend(),
                                    [id](const RecordKey &key) { return key.id == id.value; });
    return found == m_keys.cend() ? std::nullopt : std::optional<qint64>(found - m_keys.cbegin());
}

RecordPlaces::Plan RecordPlaces::plan(const QList<ChangedRecord> &changes) const
{
    auto sorted = changes;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &a, const auto &b) { return a.id.value < b.id.value; });
    // Most records of a long list did not change: a bit says so faster than a search.
    std::vector<bool> changed(sorted.isEmpty() ? 0 : static_cast<size_t>(sorted.last().id.value) + 1);
    for (const auto &change : std::as_const(sorted))
        changed[static_cast<size_t>(change.id.value)] = true;
    std::vector<bool> placed(static_cast<size_t>(sorted.size()));
    Plan plan;
    qint64 place = 0;
    for (const auto &key : m_keys) {
        const auto here = place++;
        if (static_cast<size_t>(key.id) >= changed.size() || !changed[static_cast<size_t>(key.id)])
            continue;
        const auto change = std::lower_bound(sorted.cbegin(), sorted.cend(), key.id,
                                             [](const auto &one, qint64 id) { return one.id.value < id; });
        const auto number = static_cast<size_t>(change - sorted.cbegin());
        const auto left = here - plan.gone.size();
        if (!change->key || placed[number])
            plan.gone.prepend(here);
        else if (*change->key == key)
            plan.kept.append(left);
        else
            plan.moved.append({left, *change->key});
        placed[number] = true;
    }
    for (qsizetype number = 0; number < sorted.size(); ++number) {
        if (sorted.at(number).key && !placed[static_cast<size_t>(number)])
            plan.added.append(*sorted.at(number).key);
    }
    std::sort(plan.added.begin(), plan.added.end(), newerFirst);
    return plan;
}

void RecordPlaces::addOlder(const QList<RecordKey> &keys)
{
    m_keys.insert(m_keys.end(), keys.cbegin(), keys.cend());
}

void RecordPlaces::remove(qint64 place, qint64 count)
{
    m_keys.erase(m_keys.begin() + place, m_keys.begin() + place + count);
}

void RecordPlaces::insert(qint64 place, const QList<RecordKey> &keys)
{
    m_keys.insert(m_keys.begin() + place, keys.cbegin(), keys.cend());
}

bool RecordPlaces::standRight(const QList<qint64> &places) const
{
    return std::all_of(places.cbegin(), places.cend(), [this](qint64 place) {
        return (place == 0 || at(place - 1) > at(place)) &&
               (place + 1 == size() || at(place) > at(place + 1));
    });
}

void RecordPlaces::rearrange(const QList<qint64> &places)
{
    if (places.isEmpty())
        return;
    // Out with them: what is left is in order, and shorter by as many.
    std::vector<RecordKey> strays;
    auto next = places.cbegin();
    auto to = m_keys.begin() + places.first();
    for (auto place = places.first(); place <= places.last(); ++place) {
        if (next != places.cend() && *next == place) {
            strays.push_back(at(place));
            ++next;
        } else {
            *to++ = at(place);
        }
    }
    m_keys.erase(to, m_keys.begin() + places.last() + 1);
    std::sort(strays.begin(), strays.end(), newerFirst);
    // In again, from the oldest on: a gap is opened behind the oldest and moves up to the newest.
    const auto first = placeFor(strays.front());
    auto from = placeFor(strays.back());
    m_keys.insert(m_keys.begin() + from, strays.size(), RecordKey{});
    auto into = from + static_cast<qint64>(strays.size());
    while (!strays.empty()) {
        if (from > first && at(from - 1) < strays.back()) {
            m_keys[static_cast<size_t>(--into)] = at(--from);
        } else {
            m_keys[static_cast<size_t>(--into)] = strays.back();
            strays.pop_back();
        }
    }
}

} // namespace salesdesk
