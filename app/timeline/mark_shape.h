// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/fuzzy_interval.h>
#include <timeline/timescale.h>

namespace dateline::timeline {

/// Where the parts of one event's mark are, in pixels along the time axis. `from` and `to` bound
/// all that is possible; an open side lies at the edge of what is visible. Within them
/// [coreFrom, coreTo) is certain. All finite.
struct MarkShape
{
    double from = 0;
    double to = 0;
    double coreFrom = 0; ///< the core is empty when coreFrom == coreTo
    double coreTo = 0;
    bool openStart = false; ///< no beginning known: an arrow to the left
    bool openEnd = false; ///< no end known: an arrow to the right
    bool compact = false; ///< narrower than a symbol: only the symbol shows, between from and to

    [[nodiscard]] bool hasCore() const { return coreFrom < coreTo; }
    [[nodiscard]] double centre() const { return (from + to) / 2; }

    friend bool operator==(const MarkShape &, const MarkShape &) = default;
};

/// The shape of a dated event (not isUnbounded()) on `scale` with symbols `symbolWidth` pixels
/// wide. A mark is never narrower than a symbol; then it is centred on the middle of what is
/// possible, so that a year is never shown at its first day. The band of a wider mark spans
/// exactly what the date says.
[[nodiscard]] MarkShape markShape(const events::FuzzyInterval &interval, const TimeScale &scale,
                                  double symbolWidth);

/// The centre of a mark's symbol: in the middle of the core, else of what is possible, but
/// of the part that is visible, so that the symbol of a long mark does not leave the window.
[[nodiscard]] double symbolCentre(const MarkShape &shape, const TimeScale &scale,
                                  double symbolWidth);

/// True when any part of the mark is within the pixels of the scale.
[[nodiscard]] bool isVisible(const MarkShape &shape, const TimeScale &scale);

} // namespace dateline::timeline
