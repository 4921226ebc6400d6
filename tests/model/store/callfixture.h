// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/callsink.h"
#include "model/intake/intake.h"
#include "model/store/connection.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace salesdesk
{

/// A workspace in a folder of its own with one provider, and calls to it as the receiver would submit them.
class CallFixture final
{
public:
    explicit CallFixture(int queueCapacity = 20000)
    {
        open(queueCapacity);
        m_provider = write<Provider>([](Connection &db) -> Result<Provider> {
            const auto added = ProviderStore(db).add(QStringLiteral("Zapier"), QStringLiteral("webhooks"),
                                                     MasterKey::generate());
            return added ? Result<Provider>(added->provider) : added.error();
        });
    }

    void open(int queueCapacity = 20000)
    {
        m_workspace.reset();
        auto opened = Workspace::open({folder(), queueCapacity});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_workspace = std::move(opened).value();
    }
    void close() { m_workspace.reset(); }

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] const Provider &provider() const { return m_provider; }

    template <typename T>
    T write(std::function<Result<T>(Connection &)> job)
    {
        auto result = m_workspace->write<T>(std::move(job)).result();
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return *result;
    }
    void change(const QString &sql, SqlValues values = {})
    {
        write<Done>([&](Connection &db) -> Result<Done> {
            const auto changed = db.change(sql, values);
            return changed ? Result<Done>(Done{}) : changed.error();
        });
    }
    /// All rows of a SELECT as one text: columns joined by "|", rows by a space, NULL as "-".
    [[nodiscard]] QString dump(const QString &sql, int columns = 1)
    {
        auto future = m_workspace->read<QString>([=](Connection &db) -> Result<QString> {
            auto rows = db.query(sql);
            if (!rows)
                return rows.error();
            QStringList lines;
            while (rows->next()) {
                QStringList cells;
                for (int column = 0; column < columns; ++column)
                    cells.append(rows->isNull(column) ? QStringLiteral("-") : rows->text(column));
                lines.append(cells.join(u'|'));
            }
            if (const auto failure = rows->failure())
                return *failure;
            return lines.join(u' ');
        });
        const auto result = future.result();
        return result ? *result : result.error().detail;
    }

    [[nodiscard]] CallSubmission submission(Endpoint endpoint, const QByteArray &json, quint64 ticket = 0)
    {
        CallSubmission made;
        made.ticket = ticket;
        made.call.provider = m_provider.id;
        made.call.endpoint = endpoint;
        made.call.method = "POST";
        made.call.path = "/webhooks/x/y";
        made.call.peer = QStringLiteral("127.0.0.1");
        made.call.contentType = "application/json";
        made.call.body = json;
        made.call.receivedAt = ++receivedAt;
        made.reading = readCall(endpoint, made.call.contentType, json, m_workspace->directory()->zone);
        return made;
    }
    CallOutcome call(Endpoint endpoint, const QByteArray &json)
    {
        const auto result = m_workspace->process(submission(endpoint, json)).result();
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return *result;
    }
    /// `more`: further members of the object, after the required ones.
    static QByteArray activity(const QByteArray &id, const QByteArray &more = {})
    {
        return "{\"id\":\"" + id + R"(","type":"Sale","agent_id":"7","moment":"2025-12-10 19:00:00")" + more +
               '}';
    }
    static QByteArray sale(const QByteArray &id, const QByteArray &more = {})
    {
        return "{\"id\":\"" + id +
               R"(","agent_id":"7","proposition_id":"p","sold_at":"2025-12-10 19:00:00")" + more + '}';
    }
    static QJsonObject answerOf(const CallOutcome &outcome)
    {
        return QJsonDocument::fromJson(outcome.answer).object();
    }

    /// Of now: the writer removes calls that are older than the log's retention by itself.
    qint64 receivedAt = QDateTime::currentMSecsSinceEpoch();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    Provider m_provider;
};

} // namespace salesdesk
