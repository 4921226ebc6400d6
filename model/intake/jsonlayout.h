// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace salesdesk
{

/// A JSON text laid out for reading: two spaces a level, a line for each member and element. Numbers and
/// texts stay as they were sent, character by character.
struct JsonLayout {
    enum class Kind { Name, Text, Number, Word };
    struct Token { ///< for colouring; in characters of `text`
        qsizetype from = 0;
        qsizetype length = 0;
        Kind kind = Kind::Word;
    };
    struct Fold { ///< an object or a list over several lines; counted from 0
        int first = 0;
        int last = 0;
    };
    QString text;
    QList<Token> tokens;
    QList<Fold> folds; ///< outer before inner
};

/// Nothing when it is not JSON.
[[nodiscard]] std::optional<JsonLayout> layOutJson(QByteArrayView json);

} // namespace salesdesk
