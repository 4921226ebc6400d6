// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/call.h"

#include <QMetaType>

namespace salesdesk
{

/// The colour roles beside the palette. A model says the tone; the ui knows the colour.
enum class Tone { Good, Warning, Bad, Info, Muted };

/// The tone of a call's status chip: 2xx good, 401, 403, 404 and 429 warning, other 4xx and 5xx bad.
[[nodiscard]] Tone toneOf(CallReason reason);

} // namespace salesdesk

Q_DECLARE_METATYPE(salesdesk::Tone)
