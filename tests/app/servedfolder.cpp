// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/servedfolder.h"

#include <QJsonObject>

namespace salesdesk
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int PatienceMs = 20'000;

} // namespace

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpAnswer HttpClient::post(const QString &path, const QByteArray &key, const QByteArray &json,
                            const QByteArray &moreHeaders)
{
    return exchange("POST " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key +
                    "\r\n" + moreHeaders + "Content-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(json.size()) + "\r\n\r\n" + json);
}

HttpAnswer HttpClient::get(const QString &path)
{
    return exchange("GET " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

HttpAnswer HttpClient::exchange(const QByteArray &request)
{
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
        if (!m_socket->waitForConnected(PatienceMs))
            return {};
    }
    m_socket->write(request);
    QByteArray got;
    HttpAnswer answer;
    qsizetype length = -1;
    while (length < 0 || got.size() < answer.head.size() + length) {
        if (!m_socket->bytesAvailable() && !m_socket->waitForReadyRead(PatienceMs))
            return {};
        got += m_socket->readAll();
        const auto end = got.indexOf("\r\n\r\n");
        if (length >= 0 || end < 0)
            continue;
        answer.head = got.first(end + 4);
        const auto lower = answer.head.toLower();
        const auto field = lower.indexOf("\r\ncontent-length:");
        length = field < 0 ? 0
                           : lower.sliced(field + 17, lower.indexOf('\r', field + 17) - field - 17)
                                 .trimmed()
                                 .toLongLong();
        if (lower.contains("\r\nconnection: close"))
            m_socket->setProperty("closing", true);
    }
    answer.status = answer.head.sliced(9, 3).toInt();
    answer.body = got.sliced(answer.head.size(), length);
    if (m_socket->property("closing").toBool())
        m_socket.reset();
    return answer;
}

ServedFolder::~ServedFolder()
{
    if (m_serve.state() != QProcess::NotRunning)
        kill();
}

bool ServedFolder::start()
{
    m_serve.setProcessEnvironment(environment);
    m_serve.start(QStringLiteral(SALESDESK_EXECUTABLE),
                  {u"--data"_s, path(), u"serve"_s, u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s});
    QByteArray line;
    while (!line.contains('\n')) {
        if (!m_serve.waitForReadyRead(PatienceMs))
            return false;
        line += m_serve.readAllStandardOutput();
    }
    const QByteArray prefix = "listening on ";
    if (!line.startsWith(prefix))
        return false;
    m_url = QUrl(QString::fromUtf8(line.sliced(prefix.size()).trimmed()));
    return m_url.isValid() && m_url.port() > 0;
}

void ServedFolder::kill()
{
    m_serve.kill();
    m_serve.waitForFinished(PatienceMs);
}

int ServedFolder::terminate()
{
    m_serve.terminate();
    if (!m_serve.waitForFinished(PatienceMs) || m_serve.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_serve.exitCode();
}

ServedFolder::Ran ServedFolder::run(const QStringList &arguments) const
{
    QProcess command;
    command.start(QStringLiteral(SALESDESK_EXECUTABLE), QStringList{u"--data"_s, path()} + arguments);
    if (!command.waitForFinished(PatienceMs) || command.exitStatus() != QProcess::NormalExit)
        return {};
    return {command.exitCode(), command.readAllStandardOutput(), command.readAllStandardError()};
}

bool ServedFolder::addProvider(const QString &name)
{
    const auto added = run({u"provider"_s, u"add"_s, name, u"--json"_s});
    const auto provider = added.json().object();
    key = provider[u"key"_s].toString().toUtf8();
    activitiesPath = QUrl(provider[u"urls"_s][u"activities"_s].toString()).path();
    return added.status == 0 && !key.isEmpty() && !activitiesPath.isEmpty();
}

QByteArray activityJson(const QString &id)
{
    return QJsonDocument(QJsonObject{{u"id"_s, id},
                                     {u"type"_s, u"Sale"_s},
                                     {u"agent_id"_s, u"7"_s},
                                     {u"agent_name"_s, u"Bo"_s},
                                     {u"moment"_s, u"2025-12-10 19:00:00"_s}})
        .toJson(QJsonDocument::Compact);
}

} // namespace salesdesk
