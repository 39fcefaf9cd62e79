// SPDX-License-Identifier: GPL-3.0-or-later
// The small values: TextColumn, EventTexts, SharedText, OptionalEdtf, CountryCode, Kind's shapes,
// Mercator, Morton codes and packed points.
#include <events/country_code.h>
#include <events/event_texts.h>
#include <events/kind.h>
#include <events/optional_edtf.h>
#include <events/position_column.h>
#include <events/shared_text.h>
#include <events/text_column.h>
#include <events/web_mercator.h>

#include <support/test_main.h>

#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <deque>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace dateline::events;
using namespace dateline::tests;

/// Values without a table of their own.
class ValuesTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void textColumn();
    void textColumnReordered();
    void eventTexts();
    void sharedText();
    void optionalEdtf();
    void countryCode();
    void countryOrdinals();
    void shapes();
    void mercatorKnownPoints();
    void mercatorRoundTrip();
    void mortonCellsAreRuns();
    void packedPoints();
};

void ValuesTest::textColumn()
{
    TextColumn column;
    QCOMPARE(column.size(), 0U);
    for (const char *text : {"Lamp", "", "Höhe", "警察"})
        column.append(text);
    QCOMPARE(column.size(), 4U);
    QCOMPARE(column.at(0), u"Lamp"_s);
    QCOMPARE(column.at(1), QString());
    QVERIFY(column.utf8(1).empty());
    QCOMPARE(column.at(2), u"Höhe"_s);
    QCOMPARE(column.at(3), u"警察"_s);
    QVERIFY(column.utf8(3) == std::string_view("警察"));
}

void ValuesTest::textColumnReordered()
{
    TextColumn column;
    for (const char *text : {"a", "", "ccc"})
        column.append(text);
    const TextColumn reordered = column.reordered({2, 0, 1, 2});
    QCOMPARE(reordered.size(), 4U);
    QCOMPARE(reordered.at(0), u"ccc"_s);
    QCOMPARE(reordered.at(1), u"a"_s);
    QCOMPARE(reordered.at(2), QString());
    QCOMPARE(reordered.at(3), u"ccc"_s);
}

void ValuesTest::eventTexts()
{
    // Sizes at which one takes a byte more, and texts that end in what a size may look like.
    const std::vector<std::size_t> sizes{0, 1, 127, 128, 16'383, 16'384, 2'097'151, 2'097'152};
    std::vector<EventTexts::Texts> written;
    std::deque<std::string> texts;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        EventTexts::Texts &event = written.emplace_back();
        for (std::size_t text = 0; text < event.size(); ++text) {
            const std::size_t size = sizes[(i + 3 * text) % sizes.size()];
            event[text] = texts.emplace_back(size, char('\x80' + int(i + text)));
        }
    }
    EventTexts column;
    QCOMPARE(column.size(), 0U);
    for (const EventTexts::Texts &event : written) {
        column.append(event);
        column.reserve(written.size());
    }
    const auto compare = [&](const std::vector<std::uint32_t> &order) {
        QCOMPARE(column.size(), order.size());
        for (std::size_t row = 0; row < order.size(); ++row) {
            column.fetchAt(row);
            for (std::size_t text = 0; text < eventTextCount; ++text) {
                QVERIFY(column.utf8(row, EventText(text)) == written[order[row]][text]);
            }
        }
    };
    std::vector<std::uint32_t> order(written.size());
    std::iota(order.begin(), order.end(), 0U);
    compare(order);
    const std::vector<std::uint32_t> other{7, 0, 3, 3, 1};
    column.reorder(other);
    compare(other);
    column.append({"2016", "", "a;b", "Höhe", "警察"});
    QCOMPARE(column.at(5, EventText::Date), u"2016"_s);
    QCOMPARE(column.at(5, EventText::Updated), QString());
    QCOMPARE(column.at(5, EventText::Tags), u"a;b"_s);
    QCOMPARE(column.at(5, EventText::Title), u"Höhe"_s);
    QCOMPARE(column.at(5, EventText::Summary), u"警察"_s);
}

