// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/random_events.h>

#include <support/sample_dataset.h>

#include <array>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace events;

std::uint64_t below(Random &random, std::uint64_t bound)
{
    return random() % bound;
}

const std::vector<Word> &words()
{
    static const std::vector<Word> list{
        {u"Église"_s, u"eglise"_s},
        {u"HARBOUR"_s, u"harbour"_s},
        {u"harbourmaster"_s, u"harbourmaster"_s},
        {u"Straße"_s, u"strasse"_s},
        {u"中文"_s, u"中文"_s},
        {u"中文灯塔"_s, u"中文灯塔"_s},
        {u"Ｌａｍｐ"_s, u"lamp"_s},
        {u"İzmir"_s, u"izmir"_s},
        {u"منارة"_s, u"منارة"_s},
        {u"naïve"_s, u"naive"_s},
        {u"Ångström"_s, u"angstrom"_s},
        {u"ΣΊΣΥΦΟΣ"_s, u"σισυφοσ"_s},
        {u"ﬁre"_s, u"fire"_s},
        {u"fi"_s, u"fi"_s},
        {u"Đà"_s, u"đa"_s},
    };
    return list;
}

namespace {

constexpr std::array kindNames{u"opening", u"visit", u"inquiry", u"never"};
constexpr std::array actorNames{u"society", u"paper", u"ministry", u"guild", u"court"};
constexpr std::array tagNames{u"storm", u"fog", u"oil", u"glass"};
constexpr std::array countryCodes{u"IT", u"FJ", u"WS", u"CN", u"AQ"};

struct City
{
    const char16_t *country;
    double latitude;
    double longitude;
};
constexpr std::array cities{
    City{u"IT", 44.4056, 8.9463},   City{u"IT", 44.4061, 8.9463}, City{u"FJ", -18.1416, 178.4419},
    City{u"FJ", -16.8, 180.0},      City{u"FJ", -16.8, -180.0},   City{u"WS", -13.8333, -171.7667},
    City{u"CN", 31.2304, 121.4737}, City{u"AQ", -90.0, 0.0},      City{u"", 90.0, 135.0},
    City{u"IT", 0.0, 0.0},          City{u"IT", 45.0, 9.0},
};

QString randomDate(Random &random, RandomDates dates)
{
    const auto year = [&random] { return QString::number(2010 + below(random, 14)); };
    const auto two = [&random](int from, std::uint64_t choices) {
        return u"%1"_s.arg(from + int(below(random, choices)), 2, 10, QChar(u'0'));
    };
    const std::uint64_t sort = below(random, 14);
    switch (dates == RandomDates::Days && sort > 0 ? 13 : sort) {
    case 0:
        return {};
    case 1:
        return year();
    case 2:
        return year() + u'-' + two(1, 12) + u'~';
    case 3:
        return year() + u'-' + two(21, 4);
    case 4:
        return u"201X"_s;
    case 5:
        return u"2010-03/"_s + year() + u"-12"_s;
    case 6:
        return u"../"_s + year();
    case 7:
        return year() + u"/.."_s;
    case 8:
        return u'/' + year();
    case 9:
        return year() + u'/';
    case 10:
        return u"-0044-03-15"_s;
    case 11:
        return year() + u'-' + two(1, 12);
    case 12:
        return year() + u"-12-05T"_s + two(0, 24) + u":00:00Z"_s;
    default:
        return year() + u'-' + two(1, 12) + u'-' + two(1, 28);
    }
}

/// Fills a dataset and the plain records side by side.
class Generator
{
public:
    Generator(Random &random, RandomDates dates)
        : m_random(random)
        , m_dates(dates)
    {
        for (const auto *name : kindNames)
            m_builder.kind(QString(name));
        for (const auto *name : actorNames) {
            m_builder.actor(QString(name),
                            name == std::u16string_view(u"ministry") ? ActorKind::Government
                                                                     : ActorKind::Ngo);
            m_builder.source(u"source-"_s + QString(name),
                             Row(m_builder.tables().actors.size() - 1));
        }
        for (std::size_t i = 0; i < cities.size(); ++i) {
            const City &city = cities[i];
            m_builder.city(u"City%1"_s.arg(i), QString(city.country), city.latitude,
                           city.longitude);
        }
        for (const auto *code : countryCodes)
            m_builder.country(QString(code));
        Place unknown;
        unknown.id = unknown.name = u"Unknown"_s;
        m_builder.tables().places.push_back(unknown);
    }

