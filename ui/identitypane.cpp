// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitypane.h"

#include "model/tables/linktexts.h"
#include "model/tables/texts.h"
#include "ui/style.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace salesdesk
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// From this width on the candidates stand beside what is known.
constexpr int wideInCharacters = 75;
/// What of a candidate's name is shown.
constexpr int nameInCharacters = 40;

QString withDots(const QStringList &parts)
{
    QStringList said;
    for (const auto &part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return said.join(u" · "_s);
}

} // namespace

IdentityPane::IdentityPane(QWidget *parent)
    : QWidget(parent)
    , m_title(style::sectionLabel({}, this))
    , m_facts(style::mutedLabel({}, this))
    , m_waiting(style::plainLabel({}, this))
    , m_heading(style::mutedLabel({}, this))
    , m_box(new QWidget(this))
    , m_grid(new QGridLayout(m_box))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_title->setObjectName(u"identityTitle"_s);
    m_facts->setObjectName(u"identityFacts"_s);
    m_heading->setObjectName(u"candidatesHeading"_s);
    for (auto *label : {m_title, m_facts, m_waiting, m_heading}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto policy = label->sizePolicy(); // a name may be one word of 255 letters
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        label->setSizePolicy(policy);
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(style::Gap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(3, 1);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(style::Unit);
    for (auto *label : {m_title, m_facts, m_waiting})
        facts->addWidget(label);
    facts->addStretch(1);
    auto *offers = new QVBoxLayout;
    offers->setSpacing(style::Unit);
    offers->addWidget(m_heading);
    offers->addWidget(m_box);
    offers->addStretch(1);
    m_layout->setContentsMargins(style::Gap, style::Gap, style::Gap, 0);
    m_layout->setSpacing(style::Margin);
    m_layout->addLayout(facts);
    m_layout->addLayout(offers);
    m_clock.setInterval(5s);
    connect(&m_clock, &QTimer::timeout, this, &IdentityPane::sayWaiting);
    m_clock.start();
    showNothing();
}

void IdentityPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= wideInCharacters * fontMetrics().averageCharWidth();
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Beside each other they share the width; below, what it may be follows the facts at once.
    m_layout->setStretch(0, wide ? 2 : 0);
    m_layout->setStretch(1, wide ? 3 : 1);
}

void IdentityPane::showNothing()
{
    m_identity = {};
    m_offers.clear();
    for (auto *label : {m_title, m_facts, m_waiting, m_heading})
        label->clear();
    m_box->hide();
}

void IdentityPane::showIdentity(const Identity &identity, const QTimeZone &zone)
{
    m_title->setText(nameOf(identity));
    m_facts->setText(
        withDots({kindText(identity.kind), tr("%1, ID %2").arg(identity.providerName, identity.externalId),
                  identity.email, identity.teamName}));
    const bool same = identity.id == m_identity.id;
    m_identity = identity;
    m_zone = zone;
    sayWaiting();
    if (same)
        return; // its candidates stay until they are told anew
    m_offers.clear();
    m_heading->clear();
    m_box->hide();
}

void IdentityPane::sayWaiting()
{
    if (!m_identity.id.isValid())
        return;
    const auto now = QDateTime::currentMSecsSinceEpoch();
    m_waiting->setText(tr("%1 waiting. First seen %2, last %3.")
                           .arg(recordsText(m_identity.records),
                                relativeTime(m_identity.firstSeenAt, now, m_zone),
                                relativeTime(m_identity.lastSeenAt, now, m_zone)));
}

void IdentityPane::setOffers(IdentityId identity, const QList<Offer> &offers, const QTimeZone &zone)
{
    if (identity != m_identity.id)
        return;
    m_offers = offers;
    qDeleteAll(m_box->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_heading->setText(offers.isEmpty() ? tr("Nobody you have resembles it. Create one, or type to search.")
                                        : tr("It may be"));
    for (int row = 0; row < offers.size(); ++row) {
        const auto &[candidate, entity] = offers.at(row);
        auto *key = new QToolButton(m_box);
        key->setText(QString::number(row + 1));
        key->setObjectName(u"candidate%1"_s.arg(row + 1));
        key->setToolTip(tr("Link to %1 (%2)").arg(candidate.entityName).arg(row + 1));
        key->setFocusPolicy(Qt::NoFocus);
        connect(key, &QToolButton::clicked, this, [this, row] { Q_EMIT chosen(row); });
        auto *name =
            style::plainLabel(fontMetrics().elidedText(candidate.entityName, Qt::ElideRight,
                                                       nameInCharacters * fontMetrics().averageCharWidth()),
                              m_box);
        auto *score = style::mutedLabel(scoreText(candidate.score), m_box);
        auto *why =
            style::mutedLabel(withDots({reasonText(candidate, zone), entity.email, entity.teamName}), m_box);
        why->setWordWrap(true);
        m_grid->addWidget(key, row, 0);
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(score, row, 2);
        m_grid->addWidget(why, row, 3);
    }
    m_box->setVisible(!offers.isEmpty());
}

} // namespace salesdesk
