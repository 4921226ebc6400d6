// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entitydialog.h"

#include "model/store/entitystore.h"
#include "model/tables/texts.h"
#include "model/tables/whenfinished.h"
#include "model/workspace.h"
#include "ui/banner.h"
#include "ui/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;

EntityDialog::EntityDialog(Workspace &workspace, const Entity &entity, const QList<Entity> &teams,
                           QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_entity(entity)
    , m_banner(new Banner(this))
    , m_name(new QLineEdit(entity.name, this))
{
    setObjectName(u"entityDialog"_s);
    setWindowTitle(entity.id.isValid() ? tr("Edit %1").arg(kindText(entity.kind))
                                       : tr("New %1").arg(kindText(entity.kind)));
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(255);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    auto *form = new QFormLayout;
    form->setSpacing(style::Gap);
    form->addRow(tr("&Name"), m_name);
    if (entity.kind == EntityKind::Agent) {
        m_email = new QLineEdit(entity.email, this);
        m_email->setObjectName(u"email"_s);
        m_email->setPlaceholderText(tr("Optional"));
        form->addRow(tr("&E-mail"), m_email);
        m_team = new QComboBox(this);
        m_team->setObjectName(u"team"_s);
        m_team->addItem(tr("No team"), 0);
        for (const auto &team : teams) {
            m_team->addItem(team.name, team.id.value);
            if (entity.team == team.id)
                m_team->setCurrentIndex(m_team->count() - 1);
        }
        form->addRow(tr("Tea&m"), m_team); // underlined, a T is drawn wider than Qt allows for
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save =
        buttons->addButton(entity.id.isValid() ? tr("Save") : tr("Create"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"accept"_s);
    m_save->setDefault(true);
    const auto judge = [this] { m_save->setEnabled(!m_name->text().trimmed().isEmpty()); };
    judge();
    connect(m_name, &QLineEdit::textChanged, this, judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntityDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(style::Margin, style::Margin, style::Margin, style::Margin);
    column->setSpacing(style::Margin);
    column->addWidget(m_banner);
    column->addLayout(form);
    column->addWidget(buttons);
}

Entity EntityDialog::entity() const
{
    auto entity = m_entity;
    entity.name = m_name->text().trimmed();
    if (m_email)
        entity.email = m_email->text().trimmed();
    if (m_team) {
        const auto team = m_team->currentData().toLongLong();
        entity.team = team > 0 ? std::optional(EntityId{team}) : std::nullopt;
    }
    return entity;
}

void EntityDialog::save()
{
    m_save->setEnabled(false);
    auto saved = m_workspace.write<QString>([entity = entity()](Connection &db) -> Result<QString> {
        EntityStore store(db);
        if (!entity.id.isValid()) {
            const auto added = store.add(entity);
            return added.ok() ? Result<QString>(added->name) : added.error();
        }
        const auto done = store.update(entity);
        return done.ok() ? Result<QString>(entity.name) : done.error();
    });
    whenFinished(saved, this, [this](const Result<QString> &name) {
        m_save->setEnabled(true);
        if (!name.ok()) {
            m_banner->showFailure(name.error());
            adjustSize();
            return;
        }
        Q_EMIT this->saved(*name);
        accept();
    });
}

} // namespace salesdesk
