// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/finder.h"

#include "model/store/connection.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// Rows of id, name and detail.
std::optional<Error> collect(Result<Cursor> rows, Finding::Kind kind, QList<Finding> &into)
{
    if (!rows)
        return rows.error();
    while (rows->next())
        into.append({kind, rows->number(0), rows->text(1), rows->text(2),
                     kind == Finding::Kind::Identity ? rows->text(3) : QString()});
    return rows->failure();
}

std::optional<Error> addEntities(Connection &db, const QString &pattern, int most, QList<Finding> &into)
{
    using Kind = Finding::Kind;
    // In the order of the table's kinds.
    for (const auto kind : {Kind::Agent, Kind::Team, Kind::Product}) {
        auto rows =
            db.query(uR"(
            SELECT id, name, COALESCE(email, '') FROM entity
            WHERE kind = ? AND (name_folded LIKE ? ESCAPE '\' OR email_folded LIKE ? ESCAPE '\')
            ORDER BY active DESC, name_folded, id LIMIT ?)"_s,
                     {static_cast<int>(kind) - static_cast<int>(Kind::Agent), pattern, pattern, most});
        if (auto failed = collect(std::move(rows), kind, into))
            return failed;
    }
    return std::nullopt;
}

std::optional<Error> addRecords(Connection &db, const QString &text, int most, QList<Finding> &into)
{
    // A range of each provider's index, not LIKE, which would read every record.
    const auto last = text + QString::fromUcs4(U"\U0010FFFF", 1);
    auto activities = db.query(uR"(
        SELECT r.id, r.external_id, p.name FROM provider p
        JOIN activity r ON r.provider_id = p.id AND r.external_id >= ? AND r.external_id <= ?
        ORDER BY r.external_id, r.id LIMIT ?)"_s,
                               {text, last, most});
    if (auto failed = collect(std::move(activities), Finding::Kind::Activity, into))
        return failed;
    auto sales = db.query(uR"(
        SELECT r.id, r.external_id, p.name FROM provider p
        JOIN sale r ON r.provider_id = p.id AND r.external_id >= ? AND r.external_id <= ?
        ORDER BY r.external_id, r.id LIMIT ?)"_s,
                          {text, last, most});
    return collect(std::move(sales), Finding::Kind::Sale, into);
}

} // namespace

Result<QList<Finding>> findAnything(Connection &db, const QString &text, int most)
{
    QList<Finding> found;
    const auto pattern = containing(text);
    const auto name = containing(folded(text));
    auto providers = db.query(uR"(
        SELECT id, name, public_id FROM provider
        WHERE archived_at IS NULL AND (name_folded LIKE ? ESCAPE '\' OR public_id = ?) ORDER BY name_folded LIMIT ?)"_s,
                              {name, text, most});
    if (const auto failed = collect(std::move(providers), Finding::Kind::Provider, found))
        return *failed;
    if (const auto failed = addEntities(db, name, most, found))
        return *failed;
    auto identities = db.query(uR"(
        SELECT i.id, CASE i.name WHEN '' THEN i.external_id ELSE i.name || ' (' || i.external_id || ')' END, p.name, i.external_id
        FROM identity i JOIN provider p ON p.id = i.provider_id
        WHERE i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\'
        ORDER BY i.external_id = ? DESC, i.record_count DESC, i.id LIMIT ?)"_s,
                               {name, pattern, pattern, text, most});
    if (const auto failed = collect(std::move(identities), Finding::Kind::Identity, found))
        return *failed;
    if (const auto failed = addRecords(db, text, most, found))
        return *failed;
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (isNumber) {
        auto calls = db.query(uR"(
            SELECT c.id, '#' || c.id, p.name FROM call c JOIN provider p ON p.id = c.provider_id WHERE c.id = ?)"_s,
                              {number});
        if (const auto failed = collect(std::move(calls), Finding::Kind::Call, found))
            return *failed;
    }
    return found;
}

} // namespace salesdesk
