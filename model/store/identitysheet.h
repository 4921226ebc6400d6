// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/store/suggester.h"

namespace salesdesk
{

/// The queue as a sheet for a spreadsheet, with two blank columns to decide in: "decision" (accept, link,
/// create or ignore) and "entity" (a name, an e-mail address or a number; for create the name, where it is
/// not to be the identity's). Its columns' titles.
[[nodiscard]] QStringList sheetTitles();
/// One identity's row. Texts from outside are safe for a spreadsheet (csvText()).
[[nodiscard]] QStringList sheetRow(const Identity &identity, const Suggester::Best &best);

/// What a sheet that comes back decides.
struct SheetDecisions {
    struct Line {
        int number = 0; ///< of the file, from 1
        Choice choice;
        QString identity;   ///< "agent zapier:77 (Bo J.)"
        QString entityName; ///< of Link the entity's, of Create the name it gets
    };
    struct Fault {
        int number = 0;
        QString sentence;
    };
    QList<Line> lines;
    QList<Fault> faults;
    int undecided = 0; ///< both columns are blank

    [[nodiscard]] QList<Choice> choices() const;
};

/// InvalidArgument when it is no such sheet at all; what is wrong with single lines is in `faults`.
[[nodiscard]] Result<SheetDecisions> readSheet(Connection &db, const QByteArray &text);

} // namespace salesdesk
