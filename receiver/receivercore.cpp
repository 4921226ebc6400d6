// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receivercore.h"

#include "receiver/connectiongate.h"

#include <QThread>

#include <algorithm>
#include <chrono>

namespace salesdesk
{

namespace
{
constexpr int searchedPorts = 100;
constexpr auto alertTime = std::chrono::microseconds(300); // most commits of one call take less
} // namespace

ReceiverCore::ReceiverCore(CallSink &sink)
    : m_sink(sink)
    , m_refresher(this)
{
    m_refresher.setInterval(1000);
    connect(&m_refresher, &QTimer::timeout, this, &ReceiverCore::refresh);
    // One event for each commit, however many calls it stored.
    m_sink.setDelivery([this](std::shared_ptr<SettledCalls> settled) {
        m_hasOutcomes = true;
        QMetaObject::invokeMethod(
            this,
            [this, settled = std::move(settled)]() mutable {
                m_hasOutcomes = false;
                if (m_gate)
                    m_gate->deliver(settled->outcomes);
                settled->submissions = {};
                settled.reset(); // on this thread; what is posted may go on the other
            },
            Qt::QueuedConnection);
    });
}

ReceiverCore::~ReceiverCore()
{
    m_sink.setDelivery({});
}

void ReceiverCore::start(const QString &address, int port)
{
    if (m_quitting)
        return;
    if (m_gate) {
        m_next = Place{address, port};
        m_gate->drain();
    } else {
        open({address, port});
    }
}

void ReceiverCore::stop()
{
    m_next.reset();
    if (m_gate)
        m_gate->drain();
    else
        report(ReceiverState::Stopped);
}

void ReceiverCore::quit()
{
    m_quitting = true;
    stop();
    if (!m_gate)
        QThread::currentThread()->quit();
}

void ReceiverCore::beforeSleep() const
{
    const bool isAlert = m_gate && m_gate->callsUnderWay() == 1;
    const auto alertUntil = std::chrono::steady_clock::now() + (isAlert ? alertTime : alertTime.zero());
    do {
        QThread::yieldCurrentThread();
    } while (!m_hasOutcomes && std::chrono::steady_clock::now() < alertUntil);
}

void ReceiverCore::open(const Place &place)
{
    report(ReceiverState::Starting);
    const auto &settings = m_sink.directory()->settings;
    const auto usual = static_cast<int>(settings.number(Setting::ListenPort));
    const bool searches = place.port == ReceiverControl::NextFreePort;
    auto port = place.port >= 0 ? place.port : searches ? usual + 1 : usual;
    const auto lastPort = searches ? std::min(usual + searchedPorts, 65535) : port;
    const auto address = place.address.isEmpty() ? settings.text(Setting::ListenAddress) : place.address;
    m_gate = std::make_unique<ConnectionGate>(m_sink);
    auto opened = m_gate->open(address, static_cast<quint16>(port));
    while (!opened && opened.error().code == ErrorCode::Conflict && port < lastPort) {
        m_gate = std::make_unique<ConnectionGate>(m_sink);
        opened = m_gate->open(address, static_cast<quint16>(++port));
    }
    if (!opened) {
        m_gate.reset();
        report(ReceiverState::Failed, opened.error().detail, opened.error().code == ErrorCode::Conflict);
        return;
    }
    // Queued: the gate says so from the middle of its own work.
    connect(m_gate.get(), &ConnectionGate::drained, this, &ReceiverCore::onDrained, Qt::QueuedConnection);
    report(ReceiverState::Listening);
    m_refresher.start();
}

void ReceiverCore::onDrained()
{
    m_refresher.stop();
    m_gate.reset();
    if (m_quitting) {
        QThread::currentThread()->quit();
    } else if (m_next) {
        open(*std::exchange(m_next, std::nullopt));
    } else {
        report(ReceiverState::Stopped);
    }
}

void ReceiverCore::report(ReceiverState state, const QString &problem, bool portTaken)
{
    m_status = {};
    m_status.state = state;
    m_status.problem = problem;
    m_status.portTaken = portTaken;
    if (state == ReceiverState::Listening) {
        m_status.url = m_gate->url();
        m_status.problem = m_gate->problem();
    }
    Q_EMIT statusChanged(m_status);
}

void ReceiverCore::refresh()
{
    auto status = m_status;
    status.connections = m_gate->connectionCount();
    status.callsLastMinute = m_gate->callsLastMinute();
    status.problem = m_gate->problem();
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace salesdesk
