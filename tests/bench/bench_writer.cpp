// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/intake.h"
#include "model/store/connection.h"
#include "model/store/providerstore.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <semaphore>

using namespace Qt::StringLiterals;
using namespace salesdesk;

namespace
{

/// Calls a second that are on disk, with `inFlight` of them unanswered at any time (so a batch has at most so
/// many), each a new activity by one of 50 agents.
double callsPerSecond(Workspace &workspace, ProviderId provider, int inFlight, int calls, int &serial)
{
    std::counting_semaphore<> free(inFlight);
    int failed = 0;
    workspace.setDelivery([&](const std::shared_ptr<SettledCalls> &settled) {
        for (const auto &outcome : settled->outcomes)
            failed += httpStatus(outcome.reason) >= 300 ? 1 : 0;
        free.release(static_cast<std::ptrdiff_t>(settled->outcomes.size()));
    });
    const auto zone = workspace.directory()->zone;
    std::vector<CallSubmission> prepared;
    prepared.reserve(static_cast<size_t>(calls));
    for (int i = 0; i < calls; ++i) {
        CallSubmission submission;
        ++serial;
        auto &call = submission.call;
        call.provider = provider;
        call.method = "POST";
        call.path = "/webhooks/p_aaaaaaaaaaaaaaaaaaaaaa/activities";
        call.peer = u"127.0.0.1"_s;
        call.headers = "Host: 127.0.0.1:8787\r\nAuthorization: Bearer sdk_***\r\n"
                       "Content-Type: application/json\r\nContent-Length: 260\r\n";
        call.contentType = "application/json";
        call.receivedAt = 1'765'000'000'000 + serial;
        call.body = "{\"id\":\"deal " + QByteArray::number(serial) +
                    " | demo planned\",\"type\":\"Deal stage: Demo planned\",\"agent_id\":\"" +
                    QByteArray::number(serial % 50) + "\",\"agent_name\":\"Cas\",\"agent_email\":\"cas" +
                    QByteArray::number(serial % 50) +
                    "@system23.nl\",\"agent_team_id\":\"1\",\"agent_team_name\":\"Team One\","
                    "\"moment\":\"2025-12-10 19:00:00\",\"contact_key\":\"123\",\"value\":399.95,"
                    "\"value_is_money\":true}";
        submission.reading = readCall(call.endpoint, call.contentType, call.body, zone);
        prepared.push_back(std::move(submission));
    }
    QElapsedTimer timer;
    timer.start();
    for (auto &submission : prepared) {
        free.acquire();
        if (workspace.submit(std::move(submission)) != SubmitResult::Queued)
            std::abort();
    }
    for (int i = 0; i < inFlight; ++i)
        free.acquire();
    const auto seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    workspace.setDelivery({});
    if (failed > 0)
        std::printf("%d calls failed\n", failed);
    return calls / seconds;
}

} // namespace

/// The writer alone: durable calls a second for batches of different sizes. Argument: calls for each.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int calls = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 40'000;
    const QTemporaryDir folder;
    auto opened = Workspace::open({folder.filePath(u"data"_s)});
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        return 1;
    }
    auto &workspace = **opened;
    const auto added = workspace
                           .write<ProviderStore::Added>([](Connection &db) {
                               return ProviderStore(db).add(u"Bench"_s, u"webhooks"_s, MasterKey::generate());
                           })
                           .result();
    if (!added) {
        std::fprintf(stderr, "%s\n", qPrintable(added.error().detail));
        return 1;
    }
    int serial = 0;
    for (const int inFlight : {1, 16, 64, 256}) {
        const int count = inFlight == 1 ? calls / 20 : calls;
        std::printf("in flight %4d: %8.0f calls/s\n", inFlight,
                    callsPerSecond(workspace, added->provider.id, inFlight, count, serial));
        std::fflush(stdout);
    }
    return 0;
}
