// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_dataset.h"

#include <chrono>

#include "synthetic_text.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace events;

namespace {

constexpr std::array<Stance, syntheticStandings> stanceOf{Stance::Asserts, Stance::Confirms,
                                                          Stance::Denies,  Stance::Disputes,
                                                          Stance::Closes,  Stance::Clears};

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// "2019-05-03T10:22:11Z"
Edtf momentOf(std::int64_t seconds)
{
    const std::chrono::sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    const auto two = [](auto number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    const QString written = u"%1-%2-%3T%4:%5:%6Z"_s.arg(
        QString::number(int(date.year())), two(unsigned(date.month())), two(unsigned(date.day())),
        two(time.hours().count()), two(time.minutes().count()), two(time.seconds().count()));
    return *Edtf::parse(written);
}

void addActors(DatasetTables &tables)
{
    for (std::size_t i = 0; i < syntheticClaimants; ++i) {
        Actor actor;
        actor.id = actor.name = u"claimant-%1"_s.arg(i);
        actor.kind = i < syntheticAuthorities ? ActorKind::Government : ActorKind::Ngo;
        tables.actors.push_back(actor);
        Source source;
        source.id = source.title = u"source-%1"_s.arg(i);
        source.publisher = Row(i);
        tables.sources.push_back(source);
    }
    for (std::size_t i = 0; i < syntheticBureaus; ++i) {
        Actor actor;
        actor.id = actor.name = u"bureau-%1"_s.arg(i);
        tables.actors.push_back(actor);
    }
}

/// The first places are the countries, in their order.
void addCountries(DatasetTables &tables)
{
    for (const SyntheticCountry &country : syntheticCountryList()) {
        Place place;
        place.country = *CountryCode::fromString(text(country.code));
        place.precision = PlacePrecision::Country;
        tables.places.push_back(place);
    }
}

std::optional<Row> addPlace(DatasetTables &tables, const SyntheticEvent &event)
{
    if (event.located == SyntheticPlace::Nowhere)
        return std::nullopt;
    if (event.located == SyntheticPlace::Country)
        return Row(event.country);
    Place place;
    place.country = tables.places[event.country].country;
    place.precision = PlacePrecision::City;
    place.latitude = event.latitude / 1000.0;
    place.longitude = event.longitude / 1000.0;
    tables.places.push_back(place);
    return Row(tables.places.size() - 1);
}

} // namespace

DatasetTables syntheticTables(const std::vector<SyntheticEvent> &synthetic)
{
    DatasetTables tables;
    addActors(tables);
    addCountries(tables);
    for (const std::string_view name : syntheticKindNames) {
        Kind kind;
        kind.name = kind.label = kind.plural = text(name);
        tables.kinds.push_back(kind);
    }
    std::array<QStringList, syntheticTags> tags;
    for (std::size_t i = 0; i < syntheticTags; ++i)
        tags[i] = QStringList{text(syntheticTagNames[i])};
    tables.claims.reserve(synthetic.size());
    for (const SyntheticEvent &from : synthetic) {
        const auto row = Row(tables.events.size());
        Event event;
        event.id = u"event-"_s + QString::number(row);
        event.kind = from.kind;
        event.date = momentOf(from.start);
        event.place = addPlace(tables, from);
        event.bureau = Row(syntheticClaimants + from.bureau);
        event.tags = tags[from.tag];
        tables.events.append(event);
        Claim claim;
        claim.event = row;
        claim.actor = claim.source = from.claimant;
        claim.stance = stanceOf[from.standing];
        tables.claims.push_back(std::move(claim));
    }
    return tables;
}

} // namespace dateline::tests
