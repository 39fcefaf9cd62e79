// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/standing.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dateline::events {

namespace {

/// In the order of the enumeration.
constexpr std::array standingNames{
    "single-claim"_L1, "several-origins"_L1, "officially-confirmed"_L1,      "denied"_L1,
    "disputed"_L1,     "closed"_L1,          "concluded-without-finding"_L1,
};
static_assert(standingNames.size() == standingCount);

constexpr unsigned bitOf(Stance stance)
{
    return 1U << unsigned(stance);
}

bool isAuthority(ActorKind kind)
{
    return kind == ActorKind::Government || kind == ActorKind::Police || kind == ActorKind::Court;
}

Row originOf(Row source, std::span<const Source> sources)
{
    for (std::size_t hops = 0; hops < sources.size() && sources[source].origin; ++hops)
        source = *sources[source].origin;
    return source;
}

} // namespace

QString standingName(Standing standing)
{
    return standingNames.at(std::size_t(standing));
}

std::optional<Standing> standingFromName(QStringView name)
{
    for (std::size_t i = 0; i < standingNames.size(); ++i) {
        if (name == standingNames.at(i))
            return Standing(i);
    }
    return std::nullopt;
}

std::size_t independentOrigins(std::span<const Claim> claims, std::span<const Source> sources)
{
    std::vector<Row> origins;
    for (const Claim &claim : claims) {
        if (claim.stance != Stance::Asserts && claim.stance != Stance::Confirms)
            continue;
        const Row origin = originOf(claim.source, sources);
        const auto samePublisher = [&](Row other) {
            return other == origin
                || (sources[other].publisher
                    && sources[other].publisher == sources[origin].publisher);
        };
        if (std::ranges::none_of(origins, samePublisher))
            origins.push_back(origin);
    }
    return origins.size();
}

Standing standingOf(std::span<const Claim> claims, std::span<const Actor> actors,
                    std::span<const Source> sources)
{
    unsigned stances = 0;
    bool confirmed = false;
    for (const Claim &claim : claims) {
        stances |= bitOf(claim.stance);
        if (claim.stance == Stance::Confirms)
            confirmed |= isAuthority(actors[claim.actor].kind);
    }
    const auto has = [stances](Stance stance) { return (stances & bitOf(stance)) != 0; };
    const bool denied = has(Stance::Denies);
    if (has(Stance::Closes))
        return Standing::Closed;
    if (has(Stance::Clears))
        return Standing::ConcludedWithoutFinding;
    if (has(Stance::Disputes) || (denied && confirmed))
        return Standing::Disputed;
    if (denied)
        return Standing::Denied;
    if (confirmed)
        return Standing::OfficiallyConfirmed;
    return claims.size() >= 2 && independentOrigins(claims, sources) >= 2 ? Standing::SeveralOrigins
                                                                          : Standing::SingleClaim;
}

bool isDenied(std::span<const Claim> claims)
{
    return std::ranges::any_of(claims, [](const Claim &c) { return c.stance == Stance::Denies; });
}

} // namespace dateline::events
