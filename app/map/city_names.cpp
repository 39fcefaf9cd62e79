// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/city_names.h>

#include <fulltext/text_index.h>
#include <workspace/own_language.h>

#include <QByteArray>
#include <QHash>

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <array>
#include <map>
#include <memory>
#include <utility>

namespace dateline::map {

namespace {

/// A time zone that is called after a city.
struct CityZone
{
    icu::UnicodeString identifier;
    QString english; ///< what CLDR calls the city in English
};

/// By city; see cityKey().
using CityZones = QHash<QString, CityZone>;

/// A city for look-up: there are cities of the same name in several countries, and the same name
/// is spelt with and without marks and apostrophes.
QString cityKey(const QString &country, const QString &name)
{
    QString key = fulltext::foldForSearch(name);
    key.removeIf([](QChar letter) { return !letter.isLetterOrNumber(); });
    return country + key;
}

QString exemplarName(const icu::TimeZoneNames &names, const icu::UnicodeString &zone)
{
    icu::UnicodeString name;
    names.getExemplarLocationName(zone, name);
    QString text = QString::fromUtf16(name.getBuffer(), name.length());
    text.remove(QChar(QChar::SoftHyphen)); // in longer ones; a name on the map is never broken
    return text;
}

std::unique_ptr<icu::TimeZoneNames> zoneNamesIn(const QByteArray &language)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language.constData(), status);
    std::unique_ptr<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(locale, status));
    return U_SUCCESS(status) ? std::move(names) : nullptr;
}

CityZones readCityZones()
{
    CityZones zones;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> english = zoneNamesIn("en");
    const std::unique_ptr<icu::StringEnumeration> identifiers(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr,
                                                   nullptr, status));
    if (!english || U_FAILURE(status))
        return zones;
    while (const icu::UnicodeString *identifier = identifiers->snext(status)) {
        std::array<char, 8> region{};
        icu::TimeZone::getRegion(*identifier, region.data(), int(region.size()), status);
        if (U_FAILURE(status))
            return zones;
        const QString name = exemplarName(*english, *identifier);
        zones.insert(cityKey(QString::fromLatin1(region.data()), name), {*identifier, name});
    }
    return zones;
}

/// The names of zones in several languages, each read once.
class ZoneNames
{
public:
    /// Null when ICU has none.
    const icu::TimeZoneNames *in(const QByteArray &language)
    {
        const auto [at, isNew] = m_names.try_emplace(language);
        if (isNew && !language.isEmpty())
            at->second = zoneNamesIn(language);
        return at->second.get();
    }

private:
    std::map<QByteArray, std::unique_ptr<icu::TimeZoneNames>> m_names;
};

} // namespace

std::vector<City> namedIn(std::vector<City> cities, NamesIn language, const QLocale &reader)
{
    // Never destroyed: another thread may still look into it when the program ends.
    static const CityZones &zones = *new const CityZones(readCityZones());
    const QByteArray readers = reader.bcp47Name().toLatin1();
    ZoneNames names;
    for (City &city : cities) {
        const auto zone = zones.constFind(cityKey(city.country.toString(), city.name));
        if (zone == zones.constEnd())
            continue;
        const icu::TimeZoneNames *spoken = names.in(
            language == NamesIn::OwnLanguage ? workspace::ownLanguage(city.country) : readers);
        const QString name = spoken ? exemplarName(*spoken, zone->identifier) : QString();
        // A language without a name of its own answers with the English one, which has fewer marks.
        if (!name.isEmpty() && name != zone->english)
            city.name = name;
    }
    return cities;
}

} // namespace dateline::map
