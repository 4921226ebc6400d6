// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listener.h"

#include <QUrl>

namespace salesdesk
{

Listener::Listener(Workspace &workspace, ReceiverControl &receiver, Fixed fixed)
    : m_workspace(workspace)
    , m_receiver(receiver)
    , m_fixed(std::move(fixed))
{
    connect(&workspace, &Workspace::changed, this, &Listener::onChanged);
    connect(&receiver, &ReceiverControl::statusChanged, this, &Listener::onStatus);
}

Listener::Place Listener::wanted() const
{
    const auto directory = m_workspace.directory();
    const auto &settings = directory->settings;
    return {m_fixed.address.value_or(settings.text(Setting::ListenAddress)),
            m_fixed.port.value_or(static_cast<int>(settings.number(Setting::ListenPort))),
            settings.text(Setting::TlsCertificate), settings.text(Setting::TlsKey)};
}

void Listener::start()
{
    m_place = wanted();
    m_receiver.start(m_place.address, m_place.port);
}

void Listener::end()
{
    m_ending = true;
    const auto state = m_receiver.status().state;
    if (state == ReceiverState::Stopped || state == ReceiverState::Failed)
        Q_EMIT ended();
    else
        m_receiver.stop();
}

QString Listener::url() const
{
    const QMutexLocker lock(&m_mutex);
    return m_url;
}

bool Listener::isThere(const Place &place)
{
    auto moved = m_place;
    moved.port = QUrl(url()).port();
    if (moved != place)
        return false;
    m_place = place;
    return true;
}

void Listener::onChanged(Changes changes)
{
    if (!changes.testFlag(Change::Settings) || m_ending || m_restarting || wanted() == m_place)
        return;
    if (m_receiver.status().state == ReceiverState::Listening && isThere(wanted()))
        return;
    switch (m_receiver.status().state) {
    case ReceiverState::Stopped: // by a person: the next start takes the new place
        return;
    case ReceiverState::Failed:
        start();
        return;
    case ReceiverState::Starting:
    case ReceiverState::Listening:
        m_restarting = true;
        m_receiver.stop();
        return;
    }
}

void Listener::onStatus(const ReceiverStatus &status)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_url = status.state == ReceiverState::Listening ? status.url : QString();
    }
    const bool over = status.state == ReceiverState::Stopped || status.state == ReceiverState::Failed;
    if (m_ending && over) {
        Q_EMIT ended();
    } else if (m_restarting && over) {
        m_restarting = false;
        start();
    }
}

} // namespace salesdesk
