// SPDX-License-Identifier: GPL-3.0-or-later
#include "noisynames.h"

#include <QSet>

#include <random>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

const QStringList firstNames =
    u"Bo Jan Piet Kees Anna Anne Eva Emma Sophie Lotte Sanne Hanne Noa Noor Daan Sem Lucas Luuk Milan Levi "
    "Bram Thijs Thomas Tom Tim Ruben Robin Rob Rik Nick Niels Joost Joris Jasper Jeroen Maarten Martijn "
    "Mark Marc Wouter Willem Fatima Mohammed Youssef Ayşe Zeynep Chloé Zoë Renée José André Françoise Björn "
    "Søren Łukasz Agnieszka Katarzyna Anouk Iris Fleur Femke Maaike Marieke Mieke Ilse Ingrid Esther Judith "
    "Roos Rosa Sara Sarah Tess Julia Julie Isa Mila Saar Liv Yara"_s.split(u' ');
const QStringList surnames =
    u"Jansen Janssen Vries Bakker Visser Smit Smits Meijer Meyer Boer Mulder Groot Bos Vos Peters Pieters "
    "Hendriks Leeuwen Dijkstra Dekker Brouwer Wit Dijk Linden Heuvel Veen Graaf Kok Jacobs Haan Vermeulen "
    "Schouten Willems Hoekstra Koster Kuipers Verhoeven Wijk Postma Maas Hermans Scholten Prins Blom "
    "Huisman Peeters Kuiper Veenstra Kramer Gerritsen Kaya Yıldız Öztürk Idrissi Amrani Bouazza Nguyen "
    "Kowalski Nowak Müller Schäfer Lefèvre Dubois García Fernández Østergaard Zijlstra Terpstra Wouters "
    "Evers Claes Cornelissen Martens Timmermans Molenaar Schipper Lammers Sanders Driessen Bosch Wolters"_s
        .split(u' ');
const QStringList particles{u"van"_s, u"de"_s, u"van der"_s, u"van den"_s, u"el"_s, u"ter"_s};

class Noise
{
public:
    explicit Noise(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int end) { return static_cast<int>(m_random() % static_cast<quint32>(end)); }
    bool chance(int percent) { return below(100) < percent; }
    QString any(const QStringList &list) { return list[below(static_cast<int>(list.size()))]; }

    struct Name {
        QString first;
        QString particle; ///< empty for most
        QString last;
        [[nodiscard]] QString whole() const
        {
            return particle.isEmpty() ? first + u' ' + last : first + u' ' + particle + u' ' + last;
        }
    };
    /// `many`: so many are needed that surnames are put together.
    Name name(bool many)
    {
        Name made{any(firstNames), chance(22) ? any(particles) : QString(), any(surnames)};
        if (many && chance(80)) {
            static const QStringList ends =
                u"stra man sma huis veld broek hof horst kamp land meer poort schoot wijk dam berg"_s.split(
                    u' ');
            made.last = any(surnames).left(4).toLower() + any(ends);
            made.last[0] = made.last[0].toUpper();
            made.last += chance(40) ? any(ends) : QString();
        }
        return made;
    }
    QString address(const Name &name, const QString &domain)
    {
        const auto first = ascii(name.first);
        const auto last = ascii(name.particle + name.last).remove(u' ');
        switch (below(4)) {
        case 0:
            return first + u'.' + last + u'@' + domain;
        case 1:
            return first.first(1) + u'.' + last + u'@' + domain;
        case 2:
            return first.first(1) + last + u'@' + domain;
        default:
            return first + u'@' + domain;
        }
    }
    static QString ascii(const QString &text)
    {
        QString plain;
        for (const auto c : text.normalized(QString::NormalizationForm_KD).toLower()) {
            if (c == u'ø')
                plain += u'o';
            else if (c == u'ł')
                plain += u'l';
            else if (c == u'ı')
                plain += u'i';
            else if (!c.isMark())
                plain += c;
        }
        return plain;
    }

    /// Only the form: what a normalised name undoes.
    QString reformed(const Name &name)
    {
        switch (below(5)) {
        case 0:
            return name.whole().toUpper();
        case 1:
            return name.whole().toLower();
        case 2:
            return (name.particle.isEmpty() ? name.last : name.particle + u' ' + name.last) + u", "_s +
                   name.first;
        case 3:
            return name.last + u", "_s + name.first +
                   (name.particle.isEmpty() ? QString() : u' ' + name.particle);
        default:
            return unaccented(name.whole());
        }
    }
    static QString unaccented(const QString &text)
    {
        auto plain = ascii(text);
        for (qsizetype i = 0; i < plain.size(); ++i) {
            if (i == 0 || plain[i - 1] == u' ')
                plain[i] = plain[i].toUpper();
        }
        return plain;
    }
    /// One letter left out, doubled, changed or swapped with the next, anywhere.
    QString mistyped(QString text)
    {
        int at = 0;
        do {
            at = below(static_cast<int>(text.size()));
        } while (!text[at].isLetter());
        switch (below(4)) {
        case 0:
            return text.remove(at, 1);
        case 1:
            return text.insert(at, text[at]);
        case 2:
            text[at] = QChar(u'a' + below(26));
            return text;
        default:
            if (at + 1 < text.size() && text[at + 1].isLetter()) {
                const auto kept = text[at];
                text[at] = text[at + 1];
                text[at + 1] = kept;
                return text;
            }
            return text.remove(at, 1);
        }
    }
    QString initialled(const Name &name)
    {
        auto shortened = name;
        shortened.first = name.first.first(1) + (chance(70) ? u"."_s : QString());
        return shortened.whole();
    }
    QString withoutParticle(const Name &name)
    {
        auto shortened = name;
        shortened.particle = name.particle.startsWith(u"van d"_s) && chance(50) ? u"vd"_s : QString();
        return shortened.whole();
    }
    QString married(const Name &name)
    {
        const auto other = any(surnames);
        return chance(85) ? name.whole() + u'-' + other : name.first + u' ' + other;
    }

