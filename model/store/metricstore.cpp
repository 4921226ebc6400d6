// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/metricstore.h"

#include "model/domain/rhythm.h"
#include "model/store/rows.h"
#include "model/store/sqltext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

QString toJson(const QStringList &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList fromJson(const QString &text)
{
    QStringList texts;
    for (const auto &one : QJsonDocument::fromJson(text.toUtf8()).array())
        texts.append(one.toString());
    return texts;
}

Metric readMetric(const Cursor &row)
{
    Metric metric;
    metric.id = row.number(0);
    metric.name = row.text(1);
    metric.source = static_cast<Metric::Source>(row.number(2));
    metric.measure = static_cast<Metric::Measure>(row.number(3));
    metric.types = fromJson(row.text(4));
    metric.by = static_cast<Metric::By>(row.number(5));
    metric.period = static_cast<Metric::Period>(row.number(6));
    return metric;
}

/// What a row is told by and called, and whether it is counted; in terms of the joins of `countSql`.
struct Grouping {
    QString key;
    QString label;
};

Grouping groupingOf(const Metric &metric)
{
    switch (metric.by) {
    case Metric::By::Agent:
        return {u"agent.id"_s, u"agent.name"_s};
    case Metric::By::Team:
        return {u"COALESCE(team.id, own.id)"_s, u"COALESCE(team.name, own.name)"_s};
    case Metric::By::Product:
        return {u"product.id"_s, u"product.name"_s};
    case Metric::By::Type:
        return {u"CASE WHEN agent.id IS NOT NULL THEN 0 END"_s, u"r.type"_s};
    case Metric::By::Day:
        // Quarters of an hour, of which every zone's days consist.
        return {u"CASE WHEN agent.id IS NOT NULL THEN 0 END"_s,
                u"r.%1 / %2"_s.arg(metric.source == Metric::Source::Sales ? u"sold_at"_s : u"moment"_s)
                    .arg(QuarterMs)};
    }
    Q_UNREACHABLE();
}

QString countSql(const Metric &metric)
{
    const bool sales = metric.source == Metric::Source::Sales;
    const auto grouping = groupingOf(metric);
    const auto moment = sales ? u"r.sold_at"_s : u"r.moment"_s;
    auto sql = u"SELECT "_s + grouping.key + u", "_s + grouping.label + u", COUNT(*), COALESCE(SUM("_s +
               (sales ? u"r.contract_value_cents"_s : u"r.value_cents"_s) + u"), 0) FROM "_s +
               (sales ? u"sale r "_s : u"activity r "_s) +
               u"JOIN identity ai ON ai.id = r.agent_identity_id "
               "LEFT JOIN entity agent ON agent.id = ai.entity_id "_s;
    if (metric.by == Metric::By::Team) {
        sql += u"LEFT JOIN identity ti ON ti.id = r.team_identity_id "
               "LEFT JOIN entity team ON team.id = ti.entity_id "
               "LEFT JOIN entity own ON own.id = agent.team_id "_s;
    }
    if (metric.by == Metric::By::Product) {
        sql += u"JOIN identity pi ON pi.id = r.product_identity_id "
               "LEFT JOIN entity product ON product.id = pi.entity_id "_s;
    }
    sql += u"WHERE ("_s + moment + u", r.id) > (?, ?) AND ("_s + moment + u", r.id) <= (?, ?)"_s;
    if (sales)
        sql += u" AND r.cancelled_at IS NULL"_s;
    else if (!metric.types.isEmpty())
        sql += u" AND r.type IN (SELECT value FROM json_each(?))"_s;
    return sql + u" GROUP BY 1, 2"_s;
}

Result<Done> check(const Metric &metric)
{
    if (metric.name.trimmed().isEmpty())
        return {ErrorCode::InvalidArgument, u"The metric needs a name."_s};
    const bool sales = metric.source == Metric::Source::Sales;
    if (!sales && metric.by == Metric::By::Product)
        return {ErrorCode::InvalidArgument, u"Activities have no product: count them by something else."_s};
    if (sales && metric.by == Metric::By::Type)
        return {ErrorCode::InvalidArgument, u"Sales have no type: count them by something else."_s};
    return Done{};
}

bool isSame(const MetricRow &left, const MetricRow &right)
{
    return left.entity == right.entity && left.day == right.day &&
           (left.entity > 0 || left.label == right.label);
}

} // namespace

Result<QList<Metric>> MetricStore::list() const
{
    return readRows(
        m_db.query(u"SELECT id, name, source, measure, types, grouping, period FROM metric ORDER BY id"_s),
        readMetric);
}

