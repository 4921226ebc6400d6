// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <optional>
#include <variant>

namespace salesdesk
{

/// A command line, taken apart: words in order, options (`--name VALUE`, `--name=VALUE`, `--name`) from
/// anywhere. After `--` everything is a word.
struct Arguments {
    QStringList words;
    QHash<QString, QString> options; ///< without the "--"; a flag's value is empty

    [[nodiscard]] bool has(QLatin1StringView name) const { return options.contains(QString(name)); }
    [[nodiscard]] std::optional<QString> option(QLatin1StringView name) const
    {
        const auto found = options.constFind(QString(name));
        return found == options.constEnd() ? std::nullopt : std::optional(*found);
    }
};

/// Why a command line cannot be meant: a sentence.
struct WrongUsage {
    QString detail;
};

/// `line` without the program's name. Knows every option of every command, so that it tells an option's value
/// from a word; which command takes which option is seen later.
[[nodiscard]] std::variant<WrongUsage, Arguments> readArguments(const QStringList &line);

} // namespace salesdesk
