// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/record.h"

#include <QList>

namespace salesdesk
{

/// A field of a record as it is told outside, with its name of spec.md.
struct RecordField {
    enum class Kind { Text, Number, Flag, Time, Object };
    QLatin1StringView name;
    Kind kind = Kind::Text;
    /// Text, the sender's digits, "true" or "false", UTC as ISO 8601; nothing for null. Of an object:
    /// nothing.
    std::optional<QString> text = {};
    QList<RecordField> parts = {};   ///< of an object; empty for null
    std::optional<qint64> time = {}; ///< UTC ms
};

[[nodiscard]] bool operator==(const RecordField &a, const RecordField &b);

/// All fields, entities resolved, in the order of `salesdesk activity list --json`.
[[nodiscard]] QList<RecordField> fieldsOf(const Activity &activity);
[[nodiscard]] QList<RecordField> fieldsOf(const Sale &sale);

/// A field's value. A number stays as its sender wrote it.
[[nodiscard]] QByteArray toJson(const RecordField &field);
/// One JSON object, as the commands print it.
[[nodiscard]] QByteArray recordJson(const QList<RecordField> &fields);
/// The byte order mark and the names; an object's parts are columns of their own.
[[nodiscard]] QByteArray recordCsvHead(const QList<RecordField> &fields);
/// One row (RFC 4180, CR LF); texts as csvText().
[[nodiscard]] QByteArray recordCsvRow(const QList<RecordField> &fields);

} // namespace salesdesk
