// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/tables/livetablemodel.h"

namespace salesdesk
{

LiveTableModel::LiveTableModel(Workspace &workspace, Changes interest, Changes lazy, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_interest(interest)
    , m_lazy(lazy)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveTableModel::refreshNow);
    connect(&workspace, &Workspace::changed, this, &LiveTableModel::onChanged);
}

QTimeZone LiveTableModel::zone() const
{
    const auto directory = m_workspace.directory();
    return directory && directory->zone.isValid() ? directory->zone : QTimeZone::utc();
}

void LiveTableModel::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        refreshNow();
    if (!active)
        m_timer.stop();
}

void LiveTableModel::reload()
{
    ++m_generation;
    m_stale = true;
    if (m_active)
        refreshNow();
}

void LiveTableModel::onChanged(Changes changes)
{
    if ((changes & m_interest) != 0)
        schedule(FastMs);
    else if ((changes & m_lazy) != 0)
        schedule(LazyMs);
}

void LiveTableModel::schedule(int interval)
{
    m_stale = true;
    m_again = false;
    if (!m_active)
        return;
    const auto passed = m_sinceRefresh.isValid() ? m_sinceRefresh.elapsed() : interval;
    const int wait = static_cast<int>(qMax<qint64>(0, interval - passed));
    if (!m_timer.isActive() || m_timer.remainingTime() > wait)
        m_timer.start(wait);
}

void LiveTableModel::refreshNow()
{
    if (m_asked > 0 && m_loaded) {
        m_again = true; // one question at a time; the next when this one is answered
        return;
    }
    m_stale = false;
    m_sinceRefresh.start();
    refresh();
}

} // namespace salesdesk
