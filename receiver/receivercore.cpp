// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receivercore.h"

#include "receiver/connectiongate.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <algorithm>
#include <chrono>

namespace salesdesk
{

using namespace std::chrono_literals;

namespace
{
constexpr int searchedPorts = 100;
constexpr auto storingTime = 600us;  // nearly every commit of one call takes less
constexpr auto nextCallTime = 200us; // from an answer to the next call of who sends one after the other
} // namespace

ReceiverCore::ReceiverCore(CallSink &sink)
    : m_sink(sink)
    , m_refresher(this)
{
    m_refresher.setInterval(1000);
    connect(&m_refresher, &QTimer::timeout, this, &ReceiverCore::refresh);
    // One event for each commit, however many calls it stored.
    m_sink.setDelivery([this](std::shared_ptr<SettledCalls> settled) {
        QMetaObject::invokeMethod(
            this,
            [this, settled = std::move(settled)]() mutable {
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

void ReceiverCore::beforeSleep()
{
    const auto calls = m_gate ? m_gate->callsUnderWay() : 0;
    const auto now = std::chrono::steady_clock::now();
    if (calls != m_callsUnderWay) {
        const auto alertTime = calls == 1                           ? storingTime
                               : calls == 0 && m_callsUnderWay == 1 ? nextCallTime
                                                                    : 0us;
        m_awakeUntil = now + alertTime;
        m_callsUnderWay = calls;
    }
    QThread::yieldCurrentThread();
    if (now < m_awakeUntil)
        QAbstractEventDispatcher::instance()->wakeUp();
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
