// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/theme_colours.h>

#include <QFont>

namespace dateline::map {

/// The colours and type of the map, handed in by whoever shows it: the map has no theme of its
/// own. Data is the only saturated thing; everything else stays calm.
struct MapPalette
{
    workspace::Theme theme = workspace::Theme::Paper;
    QColor sea;
    QColor land;
    QColor coast;
    QColor border; ///< also disputed borders, which are dashed
    QColor graticule;
    QColor label; ///< names on the land
    QColor halo; ///< behind names, symbols and chips, so that they part from what is under them
    QColor ink; ///< counts, denial bars, text of chips and furniture
    QColor paper; ///< fill of rings, chips and furniture
    QColor hatch; ///< claims about a whole country
    QColor selection;
    QColor hover;
    QColor relation;
    QColor shade; ///< of the country with most, in a choropleth; one hue, told apart by lightness
    QFont font; ///< the base type; names and counts are derived from it

    /// The colour of a kind (0xRRGGBB, from the package) on this map.
    [[nodiscard]] QColor kindColour(std::uint32_t rgb) const
    {
        return symbology::colourOfKind(rgb, theme);
    }

    /// The fill of class `step` (0 to steps - 1) of a choropleth: from close to the land to shade.
    [[nodiscard]] QColor shadeOf(std::size_t step, std::size_t steps) const;
    /// The fill of a country about which something is stated that the filter leaves out.
    /// Grey, so that it is none of the classes, and far enough from the land to be seen.
    [[nodiscard]] QColor shadeOfNone() const { return symbology::mixed(land, ink, 0.09); }
    /// The fill of a country by what became of inquiries there (an Outcome): hues that stay apart
    /// without red or green, and different lightness; the pattern says it too.
    [[nodiscard]] QColor outcomeFill(std::size_t outcome) const;
    /// Stripes of the pattern of a class, and of claims about a whole country.
    [[nodiscard]] QColor pattern() const;
    [[nodiscard]] QColor hatched() const;

    /// How much larger than at 10 pt everything is drawn, so that symbols grow with the type.
    [[nodiscard]] double scale() const;

    friend bool operator==(const MapPalette &, const MapPalette &) = default;
};

/// The palette of a theme with a base font (its size before the theme's own scale).
[[nodiscard]] MapPalette mapPalette(workspace::Theme theme, const QFont &base);

} // namespace dateline::map
