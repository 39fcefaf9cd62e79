// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf.h>
#include <symbology/event_symbol.h>
#include <symbology/theme_colours.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace symbology;
using events::Standing;
using workspace::Theme;

class EventSymbolTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFillTellsTheStanding();
    void aKindIsSolid();
    void aStandingHasTheBarOfItsDenial();
    void anEventIsItsKindAndWhatIsSaidOfIt();
    void uncertainDates_data();
    void uncertainDates();
};

void EventSymbolTest::theFillTellsTheStanding()
{
    QCOMPARE(fillOf(Standing::OfficiallyConfirmed), Fill::Solid);
    QCOMPARE(fillOf(Standing::SeveralOrigins), Fill::Half);
    QCOMPARE(fillOf(Standing::Disputed), Fill::Half);
    QCOMPARE(fillOf(Standing::SingleClaim), Fill::Ring);
    QCOMPARE(fillOf(Standing::Denied), Fill::Ring);
    QCOMPARE(fillOf(Standing::Closed), Fill::Dot);
    QCOMPARE(fillOf(Standing::ConcludedWithoutFinding), Fill::Target);
}

void EventSymbolTest::aKindIsSolid()
{
    events::Kind kind;
    kind.shape = events::Shape::Chevron;
    kind.colour = 0x0072B2;
    const EventSymbol expected{.shape = events::Shape::Chevron, .colour = QColor(0, 0x72, 0xB2)};
    QCOMPARE(symbolOf(kind, Theme::Paper), expected);
    QCOMPARE(symbolOf(kind, Theme::Night).colour, colourOfKind(kind.colour, Theme::Night));
}

void EventSymbolTest::aStandingHasTheBarOfItsDenial()
{
    QVERIFY(symbolOf(Standing::Denied, Qt::black).denied);
    QVERIFY(symbolOf(Standing::Disputed, Qt::black).denied);
    QVERIFY(!symbolOf(Standing::SeveralOrigins, Qt::black).denied);
    QCOMPARE(symbolOf(Standing::Closed, Qt::red).colour, QColor(Qt::red));
    QCOMPARE(symbolOf(Standing::Closed, Qt::red).shape, events::Shape::Circle);
}

void EventSymbolTest::anEventIsItsKindAndWhatIsSaidOfIt()
{
    const auto dataset = sampleDataset();
    const auto symbol = [&dataset](QStringView id) {
        return symbolOf(*dataset, dataset->eventRow(id).value(), Theme::Paper);
    };
    const QColor opening = colourOfKind(dataset->kinds()[0].colour, Theme::Paper);
    const EventSymbol genoa{.colour = opening, .fill = Fill::Ring, .denied = true};
    QCOMPARE(symbol(u"genoa"), genoa);
    const EventSymbol apia{.colour = opening, .fill = Fill::Dot, .uncertain = true};
    QCOMPARE(symbol(u"apia"), apia);
    QCOMPARE(symbol(u"genoa-two").fill, Fill::Half);
    QVERIFY(!symbol(u"genoa-two").denied);
    QCOMPARE(symbol(u"visit-open").shape, events::Shape::Square);
    QCOMPARE(symbol(u"visit-open").fill, Fill::Solid);
    QVERIFY(symbol(u"visit-undated").uncertain);
    QVERIFY(symbol(u"nowhere").uncertain);
    QCOMPARE(symbol(u"inquiry").fill, Fill::Target);
}

void EventSymbolTest::uncertainDates_data()
{
    QTest::addColumn<bool>("uncertain");
    for (const char *date : {"2018-07~", "2018?", "2018%", "2019-1X", "201X", "2018-XX", "2018-?07",
                             "2018/2019~", "2018-05?/..", "[2016,2017~]", "1X23/2019"})
        QTest::addRow("%s", date) << true;
    for (const char *date :
         {"2016", "2016-05", "2016-05-12", "2015/2019", "../2019", "2016/..", "2015/", "/2015",
          "2021-12-05T10:00Z", "2022-23", "[2016,2017]", "{1960,1961}", "Y17000", "-0044"})
        QTest::addRow("%s", date) << false;
}

void EventSymbolTest::uncertainDates()
{
    QFETCH(const bool, uncertain);
    const std::string_view text = QTest::currentDataTag();
    QCOMPARE(isDateUncertain(text), uncertain);
    const std::optional<events::Edtf> date
        = events::Edtf::parse(QString::fromUtf8(text.data(), qsizetype(text.size())));
    QVERIFY(date);
    if (date->isApproximate() || date->isUncertain())
        QVERIFY(uncertain);
    QVERIFY(isDateUncertain({}));
}

DATELINE_TEST(event_symbol, EventSymbolTest)

} // namespace dateline::tests

#include "tst_event_symbol.moc"
