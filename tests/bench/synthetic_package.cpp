// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_package.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

#include "csv_file.h"
#include "synthetic_text.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

constexpr std::uint32_t sourceCount = 200;
constexpr std::size_t regionsPerCountry = 3;

/// The format allows as many rows of places as of events; real packages name far fewer.
std::size_t citiesFor(std::uint32_t events)
{
    return std::clamp<std::size_t>(events / syntheticCountries / 20, 6, 1000);
}

std::string text(std::string_view prefix, std::size_t number)
{
    return std::string(prefix) + std::to_string(number);
}

std::string degrees(std::int32_t thousandths)
{
    const std::string digits = std::to_string(1000 + std::abs(thousandths) % 1000);
    return (thousandths < 0 ? "-" : "") + std::to_string(std::abs(thousandths) / 1000) + '.'
        + digits.substr(1);
}

std::string placeId(std::string_view sort, std::size_t country, std::size_t number)
{
    std::string code(syntheticCountryList()[country].code);
    for (char &letter : code)
        letter = char(letter - 'A' + 'a');
    return std::string(sort) + code + '-' + std::to_string(number);
}

std::string actorId(std::size_t claimant)
{
    return text(claimant < syntheticAuthorities ? "ministry-" : "society-", claimant);
}

std::string actorName(std::size_t claimant)
{
    return text(claimant < syntheticAuthorities ? "Ministry " : "Society ", claimant);
}

void writeActors(const std::filesystem::path &folder)
{
    CsvFile file(folder / "actors.csv", "id,name,native_name,kind,country");
    for (std::size_t i = 0; i < syntheticClaimants; ++i) {
        const bool isAuthority = i < syntheticAuthorities;
        file.row({actorId(i), actorName(i),
                  i % 4 == 1       ? text("协会", i)
                      : i % 4 == 2 ? text("جمعية ", i)
                                   : std::string(),
                  isAuthority      ? "government"
                      : i % 2 == 0 ? "ngo"
                                   : "media",
                  syntheticCountryList()[i].code});
    }
    for (std::size_t i = 0; i < syntheticBureaus; ++i)
        file.row({text("bureau-", i), text("Bureau ", i), "", "company", ""});
    file.close();
}

void writeSources(const std::filesystem::path &folder)
{
    CsvFile file(folder / "sources.csv",
                 "id,title,publisher,published,url,archived_url,language,kind,origin");
    for (std::size_t i = 0; i < sourceCount; ++i) {
        // Every tenth repeats the one before it.
        const std::string origin = i % 10 == 9 ? text("source-", i - 1) : std::string();
        file.row({text("source-", i), text("Yearbook ", i), actorId(i % syntheticClaimants),
                  std::to_string(2015 + i % 10), text("https://example.org/yearbook/", i), "", "en",
                  "report", origin});
    }
    file.close();
}

void writePlaces(const std::filesystem::path &folder, const SyntheticEvents &events,
                 std::size_t citiesPerCountry)
{
    CsvFile file(folder / "places.csv", "id,name,native_name,country,lat,lon,precision");
    for (std::size_t country = 0; country < syntheticCountries; ++country) {
        const std::string_view code = syntheticCountryList()[country].code;
        for (std::size_t i = 0; i < citiesPerCountry; ++i) {
            const SyntheticCity &city = events.city(country, i);
            const std::string native = i % 5 == 1 ? text("镇", i)
                : i % 5 == 2                      ? text("مدينة ", i)
                                                  : std::string();
            file.row({placeId("city-", country, i), text("Town ", i), native, code,
                      degrees(city.latitude), degrees(city.longitude), "city"});
        }
        for (std::size_t i = 0; i < regionsPerCountry; ++i)
            file.row(
                {placeId("region-", country, i), text("Region ", i), "", code, "", "", "region"});
        file.row({placeId("country-", country, 0), "", "", code, "", "", "country"});
    }
    file.close();
}

std::string placeOf(const SyntheticEvent &event, SyntheticRandom &random)
{
    if (event.located == SyntheticPlace::Nowhere)
        return {};
    if (event.located == SyntheticPlace::Point)
        return placeId("city-", event.country, event.city);
    return random.chance(60) ? placeId("country-", event.country, 0)
                             : placeId("region-", event.country, random.below(regionsPerCountry));
}

std::string tagsOf(const SyntheticEvent &event, SyntheticRandom &random)
{
    std::string tags;
    for (std::uint32_t i = 0, count = random.below(4); i < count; ++i) {
        if (i > 0)
            tags += ';';
        tags += syntheticTagNames[(event.tag + i) % syntheticTags];
    }
    return tags;
}

/// What the first claim says, by SyntheticEvent::standing, and what answers it, if anything does.
struct Stances
{
    std::string_view first;
    std::string_view verb;
    std::string_view reply;
    std::string_view replyVerb;
};
constexpr std::array<Stances, syntheticStandings> stancesOf{{
    {"asserts", " stated it in its yearbook.", "", ""},
    {"confirms", " confirmed it from its own records.", "", ""},
    {"asserts", " stated it in its yearbook.", "denies", " stated that it did not take place."},
    {"asserts", " stated it in its yearbook.", "disputes",
     " gave another account of a part of it."},
    {"closes", " stated that it has ended.", "", ""},
    {"clears", " stated that its inquiry ended without findings.", "", ""},
}};

