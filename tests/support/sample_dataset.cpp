// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/sample_dataset.h>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace events;

DatasetBuilder::DatasetBuilder()
{
    m_tables.info.name = u"lighthouses"_s;
    m_tables.info.title = u"Lighthouses"_s;
    m_tables.info.version = u"1.0.0"_s;
    m_tables.info.licence = u"CC-BY-4.0"_s;
}

Row DatasetBuilder::actor(const QString &id, ActorKind kind, const QString &country)
{
    Actor actor;
    actor.id = id;
    actor.name = id;
    actor.kind = kind;
    actor.country = CountryCode::fromString(country).value_or(CountryCode());
    m_tables.actors.push_back(actor);
    return Row(m_tables.actors.size() - 1);
}

Row DatasetBuilder::source(const QString &id, Row publisher, std::optional<Row> origin)
{
    Source source;
    source.id = id;
    source.title = u"Page "_s + id;
    source.publisher = publisher;
    source.published = Edtf::parse(u"2020-06-01");
    source.url = QUrl(u"https://example.org/"_s + id);
    source.language = u"en"_s;
    source.origin = origin;
    m_tables.sources.push_back(source);
    return Row(m_tables.sources.size() - 1);
}

Row DatasetBuilder::city(const QString &id, const QString &country, double latitude,
                         double longitude)
{
    Place place;
    place.id = id;
    place.name = id;
    place.country = CountryCode::fromString(country).value_or(CountryCode());
    place.latitude = latitude;
    place.longitude = longitude;
    place.precision = PlacePrecision::City;
    m_tables.places.push_back(place);
    return Row(m_tables.places.size() - 1);
}

Row DatasetBuilder::country(const QString &code)
{
    Place place;
    place.id = code;
    place.name = code;
    place.country = CountryCode::fromString(code).value_or(CountryCode());
    place.precision = PlacePrecision::Country;
    m_tables.places.push_back(place);
    return Row(m_tables.places.size() - 1);
}

std::uint16_t DatasetBuilder::kind(const QString &name, Shape shape)
{
    constexpr std::uint32_t colours[] = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7};
    Kind kind;
    kind.name = name;
    kind.label = name;
    kind.plural = name + u's';
    kind.definition = name;
    kind.shape = shape;
    kind.colour = colours[m_tables.kinds.size() % std::size(colours)];
    m_tables.kinds.push_back(kind);
    return std::uint16_t(m_tables.kinds.size() - 1);
}

Row DatasetBuilder::event(const QString &id, std::uint16_t kind, const QString &date,
                          std::optional<Row> place, std::uint32_t count)
{
    Event event;
    event.id = id;
    event.kind = kind;
    event.title = id;
    event.date = Edtf::parse(date);
    event.place = place;
    event.count = count;
    m_events.push_back(event);
    return Row(m_events.size() - 1);
}

Row DatasetBuilder::claim(Row event, Row actor, Row source, Stance stance,
                          std::optional<Row> respondsTo)
{
    Claim claim;
    claim.id = u"claim-%1"_s.arg(m_tables.claims.size());
    claim.event = event;
    claim.actor = actor;
    claim.source = source;
    claim.stance = stance;
    claim.said = Edtf::parse(u"2020-06-01");
    claim.text = u"The actor spoke."_s;
    claim.respondsTo = respondsTo;
    m_tables.claims.push_back(claim);
    return Row(m_tables.claims.size() - 1);
}

void DatasetBuilder::claimedEvents(int count)
{
    const std::uint16_t opening = kind(u"opening"_s);
    const Row keepers = actor(u"keepers"_s);
    const Row log = source(u"log"_s, keepers);
    for (int i = 0; i < count; ++i)
        claim(event(u"event-%1"_s.arg(i), opening, u"2020"_s), keepers, log);
}

DatasetTables DatasetBuilder::wholeTables() const
{
    DatasetTables tables = m_tables;
    for (const Event &event : m_events)
        tables.events.append(event);
    return tables;
}

std::shared_ptr<const Dataset> DatasetBuilder::build() const
{
    return Dataset::build(wholeTables());
}

