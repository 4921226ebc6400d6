// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver.h"

#include "receiver/receivercore.h"
#include "receiver/testsender.h"
#include "receiver/tlsfiles.h"

#include <QAbstractEventDispatcher>

namespace salesdesk
{

using namespace Qt::StringLiterals;

Receiver::Receiver(CallSink &sink, QObject *parent)
    : ReceiverControl(parent)
    , m_core(new ReceiverCore(sink))
    , m_sender(new TestSender(this))
{
    qRegisterMetaType<salesdesk::ReceiverStatus>();
    m_core->moveToThread(&m_thread);
    connect(m_core, &ReceiverCore::statusChanged, this, &Receiver::setStatus);
    connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, m_core, [core = m_core] {
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, core,
                &ReceiverCore::beforeSleep);
    });
    m_thread.setObjectName(u"receiver"_s);
    m_thread.start();
}

Receiver::~Receiver()
{
    QMetaObject::invokeMethod(m_core, &ReceiverCore::quit);
    m_thread.wait();
}

void Receiver::start(const QString &address, int port)
{
    QMetaObject::invokeMethod(m_core, [core = m_core, address, port] { core->start(address, port); });
}

void Receiver::stop()
{
    QMetaObject::invokeMethod(m_core, &ReceiverCore::stop);
}

QFuture<Result<int>> Receiver::send(const TestCall &call)
{
    return m_sender->send(m_status.state == ReceiverState::Listening ? m_status.url : QString(), call);
}

Result<Done> Receiver::checkTls(const QString &certificate, const QString &key) const
{
    return TlsFiles().load(certificate, key);
}

void Receiver::setStatus(const ReceiverStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

} // namespace salesdesk
