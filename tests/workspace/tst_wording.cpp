// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/own_language.h>
#include <workspace/wording.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

using namespace tests;

class WordingTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void datesAreSaidAsTheyAreKnown_data();
    void datesAreSaidAsTheyAreKnown();
    void noYearIsSaidAsADay();
    void spans_data();
    void spans();
    void countryNamesFollowTheLanguage();
    void everyAnnouncementNamesItsClaimant();
    void aDenialIsAlwaysSaid();
    void placesSayTheirPrecision();
    void theFilterInOneSentence();
    void theLedgerAddsUp();
};

void WordingTest::datesAreSaidAsTheyAreKnown_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("phrase");
    const auto row = [](const char *edtf, const QString &phrase) {
        QTest::newRow(edtf) << QString::fromLatin1(edtf) << phrase;
    };
    row("2022-12-05", u"5 December 2022"_s);
    row("2022-12-05T10:00Z", u"5 December 2022, 10:00 UTC"_s);
    row("2016-05", u"May 2016"_s);
    row("2016", u"2016"_s);
    row("2015/2019", u"2015 – 2019"_s);
    row("2016-05-02/2016-05-13", u"2 May 2016 – 13 May 2016"_s);
    row("2018-07~", u"about July 2018"_s);
    row("2018-07?", u"July 2018 (uncertain)"_s);
    row("2018-07%", u"about July 2018 (uncertain)"_s);
    row("2016/..", u"from 2016, no end stated"_s);
    row("2016/", u"from 2016, end unknown"_s);
    row("../2019", u"until 2019, no beginning stated"_s);
    row("/2019", u"until 2019, beginning unknown"_s);
    row("2022-1X", u"some time in 1 October 2022 – 31 December 2022"_s);
    row("2022-22", u"summer 2022"_s);
    row("-0043-03-15", u"15 March 44 BC"_s);
    row("", u"date unknown"_s);
}

void WordingTest::datesAreSaidAsTheyAreKnown()
{
    QFETCH(const QString, edtf);
    QFETCH(const QString, phrase);
    QCOMPARE(datePhrase(events::Edtf::parse(edtf)), phrase);
}

void WordingTest::noYearIsSaidAsADay()
{
    for (const QString &edtf : {u"2016"_s, u"2016~"_s, u"2016/2018"_s, u"201X"_s, u"2016/.."_s})
        QVERIFY(!datePhrase(events::Edtf::parse(edtf)).contains(u"January"));
}

void WordingTest::spans_data()
{
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("phrase");
    QTest::newRow("year") << u"2016"_s << u"2016"_s;
    QTest::newRow("years") << u"2015/2019"_s << u"2015 – 2019"_s;
    QTest::newRow("day") << u"2016-02-29"_s << u"29 February 2016"_s;
    QTest::newRow("days") << u"2016-02-28/2016-03-01"_s << u"28 February 2016 – 1 March 2016"_s;
    QTest::newRow("until") << u"/2016-02-28"_s << u"until 28 February 2016"_s;
    QTest::newRow("from") << u"2016-02-28/"_s << u"from 28 February 2016"_s;
}

void WordingTest::spans()
{
    QFETCH(const QString, edtf);
    QFETCH(const QString, phrase);
    const events::FuzzyInterval bounds = events::Edtf::parse(edtf)->bounds();
    QCOMPARE(spanPhrase({bounds.earliestStart, bounds.latestEnd}), phrase);
}

void WordingTest::countryNamesFollowTheLanguage()
{
    const events::CountryCode code = *events::CountryCode::fromString(u"NL");
    QCOMPARE(countryName(code), u"Netherlands"_s);
    QCOMPARE(countryName(code, QLocale(QLocale::German)), u"Niederlande"_s);
    QCOMPARE(countryName(code, QLocale(QLocale::Chinese)), u"荷兰"_s);
    QVERIFY(!countryName({}).isEmpty());
    const auto own = [](const QString &region) {
        return ownCountryName(*events::CountryCode::fromString(region));
    };
    QCOMPARE(own(u"NL"_s), u"Nederland"_s);
    QCOMPARE(own(u"CN"_s), u"中国"_s);
    QCOMPARE(own(u"EG"_s), u"مصر"_s);
    QCOMPARE(own(u"US"_s), u"United States"_s);
    QCOMPARE(ownCountryName({}), countryName({}));
    QCOMPARE(ownLanguage(code), QByteArray("nl-Latn-NL"));
    QCOMPARE(ownLanguage({}), QByteArray());
}

void WordingTest::everyAnnouncementNamesItsClaimant()
{
    const auto dataset = sampleDataset();
    for (events::Row row = 0; row < dataset->size(); ++row) {
        const QString said = announcement(*dataset, row);
        QVERIFY2(said.contains(u"according to society"), qPrintable(said));
        QVERIFY(said.contains(placePhrase(*dataset, row)));
        QVERIFY(said.contains(datePhrase(dataset->event(row).date)));
    }
    DatasetBuilder builder;
    builder.event(u"orphan"_s, builder.kind(u"k"_s), u"2016"_s);
    QCOMPARE(attribution(*builder.build(), 0), u"claimant not stated"_s);
}

void WordingTest::aDenialIsAlwaysSaid()
{
    const auto dataset = sampleDataset();
    int denials = 0;
    for (events::Row row = 0; row < dataset->size(); ++row) {
        const bool denied = dataset->columns().isDenied(row);
        denials += denied ? 1 : 0;
        QCOMPARE(attribution(*dataset, row).contains(u"denied by ministry"), denied);
    }
    QCOMPARE(denials, 1);
}

void WordingTest::placesSayTheirPrecision()
{
    const auto dataset = sampleDataset();
    const auto phrase
        = [&](QStringView id) { return placePhrase(*dataset, *dataset->eventRow(id)); };
    QCOMPARE(phrase(u"genoa"), u"Genoa, Italy (city)"_s);
    QCOMPARE(phrase(u"france"), u"France (country; place within it not stated)"_s);
    QCOMPARE(phrase(u"nowhere"), u"place not stated"_s);
}

void WordingTest::theFilterInOneSentence()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    QCOMPARE(filterSentence(workspace), u"12 of 12 events, 1 not on the map"_s);
    workspace.change([](ViewState &next) {
        next.filters.choose(query::Facet::Claimant, {u"ministry"_s});
        next.filters.choose(query::Facet::Country, {u"IT"_s});
        const events::FuzzyInterval years = events::Edtf::parse(u"2016/2018")->bounds();
        next.filters.windows = {{years.earliestStart, years.latestEnd}};
    });
    QCOMPARE(filterSentence(workspace),
             u"2 of 12 events, in Italy, claims by ministry, 2016 – 2018"_s);
}

void WordingTest::theLedgerAddsUp()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    QCOMPARE(ledgerSentence(workspace),
             u"lamps: 5 in cities + 3 by country only + 1 not on the map = 9"_s);
    QCOMPARE(tallyPhrase({31, 40}), u"31 certain, up to 40 possible"_s);
    QCOMPARE(tallyPhrase({31, 31}), u"31"_s);
}

} // namespace dateline::workspace

DATELINE_TEST(wording, dateline::workspace::WordingTest)

#include "tst_wording.moc"
