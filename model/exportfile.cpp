// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exportfile.h"

#include <QFileInfo>

namespace salesdesk
{

bool ExportFile::open(OpenMode mode)
{
    const QFileInfo there(fileName());
    if (there.exists() && !there.isFile()) {
        setErrorString(tr("it is no file"));
        return false;
    }
    return QSaveFile::open(mode) && setPermissions(ReadOwner | WriteOwner);
}

} // namespace salesdesk