    RandomEvents events(std::size_t count)
    {
        RandomEvents result;
        result.hasCountedKind = below(m_random, 4) != 0;
        if (result.hasCountedKind) {
            m_builder.tables().info.countedKind = 0;
            result.countedKind = QString(kindNames[0]);
        }
        for (std::size_t i = 0; i < count; ++i)
            result.events.push_back(addEvent(i));
        result.dataset = m_builder.build();
        for (PlainEvent &event : result.events) {
            const Row row = *result.dataset->eventRow(event.id);
            event.standing = standingName(result.dataset->columns().standing(row));
        }
        return result;
    }

private:
    PlainEvent addEvent(std::size_t number)
    {
        PlainEvent plain;
        plain.id = u"event-%1"_s.arg(number);
        const auto kind = std::uint16_t(below(m_random, kindNames.size() - 1));
        plain.kind = QString(kindNames[kind]);
        plain.count = std::uint32_t(1 + below(m_random, 5));
        const QString date = randomDate(m_random, m_dates);
        const Row row = m_builder.event(plain.id, kind, date, placeOf(plain), plain.count);
        Event &event = m_builder.at(row);
        plain.isDated = event.date.has_value();
        if (event.date)
            plain.bounds = event.date->bounds();
        event.title = someWords(plain);
        event.summary = someWords(plain);
        if (below(m_random, 3) == 0)
            setBureau(event, plain);
        for (std::uint64_t n = below(m_random, 3); n > 0; --n)
            plain.tags.insert(QString(anyOf(tagNames, m_random)));
        event.tags = QStringList(plain.tags.begin(), plain.tags.end());
        plain.foldedWords.insert(plain.foldedWords.end(), plain.tags.begin(), plain.tags.end());
        addClaims(row, plain);
        return plain;
    }

    std::optional<Row> placeOf(PlainEvent &plain)
    {
        const std::uint64_t sort = below(m_random, 8);
        if (sort == 0)
            return std::nullopt;
        const auto unknown = Row(cities.size() + countryCodes.size());
        if (sort == 1) {
            plain.foldedWords.push_back(u"unknown"_s);
            return unknown;
        }
        if (sort == 2) {
            const auto i = below(m_random, countryCodes.size());
            plain.country = QString(countryCodes[i]);
            plain.located = Located::InCountry;
            plain.foldedWords.push_back(plain.country.toLower());
            return Row(cities.size() + i);
        }
        const auto i = below(m_random, cities.size());
        plain.country = QString(cities[i].country);
        plain.located = Located::AtPoint;
        plain.latitude = cities[i].latitude;
        plain.longitude = cities[i].longitude;
        plain.foldedWords.push_back(u"city%1"_s.arg(i));
        return Row(i);
    }

    QString someWords(PlainEvent &plain)
    {
        QStringList text;
        for (std::uint64_t n = below(m_random, 3); n > 0; --n) {
            const Word &word = anyOf(words(), m_random);
            text << word.written;
            plain.foldedWords.push_back(word.folded);
        }
        return text.join(u'\u00A0');
    }

    void setBureau(Event &event, PlainEvent &plain)
    {
        const auto actor = below(m_random, actorNames.size());
        event.bureau = Row(actor);
        plain.bureau = QString(actorNames[actor]);
        plain.foldedWords.push_back(plain.bureau);
    }

    void addClaims(Row event, PlainEvent &plain)
    {
        constexpr std::array stances{Stance::Asserts,  Stance::Asserts,  Stance::Confirms,
                                     Stance::Denies,   Stance::Disputes, Stance::Closes,
                                     Stance::Corrects, Stance::Clears};
        for (std::uint64_t n = below(m_random, 4); n > 0; --n) {
            const auto actor = below(m_random, actorNames.size());
            const Stance stance = anyOf(stances, m_random);
            const Row claim = m_builder.claim(event, Row(actor), Row(actor), stance);
            m_builder.tables().claims[claim].text = someWords(plain);
            plain.foldedWords.push_back(QString(actorNames[actor]));
            plain.claimants.insert(QString(actorNames[actor]));
        }
    }

    Random &m_random;
    RandomDates m_dates;
    DatasetBuilder m_builder;
};

} // namespace

RandomEvents randomEvents(Random &random, std::size_t count, RandomDates dates)
{
    return Generator(random, dates).events(count);
}

} // namespace dateline::tests
