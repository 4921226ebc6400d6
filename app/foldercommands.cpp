// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"
#include "app/demo.h"
#include "model/store/maintenance.h"

#include <QFileInfo>

#include <array>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

int backup(CommandCall &call)
{
    const auto file = call.absolute(call.operand(0));
    const auto done = call.read([&](Connection &db) { return backupTo(db, file); });
    if (!done)
        return call.fail(done.error());
    return call.done(u"The database is backed up to %1."_s.arg(file),
                     {{"file"_L1, file}, {"bytes"_L1, QFileInfo(file).size()}});
}

int restore(CommandCall &call)
{
    const auto file = call.absolute(call.operand(0));
    const auto done = restoreFrom(file, call.context().folder);
    if (!done)
        return call.fail(done.error());
    return call.done(u"The database is restored from %1. The one before is kept beside it."_s.arg(file),
                     {{"file"_L1, file}});
}

int check(CommandCall &call)
{
    const auto problems = call.read([](Connection &db) { return checkDatabase(db); });
    if (!problems)
        return call.fail(problems.error());
    if (call.json()) {
        QList<QByteArray> values;
        for (const auto &problem : *problems)
            values.append(OutputValue(problem).json());
        call.show({{"sound"_L1, problems->isEmpty()},
                   {"problems"_L1, OutputValue::raw(toJsonArray(values), QString())}});
    } else if (problems->isEmpty()) {
        call.say(u"The database is sound."_s);
    }
    if (problems->isEmpty())
        return 0;
    for (const auto &problem : *problems)
        call.fail({ErrorCode::Corrupt, problem});
    return call.fail({ErrorCode::Corrupt, u"The database is not sound: restore a backup with "
                                          "“salesdesk restore FILE”."_s});
}

int demo(CommandCall &call)
{
    const auto text = call.option("calls"_L1).value_or(u"2000"_s);
    bool isNumber = false;
    const auto calls = text.toLongLong(&isNumber);
    if (!isNumber || calls < 1)
        return call.misuse(u"--calls takes a number of calls from 1 on."_s);
    const auto &master = call.context().master;
    if (!master)
        return call.fail(master.error());
    const auto say = [&call](const QString &line) {
        if (!call.json())
            call.say(line);
    };
    if (const auto filled = fillWithDemo(call.workspace(), *master, calls, say); !filled)
        return call.fail(filled.error());
    return call.json() ? call.show({{"calls"_L1, calls}}) : 0;
}

constexpr std::array table{
    Command{"backup"_L1, "FILE"_L1, ""_L1, 1, 1, backup},
    Command{"restore"_L1, "FILE"_L1, ""_L1, 1, 1, restore, Where::ClosedFolder},
    Command{"check"_L1, ""_L1, ""_L1, 0, 0, check},
    Command{"demo"_L1, "[--calls N]"_L1, "calls"_L1, 0, 0, demo},
};

} // namespace

std::span<const Command> folderCommands()
{
    return table;
}

} // namespace salesdesk
