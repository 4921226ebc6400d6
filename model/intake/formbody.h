// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/field.h"

namespace salesdesk
{

/// Gathers the fields of a form of either encoding: `energy_meta[gas_usage]` nests one level, an empty value
/// is null, a name that comes twice and too many or too long names are BadForm (spec.md, Webhooks).
class FormFields final
{
public:
    static constexpr size_t mostFields = 256;
    static constexpr qsizetype longestName = 256; ///< bytes

    /// Adds a field; both views must outlive the result. The refusal when it cannot be.
    [[nodiscard]] std::optional<Refusal> add(std::string_view name, std::string_view value);
    /// Counts a field that is left out, a file.
    [[nodiscard]] std::optional<Refusal> skip();
    [[nodiscard]] Field take() { return std::move(m_root); }

private:
    Field m_root{Field::Kind::Object, {}, {}};
    size_t m_count = 0;
};

[[nodiscard]] Refusal badForm(const QString &detail);

} // namespace salesdesk
