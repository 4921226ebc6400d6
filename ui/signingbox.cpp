// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signingbox.h"

#include "model/domain/signature.h"
#include "model/store/providerstore.h"
#include "ui/copyfield.h"
#include "ui/style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SigningBox::SigningBox(Page &page, const MasterKey &master, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_master(master)
    , m_required(new QCheckBox(tr("Require signatures"), this))
    , m_actions(new QWidget(this))
    , m_reveal(new QPushButton(icon(Symbol::Reveal), tr("Reveal Secret"), m_actions))
    , m_copy(new QPushButton(icon(Symbol::Copy), tr("Copy Secret"), m_actions))
    , m_secret(new CopyField(u"signingSecret"_s, this, CopyField::Content::Secret))
{
    m_secret->setLabel(tr("Signing secret"));
    m_required->setObjectName(u"requireSignatures"_s);
    m_required->setToolTip(tr("Calls must be signed as in Standard Webhooks, in addition to the API key."));
    m_reveal->setObjectName(u"revealSecret"_s);
    m_copy->setObjectName(u"copySecret"_s);
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(style::Gap);
    actions->addWidget(m_reveal);
    actions->addWidget(m_copy);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Margin);
    row->addWidget(m_required);
    row->addWidget(m_actions);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Unit);
    column->addLayout(row);
    column->addWidget(m_secret);
    m_actions->hide();
    m_secret->hide();
    m_hiding.setSingleShot(true);
    m_hiding.setInterval(30s);

    connect(&m_hiding, &QTimer::timeout, this, &SigningBox::hideSecret);
    connect(m_required, &QCheckBox::clicked, this, [this](bool on) {
        m_page.write<Done>(
            [id = m_provider, on](Connection &db) { return ProviderStore(db).setSigning(id, on); },
            [](Done) {});
    });
    connect(m_reveal, &QPushButton::clicked, this, &SigningBox::toggleReveal);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { withSecret([this](const QString &secret) { copySecret(m_copy, secret); }); });
}

void SigningBox::setProvider(const Provider &provider)
{
    if (provider.id != m_provider || !provider.signing)
        hideSecret();
    m_provider = provider.id;
    m_required->setChecked(provider.signing);
    m_actions->setVisible(provider.signing);
}

void SigningBox::withSecret(const std::function<void(const QString &)> &then)
{
    m_page.read<QByteArray>([id = m_provider, master = m_master](
                                Connection &db) { return ProviderStore(db).signingSecret(id, master); },
                            [this, id = m_provider, then](const QByteArray &secret) {
                                if (m_provider == id)
                                    then(toSecretText(secret));
                            });
}

void SigningBox::toggleReveal()
{
    if (!m_secret->isHidden()) {
        hideSecret();
        return;
    }
    withSecret([this](const QString &secret) {
        m_secret->setText(secret);
        m_secret->show();
        m_reveal->setText(tr("Hide Secret"));
        m_reveal->setIcon(icon(Symbol::Hide));
        m_hiding.start();
        Q_EMIT revealedChanged();
    });
}

QString SigningBox::revealed() const
{
    return m_secret->text();
}

void SigningBox::hideSecret()
{
    m_hiding.stop();
    m_secret->hide();
    m_secret->setText({});
    m_reveal->setText(tr("Reveal Secret"));
    m_reveal->setIcon(icon(Symbol::Reveal));
    Q_EMIT revealedChanged();
}

} // namespace salesdesk
