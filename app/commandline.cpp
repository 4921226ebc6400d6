// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <algorithm>
#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array programCommands{
    Command{"serve"_L1, "[--listen ADDRESS] [--port N]"_L1, "listen port"_L1, 0, 0, nullptr, Where::Program},
};

QByteArray usageOf(const Command &command)
{
    return "usage: salesdesk " + QByteArray(command.name.data(), command.name.size()) +
           (command.usage.isEmpty() ? "" : " ") + QByteArray(command.usage.data(), command.usage.size()) +
           " [--data DIR] [--json]\n";
}

QByteArray help()
{
    QByteArray text =
        "SalesDesk receives webhooks and stores what they send as activities and sales.\n\n"
        "  salesdesk [--hidden]     the window, with the receiver inside; hidden: in the tray alone\n";
    for (const auto &command : commands()) {
        text += "  salesdesk " + QByteArray(command.name.data(), command.name.size()) + ' ' +
                QByteArray(command.usage.data(), command.usage.size()) + '\n';
    }
    return text + "\n--data DIR  the data folder; --json  prints one JSON value; --help; --version\n";
}

Notice wrong(const QString &detail, const QByteArray &usage)
{
    return {"salesdesk: " + detail.toUtf8() + '\n' + usage, 2};
}

const Command *findCommand(const QStringList &words)
{
    for (const auto &command : commands()) {
        const auto parts = QString(command.name).split(u' ');
        if (words.mid(0, parts.size()) == parts)
            return &command;
    }
    return nullptr;
}

/// What can follow `words[0]`, when it names a group of commands.
Notice unknownCommand(const QStringList &words)
{
    QByteArray usages;
    for (const auto &command : commands()) {
        if (QString(command.name).startsWith(words.first() + u' '))
            usages += usageOf(command);
    }
    if (usages.isEmpty())
        return wrong(u"There is no command “%1”. “salesdesk --help” lists them."_s.arg(words.first()), {});
    const auto detail = words.size() < 2 ? u"“%1” needs to know what to do."_s.arg(words.first())
                                         : u"There is no command “%1 %2”."_s.arg(words[0], words[1]);
    return wrong(detail, usages);
}

} // namespace

const std::vector<Command> &commands()
{
    static const auto all = [] {
        std::vector<Command> table(programCommands.begin(), programCommands.end());
        for (const auto group : {providerCommands(), keyCommands(), entityCommands(), identityCommands(),
                                 recordCommands(), callCommands(), settingCommands(), folderCommands()})
            table.insert(table.end(), group.begin(), group.end());
        return table;
    }();
    return all;
}

std::variant<Notice, ParsedLine> parseLine(const QStringList &line)
{
    const auto read = readArguments(line);
    if (const auto *misuse = std::get_if<WrongUsage>(&read))
        return wrong(misuse->detail, "“salesdesk --help” lists the commands.\n");
    ParsedLine parsed{nullptr, std::get<Arguments>(read), {}};
    const auto &words = parsed.arguments.words;
    parsed.command = findCommand(words);
    if (parsed.arguments.has("version"_L1))
        return Notice{"salesdesk " SALESDESK_VERSION "\n", 0};
    if (parsed.arguments.has("help"_L1))
        return Notice{parsed.command ? usageOf(*parsed.command) : help(), 0};
    if (!words.isEmpty() && !parsed.command)
        return unknownCommand(words);

    auto allowed = QStringList{u"data"_s, u"json"_s};
    if (parsed.command)
        allowed += QString(parsed.command->options).split(u' ', Qt::SkipEmptyParts);
    else
        allowed.append(u"hidden"_s);
    const auto usage = parsed.command ? usageOf(*parsed.command) : help();
    for (auto option = parsed.arguments.options.keyBegin(); option != parsed.arguments.options.keyEnd();
         ++option) {
        if (!allowed.contains(*option))
            return wrong(u"--%1 cannot be used here."_s.arg(*option), usage);
    }
    if (!parsed.command)
        return parsed;
    parsed.operands = words.mid(QString(parsed.command->name).count(u' ') + 1);
    if (parsed.operands.size() < parsed.command->fewest)
        return wrong(u"Something is missing."_s, usage);
    if (parsed.command->most >= 0 && parsed.operands.size() > parsed.command->most)
        return wrong(u"“%1” is too much."_s.arg(parsed.operands[parsed.command->most]), usage);
    return parsed;
}

int runCommand(const ParsedLine &line, const CommandContext &context, Output &output)
{
    CommandCall call(line.operands, line.arguments, context, output);
    const auto status = line.command->run(call);
    if (call.misused())
        output.err(usageOf(*line.command));
    return status;
}

} // namespace salesdesk
