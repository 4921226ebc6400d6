// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/secrets.h"
#include "model/tables/keytablemodel.h"
#include "ui/page.h"

#include <QTimer>

namespace salesdesk
{

class CopyField;
class TableView;

/// The API keys of a provider: several may be valid at once, so that they can be rotated. A key that is
/// revealed hides itself again. GUI thread; owned by the provider's pane; errors go into the page's banner.
class KeyBox final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyBox)
public:
    KeyBox(Page &page, const MasterKey &master, QWidget *parent = nullptr);

    void setProvider(ProviderId provider);
    [[nodiscard]] KeyTableModel &model() { return m_model; }
    /// The revealed key, empty when none is.
    [[nodiscard]] QString revealed() const;
    /// Gives the chosen key in full to `then`, or another valid one.
    void withValidKey(const std::function<void(const QString &)> &then);
    void setHideAfter(std::chrono::milliseconds time) { m_hiding.setInterval(time); }
    void hideKey();

Q_SIGNALS:
    void revealedChanged();

private:
    void withKey(KeyId key, const std::function<void(const QString &)> &then);
    void toggleReveal();
    void add();
    void revoke();
    void judge();
    void fit();

    Page &m_page;
    const MasterKey &m_master;
    ProviderId m_provider;
    KeyTableModel m_model;
    TableView *m_table;
    CopyField *m_revealed;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    QPushButton *m_revoke;
    QTimer m_hiding;
};

} // namespace salesdesk
