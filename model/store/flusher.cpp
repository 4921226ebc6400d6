// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/flusher.h"

namespace salesdesk
{

Flusher::Flusher(Steps steps)
    : m_steps(std::move(steps))
    , m_thread([this] { run(); })
{
}

Flusher::~Flusher()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool Flusher::isIdle() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_next && !m_isFlushing && !m_failure;
}

void Flusher::put(Batch batch)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_next || m_failure; });
        if (m_failure) {
            m_failure->batches.push_back(std::move(batch));
            return;
        }
        m_next = std::move(batch);
    }
    m_changed.notify_all();
}

std::optional<Flusher::Failure> Flusher::drain()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_next && !m_isFlushing; });
    m_hasFailed = false;
    return std::exchange(m_failure, std::nullopt);
}

void Flusher::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_next || m_isEnding; });
        if (!m_next)
            return;
        auto batch = *std::exchange(m_next, std::nullopt);
        m_isFlushing = true;
        lock.unlock();
        m_changed.notify_all();
        const auto flushed = m_steps.flush();
        if (flushed)
            m_steps.deliver(std::move(batch.calls));
        lock.lock();
        m_isFlushing = false;
        if (!flushed) {
            m_failure = Failure{flushed.error(), {std::move(batch)}};
            if (m_next) // committed on top of it: in doubt as well
                m_failure->batches.push_back(*std::exchange(m_next, std::nullopt));
            m_hasFailed = true;
            lock.unlock();
            m_steps.failed();
            lock.lock();
        }
        m_changed.notify_all();
    }
}

} // namespace salesdesk
