// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/identitysheet.h"

#include "model/domain/csv.h"
#include "model/store/connection.h"
#include "model/store/decisionrows.h"
#include "model/store/entitystore.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <cmath>
#include <optional>
#include <utility>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

const QStringList &titles()
{
    static const QStringList all{u"identity"_s,  u"kind"_s,    u"provider"_s, u"external_id"_s,
                                 u"name"_s,      u"email"_s,   u"team"_s,     u"first_seen"_s,
                                 u"last_seen"_s, u"records"_s, u"value"_s,    u"suggestion"_s,
                                 u"score"_s,     u"reason"_s,  u"decision"_s, u"entity"_s};
    return all;
}

/// Many times what a queue holds; what a hostile file cannot fill the memory with.
constexpr qsizetype maxRows = 500'000;

/// Whether the cell is the ID, or what a spreadsheet makes of it: "42" of "0042", "1.23457E+19" of twenty
/// digits.
bool isId(const QString &cell, const QString &id)
{
    if (cell == id)
        return true;
    bool areNumbers = false;
    const double sent = id.toDouble(&areNumbers);
    const double kept = areNumbers ? QString(cell).replace(u',', u'.').toDouble(&areNumbers) : 0;
    return areNumbers && std::isfinite(sent) && std::abs(sent - kept) <= std::abs(sent) * 1e-5;
}

QString timeText(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

/// Reads one sheet.
class SheetReader
{
public:
    explicit SheetReader(const QStringList &head)
    {
        for (qsizetype i = 0; i < head.size(); ++i)
            m_columns.insert(head.at(i).trimmed().toLower(), i);
    }

    /// The first column that is missing; empty when all are there.
    [[nodiscard]] QString missing() const
    {
        for (const auto &title : {u"identity"_s, u"external_id"_s, u"decision"_s, u"entity"_s}) {
            if (!m_columns.contains(title))
                return title;
        }
        return {};
    }

    /// Adds the row to `sheet`, as a decision or as a fault. An error only when the store fails.
    std::optional<Error> take(Connection &db, const CsvRow &row, SheetDecisions &sheet)
    {
        const auto word = cell(row, u"decision"_s).toLower();
        const auto entity = cell(row, u"entity"_s);
        if (word.isEmpty() && entity.isEmpty()) {
            ++sheet.undecided;
            return std::nullopt;
        }
        auto line = decided(db, row, word, entity);
        if (line)
            sheet.lines.append(*line);
        else if (line.error().code == ErrorCode::InvalidArgument ||
                 line.error().code == ErrorCode::NotFound || line.error().code == ErrorCode::Conflict)
            sheet.faults.append({row.line, line.error().detail});
        else
            return line.error();
        return std::nullopt;
    }

private:
    [[nodiscard]] QString cell(const CsvRow &row, const QString &title) const
    {
        return fromCsvText(row.cells.value(m_columns.value(title, -1)).trimmed());
    }

    Result<Identity> identityOf(Connection &db, const CsvRow &row)
    {
        bool isNumber = false;
        const auto number = cell(row, u"identity"_s).toLongLong(&isNumber);
        if (!isNumber)
            return {ErrorCode::InvalidArgument, u"The column \"identity\" has no number."_s};
        const auto identity = IdentityStore(db).get(IdentityId{number});
        if (!identity)
            return identity.error();
        if (!isId(fromCsvText(row.cells.value(m_columns.value(u"external_id"_s))), identity->externalId))
            return {
                ErrorCode::Conflict,
                u"Identity %1 has the external ID \"%2\" and not this one. The sheet is of other data."_s.arg(
                    QString::number(number), identity->externalId)};
        if (m_seen.contains(identity->id))
            return {ErrorCode::InvalidArgument, u"The identity is decided on in a line above."_s};
        if (identity->linkedTo)
            return {ErrorCode::Conflict, u"It is linked to \"%1\" by now."_s.arg(identity->linkedToName)};
        if (identity->ignored)
            return {ErrorCode::Conflict, u"It is ignored by now."_s};
        return identity;
    }

    Result<SheetDecisions::Line> decided(Connection &db, const CsvRow &row, const QString &word,
                                         const QString &entity)
    {
        const auto identity = identityOf(db, row);
        if (!identity)
            return identity.error();
        SheetDecisions::Line line;
        line.number = row.line;
        line.choice.identity = identity->id;
        line.identity =
            identityText(identity->kind, identity->providerName, identity->externalId, identity->name);
        if (word == u"ignore"_s) {
            line.choice.action = Choice::Action::Ignore;
        } else if (word == u"create"_s) {
            line.choice.action = Choice::Action::Create;
            line.choice.name = entity;
            line.entityName = !entity.isEmpty()           ? entity
                              : !identity->name.isEmpty() ? identity->name
                                                          : identity->externalId;
            Entity draft;
            draft.kind = identity->kind;
            draft.name = line.entityName;
            if (const auto fault = EntityStore::faultOf(draft))
                return *fault;
        } else if (word.isEmpty() || word == u"link"_s || word == u"accept"_s) {
            const auto target = entity.isEmpty() && word == u"accept"_s ? cell(row, u"suggestion"_s) : entity;
            if (target.isEmpty())
                return {ErrorCode::InvalidArgument, u"The column \"entity\" says nothing to link it to."_s};
            const auto found = EntityStore(db).find(identity->kind, target);
            if (!found)
                return found.error();
            if (found->mergedInto)
                return {ErrorCode::Conflict,
                        u"\"%1\" was merged into \"%2\"."_s.arg(found->name, found->mergedIntoName)};
            line.choice.entity = found->id;
            line.entityName = found->name;
        } else {
            return {ErrorCode::InvalidArgument,
                    u"\"%1\" is no decision. Write accept, link, create or ignore."_s.arg(word)};
        }
        m_seen.insert(identity->id);
        return line;
    }

    QHash<QString, qsizetype> m_columns;
    QSet<IdentityId> m_seen;
};

} // namespace

