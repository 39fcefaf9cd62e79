// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace dateline::timeline {

/// What the marks beside a symbol say of a date: "~" about, "?" the source is unsure.
struct DateFlags
{
    bool approximate = false;
    bool uncertain = false;

    [[nodiscard]] bool any() const { return approximate || uncertain; }
};

/// The flags of a valid EDTF expression, read from its characters: "%" is both. No parsing, so
/// that it can be asked for every visible mark.
[[nodiscard]] constexpr DateFlags dateFlags(std::string_view edtf)
{
    const bool both = edtf.find('%') != std::string_view::npos;
    return {both || edtf.find('~') != std::string_view::npos,
            both || edtf.find('?') != std::string_view::npos};
}

} // namespace dateline::timeline
