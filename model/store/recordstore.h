// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/record.h"
#include "model/domain/result.h"

#include <QList>

#include <optional>
#include <utility>

namespace salesdesk
{

class Connection;

struct RecordQuery {
    std::optional<ProviderId> provider;
    QString text; ///< part of id, type, contact key, or an external ID, case-insensitively; empty for all
    /// Rows after (older than) this one, in the list's order: newest moment first, then newest row.
    std::optional<std::pair<qint64, RecordId>> after;
    int limit = 100;
    friend bool operator==(const RecordQuery &, const RecordQuery &) = default;
};

/// Activities and sales as they are listed, with whom they belong to resolved. Read-only.
class RecordStore final
{
public:
    explicit RecordStore(Connection &db)
        : m_db(db)
    {
    }

    [[nodiscard]] Result<QList<Activity>> activities(const RecordQuery &query) const;
    [[nodiscard]] Result<QList<Sale>> sales(const RecordQuery &query) const;
    [[nodiscard]] Result<qint64> countActivities() const;
    [[nodiscard]] Result<qint64> countSales() const;

private:
    Connection &m_db;
};

} // namespace salesdesk
