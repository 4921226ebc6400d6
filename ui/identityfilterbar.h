// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/identity.h"
#include "model/domain/provider.h"

#include <QObject>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QWidget;

namespace salesdesk
{

/// Provider, kind and state, beside the text that a page filters identities by. GUI thread; owned by its
/// page.
class IdentityFilterBar final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdentityFilterBar)
public:
    struct State {
        QString text;
        IdentityState state;
    };
    /// Adds its boxes to `row`, behind `text`. The first of `states` is what is shown at first.
    IdentityFilterBar(QLineEdit *text, QHBoxLayout *row, const QList<State> &states, QWidget *parent);

    void setProviders(const QList<Provider> &providers);
    [[nodiscard]] IdentityFilter filter() const;
    /// Whether it narrows what is shown at first.
    [[nodiscard]] bool isNarrowed() const;
    void clear();
    /// Clears all but the kind.
    void showKind(std::optional<EntityKind> kind);

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_text;
    QComboBox *m_provider;
    QComboBox *m_kind;
    QComboBox *m_state;
};

} // namespace salesdesk
