// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tables/tables.h"

#include <QString>
#include <QVariant>

#include <optional>

namespace salesdesk
{

/// One cell as a model says it; the roles are answered from it.
struct Cell {
    QString text;
    QString tip = {};  ///< empty: the text, where it is cut off
    QVariant raw = {}; ///< invalid: the text
    std::optional<Tone> tone = {};
    bool muted = false;
    bool fixed = false;
    bool right = false;

    /// Whether data() has an answer for the role, so that others need no cell.
    [[nodiscard]] static bool answers(int role)
    {
        return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::TextAlignmentRole ||
               (role >= RawRole && role <= FixedFontRole);
    }
    [[nodiscard]] QVariant data(int role) const
    {
        switch (role) {
        case Qt::DisplayRole:
            return text;
        case Qt::ToolTipRole:
            return tip;
        case Qt::TextAlignmentRole:
            return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case RawRole:
            return raw.isValid() ? raw : text;
        case ToneRole:
            return tone ? QVariant::fromValue(*tone) : QVariant();
        case MutedRole:
            return muted;
        case FixedFontRole:
            return fixed;
        default:
            return {};
        }
    }
};

/// A column's title. `hideBlank`: hidden while it is empty in all loaded rows.
struct Heading {
    QString text;
    bool right = false;
    bool hideBlank = false;
    QString widest = {}; ///< of the texts that its cells come to have by themselves

    [[nodiscard]] QVariant data(int role) const
    {
        if (role == Qt::DisplayRole)
            return text;
        if (role == WidestTextRole)
            return widest;
        if (role == Qt::TextAlignmentRole)
            return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }
};

} // namespace salesdesk