    QString written(const Name &name, QString &noise)
    {
        const auto say = [&noise](const QString &text, const QString &word) {
            noise = noise.isEmpty() ? word : noise + u", "_s + word;
            return text;
        };
        const int draw = below(100);
        if (draw < 40)
            return say(name.whole(), u"as it is"_s);
        if (draw < 64)
            return say(reformed(name), u"another form"_s);
        if (draw < 80)
            return say(mistyped(name.whole()), u"typing error"_s);
        if (draw < 87)
            return say(initialled(name), u"initials"_s);
        if (draw < 91)
            return say(withoutParticle(name), u"particle"_s);
        if (draw < 97)
            return say(married(name), u"maiden name"_s);
        if (chance(70))
            return say(mistyped(reformed(name)), u"another form and typing error"_s);
        return say(mistyped(initialled(name)), u"initials and typing error"_s);
    }

private:
    std::mt19937 m_random;
};

} // namespace

NoisySet noisySet(quint32 seed, int agents, int identities, int strangers)
{
    Noise noise(seed);
    const bool many = agents > 2000;
    const int teams = std::max(20, agents / 25);
    NoisySet set;
    QList<Noise::Name> names;
    QSet<QString> addresses;
    QSet<QString> taken;
    while (set.agents.size() < agents) {
        const auto name = noise.name(many);
        // A team does not write two of its people the same; now and then it does.
        if (taken.contains(name.whole()) && !noise.chance(5))
            continue;
        taken.insert(name.whole());
        Entity agent;
        agent.id = EntityId{set.agents.size() + 1};
        agent.name = name.whole();
        if (const auto address = noise.address(name, u"example.com"_s);
            noise.chance(55) && !addresses.contains(address)) {
            addresses.insert(address);
            agent.email = address;
        }
        agent.team = EntityId{agents + 1 + noise.below(teams)};
        agent.teamName = u"Team %1"_s.arg(agent.team->value - agents);
        names.append(name);
        set.agents.append(agent);
    }
    QList<int> order;
    for (int i = 0; i < agents; ++i)
        order.append(i);
    for (int i = agents - 1; i > 0; --i)
        order.swapItemsAt(i, noise.below(i + 1));

    static const QStringList generic{u"Test"_s, u"admin"_s, u"n/a"_s, u"Sales Team"_s, u"-"_s, u"Test 2"_s};
    for (int i = 0; i < identities; ++i) {
        NoisySet::Written one;
        one.identity.id = IdentityId{i + 1};
        one.identity.provider = ProviderId{1};
        one.identity.externalId = QString::number(1000 + i);
        if (noise.chance(strangers)) {
            one.noise = u"nobody"_s;
            auto stranger = noise.name(many);
            // One that an agent is written as would be that agent to anybody.
            while (taken.contains(stranger.whole()))
                stranger = noise.name(many);
            one.identity.name = noise.chance(12) ? noise.any(generic) : stranger.whole();
            if (noise.chance(30))
                one.identity.email = noise.chance(20) ? u"info@example.com"_s
                                                      : noise.address(stranger, u"elsewhere.example"_s);
        } else {
            const int who = order[i % agents];
            const auto &agent = set.agents[who];
            one.truth = agent.id;
            // What another agent is called is that agent to anybody.
            do {
                one.noise.clear();
                one.identity.name = noise.written(names[who], one.noise);
            } while (one.identity.name != agent.name && taken.contains(one.identity.name));
            const int draw = noise.below(100);
            if (!agent.email.isEmpty() && draw < 45)
                one.identity.email = draw < 10 ? agent.email.toUpper() : agent.email;
            else if (draw > 89)
                one.identity.email = noise.address(names[who], u"mail.example"_s);
        }
        if (noise.chance(60))
            one.identity.teamName = one.truth.isValid() ? set.agents[one.truth.value - 1].teamName
                                                        : u"Team %1"_s.arg(1 + noise.below(teams));
        set.identities.append(one);
    }
    return set;
}

QList<quint32> seedsOr(std::initializer_list<quint32> usual)
{
    const auto asked = qEnvironmentVariable("SEEDS");
    if (asked.isEmpty())
        return usual;
    QList<quint32> seeds;
    for (auto seed = asked.section(u'-', 0, 0).toUInt(); seed <= asked.section(u'-', -1).toUInt(); ++seed)
        seeds.append(seed);
    return seeds;
}

} // namespace salesdesk