void ValuesTest::optionalEdtf()
{
    static_assert(sizeof(OptionalEdtf) == sizeof(Edtf));
    OptionalEdtf date;
    QVERIFY(!date && !date.has_value() && date.get() == nullptr);
    QCOMPARE(date.toOptional(), std::nullopt);
    QVERIFY(date == OptionalEdtf());
    date = Edtf::parse(u"2016-05");
    QVERIFY(date && date->text() == u"2016-05"_s && date.get() == &*date);
    QCOMPARE(date.toOptional(), Edtf::parse(u"2016-05"));
    QVERIFY(date != OptionalEdtf() && date == OptionalEdtf(Edtf::parse(u"2016-05")));
    QVERIFY(date != OptionalEdtf(Edtf::parse(u"2017")));
    const OptionalEdtf moved = std::move(date);
    QVERIFY(moved.has_value());
    date = moved;
    date = Edtf::parse(u"no date");
    QVERIFY(!date && moved.has_value());
    date = moved;
    date.reset();
    QVERIFY(!date);
}

/// Texts outlive their pool, short ones and one that is longer than a block.
void ValuesTest::sharedText()
{
    const QString lamp = u"Lámpara 灯"_s;
    const QString sea = QString(100'000, u'~');
    std::vector<SharedText> texts;
    {
        TextPool pool;
        for (const QString &text : {lamp, sea, QString(), lamp})
            texts.push_back(pool.add(text.toUtf8().toStdString()));
    }
    QCOMPARE(texts[0].toString(), lamp);
    QCOMPARE(texts[1].toString(), sea);
    QVERIFY(texts[2].isEmpty());
    QVERIFY(texts[2].utf8().empty());
    QVERIFY(texts[0] == texts[3]);
    QVERIFY(texts[0] == SharedText(lamp));
    QVERIFY(texts[0] == lamp);
    QVERIFY(!(texts[0] == texts[1]));
    QVERIFY(SharedText(QString()).isEmpty());
}

void ValuesTest::countryCode()
{
    const auto italy = CountryCode::fromString(u"IT");
    QVERIFY(italy);
    QCOMPARE(italy->toString(), u"IT"_s);
    QVERIFY(!italy->isNull());
    for (const QStringView wrong : {u"", u"I", u"it", u"It", u"ITA", u"I1", u"ÄÖ", u" IT"})
        QVERIFY2(!CountryCode::fromString(wrong), qPrintable(wrong.toString()));
    QVERIFY(CountryCode().isNull());
    QCOMPARE(CountryCode().toString(), QString());
    QVERIFY(CountryCode() < *italy);
    QVERIFY(*italy < *CountryCode::fromString(u"JP"));
}

void ValuesTest::countryOrdinals()
{
    std::set<std::uint16_t> seen{CountryCode().ordinal()};
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        for (char16_t second = u'A'; second <= u'Z'; ++second) {
            const QString text = QString(QChar(first)) + QChar(second);
            const auto code = CountryCode::fromString(text);
            QVERIFY(code);
            QVERIFY(code->ordinal() < CountryCode::ordinalCount);
            QVERIFY(seen.insert(code->ordinal()).second);
            QVERIFY(CountryCode::fromOrdinal(code->ordinal()) == *code);
        }
    }
    QCOMPARE(seen.size(), std::size_t(CountryCode::ordinalCount));
    QVERIFY(CountryCode::fromOrdinal(0).isNull());
    QVERIFY(CountryCode::fromOrdinal(CountryCode::ordinalCount).isNull());
}

void ValuesTest::shapes()
{
    std::set<QString> names;
    for (int i = 0; i <= int(Shape::Bar); ++i) {
        const QString name = shapeName(Shape(i));
        QVERIFY(names.insert(name).second);
        QCOMPARE(shapeFromName(name), std::optional(Shape(i)));
    }
    QVERIFY(!shapeFromName(u"heptagon"));
    QVERIFY(!shapeFromName(u""));
}

