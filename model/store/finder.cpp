// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/finder.h"

#include "model/store/connection.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

/// One kind: its rows of id, name, detail and external ID, and their number.
struct Question {
    Finding::Kind kind;
    QString rows;
    QVariantList forRows; ///< without how many at most, which comes last
    QString count;
    QVariantList forCount;
    bool countsMore = false; ///< than the rows are
};

std::optional<Error> ask(Connection &db, const Question &question, int most, Findings &into)
{
    auto rows = db.query(question.rows, question.forRows + QVariantList{most});
    if (!rows)
        return rows.error();
    qint64 seen = 0;
    for (; rows->next(); ++seen)
        into.found.append({question.kind, rows->number(0), rows->text(1), rows->text(2), rows->text(3)});
    if (auto failed = rows->failure())
        return failed;
    if (seen == most || question.countsMore) {
        auto all = db.query(question.count, question.forCount);
        if (!all)
            return all.error();
        if (all->next())
            seen = all->number(0);
        if (auto failed = all->failure())
            return failed;
        all->finish();
    }
    into.counts.insert(question.kind, seen);
    return std::nullopt;
}

Question providersLike(const QString &text)
{
    const auto name = containing(folded(text));
    return {Finding::Kind::Provider,
            uR"(
        SELECT id, name, public_id, '' FROM provider
        WHERE archived_at IS NULL AND (name_folded LIKE ? ESCAPE '\' OR public_id = ?) ORDER BY name_folded LIMIT ?)"_s,
            {name, text},
            uR"(
        SELECT COUNT(*) FROM provider
        WHERE archived_at IS NULL AND (name_folded LIKE ? ESCAPE '\' OR public_id = ?))"_s,
            {name, text}};
}

Question entitiesLike(Finding::Kind kind, const QString &text)
{
    // In the order of the table's kinds.
    const int number = static_cast<int>(kind) - static_cast<int>(Finding::Kind::Agent);
    const auto name = containing(folded(text));
    return {kind,
            uR"(
        SELECT id, name, COALESCE(email, ''), '' FROM entity
        WHERE kind = ? AND (name_folded LIKE ? ESCAPE '\' OR email_folded LIKE ? ESCAPE '\')
        ORDER BY active DESC, name_folded, id LIMIT ?)"_s,
            {number, name, name},
            uR"(
        SELECT COUNT(*) FROM entity
        WHERE kind = ? AND (name_folded LIKE ? ESCAPE '\' OR email_folded LIKE ? ESCAPE '\'))"_s,
            {number, name, name}};
}

Question identitiesLike(const QString &text)
{
    const auto pattern = containing(text);
    const auto name = containing(folded(text));
    return {Finding::Kind::Identity,
            uR"(
        SELECT i.id, CASE i.name WHEN '' THEN i.external_id ELSE i.name || ' (' || i.external_id || ')' END, p.name, i.external_id
        FROM identity i JOIN provider p ON p.id = i.provider_id
        WHERE i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\'
        ORDER BY i.external_id = ? DESC, i.record_count DESC, i.id LIMIT ?)"_s,
            {name, pattern, pattern, text},
            uR"(
        SELECT COUNT(*) FROM identity i
        WHERE i.name_folded LIKE ? ESCAPE '\' OR i.external_id LIKE ? ESCAPE '\' OR i.email LIKE ? ESCAPE '\')"_s,
            {name, pattern, pattern}};
}

// Records: a range of each provider's index, not LIKE, which would read every record.

QString lastBeginningWith(const QString &text)
{
    return text + QString::fromUcs4(U"\U0010FFFF", 1);
}

QString tableOf(Finding::Kind records)
{
    return records == Finding::Kind::Activity ? u"activity"_s : u"sale"_s;
}

Question recordsFrom(Finding::Kind kind, const QString &text)
{
    const QString within = uR"( FROM provider p
        JOIN %1 r ON r.provider_id = p.id AND r.external_id >= ? AND r.external_id <= ?)"_s.arg(
        tableOf(kind));
    const QVariantList range{text, lastBeginningWith(text)};
    return {kind,
            u"SELECT r.id, r.external_id, p.name, r.external_id"_s + within +
                u" ORDER BY r.external_id, r.id LIMIT ?"_s,
            range, u"SELECT COUNT(*)"_s + within, range};
}

Question recordsWith(Finding::Kind kind, const QString &text)
{
    const auto pattern = containing(text);
    return {kind,
            uR"(
        SELECT r.id, r.external_id, p.name, r.external_id FROM %1 r CROSS JOIN provider p ON p.id = r.provider_id
        WHERE r.external_id LIKE ? ESCAPE '\' AND SUBSTR(r.external_id, 1, LENGTH(?)) <> ? LIMIT ?)"_s.arg(
                tableOf(kind)),
            {pattern, text, text},
            uR"(SELECT COUNT(*) FROM %1 WHERE external_id LIKE ? ESCAPE '\')"_s.arg(tableOf(kind)),
            {pattern},
            true};
}

Question callOfNumber(qint64 number)
{
    return {Finding::Kind::Call,
            uR"(
        SELECT c.id, '#' || c.id, p.name, '' FROM call c JOIN provider p ON p.id = c.provider_id WHERE c.id = ? LIMIT ?)"_s,
            {number},
            uR"(SELECT COUNT(*) FROM call WHERE id = ?)"_s,
            {number}};
}

} // namespace

Result<Findings> findAnything(Connection &db, const QString &text, int most)
{
    QList<Question> questions{providersLike(text),
                              entitiesLike(Finding::Kind::Agent, text),
                              entitiesLike(Finding::Kind::Team, text),
                              entitiesLike(Finding::Kind::Product, text),
                              identitiesLike(text),
                              recordsFrom(Finding::Kind::Activity, text),
                              recordsFrom(Finding::Kind::Sale, text)};
    bool isNumber = false;
    const auto number = text.toLongLong(&isNumber);
    if (isNumber)
        questions.append(callOfNumber(number));
    Findings findings;
    for (const auto &question : std::as_const(questions)) {
        if (const auto failed = ask(db, question, most, findings))
            return *failed;
    }
    return findings;
}

Result<Findings> findWithin(Connection &db, const QString &text, const StopFlag &stop, int most)
{
    Findings findings;
    db.stopWith(stop);
    std::optional<Error> failed;
    for (const auto kind : {Finding::Kind::Activity, Finding::Kind::Sale}) {
        if (!failed)
            failed = ask(db, recordsWith(kind, text), most, findings);
    }
    db.stopWith({});
    return failed ? Result<Findings>(*failed) : Result<Findings>(std::move(findings));
}

} // namespace salesdesk
