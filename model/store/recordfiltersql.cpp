// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/recordfiltersql.h"

#include "model/store/connection.h"
#include "model/store/sqltext.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

using Field = RecordFilter::Field;

// Identities are looked up for each record: there may be a hundred thousand of them, and a piece has a few
// thousand records.

/// The identity in `column` has that external ID, or that name: its entity's, else its sender's.
SqlCondition identityIs(const QString &column, const QString &value)
{
    return {u"EXISTS (SELECT 1 FROM identity i LEFT JOIN entity e ON e.id = i.entity_id WHERE i.id = "_s +
                column +
                u" AND (i.external_id = ? OR COALESCE(e.name_folded, i.name_folded) LIKE ? ESCAPE '\\'))"_s,
            {value, containing(folded(value))}};
}

/// Whom a team's name stands for: the linked team that was sent, else the agent's own.
SqlCondition teamIs(const QString &value)
{
    const auto sent = identityIs(u"r.team_identity_id"_s, value);
    return {sent.sql + uR"( OR (
            NOT EXISTS (SELECT 1 FROM identity i WHERE i.id = r.team_identity_id AND i.entity_id IS NOT NULL)
            AND EXISTS (SELECT 1 FROM identity i JOIN entity agent ON agent.id = i.entity_id
                        JOIN entity team ON team.id = agent.team_id
                        WHERE i.id = r.agent_identity_id AND team.name_folded LIKE ? ESCAPE '\')))"_s,
            sent.values + QVariantList{containing(folded(value))}};
}

QString unlinked(Endpoint endpoint)
{
    const auto open = [](const QString &column) {
        return u"EXISTS (SELECT 1 FROM identity i WHERE i.id = "_s + column + u" AND i.entity_id IS NULL)"_s;
    };
    auto sql = open(u"r.agent_identity_id"_s) + u" OR "_s + open(u"r.team_identity_id"_s);
    if (endpoint == Endpoint::Sales)
        sql += u" OR "_s + open(u"r.product_identity_id"_s);
    return sql;
}

SqlCondition valueIs(Endpoint endpoint, const QString &value)
{
    const auto bound = readValueBound(value).value_or(ValueBound{});
    const auto sign = [&bound] {
        switch (bound.is) {
        case ValueBound::Is::Equal:
            return u" = ?"_s;
        case ValueBound::Is::Less:
            return u" < ?"_s;
        case ValueBound::Is::LessOrEqual:
            return u" <= ?"_s;
        case ValueBound::Is::Greater:
            return u" > ?"_s;
        case ValueBound::Is::GreaterOrEqual:
            return u" >= ?"_s;
        }
        Q_UNREACHABLE();
    }();
    if (endpoint == Endpoint::Sales)
        return {u"COALESCE(r.contract_value_cents"_s + sign + u", 0)"_s, {bound.cents}};
    // A value that is no money is as many digits long as its sender likes.
    return {u"COALESCE(COALESCE(r.value_cents, CAST(r.value AS REAL) * 100)"_s + sign + u", 0)"_s,
            {bound.cents}};
}

SqlCondition textHolds(Endpoint endpoint, const QString &value)
{
    const auto pattern = containing(value);
    const bool activity = endpoint == Endpoint::Activities;
    SqlCondition any{activity ? u"r.external_id LIKE ? ESCAPE '\\' OR r.contact_key LIKE ? ESCAPE '\\' "
                                "OR r.type LIKE ? ESCAPE '\\'"_s
                              : u"r.external_id LIKE ? ESCAPE '\\' OR r.contact_key LIKE ? ESCAPE '\\'"_s,
                     {pattern, pattern}};
    if (activity)
        any.values.append(pattern);
    QStringList columns{u"r.agent_identity_id"_s, u"r.team_identity_id"_s};
    if (!activity)
        columns.append(u"r.product_identity_id"_s);
    for (const auto &column : std::as_const(columns)) {
        any.sql += u" OR EXISTS (SELECT 1 FROM identity i LEFT JOIN entity e ON e.id = i.entity_id "
                   "WHERE i.id = "_s +
                   column +
                   u" AND (i.external_id LIKE ? ESCAPE '\\' OR "
                   "COALESCE(e.name_folded, i.name_folded) LIKE ? ESCAPE '\\'))"_s;
        any.values << pattern << containing(folded(value));
    }
    return any;
}

SqlCondition one(Endpoint endpoint, const RecordFilter::Term &term, const QString &value)
{
    switch (term.field) {
    case Field::Id:
        return {(endpoint == Endpoint::Activities
                     ? u"r.id IN (SELECT a.id FROM provider p CROSS JOIN activity a "
                       "WHERE a.provider_id = p.id AND a.external_id = ?)"_s
                     : u"r.id IN (SELECT s.id FROM provider p CROSS JOIN sale s "
                       "WHERE s.provider_id = p.id AND s.external_id = ?)"_s),
                {value}};
    case Field::Type:
        return {u"r.type = ? COLLATE NOCASE"_s, {value}};
    case Field::Provider:
        return {
            u"r.provider_id IN (SELECT p.id FROM provider p WHERE p.name_folded = ? OR p.public_id = ?)"_s,
            {folded(value), value}};
    case Field::Agent:
        return identityIs(u"r.agent_identity_id"_s, value);
    case Field::Team:
        return teamIs(value);
    case Field::Product:
        return identityIs(u"r.product_identity_id"_s, value);
    case Field::Contact:
        return {u"COALESCE(r.contact_key = ?, 0)"_s, {value}};
    case Field::Value:
        return valueIs(endpoint, value);
    case Field::Since:
        return {endpoint == Endpoint::Activities ? u"r.moment >= ?"_s : u"r.sold_at >= ?"_s, {*term.time}};
    case Field::Until:
        return {endpoint == Endpoint::Activities ? u"r.moment < ?"_s : u"r.sold_at < ?"_s, {*term.time}};
    case Field::Changed:
        return {u"r.updated_at >= ?"_s, {*term.time}};
    case Field::Unlinked:
        return {unlinked(endpoint), {}};
    case Field::Cancelled:
        return {u"r.cancelled_at IS NOT NULL"_s, {}};
    case Field::Retention:
        return {u"r.is_retention = 1"_s, {}};
    case Field::Text:
        return textHolds(endpoint, value);
    }
    Q_UNREACHABLE();
}

} // namespace

SqlCondition toSql(Endpoint endpoint, const RecordFilter &filter)
{
    SqlCondition all;
    for (const auto &term : filter.terms) {
        QStringList alternatives;
        for (const auto &value : term.values) {
            const auto condition = one(endpoint, term, value);
            alternatives.append(u"("_s + condition.sql + u')');
            all.values += condition.values;
        }
        all.sql += (term.negated ? u" AND NOT ("_s : u" AND ("_s) + alternatives.join(u" OR "_s) + u')';
    }
    return all;
}

} // namespace salesdesk
