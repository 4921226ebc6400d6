// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/secrets.h"
#include "model/workspace.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace salesdesk
{

class Banner;

/// Makes a provider: its name and type. Stays open, with the reason, when it cannot be made. GUI thread.
class NewProviderDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewProviderDialog)
public:
    NewProviderDialog(Workspace &workspace, const MasterKey &master, QWidget *parent = nullptr);

Q_SIGNALS:
    void created(qint64 provider);

private:
    void create();

    Workspace &m_workspace;
    const MasterKey &m_master;
    Banner *m_banner;
    QLineEdit *m_name;
    QComboBox *m_type;
    QPushButton *m_create;
};

} // namespace salesdesk
