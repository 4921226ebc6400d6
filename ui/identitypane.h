// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/entity.h"
#include "model/domain/identity.h"
#include "model/domain/linkrules.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace salesdesk
{

/// What is known of the identity that is being decided on, and who it may be: up to nine candidates, each
/// with the key that takes it. GUI thread; owned by the queue's page.
class IdentityPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdentityPane)
public:
    static constexpr int MaxCandidates = 9;
    struct Offer {
        Candidate candidate;
        Entity entity;
    };

    explicit IdentityPane(QWidget *parent = nullptr);
    void showNothing();
    /// At once; the candidates come with setOffers().
    void showIdentity(const Identity &identity, const QTimeZone &zone);
    void setOffers(IdentityId identity, const QList<Offer> &offers, const QTimeZone &zone);
    /// What was offered for the identity that is shown; empty while it is not known.
    [[nodiscard]] const QList<Offer> &offers() const { return m_offers; }

Q_SIGNALS:
    /// The candidate was clicked.
    void chosen(int number);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sayWaiting();

    Identity m_identity;
    QTimeZone m_zone;
    QTimer m_clock; ///< the times that are said go on
    QList<Offer> m_offers;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_waiting;
    QLabel *m_heading;
    QWidget *m_box;
    QGridLayout *m_grid;
    QBoxLayout *m_layout;
};

} // namespace salesdesk
