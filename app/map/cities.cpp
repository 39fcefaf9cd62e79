// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cities.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

/// No city is large enough to be named before; the start of the program need not read them.
constexpr double earliestZoom = 3;

/// Ten million inhabitants are named from zoom 3.7 on, a million from 5.4, 300,000 from 6.3.
double firstZoomOf(double inhabitants)
{
    return std::max(6.3 - 1.7 * std::log10(std::max(inhabitants, 1.0) / 300'000), earliestZoom);
}

} // namespace

std::vector<City> citiesFromJson(const QByteArray &json)
{
    std::vector<City> list;
    const QJsonArray array = QJsonDocument::fromJson(json).object().value("cities"_L1).toArray();
    list.reserve(std::size_t(array.size()));
    for (const auto &element : array) {
        const QJsonArray city = element.toArray();
        const double longitude = city.at(1).toDouble(std::nan(""));
        const double latitude = city.at(2).toDouble(std::nan(""));
        if (!(std::abs(longitude) <= 180) || !(std::abs(latitude) <= 90))
            return {};
        list.push_back({city.at(0).toString(), events::toMercator(longitude, latitude),
                        firstZoomOf(city.at(3).toDouble())});
    }
    std::ranges::stable_sort(list, {}, &City::firstZoom);
    return list;
}

std::span<const City> citiesAt(double zoom)
{
    if (zoom < earliestZoom)
        return {};
    static const std::vector<City> list = [] {
        QFile file(u":/dateline/basemap/cities.json"_s);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        std::vector<City> read = citiesFromJson(isOpen ? file.readAll() : QByteArray());
        if (read.empty())
            qWarning("The built-in list of cities cannot be read.");
        return read;
    }();
    return {list.begin(), std::ranges::upper_bound(list, zoom, {}, &City::firstZoom)};
}

} // namespace dateline::map