/// events.csv, claims.csv and relations.csv, which are written side by side.
class EventTables
{
public:
    explicit EventTables(const std::filesystem::path &folder)
        : m_events(folder / "events.csv",
                   "id,kind,title,summary,date,place,count,bureau,tags,"
                   "confidence,updated")
        , m_claims(folder / "claims.csv",
                   "id,event,actor,stance,said,text,source,responds_to,"
                   "claimed_date")
        , m_relations(folder / "relations.csv", "from,to,kind")
    {}

    void add(std::uint32_t number, const SyntheticEvent &event, SyntheticRandom &random)
    {
        const std::string id = text("event-", number);
        const std::string actor = actorId(event.claimant);
        m_events.row(
            {id, syntheticKindNames[event.kind], syntheticTitle(event, random),
             "According to " + actorName(event.claimant) + ", who recorded it in a yearbook.",
             syntheticDate(event, random), placeOf(event, random),
             random.chance(10) ? std::to_string(2 + random.below(8)) : std::string(),
             random.chance(60) ? text("bureau-", event.bureau) : std::string(),
             tagsOf(event, random), random.chance(80) ? "high" : "medium", "2025-06-01"});
        addClaims(id, event, actor, random);
        if (number > 0 && random.chance(2))
            m_relations.row({id, text("event-", random.below(number)), "part-of"});
    }

    void close()
    {
        m_events.close();
        m_claims.close();
        m_relations.close();
    }

private:
    void addClaims(const std::string &event, const SyntheticEvent &about, const std::string &actor,
                   SyntheticRandom &random)
    {
        const Stances &stances = stancesOf[about.standing];
        const std::string first = event + "-c1";
        m_claims.row({first, event, actor, stances.first, syntheticDay(about, 1),
                      actorName(about.claimant) + std::string(stances.verb), source(random), "",
                      ""});
        const std::size_t replier
            = (about.claimant + 1 + random.below(syntheticClaimants - 1)) % syntheticClaimants;
        const std::string other = actorId(replier);
        if (!stances.reply.empty()) {
            m_claims.row({event + "-c2", event, other, stances.reply, syntheticDay(about, 9),
                          actorName(replier) + std::string(stances.replyVerb), source(random),
                          first, ""});
        } else if (about.standing == 0 && random.chance(15)) {
            m_claims.row({event + "-c2", event, other, stances.first, syntheticDay(about, 5),
                          actorName(replier) + std::string(stances.verb), source(random), "",
                          syntheticDay(about, 0)});
        }
    }

    static std::string source(SyntheticRandom &random)
    {
        return text("source-", random.below(sourceCount));
    }

    CsvFile m_events;
    CsvFile m_claims;
    CsvFile m_relations;
};

QJsonArray kindList()
{
    constexpr std::array shapes{"circle", "square", "diamond", "triangle-up",
                                "star",   "cross",  "hexagon", "chevron"};
    constexpr std::array colours{"#0072B2", "#D55E00", "#009E73", "#CC79A7",
                                 "#56B4E9", "#E69F00", "#7F3C8D", "#5F5F5F"};
    QJsonArray kinds;
    for (std::size_t i = 0; i < syntheticKinds; ++i) {
        const QString name = QString::fromUtf8(syntheticKindNames[i].data());
        const QString label = name.left(1).toUpper() + name.mid(1);
        kinds.append(QJsonObject{{u"name"_s, name},
                                 {u"label"_s, label},
                                 {u"plural"_s, label + u's'},
                                 {u"shape"_s, QString::fromUtf8(shapes[i])},
                                 {u"colour"_s, QString::fromUtf8(colours[i])},
                                 {u"definition"_s, u"A made-up "_s + name}});
    }
    return kinds;
}

/// The tables' schemas are those of the sample package, as the format asks.
void writeDescription(const std::filesystem::path &folder, std::uint32_t events, std::uint64_t seed)
{
    QFile sample(QStringLiteral(DATELINE_SOURCE_DIR) + u"/data/samples/comets/datapackage.json"_s);
    if (!sample.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read data/samples/comets/datapackage.json");
    QJsonObject root = QJsonDocument::fromJson(sample.readAll()).object();
    QJsonArray resources;
    for (const QJsonValue resource : root[u"resources"].toArray()) {
        const QString name = resource[u"name"].toString();
        if (name != u"totals" && name != u"stories" && name != u"steps")
            resources.append(resource);
    }
    root[u"resources"] = resources;
    root[u"name"] = u"synthetic-%1"_s.arg(events);
    root[u"title"] = u"%1 synthetic events"_s.arg(events);
    root[u"description"]
        = u"Made-up events to measure and test with, seed %1. Nothing here happened."_s.arg(seed);
    root[u"dateline"] = QJsonObject{{u"format"_s, 1}, {u"kinds"_s, kindList()}};
    QFile file(folder / "datapackage.json");
    const QByteArray json = QJsonDocument(root).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        throw std::runtime_error("cannot write datapackage.json");
}

} // namespace

void writeSyntheticPackage(const std::filesystem::path &folder, std::uint32_t events,
                           std::uint64_t seed)
{
    std::filesystem::create_directories(folder);
    SyntheticEvents stream(seed, citiesFor(events));
    writeDescription(folder, events, seed);
    writeActors(folder);
    writeSources(folder);
    writePlaces(folder, stream, citiesFor(events));
    EventTables tables(folder);
    for (std::uint32_t i = 0; i < events; ++i) {
        const SyntheticEvent event = stream.next();
        tables.add(i, event, stream.random());
    }
    tables.close();
}

} // namespace dateline::tests