Result<Metric> MetricStore::save(const Metric &metric)
{
    if (const auto checked = check(metric); !checked)
        return checked.error();
    auto saved = metric;
    saved.name = metric.name.trimmed();
    if (metric.source == Metric::Source::Sales)
        saved.types.clear();
    const auto types = toJson(saved.types);
    const auto number = [](auto choice) { return static_cast<int>(choice); };
    if (saved.id == 0) {
        const auto id = m_db.insert(
            u"INSERT INTO metric (name, source, measure, types, grouping, period) VALUES (?, ?, ?, ?, ?, ?)"_s,
            {saved.name, number(saved.source), number(saved.measure), types, number(saved.by),
             number(saved.period)});
        if (!id)
            return id.error();
        saved.id = *id;
    } else {
        const auto changed = m_db.change(u"UPDATE metric SET name = ?, source = ?, measure = ?, types = ?, "
                                         "grouping = ?, period = ? WHERE id = ?"_s,
                                         {saved.name, number(saved.source), number(saved.measure), types,
                                          number(saved.by), number(saved.period), saved.id});
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return {ErrorCode::NotFound, u"This metric is no longer there."_s};
    }
    m_db.note(Change::Settings);
    return saved;
}

Result<Done> MetricStore::remove(qint64 metric)
{
    const auto removed = m_db.change(u"DELETE FROM metric WHERE id = ?"_s, {metric});
    if (!removed)
        return removed.error();
    m_db.note(Change::Settings);
    return Done{};
}

Result<MetricStore::Piece> MetricStore::count(const Metric &metric, std::pair<qint64, qint64> span,
                                              const QTimeZone &zone, std::optional<Place> after,
                                              int limit) const
{
    constexpr auto lastId = std::numeric_limits<qint64>::max();
    const Place from = after.value_or(Place{span.first - 1, lastId});
    Piece piece;
    const bool sales = metric.source == Metric::Source::Sales;
    auto ends =
        readRows(m_db.query(sales ? u"SELECT sold_at, id FROM sale WHERE (sold_at, id) > (?, ?) AND "
                                    "sold_at < ? ORDER BY sold_at, id LIMIT 1 OFFSET ?"_s
                                  : u"SELECT moment, id FROM activity WHERE (moment, id) > (?, ?) AND "
                                    "moment < ? ORDER BY moment, id LIMIT 1 OFFSET ?"_s,
                            {from.first, from.second, span.second, limit - 1}),
                 [](const Cursor &row) {
                     return Place{row.number(0), row.number(1)};
                 });
    if (!ends)
        return ends.error();
    if (!ends->isEmpty())
        piece.next = ends->first();
    const Place until = piece.next.value_or(Place{span.second - 1, lastId});
    QVariantList values{from.first, from.second, until.first, until.second};
    if (!sales && !metric.types.isEmpty())
        values.append(toJson(metric.types));
    auto rows = m_db.query(countSql(metric), values);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        MetricRow row;
        row.records = rows->number(2);
        row.value = Cents{rows->number(3)};
        if (rows->isNull(0)) {
            piece.sum.uncounted.records += row.records;
            piece.sum.uncounted.value.value += row.value.value;
            continue;
        }
        row.entity = rows->number(0);
        if (metric.by == Metric::By::Day)
            row.day = QDateTime::fromMSecsSinceEpoch(rows->number(1) * QuarterMs, zone).date();
        else
            row.label = rows->text(1);
        addTo(piece.sum, MetricSum{{row}, {}});
    }
    if (const auto failed = rows->failure())
        return *failed;
    return piece;
}

Result<QStringList> MetricStore::activityTypes(int among) const
{
    return readRows(
        m_db.query(u"SELECT type FROM (SELECT type FROM activity ORDER BY moment DESC, id DESC LIMIT ?) "
                   "GROUP BY type ORDER BY COUNT(*) DESC, type"_s,
                   {among}),
        [](const Cursor &row) { return row.text(0); });
}

void addTo(MetricSum &sum, const MetricSum &piece)
{
    for (const auto &row : piece.rows) {
        const auto found = std::find_if(sum.rows.begin(), sum.rows.end(),
                                        [&row](const MetricRow &one) { return isSame(one, row); });
        if (found == sum.rows.end()) {
            sum.rows.append(row);
        } else {
            found->records += row.records;
            found->value.value += row.value.value;
        }
    }
    sum.uncounted.records += piece.uncounted.records;
    sum.uncounted.value.value += piece.uncounted.value.value;
}

} // namespace salesdesk