QStringList sheetTitles()
{
    return titles();
}

QStringList sheetRow(const Identity &identity, const Suggester::Best &best)
{
    const auto &candidate = best.candidate;
    return {QString::number(identity.id.value),
            QString(toText(identity.kind)),
            csvText(identity.providerName),
            csvText(identity.externalId),
            csvText(identity.name),
            csvText(identity.email),
            csvText(identity.teamName),
            timeText(identity.firstSeenAt),
            timeText(identity.lastSeenAt),
            QString::number(identity.records.count()),
            toDecimal(identity.records.value),
            candidate ? csvText(candidate->entityName) : QString(),
            candidate ? QString::number(candidate->score, 'f', 2) : QString(),
            candidate
                ? csvText(reasonText(*candidate) + (best.ambiguous ? u", another is close"_s : QString()))
                : QString(),
            QString(),
            QString()};
}

QList<Choice> SheetDecisions::choices() const
{
    QList<Choice> all;
    for (const auto &line : lines)
        all.append(line.choice);
    return all;
}

struct SheetReading::Private {
    QByteArray text; ///< until it is read as CSV
    QList<CsvRow> rows;
    std::optional<SheetReader> reader;
    qsizetype next = 1; ///< row
    SheetDecisions decisions;

    /// Reads the text as CSV and its titles.
    std::optional<Error> begin()
    {
        const auto read = readCsv(std::exchange(text, {}), maxRows);
        if (!read)
            return read.error();
        if (read->isEmpty())
            return Error{ErrorCode::InvalidArgument, u"The file is empty."_s};
        SheetReader fresh(read->first().cells);
        if (const auto missing = fresh.missing(); !missing.isEmpty())
            return Error{ErrorCode::InvalidArgument,
                         u"The file has no column \"%1\": it is no sheet of identities."_s.arg(missing)};
        rows = *read;
        reader = std::move(fresh);
        return std::nullopt;
    }
};

SheetReading::SheetReading(QByteArray text)
    : m_d(std::make_unique<Private>())
{
    m_d->text = std::move(text);
}

SheetReading::~SheetReading() = default;

Result<bool> SheetReading::takeSome(Connection &db, int most)
{
    if (!m_d->reader) {
        if (const auto failed = m_d->begin())
            return *failed;
    }
    for (int taken = 0; taken < most && m_d->next < m_d->rows.size(); ++taken) {
        if (const auto failed = m_d->reader->take(db, m_d->rows.at(m_d->next), m_d->decisions))
            return *failed;
        ++m_d->next;
    }
    return m_d->next >= m_d->rows.size();
}

const SheetDecisions &SheetReading::decisions() const
{
    return m_d->decisions;
}

qint64 SheetReading::taken() const
{
    return m_d->next - 1;
}

qint64 SheetReading::lines() const
{
    return qMax<qint64>(0, m_d->rows.size() - 1);
}

} // namespace salesdesk
