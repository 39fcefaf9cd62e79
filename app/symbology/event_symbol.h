// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <workspace/palette.h>

#include <QColor>

#include <string_view>

namespace dateline::symbology {

/// How much of a symbol is filled: it tells the standing of an event. Denial is a bar of its own,
/// and an uncertain date a dotted outline, so that each goes with any fill.
enum class Fill : std::uint8_t {
    Solid, ///< officially confirmed
    Half, ///< several independent origins, or disputed
    Ring, ///< a single claim
    Dot, ///< said to have been closed or ended
    Target, ///< an inquiry ended without finding
};

/// What the symbol of an event, a kind or a standing says, free of size and place: the same in
/// every view. A value.
struct EventSymbol
{
    events::Shape shape = events::Shape::Circle; ///< of the kind
    QColor colour; ///< of the kind, as the theme shows it
    Fill fill = Fill::Solid;
    bool denied = false; ///< a bar across: somebody denies it
    bool uncertain = false; ///< dotted outline, see isDateUncertain()

    friend bool operator==(const EventSymbol &, const EventSymbol &) = default;
};

[[nodiscard]] Fill fillOf(events::Standing standing);

/// Whether a date (valid EDTF as written, empty for none) is drawn as uncertain: it is absent,
/// qualified ("2018~" about, "2018?" unsure, "2018%" both) or leaves digits open ("2019-1X").
/// A coarse date or an open end is not: those a view shows by the length of its mark. Does not
/// parse, so that it can be asked for every row that is painted.
[[nodiscard]] bool isDateUncertain(std::string_view edtf);

/// The symbol of an event: its kind's, filled by its standing. `event` < dataset.size().
[[nodiscard]] EventSymbol symbolOf(const events::Dataset &dataset, events::Row event,
                                   workspace::Theme theme);
/// The symbol of a kind as such: solid.
[[nodiscard]] EventSymbol symbolOf(const events::Kind &kind, workspace::Theme theme);
/// The symbol of a standing as such: a circle in a colour that belongs to no kind.
[[nodiscard]] EventSymbol symbolOf(events::Standing standing, const QColor &colour);

} // namespace dateline::symbology
