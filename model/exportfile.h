// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

namespace salesdesk
{

/// The file that an export is written into: it appears when all of it is written, for its owner alone, since
/// bodies hold what customers' systems sent. It takes the place of a file and of nothing else: a device, a
/// pipe or a socket that has the name stays as it is. On its owner's thread.
class ExportFile final : public QSaveFile
{
    Q_OBJECT
public:
    using QSaveFile::QSaveFile;
    bool open(OpenMode mode) override;
};

} // namespace salesdesk
