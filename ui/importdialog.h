// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/identitysheet.h"

#include <QDialog>

namespace salesdesk
{

/// Shows what a sheet would decide, and what is wrong in it line by line, before anything is done. GUI
/// thread; owned by the queue's page.
class ImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)
public:
    explicit ImportDialog(const SheetDecisions &decisions, QWidget *parent = nullptr);
};

} // namespace salesdesk
