// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/decision.h"

namespace salesdesk
{

using namespace Qt::StringLiterals;

QLatin1StringView toText(StepKind kind)
{
    switch (kind) {
    case StepKind::Link:
        return "link"_L1;
    case StepKind::Create:
        return "create"_L1;
    case StepKind::Unlink:
        return "unlink"_L1;
    case StepKind::Ignore:
        return "ignore"_L1;
    case StepKind::Unignore:
        return "unignore"_L1;
    case StepKind::Reject:
        return "reject"_L1;
    case StepKind::Merge:
        return "merge"_L1;
    case StepKind::Team:
        return "team"_L1;
    case StepKind::Import:
        return "import"_L1;
    }
    Q_UNREACHABLE();
}

StepKind stepKindFromText(QStringView text)
{
    for (const auto kind : {StepKind::Create, StepKind::Unlink, StepKind::Ignore, StepKind::Unignore,
                            StepKind::Reject, StepKind::Merge, StepKind::Team, StepKind::Import}) {
        if (text == toText(kind))
            return kind;
    }
    return StepKind::Link;
}

} // namespace salesdesk