void ValuesTest::mercatorKnownPoints()
{
    QCOMPARE(toMercator(0, 0), (MercatorPoint{0.5, 0.5}));
    QCOMPARE(mercatorX(-180), 0.0);
    QCOMPARE(mercatorX(180), 1.0);
    QVERIFY(std::abs(mercatorY(mercatorLatitudeLimit)) < 1e-12);
    QVERIFY(std::abs(mercatorY(-mercatorLatitudeLimit) - 1) < 1e-12);
    QCOMPARE(mercatorY(90), 0.0);
    QCOMPARE(mercatorY(-90), 1.0);
    // Greenwich by the other form of the formula, (1 - asinh(tan φ) / π) / 2.
    const double latitude = 51.4779 * std::numbers::pi / 180;
    const double expected = (1 - std::asinh(std::tan(latitude)) / std::numbers::pi) / 2;
    QVERIFY(std::abs(mercatorY(51.4779) - expected) < 1e-12);
}

void ValuesTest::mercatorRoundTrip()
{
    for (double latitude = -85; latitude <= 85; latitude += 0.5)
        QVERIFY(std::abs(mercatorLatitude(mercatorY(latitude)) - latitude) < 1e-9);
    for (double longitude = -180; longitude <= 180; longitude += 0.5)
        QVERIFY(std::abs(mercatorLongitude(mercatorX(longitude)) - longitude) < 1e-9);
    double last = 2;
    for (double latitude = -85; latitude <= 85; latitude += 0.25) {
        QVERIFY(mercatorY(latitude) < last);
        last = mercatorY(latitude);
    }
}

void ValuesTest::mortonCellsAreRuns()
{
    QCOMPARE(mortonCode({0, 0}), 0U);
    QCOMPARE(mortonCode({1, 1}), 0xFFFFFFFFU);
    QCOMPARE(mortonCode({0.5, 0}), 0x40000000U);
    QCOMPARE(mortonCode({0, 0.5}), 0x80000000U);
    QCOMPARE(mortonCode({-1, 2}), 0xAAAAAAAAU);
    QRandomGenerator random(20160509);
    for (int i = 0; i < 2'000; ++i) {
        const MercatorPoint point{random.generateDouble(), random.generateDouble()};
        for (unsigned zoom = 1; zoom <= 16; ++zoom) {
            // The leading bits of the code are those of the cell.
            const double cells = double(1U << zoom);
            const MercatorPoint corner{std::floor(point.x * cells) / cells,
                                       std::floor(point.y * cells) / cells};
            const unsigned shift = 32U - 2U * zoom;
            QCOMPARE(mortonCode(point) >> shift, mortonCode(corner) >> shift);
            QCOMPARE(mortonCode(corner) & ((1ULL << shift) - 1ULL), 0ULL);
        }
    }
}

void ValuesTest::packedPoints()
{
    constexpr std::uint32_t last = PackedPoint::stepsInWorld - 1;
    for (const std::uint32_t x : {0U, 1U, last}) {
        for (const auto kind : std::to_array<std::uint8_t>({0, 1, 63, 64, 255})) {
            for (const bool isDenied : {false, true}) {
                const PackedPoint point = PackedPoint::of(x, last - x, kind, isDenied);
                QCOMPARE(point.stepsX(), x);
                QCOMPARE(point.stepsY(), last - x);
                QCOMPARE(point.kind(), kind);
                QCOMPARE(point.isDenied(), isDenied);
            }
        }
    }
    // 180° east and west are one meridian; the southern edge belongs to the world.
    QCOMPARE(PackedPosition::of({1, 0.5}).x, 0U);
    QCOMPARE(PackedPosition::of({0, 1}).y, last);
    QCOMPARE(PackedPosition::of({0.25, 0.75}).point(), (MercatorPoint{0.25, 0.75}));
}

DATELINE_TEST(values, ValuesTest)
#include "tst_values.moc"
