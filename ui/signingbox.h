// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/provider.h"
#include "model/domain/secrets.h"
#include "ui/page.h"

#include <QTimer>

class QCheckBox;
class QPushButton;

namespace salesdesk
{

class CopyField;

/// Whether calls to a provider must be signed (Standard Webhooks), and while they must, the secret that its
/// sender signs with. GUI thread; owned by the provider's pane; errors go into the page's banner.
class SigningBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SigningBox)
public:
    SigningBox(Page &page, const MasterKey &master, QWidget *parent = nullptr);

    void setProvider(const Provider &provider);
    /// The secret while it is revealed, else empty.
    [[nodiscard]] QString revealed() const;

Q_SIGNALS:
    void revealedChanged();

private:
    /// Gives the secret's text to `then`.
    void withSecret(const std::function<void(const QString &)> &then);
    void toggleReveal();
    void hideSecret();

    Page &m_page;
    const MasterKey &m_master;
    ProviderId m_provider;
    QCheckBox *m_required;
    QWidget *m_actions;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    CopyField *m_secret;
    QTimer m_hiding;
};

} // namespace salesdesk
