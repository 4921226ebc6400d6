// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/democalls.h"

#include "model/domain/moment.h"
#include "model/intake/intake.h"
#include "model/intake/jsontext.h"

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

/// A JSON object as it is sent, written member by member.
class ObjectText final
{
public:
    void add(QByteArrayView name, QStringView text)
    {
        start(name);
        appendJsonText(m_json, text);
    }
    void add(QByteArrayView name, qint64 number) { addValue(name, QByteArray::number(number)); }
    void add(QByteArrayView name, bool flag) { addValue(name, flag ? "true" : "false"); }
    /// Euros, of so many cents.
    void addMoney(QByteArrayView name, int cents)
    {
        const auto rest = QByteArray::number(cents % 100);
        addValue(name, QByteArray::number(cents / 100) + (rest.size() < 2 ? ".0" : ".") + rest);
    }
    void add(QByteArrayView name, const ObjectText &object) { addValue(name, object.json()); }
    [[nodiscard]] QByteArray json() const { return m_json + '}'; }

private:
    void start(QByteArrayView name)
    {
        m_json += m_json.isEmpty() ? '{' : ',';
        m_json.append('"').append(name).append("\":");
    }
    void addValue(QByteArrayView name, const QByteArray &value)
    {
        start(name);
        m_json += value;
    }

    QByteArray m_json;
};

void addAgent(ObjectText &body, int person)
{
    const auto &who = demoPeople()[person];
    body.add("agent_id", QString::number(100 + person));
    body.add("agent_name", who.name);
    body.add("agent_team_id", QString::number(who.team + 1));
    body.add("agent_team_name", demoTeams()[who.team]);
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
    call.headers = QByteArray("Host: 127.0.0.1:8787\r\nUser-Agent: ") +
                   (m_provider == 0 ? "Zapier" : "crm-export/2.4") +
                   "\r\nAuthorization: Bearer ••••••\r\nContent-Type: application/json\r\n";
    call.receivedAt = receivedAt;
    call.body = call.endpoint == Endpoint::Activities ? activity(receivedAt) : sale(receivedAt);
    if (upTo(25) == 0)
        return refusal(std::move(submission));
    submission.reading = readCall(call.endpoint, call.contentType, call.body, m_zone);
    return submission;
}

QString DemoCalls::localText(qint64 utcMs)
{
    constexpr qint64 hourMs = 3'600'000;
    const auto hour = utcMs / hourMs;
    auto known = m_offsets.constFind(hour);
    if (known == m_offsets.cend()) // asking the zone costs more than making the call
        known = m_offsets.insert(
            hour, m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(hour * hourMs, Qt::UTC)) * 1000LL);
    auto text = toUtcIso((utcMs + *known) / 1000 * 1000);
    text.chop(1); // the Z
    text[text.indexOf(u'T')] = u' ';
    return text;
}

QByteArray DemoCalls::activity(qint64 receivedAt)
{
    const auto person = upTo(static_cast<int>(demoPeople().size()));
    // An eighth of the calls moves an earlier deal to its next stage.
    const auto deal = m_made > 100 && upTo(8) == 0 ? m_made - 1 - upTo(100) : m_made;
    ObjectText body;
    body.add("id", u"deal %1 | demo planned"_s.arg(deal));
    body.add("type", demoTypes()[upTo(static_cast<int>(demoTypes().size()))]);
    addAgent(body, person);
    if (const auto &email = demoPeople()[person].email; !email.isEmpty() && m_provider == 0)
        body.add("agent_email", email);
    body.add("moment", localText(receivedAt - upTo(3'600'000)));
    body.add("contact_key", QString::number(5000 + deal % 4000));
    if (upTo(3) == 0) {
        body.addMoney("value", 1000 + upTo(90'000));
        body.add("value_is_money", true);
    }
    return body.json();
}

QByteArray DemoCalls::sale(qint64 receivedAt)
{
    const auto person = upTo(static_cast<int>(demoPeople().size()));
    const auto product = upTo(static_cast<int>(demoProducts().size()));
    ObjectText body;
    body.add("id", QString::number(70'000 + m_made));
    addAgent(body, person);
    body.add("proposition_id", u"P-%1"_s.arg(product + 1));
    body.add("proposition_name", demoProducts()[product]);
    body.add("sold_at", localText(receivedAt - upTo(86'400'000)));
    if (upTo(12) == 0)
        body.add("cancelled_at", localText(receivedAt));
    body.add("is_retention", upTo(6) == 0);
    body.addMoney("contract_value", 20'000 + upTo(900'000));
    if (product < 3) {
        ObjectText energy;
        energy.add("electricity_usage", 1500 + qint64{upTo(4000)});
        energy.add("electricity_return", qint64(upTo(2000)));
        energy.add("gas_usage", qint64(upTo(2500)));
        energy.add("connection_count", 1 + qint64{upTo(2)});
        body.add("energy_meta", energy);
    }
    body.add("contact_key", QString::number(5000 + upTo(4000)));
    return body.json();
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
            Refusal{CallReason::KeyUnknown,
                    u"There is no such key: copy it again from the provider's page."_s,
                    {},
                    0};
        call.body.clear();
        return submission;
    }
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    submission.reading = readCall(call.endpoint, call.contentType, call.body, m_zone);
    return submission;
}

} // namespace salesdesk
