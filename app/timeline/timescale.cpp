// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timescale.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace dateline::timeline {

using events::distantFuture;
using events::distantPast;
using events::Instant;
using events::TimeSpan;

namespace {

constexpr Instant firstFinite = distantPast + 1;
constexpr Instant lastFinite = distantFuture - 1;
// The largest double below 2^63, so that a rounded product converts without overflow.
constexpr double largestOffset = 9223372036854774784.0;

/// to - from as a double, exact up to 2^53 and without overflow beyond.
double difference(Instant from, Instant to)
{
    return to >= from ? double(std::uint64_t(to) - std::uint64_t(from))
                      : -double(std::uint64_t(from) - std::uint64_t(to));
}

Instant rounded(double offset)
{
    return Instant(std::llround(std::clamp(offset, -largestOffset, largestOffset)));
}

} // namespace

double TimeScale::pixelsPerMillisecond() const
{
    return isDegenerate() ? 0 : width / difference(span.from, span.to);
}

double TimeScale::toPixel(Instant at) const
{
    if (at == distantPast)
        return -std::numeric_limits<double>::infinity();
    if (at == distantFuture)
        return std::numeric_limits<double>::infinity();
    if (isDegenerate())
        return left;
    return left + difference(span.from, at) / difference(span.from, span.to) * width;
}

Instant TimeScale::toInstant(double pixel) const
{
    if (isDegenerate())
        return span.from;
    const double offset = (pixel - left) / width * difference(span.from, span.to);
    // From one end of time to the other is further than an Instant can tell: go in two steps.
    const double first = std::clamp(offset, -largestOffset, largestOffset);
    return shifted(shifted(span.from, rounded(first)), rounded(offset - first));
}

Instant lengthOf(const TimeSpan &span)
{
    if (span.from >= span.to)
        return 0;
    const std::uint64_t length = std::uint64_t(span.to) - std::uint64_t(span.from);
    return Instant(std::min(length, std::uint64_t(lastFinite)));
}

Instant shifted(Instant at, Instant by)
{
    if (by > 0 && at > lastFinite - by)
        return lastFinite;
    if (by < 0 && at < firstFinite - by)
        return firstFinite;
    return at + by;
}

bool isOpenEnded(const TimeSpan &span)
{
    return span.from == distantPast || span.to == distantFuture;
}

TimeSpan shifted(const TimeSpan &span, Instant by)
{
    return {span.from == distantPast ? distantPast : shifted(span.from, by),
            span.to == distantFuture ? distantFuture : shifted(span.to, by)};
}

TimeSpan movedInto(const TimeSpan &span, const TimeSpan &bounds)
{
    const Instant length = std::min(lengthOf(span), lengthOf(bounds));
    if (span.from <= bounds.from)
        return {bounds.from, shifted(bounds.from, length)};
    if (span.to >= bounds.to)
        return {shifted(bounds.to, -length), bounds.to};
    return span;
}

TimeSpan zoomedAbout(const TimeSpan &span, Instant moment, double factor, const ZoomLimits &limits)
{
    const double length = difference(span.from, span.to);
    const double wanted = std::clamp(
        length * factor, double(limits.shortest),
        std::max(double(limits.shortest), difference(limits.widest.from, limits.widest.to)));
    if (!(length > 0) || rounded(wanted) == rounded(length))
        return movedInto(span, limits.widest);
    const double before = difference(span.from, moment) * (wanted / length);
    const Instant from = shifted(moment, -rounded(before));
    return movedInto({from, shifted(from, rounded(wanted))}, limits.widest);
}

TimeSpan padded(const TimeSpan &span, double share, Instant least)
{
    const Instant pad = std::max(least, rounded(double(lengthOf(span)) * share));
    return {shifted(span.from, -pad), shifted(span.to, pad)};
}

} // namespace dateline::timeline
