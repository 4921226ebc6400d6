// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identityfilterbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace salesdesk
{

using namespace Qt::StringLiterals;

IdentityFilterBar::IdentityFilterBar(QLineEdit *text, QHBoxLayout *row, const QList<State> &states,
                                     QWidget *parent)
    : QObject(parent)
    , m_text(text)
    , m_provider(new QComboBox(parent))
    , m_kind(new QComboBox(parent))
    , m_state(new QComboBox(parent))
{
    m_provider->setObjectName(u"providerFilter"_s);
    m_provider->setAccessibleName(tr("Provider"));
    m_provider->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_provider->addItem(tr("All providers"), 0);
    m_kind->setObjectName(u"kindFilter"_s);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("All kinds"), -1);
    m_kind->addItem(tr("Agents"), int(EntityKind::Agent));
    m_kind->addItem(tr("Teams"), int(EntityKind::Team));
    m_kind->addItem(tr("Products"), int(EntityKind::Product));
    m_state->setObjectName(u"stateFilter"_s);
    m_state->setAccessibleName(tr("State"));
    for (const auto &state : states)
        m_state->addItem(state.text, int(state.state));
    for (auto *box : {m_provider, m_kind, m_state}) {
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &IdentityFilterBar::changed);
    }
    connect(text, &QLineEdit::textChanged, this, &IdentityFilterBar::changed);
}

void IdentityFilterBar::setProviders(const QList<Provider> &providers)
{
    const auto chosen = m_provider->currentData();
    {
        const QSignalBlocker quiet(m_provider);
        while (m_provider->count() > 1)
            m_provider->removeItem(1);
        for (const auto &provider : providers)
            m_provider->addItem(provider.name, provider.id.value);
        m_provider->setCurrentIndex(qMax(0, m_provider->findData(chosen)));
    }
    if (m_provider->currentData() != chosen)
        Q_EMIT changed();
}

IdentityFilter IdentityFilterBar::filter() const
{
    IdentityFilter wanted;
    wanted.state = static_cast<IdentityState>(m_state->currentData().toInt());
    if (const auto provider = m_provider->currentData().toLongLong(); provider > 0)
        wanted.provider = ProviderId{provider};
    if (const auto kind = m_kind->currentData().toInt(); kind >= 0)
        wanted.kind = static_cast<EntityKind>(kind);
    wanted.text = m_text->text().trimmed();
    return wanted;
}

bool IdentityFilterBar::isNarrowed() const
{
    return m_provider->currentIndex() > 0 || m_kind->currentIndex() > 0 || m_state->currentIndex() > 0 ||
           !m_text->text().isEmpty();
}

void IdentityFilterBar::clear()
{
    m_provider->setCurrentIndex(0);
    m_kind->setCurrentIndex(0);
    m_state->setCurrentIndex(0);
    m_text->clear();
}

void IdentityFilterBar::showKind(std::optional<EntityKind> kind)
{
    clear();
    m_kind->setCurrentIndex(m_kind->findData(kind ? static_cast<int>(*kind) : -1));
}

} // namespace salesdesk
