// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/records.h>

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline::events {

/// Where an event stands between those who state it and those who answer. Derived, never typed.
enum class Standing : std::uint8_t {
    SingleClaim, ///< stated by one independent origin
    SeveralOrigins, ///< stated by two or more independent origins
    OfficiallyConfirmed, ///< confirmed by a government, police or court, and not answered
    Denied, ///< denied by somebody
    Disputed, ///< disputed in part, or confirmed by an authority and denied by another
    Closed, ///< said to have been closed or ended
    ConcludedWithoutFinding, ///< an inquiry ended, reported without evidence or findings
};
inline constexpr std::size_t standingCount = 7;

/// The name used by views and exports, e.g. "single-claim".
[[nodiscard]] QString standingName(Standing standing);
[[nodiscard]] std::optional<Standing> standingFromName(QStringView name);

/// How many independent origins state or confirm an event. Sources that repeat another one count
/// as that one; several pages of one publisher count once. `claims`
/// are those of one event. Cycles of `origin` are followed once.
[[nodiscard]] std::size_t independentOrigins(std::span<const Claim> claims,
                                             std::span<const Source> sources);

/// The standing of an event from its claims, by the first rule that applies:
///  1. a claim with stance closes: Closed;
///  2. clears: ConcludedWithoutFinding;
///  3. disputes, or both a denial and a confirmation by an authority: Disputed;
///  4. denies: Denied;
///  5. confirms, by a government, police or court: OfficiallyConfirmed;
///  6. two or more independent origins: SeveralOrigins;
///  7. else, also without any claim: SingleClaim.
/// Whether an event is denied is kept apart (isDenied), because a closed event may be denied too.
[[nodiscard]] Standing standingOf(std::span<const Claim> claims, std::span<const Actor> actors,
                                  std::span<const Source> sources);

/// True when any of the event's claims denies it: its denial has to be shown with it.
[[nodiscard]] bool isDenied(std::span<const Claim> claims);

} // namespace dateline::events
