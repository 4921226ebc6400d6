// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

#include <vector>

namespace salesdesk
{

/// Every command, in the order of the help.
[[nodiscard]] const std::vector<Command> &commands();

/// A command line that can be run.
struct ParsedLine {
    const Command *command = nullptr; ///< nothing: the window
    Arguments arguments;
    QStringList operands;
};
/// What is to be printed instead of running: help and version (status 0), wrong usage (status 2).
struct Notice {
    QByteArray text;
    int status = 0;
};

/// Reads `line` (without the program's name) against the table of commands.
[[nodiscard]] std::variant<Notice, ParsedLine> parseLine(const QStringList &line);

/// Runs a command of Where::OpenFolder or ClosedFolder on the calling thread; gives its exit status.
[[nodiscard]] int runCommand(const ParsedLine &line, const CommandContext &context, Output &output);

} // namespace salesdesk
