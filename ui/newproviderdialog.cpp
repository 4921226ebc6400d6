// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/newproviderdialog.h"

#include "model/store/providerstore.h"
#include "model/tables/whenfinished.h"
#include "ui/banner.h"
#include "ui/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

NewProviderDialog::NewProviderDialog(Workspace &workspace, const MasterKey &master, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_master(master)
    , m_banner(new Banner(this))
    , m_name(new QLineEdit(this))
    , m_type(new QComboBox(this))
{
    setObjectName(u"newProviderDialog"_s);
    setWindowTitle(tr("New Provider"));
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(255);
    m_name->setPlaceholderText(tr("For example: Zapier webhooks"));
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_type->setObjectName(u"type"_s);
    m_type->addItem(tr("Webhooks"), u"webhooks"_s);
    auto *note = style::mutedLabel(tr("You get its webhook URLs and an API key next."), this);

    auto *form = new QFormLayout;
    form->setSpacing(style::Gap);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("Typ&e"), m_type);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"create"_s);
    m_create->setDefault(true);
    m_create->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_create->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProviderDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Margin);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(buttons);
}

void NewProviderDialog::create()
{
    m_create->setEnabled(false);
    using Added = ProviderStore::Added;
    auto added = m_workspace.write<Added>(
        [name = m_name->text().trimmed(), type = m_type->currentData().toString(),
         master = m_master](Connection &db) { return ProviderStore(db).add(name, type, master); });
    whenFinished(added, this, [this](const Result<Added> &answer) {
        m_create->setEnabled(true);
        if (!answer.ok()) {
            m_banner->showFailure(answer.error());
            adjustSize();
            return;
        }
        Q_EMIT created(answer->provider.id.value);
        accept();
    });
}

} // namespace salesdesk
