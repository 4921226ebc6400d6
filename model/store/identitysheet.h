// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitystore.h"
#include "model/store/suggester.h"

#include <memory>

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

/// Reads a sheet that comes back, a share of its lines at a time, so that a reading thread has time for
/// others. One thread at a time.
class SheetReading final
{
    Q_DISABLE_COPY_MOVE(SheetReading)
public:
    explicit SheetReading(QByteArray text);
    ~SheetReading();

    /// Takes the next lines, at most `most`. Gives whether all are taken. InvalidArgument when it is no such
    /// sheet at all; what is wrong with single lines is in the decisions' `faults`.
    [[nodiscard]] Result<bool> takeSome(Connection &db, int most = 250);
    [[nodiscard]] const SheetDecisions &decisions() const;
    /// Lines that are taken, and of how many; the titles are none.
    [[nodiscard]] qint64 taken() const;
    [[nodiscard]] qint64 lines() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace salesdesk