namespace {

StoryStep step(int order, const QString &heading, const QByteArray &filters)
{
    StoryStep step;
    step.order = order;
    step.heading = heading;
    step.text = u"**%1**, according to the keepers."_s.arg(heading);
    step.notes = u"Pause here."_s;
    step.question = u"Who says so?"_s;
    step.view = R"({"format":"dateline-view/1","filters":)" + filters + '}';
    return step;
}

void addTotals(DatasetTables &tables, Row actor, Row source)
{
    for (const auto &[id, stated] : {std::pair(u"first"_s, 5U), std::pair(u"second"_s, 9U)}) {
        Total total;
        total.id = id;
        total.actor = actor;
        total.source = source;
        total.asOf = Edtf::parse(stated == 5 ? u"2016-01-01" : u"2019-12-31");
        total.stated = stated;
        tables.totals.push_back(total);
    }
}

} // namespace

std::shared_ptr<const Dataset> sampleDataset()
{
    DatasetBuilder b;
    const std::uint16_t opening = b.kind(u"opening"_s);
    const std::uint16_t visit = b.kind(u"visit"_s, Shape::Square);
    const std::uint16_t inquiry = b.kind(u"inquiry"_s, Shape::Diamond);
    b.tables().info.countedKind = opening;
    b.tables().info.countedPlural = u"lamps"_s;
    b.tables().info.inquiryKind = inquiry;
    b.tables().info.caveats.push_back({u"Two lists"_s, u"The lists differ."_s, {u"genoa"_s}});
    const Row society = b.actor(u"society"_s);
    const Row paper = b.actor(u"paper"_s, ActorKind::Media, u"IT"_s);
    const Row ministry = b.actor(u"ministry"_s, ActorKind::Government, u"IT"_s);
    const Row report = b.source(u"report"_s, society);
    const Row article = b.source(u"article"_s, paper);
    const Row repeat = b.source(u"repeat"_s, paper, report);
    const Row statement = b.source(u"statement"_s, ministry);
    const Row genoa = b.city(u"Genoa"_s, u"IT"_s, 44.4056, 8.9463);
    const Row suva = b.city(u"Suva"_s, u"FJ"_s, -18.1416, 178.4419);
    const Row apia = b.city(u"Apia"_s, u"WS"_s, -13.8333, -171.7667);
    const Row france = b.country(u"FR"_s);

    const auto stated = [&](Row event) { return b.claim(event, society, report); };
    const Row denied = b.event(u"genoa"_s, opening, u"2016-05-12"_s, genoa, 2);
    b.claim(denied, ministry, statement, Stance::Denies, stated(denied));
    const Row several = b.event(u"genoa-two"_s, opening, u"2016-05"_s, genoa);
    stated(several);
    b.claim(several, paper, article);
    const Row repeated = b.event(u"suva"_s, opening, u"2017"_s, suva);
    stated(repeated);
    b.claim(repeated, paper, repeat);
    const Row closed = b.event(u"apia"_s, opening, u"2018-07~"_s, apia);
    b.claim(closed, ministry, statement, Stance::Closes, stated(closed));
    stated(b.event(u"france"_s, opening, u"2019/2020"_s, france, 3));
    stated(b.event(u"nowhere"_s, opening, u"2019-1X"_s, {}, 1));
    const Row confirmed = b.event(u"visit-open"_s, visit, u"2018-03-04/.."_s, genoa);
    b.claim(confirmed, ministry, statement, Stance::Confirms, stated(confirmed));
    const Row disputed = b.event(u"visit-unknown"_s, visit, u"2015/"_s, suva);
    b.claim(disputed, paper, article, Stance::Disputes, stated(disputed));
    stated(b.event(u"visit-undated"_s, visit, u""_s, genoa));
    const Row cleared = b.event(u"inquiry"_s, inquiry, u"2020-02-29"_s, france);
    b.claim(cleared, ministry, statement, Stance::Clears, stated(cleared));
    stated(b.event(u"inquiry-instant"_s, inquiry, u"2021-12-05T10:00Z"_s, genoa));
    stated(b.event(u"last"_s, inquiry, u"2022-12-31"_s, suva));
    b.tables().relations.push_back({cleared, denied, RelationKind::Answers});
    addTotals(b.tables(), society, report);
    b.tables().stories.push_back(
        {u"growth"_s,
         u"From 5 to 9"_s,
         u"class"_s,
         {step(1, u"First"_s, R"({"kinds":["opening"]})"),
          step(2, u"Second"_s, R"({"countries":["IT"]})"), step(3, u"Third"_s, R"({})")}});
    return b.build();
}

} // namespace dateline::tests
