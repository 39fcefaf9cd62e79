// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace dateline::events {

/// An ISO 3166-1 alpha-2 country code packed in 16 bits, or null for "no country".
/// Ordered by its letters; null first.
class CountryCode
{
public:
    constexpr CountryCode() = default;

    /// Two capital letters A to Z; anything else gives nothing. Whether the code is assigned is
    /// not checked here.
    [[nodiscard]] static std::optional<CountryCode> fromString(QStringView text);

    [[nodiscard]] constexpr bool isNull() const { return m_letters == 0; }

    /// "IT"; empty when null.
    [[nodiscard]] QString toString() const;

    /// A number for each code, 0 for null and 1 to 676 for AA to ZZ, so that it can index a table.
    [[nodiscard]] constexpr std::uint16_t ordinal() const
    {
        return isNull() ? std::uint16_t(0)
                        : std::uint16_t((m_letters / 256 - 'A') * 26 + (m_letters % 256 - 'A') + 1);
    }
    [[nodiscard]] static CountryCode fromOrdinal(std::uint16_t ordinal);
    static constexpr std::uint16_t ordinalCount = 26 * 26 + 1;

    friend constexpr auto operator<=>(const CountryCode &, const CountryCode &) = default;

private:
    std::uint16_t m_letters = 0;
};

} // namespace dateline::events
