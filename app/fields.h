// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"
#include "model/domain/entity.h"
#include "model/domain/identity.h"
#include "model/domain/provider.h"

namespace salesdesk
{

/// Where the webhooks are: the running receiver's URL, else what the settings say.
[[nodiscard]] QString baseUrl(const CommandContext &context);

// Things as commands print them, with the field names of spec.md.
[[nodiscard]] OutputFields fieldsOf(const Provider &provider, const CommandContext &context);
[[nodiscard]] OutputFields fieldsOf(const ApiKey &key);
[[nodiscard]] OutputFields fieldsOf(const Entity &entity);
[[nodiscard]] OutputFields fieldsOf(const Identity &identity);

/// on/off, true/false, yes/no, 1/0.
[[nodiscard]] std::optional<bool> readFlag(const QString &word);
/// The value of --limit: how many rows at the most. Nothing: not a positive whole number.
[[nodiscard]] std::optional<qint64> readLimit(const CommandCall &call);

} // namespace salesdesk
