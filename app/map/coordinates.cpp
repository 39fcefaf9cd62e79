// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/coordinates.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::map {

namespace {

constexpr double metresPerDegree = 111'320; ///< of latitude
constexpr double smallestError = 10; ///< metres; the base map is no finer

/// The least of 1, 2 or 5 times a power of ten that is not below `value`.
double roundedUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    constexpr std::array steps{1.0, 2.0, 5.0, 10.0};
    const auto *step
        = std::ranges::find_if(steps, [&](double each) { return each * power >= value * 0.999; });
    return *step * power;
}

} // namespace

Camera fromDegrees(const workspace::Camera &camera)
{
    return {events::toMercator(camera.longitude, camera.latitude), camera.zoom};
}

workspace::Camera toDegrees(const Camera &camera)
{
    return {events::mercatorLongitude(camera.centre.x), events::mercatorLatitude(camera.centre.y),
            camera.zoom};
}

QString coordinatePhrase(const MercatorPoint &point, double zoom)
{
    const double longitude = events::mercatorLongitude(wrappedX(point.x));
    const double latitude = events::mercatorLatitude(std::clamp(point.y, 0.0, 1.0));
    // A pointer means a pixel or two; no digit is written that they do not decide.
    const double error = 2 * 360 / worldPixels(zoom);
    const int digits = std::clamp(int(std::floor(-std::log10(error))), 0, 4);
    const double metres = roundedUp(
        std::max(smallestError, std::max(error, std::pow(10, -digits) / 2) * metresPerDegree));
    const QLocale plain = QLocale::c();
    const QString off = metres >= 1000
        ? QCoreApplication::translate("dateline::map::Coordinates", "± %1 km")
              .arg(plain.toString(metres / 1000, 'f', 0))
        : QCoreApplication::translate("dateline::map::Coordinates", "± %1 m")
              .arg(plain.toString(metres, 'f', 0));
    return QCoreApplication::translate("dateline::map::Coordinates", "%1° %2, %3° %4 (%5)",
                                       "latitude, N or S, longitude, E or W, precision")
        .arg(plain.toString(std::abs(latitude), 'f', digits),
             latitude < 0 ? QCoreApplication::translate("dateline::map::Coordinates", "S")
                          : QCoreApplication::translate("dateline::map::Coordinates", "N"),
             plain.toString(std::abs(longitude), 'f', digits),
             longitude < 0 ? QCoreApplication::translate("dateline::map::Coordinates", "W")
                           : QCoreApplication::translate("dateline::map::Coordinates", "E"),
             off);
}

} // namespace dateline::map
