// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array valueOptions{
    QLatin1StringView("data"),      QLatin1StringView("listen"), QLatin1StringView("port"),
    QLatin1StringView("type"),      QLatin1StringView("label"),  QLatin1StringView("email"),
    QLatin1StringView("team"),      QLatin1StringView("kind"),   QLatin1StringView("provider"),
    QLatin1StringView("min-score"), QLatin1StringView("limit"),  QLatin1StringView("filter"),
    QLatin1StringView("calls"),
};
constexpr std::array flagOptions{
    QLatin1StringView("json"),    QLatin1StringView("help"),    QLatin1StringView("version"),
    QLatin1StringView("linked"),  QLatin1StringView("ignored"), QLatin1StringView("unlinked"),
    QLatin1StringView("hidden"),  QLatin1StringView("all"),     QLatin1StringView("accept"),
    QLatin1StringView("dry-run"),
};

bool isIn(const auto &names, const QString &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::variant<WrongUsage, Arguments> readArguments(const QStringList &line)
{
    Arguments arguments;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto &word = line[i];
        if (word == "--"_L1) {
            arguments.words += line.mid(i + 1);
            break;
        }
        if (word == "-h"_L1) {
            arguments.options.insert(u"help"_s, {});
            continue;
        }
        if (!word.startsWith("--"_L1)) {
            arguments.words.append(word);
            continue;
        }
        const auto equals = word.indexOf(u'=');
        const auto name = equals < 0 ? word.mid(2) : word.mid(2, equals - 2);
        if (arguments.options.contains(name))
            return WrongUsage{u"--%1 is given twice."_s.arg(name)};
        if (isIn(flagOptions, name)) {
            if (equals >= 0)
                return WrongUsage{u"--%1 takes no value."_s.arg(name)};
            arguments.options.insert(name, {});
            continue;
        }
        if (!isIn(valueOptions, name))
            return WrongUsage{u"There is no option --%1."_s.arg(name)};
        if (equals >= 0) {
            arguments.options.insert(name, word.mid(equals + 1));
        } else if (i + 1 < line.size() && !line[i + 1].startsWith("--"_L1)) {
            arguments.options.insert(name, line[++i]);
        } else {
            return WrongUsage{u"--%1 needs a value."_s.arg(name)};
        }
    }
    return arguments;
}

} // namespace salesdesk
