// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cities.h>

#include <map/city_names.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

/// No city is large enough to be named before; the start of the program need not read them.
constexpr double earliestZoom = 3;
/// They are read from here on, to be there when one has come closer.
constexpr double preparingZoom = 2.5;

/// Ten million inhabitants are named from zoom 3.7 on, a million from 5.4, 300,000 from 6.3.
double firstZoomOf(double inhabitants)
{
    return std::max(6.3 - 1.7 * std::log10(std::max(inhabitants, 1.0) / 300'000), earliestZoom);
}

std::vector<City> builtInCities()
{
    QFile file(u":/dateline/basemap/cities.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    std::vector<City> read = citiesFromJson(isOpen ? file.readAll() : QByteArray());
    if (read.empty())
        qWarning("The built-in list of cities cannot be read.");
    return read;
}

/// The cities as a language names them, once another thread has read them.
using NamedCities = std::shared_future<std::vector<City>>;

const NamedCities &citiesIn(NamesIn language)
{
    const QLocale reader;
    // The own names are the same for every reader.
    const QString key = language == NamesIn::OwnLanguage ? QString() : reader.bcp47Name();
    static std::map<QString, NamedCities> lists;
    auto list = lists.find(key);
    if (list == lists.end()) {
        NamedCities named
            = std::async(std::launch::async | std::launch::deferred, [language, reader] {
                  return namedIn(builtInCities(), language, reader);
              }).share();
        list = lists.emplace(key, std::move(named)).first;
    }
    return list->second;
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
        const auto country = events::CountryCode::fromString(city.at(4).toString());
        if (!(std::abs(longitude) <= 180) || !(std::abs(latitude) <= 90) || !country)
            return {};
        list.push_back({city.at(0).toString(), *country, events::toMercator(longitude, latitude),
                        firstZoomOf(city.at(3).toDouble())});
    }
    std::ranges::stable_sort(list, {}, &City::firstZoom);
    return list;
}

void prepareCities(NamesIn language)
{
    citiesIn(language);
}

std::span<const City> citiesAt(double zoom, NamesIn language)
{
    if (zoom < preparingZoom)
        return {};
    const NamedCities &named = citiesIn(language);
    if (zoom < earliestZoom)
        return {};
    const std::vector<City> &cities = named.get();
    return {cities.begin(), std::ranges::upper_bound(cities, zoom, {}, &City::firstZoom)};
}

} // namespace dateline::map
