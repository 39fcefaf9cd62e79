// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dateline::events {

/// A box in degrees; west > east means that it crosses the antimeridian. Edges belong to it.
struct GeoBox
{
    double west = -180;
    double south = -90;
    double east = 180;
    double north = 90;

    friend bool operator==(const GeoBox &, const GeoBox &) = default;
};

/// A place in degrees.
struct GeoPoint
{
    double longitude = 0;
    double latitude = 0;

    friend bool operator==(const GeoPoint &, const GeoPoint &) = default;
};

} // namespace dateline::events
