// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/palette.h>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

namespace {

constexpr std::array themeNames{"paper"_L1, "night"_L1, "projector"_L1};

constexpr Palette paper{
    .window = 0xF3F1EC,
    .base = 0xFFFFFF,
    .text = 0x22252A,
    .mutedText = 0x5B6068,
    .line = 0xD5D1C7,
    .accent = 0x1F5F8B,
    .onAccent = 0xFFFFFF,
    .hover = 0xB3541E,
    .sea = 0xDCE6EC,
    .land = 0xF5F3EE,
    .border = 0xB9B4A8,
    .halo = 0xFBFAF7,
};

constexpr Palette night{
    .window = 0x1B1F24,
    .base = 0x22272E,
    .text = 0xE6E4DF,
    .mutedText = 0xA7ABB2,
    .line = 0x3C434C,
    .accent = 0x6CB2E0,
    .onAccent = 0x101418,
    .hover = 0xF0A35E,
    .sea = 0x161B21,
    .land = 0x2B3138,
    .border = 0x4D555F,
    .halo = 0x14181D,
};

constexpr Palette projector{
    .window = 0xFFFFFF,
    .base = 0xFFFFFF,
    .text = 0x000000,
    .mutedText = 0x33363B,
    .line = 0x8C8C8C,
    .accent = 0x00407A,
    .onAccent = 0xFFFFFF,
    .hover = 0xC23B00,
    .sea = 0xC4D8E4,
    .land = 0xFFFFFF,
    .border = 0x7D7869,
    .halo = 0xFFFFFF,
    .fontScale = 1.4,
};

/// Relative luminance, WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
double luminance(std::uint32_t colour)
{
    const auto channel = [colour](unsigned shift) {
        const double c = double((colour >> shift) & 0xFFU) / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(std::uint32_t a, std::uint32_t b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

std::uint32_t mixedWithWhite(std::uint32_t colour, double share)
{
    std::uint32_t result = 0;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const double c = double((colour >> shift) & 0xFFU);
        result |= std::uint32_t(std::lround(c + (255.0 - c) * share)) << shift;
    }
    return result;
}

} // namespace

QString themeName(Theme theme)
{
    return themeNames.at(std::size_t(theme));
}

std::optional<Theme> themeFromName(QStringView name)
{
    for (std::size_t i = 0; i < themeNames.size(); ++i) {
        if (name == themeNames.at(i))
            return Theme(i);
    }
    return std::nullopt;
}

Palette paletteOf(Theme theme)
{
    switch (theme) {
    case Theme::Paper:
        return paper;
    case Theme::Night:
        return night;
    case Theme::Projector:
        break;
    }
    return projector;
}

std::uint32_t kindColour(std::uint32_t colour, Theme theme)
{
    if (theme != Theme::Night)
        return colour;
    constexpr double enough = 3.0;
    double share = 0;
    while (share < 1 && contrast(mixedWithWhite(colour, share), night.base) < enough)
        share += 0.05;
    return mixedWithWhite(colour, share);
}

} // namespace dateline::workspace
