// SPDX-License-Identifier: GPL-3.0-or-later
// What reading one call costs, in CPU time on one core: readCall on JSON and a form, readMoment, an answer.
#include "model/intake/intake.h"

#include <ctime>

#include <cstdio>

using namespace salesdesk;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray activity =
    R"({"id":"deal 123 | demo planned","type":"Deal stage: Demo planned","agent_id":"123","agent_name":"Cas",)"
    R"("agent_email":"cas@system23.nl","agent_team_id":"1","agent_team_name":"Team One",)"
    R"("moment":"2025-12-10 19:00:00","contact_key":"123","value":399.95,"value_is_money":true,)"
    R"("notes":"What the sender has beside our fields, and what is kept in the log alone.","stage":{"id":4}})";
const QByteArray form =
    "id=deal+123&type=Sale&agent_id=123&agent_name=Cas&moment=2025-12-10+19%3A00%3A00&value=399.95";

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Prints the microseconds of CPU that one run of `work` takes; it returns a size so that nothing is
/// optimised out.
template <typename Work>
void measure(const char *name, Work work)
{
    constexpr int runs = 200'000;
    qsizetype sum = 0;
    for (int i = 0; i < runs / 10; ++i)
        sum += work();
    const auto start = cpuSeconds();
    for (int i = 0; i < runs; ++i)
        sum += work();
    const auto seconds = cpuSeconds() - start;
    std::printf("%-28s %7.3f us CPU (%lld)\n", name, seconds / runs * 1e6, static_cast<long long>(sum % 10));
}

} // namespace

int main()
{
    const QTimeZone zone("Europe/Amsterdam");
    std::printf("activity of %lld bytes\n", static_cast<long long>(activity.size()));
    measure("readCall, JSON", [&] {
        return readCall(Endpoint::Activities, "application/json", activity, zone).recordExternalId.size();
    });
    measure("readCall, urlencoded", [&] {
        return readCall(Endpoint::Activities, "application/x-www-form-urlencoded", form, zone)
            .recordExternalId.size();
    });
    measure("readMoment", [&] { return readMoment(u"2025-12-10 19:00:00", zone)->utcMs & 1; });
    measure("successAnswer", [] {
        return successAnswer(CallReason::Created, Endpoint::Activities, u"deal 123"_s, CallId{123456}, {})
            .size();
    });
    return 0;
}
