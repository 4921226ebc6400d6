// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/desktopcontrol.h"
#include "model/intake/intake.h"
#include "model/receivercontrol.h"
#include "model/store/entitystore.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QPromise>
#include <QTemporaryDir>

namespace salesdesk
{

/// A receiver that only says what the test tells it to.
class FakeReceiver final : public ReceiverControl
{
public:
    [[nodiscard]] ReceiverStatus status() const override { return m_status; }
    void start(const QString &, int port) override
    {
        m_lastPort = port;
        const int shown = port == NextFreePort ? 8788 : 8787;
        set({ReceiverState::Listening, QStringLiteral("http://127.0.0.1:%1").arg(shown), {}, false, 1, 18});
    }
    void stop() override { set({}); }
    void set(const ReceiverStatus &status)
    {
        m_status = status;
        Q_EMIT statusChanged(status);
    }
    [[nodiscard]] int lastPort() const { return m_lastPort; }
    [[nodiscard]] QFuture<Result<int>> send(const TestCall &call) override
    {
        sent.append(call);
        QPromise<Result<int>> promise;
        promise.start();
        promise.addResult(answer);
        promise.finish();
        return promise.future();
    }
    [[nodiscard]] Result<Done> checkTls(const QString &, const QString &) const override { return tls; }

    QList<TestCall> sent;
    Result<int> answer = 201;
    Result<Done> tls = Done{};

private:
    ReceiverStatus m_status;
    int m_lastPort = -2;
};

/// A desktop that remembers what it was told.
class FakeDesktop final : public DesktopControl
{
public:
    [[nodiscard]] KeyPlace keyPlace() const override { return KeyPlace::File; }
    [[nodiscard]] bool hasTray() const override { return tray; }
    [[nodiscard]] bool startsAtLogin() const override { return autostart; }
    [[nodiscard]] Result<Done> setStartsAtLogin(bool on) override
    {
        if (refusal)
            return *refusal;
        autostart = on;
        return Done{};
    }
    void restore() override { restored = true; }
    void openAnew() override { openedAnew = true; }

    bool tray = false;
    bool autostart = false;
    std::optional<Error> refusal;
    bool restored = false;
    bool openedAnew = false;
};

/// A workspace in a folder of its own, with what tests do to it. Waiting is for tests alone: on the main
/// thread it would hold up the window, so it is done before one is looked at.
struct Desk {
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    FakeReceiver receiver;
    FakeDesktop desktop;
    MasterKey master = MasterKey::generate();
    quint64 ticket = 0;

    /// `data`: a data folder that is there, else one of its own.
    explicit Desk(const QString &data = {})
    {
        auto opened = Workspace::open({data.isEmpty() ? folder.path() + QStringLiteral("/desk") : data});
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().detail));
        workspace = std::move(opened.value());
        receiver.start({}, 0);
    }

    template <typename T>
    T written(std::function<Result<T>(Connection &)> job)
    {
        auto future = workspace->write<T>(std::move(job));
        future.waitForFinished();
        const auto answer = future.result();
        if (!answer.ok())
            qFatal("%s", qPrintable(answer.error().detail));
        return answer.value();
    }
    ProviderStore::Added addProvider(const QString &name)
    {
        return written<ProviderStore::Added>(
            [&](Connection &db) { return ProviderStore(db).add(name, QStringLiteral("webhooks"), master); });
    }
    Entity addEntity(EntityKind kind, const QString &name, const QString &email = {})
    {
        Entity entity;
        entity.kind = kind;
        entity.name = name;
        entity.email = email;
        return written<Entity>([&](Connection &db) { return EntityStore(db).add(entity); });
    }
    CallSubmission call(const ProviderStore::Added &to, Endpoint endpoint, const QByteArray &body)
    {
        CallSubmission submission;
        submission.ticket = ++ticket;
        auto &call = submission.call;
        call.provider = to.provider.id;
        const auto &keys = workspace->directory()->keys;
        const auto found = keys.constFind(sha256(to.key.toLatin1()));
        if (found != keys.cend())
            call.key = found->key;
        call.endpoint = endpoint;
        call.method = "POST";
        call.path = "/webhooks/" + to.provider.publicId.toLatin1() + '/' + toText(endpoint).latin1();
        call.peer = QStringLiteral("127.0.0.1");
        call.headers = "Host: 127.0.0.1:8787\r\nContent-Type: application/json\r\n"
                       "Authorization: Bearer ***\r\n";
        call.contentType = "application/json";
        call.body = body;
        call.receivedAt = QDateTime::currentMSecsSinceEpoch();
        call.receivedMonotonicNs = QDeadlineTimer::current().deadlineNSecs();
        submission.reading = readCall(endpoint, call.contentType, call.body, workspace->directory()->zone);
        return submission;
    }
    /// Stores one and gives what became of it.
    CallOutcome send(const ProviderStore::Added &to, Endpoint endpoint, const QByteArray &body)
    {
        auto future = workspace->process(call(to, endpoint, body));
        future.waitForFinished();
        const auto answer = future.result();
        if (!answer.ok())
            qFatal("%s", qPrintable(answer.error().detail));
        return answer.value();
    }
    CallOutcome sendActivity(const ProviderStore::Added &to, const QByteArray &id,
                             const QByteArray &more = {})
    {
        return send(to, Endpoint::Activities,
                    "{\"id\":\"" + id +
                        "\",\"type\":\"Sale\",\"agent_id\":\"77\",\"agent_name\":\"Bo J.\","
                        "\"moment\":\"2025-12-10 19:00:00\"" +
                        more + '}');
    }
};

} // namespace salesdesk
