// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <cstdint>
#include <optional>

namespace dateline::stories {

/// What a key asks for while a story is presented.
enum class Command : std::uint8_t {
    Next,
    Previous,
    First,
    Last,
    Restart, ///< again from the first step
    Black,
    White,
    Freeze,
    FullScreen,
    Overview, ///< also "go to"
    Console,
    Larger,
    Smaller,
    NormalSize,
    Question,
    End,
};

/// The command of a key with its modifiers, or nothing when presenting has no use for it.
/// The keys are those that presentation programs and remotes have in common.
[[nodiscard]] std::optional<Command> commandFor(int key, Qt::KeyboardModifiers modifiers);

/// True for commands of which a held key gives one, not many: switching something on and off.
[[nodiscard]] bool isSwitch(Command command);

} // namespace dateline::stories
