// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

#include <cstdint>

namespace dateline::timeline {

/// The pictures on the transport row: one family, drawn from paths on a grid of 16.
enum class Glyph : std::uint8_t {
    Play,
    Pause,
    StepBack,
    StepForward,
    Clear,
    Once,
    Loop,
    Bounce,
    Growth,
    Legend,
};

/// The glyph in one colour; sharp at every size and device pixel ratio.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, const QColor &colour);

} // namespace dateline::timeline
