// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/democalls.h"

#include "model/intake/intake.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace salesdesk
{

using namespace Qt::StringLiterals;

const QStringList &demoTeams()
{
    static const QStringList teams{u"Noord"_s, u"Randstad"_s, u"Zuid"_s, u"Zakelijk"_s};
    return teams;
}

const QStringList &demoProducts()
{
    static const QStringList products{u"Groene stroom 1 jaar"_s, u"Groene stroom 3 jaar"_s,
                                      u"Stroom en gas vast"_s,   u"Zonnepanelen"_s,
                                      u"Thuisbatterij"_s,        u"Zakelijk dynamisch"_s};
    return products;
}

const QList<DemoPerson> &demoPeople()
{
    static const QList<DemoPerson> people{
        {u"Cas de Vries"_s, u"cas@system23.nl"_s, 0},
        {u"Sanne Bakker"_s, u"sanne.bakker@system23.nl"_s, 0},
        {u"Bo Jansen"_s, u"bo.jansen@system23.nl"_s, 1},
        {u"Fatima el Idrissi"_s, u"fatima@system23.nl"_s, 1},
        {u"Joost van den Berg"_s, u"joost@system23.nl"_s, 1},
        {u"Noa Visser"_s, u"noa.visser@system23.nl"_s, 2},
        {u"Daan Smit"_s, u"daan@system23.nl"_s, 2},
        {u"Emma Mulder"_s, u"emma@system23.nl"_s, 2},
        {u"Yusuf Yılmaz"_s, u"yusuf@system23.nl"_s, 3},
        {u"Lotte Meijer"_s, u"lotte@system23.nl"_s, 3},
        {u"Thijs Dekker"_s, u"thijs@system23.nl"_s, 3},
        {u"Priya Sharma"_s, u"priya@system23.nl"_s, 0},
        {u"Ruben Hendriks"_s, u"ruben@system23.nl"_s, 1},
        {u"Iris Peeters"_s, u"iris@system23.nl"_s, 2},
        {u"Jansen, Bo"_s, {}, 1},
        {u"S. Bakker"_s, {}, 0},
        {u"Yusuf Yilmaz"_s, {}, 3},
        {u"Noa Viser"_s, {}, 2},
        {u"Lotte Meijer-de Boer"_s, {}, 3},
        {u"Kim Willems"_s, {}, 0},
        {u"Mohamed Amrani"_s, {}, 1},
        {u"Dialler test"_s, {}, 1},
    };
    return people;
}

namespace
{

const QStringList &demoTypes()
{
    static const QStringList types{u"Deal stage: Demo planned"_s,
                                   u"Deal stage: Offer sent"_s,
                                   u"Call: Connected"_s,
                                   u"Call: No answer"_s,
                                   u"E-mail sent"_s,
                                   u"Sale"_s,
                                   u"Sale - Cancelled"_s};
    return types;
}

QString localText(qint64 utcMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

DemoCalls::DemoCalls(QList<Provider> providers, const QTimeZone &zone, qint64 count, qint64 from,
                     qint64 until)
    : m_providers(std::move(providers))
    , m_zone(zone)
    , m_count(count)
    , m_from(from)
    , m_until(until)
{
}

CallSubmission DemoCalls::next()
{
    m_provider = upTo(10) < 6 ? 0 : 1 + upTo(static_cast<int>(m_providers.size()) - 1);
    const auto receivedAt = m_from + (m_until - m_from) * m_made / std::max<qint64>(m_count, 1);
    CallSubmission submission;
    submission.ticket = static_cast<quint64>(++m_made);
    auto &call = submission.call;
    call.provider = m_providers[m_provider].id;
    call.endpoint = upTo(10) < 7 ? Endpoint::Activities : Endpoint::Sales;
    call.method = "POST";
    call.path = "/webhooks/" + m_providers[m_provider].publicId.toUtf8() + '/' + toText(call.endpoint).data();
    call.peer = u"127.0.0.1"_s;
    call.contentType = "application/json";
    call.headers = {{"Host", "127.0.0.1:8787"},
                    {"User-Agent", m_provider == 0 ? "Zapier" : "crm-export/2.4"},
                    {"Authorization", "Bearer ••••••"},
                    {"Content-Type", call.contentType}};
    call.receivedAt = receivedAt;
    call.body = call.endpoint == Endpoint::Activities ? activity(receivedAt) : sale(receivedAt);
    if (upTo(25) == 0)
        return refusal(std::move(submission));
    submission.reading = readCall(call.endpoint, call.contentType, call.body, m_zone);
    return submission;
}

QByteArray DemoCalls::activity(qint64 receivedAt)
{
    const auto person = upTo(static_cast<int>(demoPeople().size()));
    const auto &who = demoPeople()[person];
    // An eighth of the calls moves an earlier deal to its next stage.
    const auto deal = m_made > 100 && upTo(8) == 0 ? m_made - 1 - upTo(100) : m_made;
    QJsonObject body{{u"id"_s, u"deal %1 | demo planned"_s.arg(deal)},
                     {u"type"_s, demoTypes()[upTo(static_cast<int>(demoTypes().size()))]},
                     {u"agent_id"_s, QString::number(100 + person)},
                     {u"agent_name"_s, who.name},
                     {u"agent_team_id"_s, QString::number(who.team + 1)},
                     {u"agent_team_name"_s, demoTeams()[who.team]},
                     {u"moment"_s, localText(receivedAt - upTo(3'600'000), m_zone)},
                     {u"contact_key"_s, QString::number(5000 + deal % 4000)}};
    if (!who.email.isEmpty() && m_provider == 0)
        body.insert(u"agent_email"_s, who.email);
    if (upTo(3) == 0) {
        body.insert(u"value"_s, (1000 + upTo(90'000)) / 100.0);
        body.insert(u"value_is_money"_s, true);
    }
    return json(body);
}

QByteArray DemoCalls::sale(qint64 receivedAt)
{
    const auto person = upTo(static_cast<int>(demoPeople().size()));
    const auto product = upTo(static_cast<int>(demoProducts().size()));
    const auto &who = demoPeople()[person];
    QJsonObject body{{u"id"_s, QString::number(70'000 + m_made)},
                     {u"agent_id"_s, QString::number(100 + person)},
                     {u"agent_name"_s, who.name},
                     {u"agent_team_id"_s, QString::number(who.team + 1)},
                     {u"agent_team_name"_s, demoTeams()[who.team]},
                     {u"proposition_id"_s, u"P-%1"_s.arg(product + 1)},
                     {u"proposition_name"_s, demoProducts()[product]},
                     {u"sold_at"_s, localText(receivedAt - upTo(86'400'000), m_zone)},
                     {u"is_retention"_s, upTo(6) == 0},
                     {u"contract_value"_s, (20'000 + upTo(900'000)) / 100.0},
                     {u"contact_key"_s, QString::number(5000 + upTo(4000))}};
    if (upTo(12) == 0)
        body.insert(u"cancelled_at"_s, localText(receivedAt, m_zone));
    if (product < 3)
        body.insert(u"energy_meta"_s, QJsonObject{{u"electricity_usage"_s, 1500 + upTo(4000)},
                                                  {u"electricity_return"_s, upTo(2000)},
                                                  {u"gas_usage"_s, upTo(2500)},
                                                  {u"connection_count"_s, 1 + upTo(2)}});
    return json(body);
}

CallSubmission DemoCalls::refusal(CallSubmission submission)
{
    auto &call = submission.call;
    auto body = QJsonDocument::fromJson(call.body).object();
    switch (upTo(5)) {
    case 0: // somebody nobody has named yet
        body.insert(u"agent_id"_s, QString::number(900 + upTo(4)));
        body.remove(u"agent_name"_s);
        break;
    case 1:
        body.insert(call.endpoint == Endpoint::Activities ? u"moment"_s : u"sold_at"_s, u"31-02-2025"_s);
        break;
    case 2:
        body.remove(u"id"_s);
        break;
    case 3:
        call.body.insert(1, "// sent by hand\n");
        submission.reading = readCall(call.endpoint, call.contentType, call.body, m_zone);
        return submission;
    default:
        submission.reading.result =
            Refusal{CallReason::KeyUnknown, u"The key is not one of this program's."_s, {}, 0};
        call.body.clear();
        return submission;
    }
    call.body = json(body);
    submission.reading = readCall(call.endpoint, call.contentType, call.body, m_zone);
    return submission;
}

} // namespace salesdesk
