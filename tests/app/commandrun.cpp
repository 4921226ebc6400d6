// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandrun.h"

#include "model/intake/intake.h"
#include "model/store/providerstore.h"

#include <QDateTime>
#include <QJsonDocument>

#include <chrono>

namespace salesdesk
{

using namespace Qt::StringLiterals;

CommandFolder::CommandFolder()
{
    auto opened = Workspace::open({.folder = m_dir.filePath(u"data"_s)});
    if (!opened) {
        qWarning("%s", qUtf8Printable(opened.error().detail));
        return;
    }
    m_workspace = std::move(opened).value();
    m_context.workspace = m_workspace.get();
    m_context.master = MasterKey::generate();
    m_context.folder = m_workspace->folder();
    m_context.workingDirectory = m_dir.path();
}

Ran CommandFolder::run(const QString &line) const
{
    auto words = line.split(u' ', Qt::SkipEmptyParts);
    for (auto &word : words)
        word.replace(u'~', u' ');
    return run(words);
}

Ran CommandFolder::run(const QStringList &line) const
{
    const auto parsed = parseLine(line);
    if (const auto *notice = std::get_if<Notice>(&parsed))
        return notice->status == 0 ? Ran{0, notice->text, {}} : Ran{notice->status, {}, notice->text};
    Collected collected;
    const int status = runCommand(std::get<ParsedLine>(parsed), m_context, collected);
    return {status, collected.output, collected.errors};
}

QJsonObject CommandFolder::object(const QString &line) const
{
    const auto ran = run(line + u" --json"_s);
    if (ran.status != 0)
        qWarning() << line << ran.errors;
    return QJsonDocument::fromJson(ran.output).object();
}

QJsonArray CommandFolder::array(const QString &line) const
{
    const auto ran = run(line + u" --json"_s);
    if (ran.status != 0)
        qWarning() << line << ran.errors;
    return QJsonDocument::fromJson(ran.output).array();
}

QByteArray CommandFolder::call(const QString &provider, Endpoint endpoint, const QByteArray &body) const
{
    const auto found =
        m_workspace->read(std::function([&](Connection &db) { return ProviderStore(db).find(provider); }))
            .takeResult();
    if (!found)
        return "no such provider";
    CallSubmission submission;
    submission.call.provider = found->id;
    submission.call.endpoint = endpoint;
    submission.call.method = "POST";
    submission.call.path = "/webhooks/" + found->publicId.toLatin1();
    submission.call.contentType = "application/json";
    submission.call.headers = "Content-Type: application/json\r\n";
    submission.call.body = body;
    submission.call.receivedAt = QDateTime::currentMSecsSinceEpoch();
    submission.call.receivedMonotonicNs = std::chrono::steady_clock::now().time_since_epoch().count();
    const auto directory = m_workspace->directory();
    for (const auto &key : directory->keys) {
        if (key.provider == found->id && !key.revoked)
            submission.call.key = key.key;
    }
    submission.reading = readCall(endpoint, submission.call.contentType, body, directory->zone);
    const auto outcome = m_workspace->process(std::move(submission)).takeResult();
    return outcome ? QByteArray(toText(outcome->reason).data(), toText(outcome->reason).size())
                   : outcome.error().detail.toUtf8();
}

} // namespace salesdesk
