// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/place_check.h>

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::readers {

namespace {

struct PlaceTexts
{
    Q_DECLARE_TR_FUNCTIONS(dateline::readers::PlaceTexts)
};

/// What was probably meant, from which slip of the pen would bring the place into its country.
QString slipHint(const events::Place &place, const CountryDistance &kilometresOutside)
{
    const double latitude = *place.latitude;
    const double longitude = *place.longitude;
    const auto isInside = [&](double otherLatitude, double otherLongitude) {
        if (std::abs(otherLatitude) > 90)
            return false;
        const auto outside = kilometresOutside(place.country, otherLatitude, otherLongitude);
        return outside && *outside <= toleratedKilometres;
    };
    if (isInside(longitude, latitude))
        return PlaceTexts::tr("Are latitude and longitude interchanged?");
    if (isInside(-latitude, longitude) || isInside(latitude, -longitude)
        || isInside(-latitude, -longitude))
        return PlaceTexts::tr("South and west are negative: is a minus sign missing, or one too "
                              "many?");
    return PlaceTexts::tr("Mend the coordinates or the country. The map draws borders as they are "
                          "in practice.");
}

} // namespace

void checkPlaces(const events::Dataset &dataset, const CountryDistance &kilometresOutside,
                 RecordReport &report)
{
    for (const events::Place &place : dataset.places()) {
        if (!place.latitude || !place.longitude || place.country.isNull())
            continue;
        const std::optional<double> outside
            = kilometresOutside(place.country, *place.latitude, *place.longitude);
        if (!outside || *outside <= toleratedKilometres)
            continue;
        const bool isShown = report.wouldKeep("place-outside-country"_L1);
        report.add(*outside > farKilometres ? Severity::Error : Severity::Warning,
                   "place-outside-country"_L1, "places"_L1, place.id, "lat"_L1,
                   PlaceTexts::tr("\"%1\" is %2 km outside %3.")
                       .arg(place.id)
                       .arg(std::lround(*outside))
                       .arg(place.country.toString()),
                   isShown ? slipHint(place, kilometresOutside) : QString());
    }
}

} // namespace dateline::readers
