// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <optional>

namespace dateline::symbology {

/// Whether a view that gets the focus for this reason shows a ring: with the keyboard people need
/// to see where they are, with the mouse they know. Nothing where the ring stays as it was: when
/// the window comes back to the front or a menu closes. For a view that loses the focus, a value
/// says that its ring goes, and nothing that it stays.
[[nodiscard]] constexpr std::optional<bool> showsRing(Qt::FocusReason reason)
{
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
    case Qt::OtherFocusReason:
        return true;
    case Qt::MouseFocusReason:
        return false;
    default:
        return std::nullopt;
    }
}

} // namespace dateline::symbology
