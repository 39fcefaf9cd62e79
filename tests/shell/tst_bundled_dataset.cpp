// SPDX-License-Identifier: GPL-3.0-or-later
#include <readers/package_reader.h>
#include <shell/dataset_loader.h>
#include <workspace/workspace.h>

#include <support/test_main.h>

#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using namespace events;

/// The rules of DESIGN that the curated dataset and its loading have to hold together.
class BundledDatasetTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWithoutAnyFault();
    void everyClaimHasClaimantSourceAndDate();
    void everyEventHasAClaim();
    void nothingBroaderThanACityIsAPoint();
    void countsAddUpInEveryFilter();
    void theStatedTotalsAreThere();
    void everyCountedEventShowsAReply();
    void everyStatementOfTheArticleIsThere_data();
    void everyStatementOfTheArticleIsThere();
    void everyStoryViewFits();

private:
    readers::ReadResult m_result;
    std::shared_ptr<const Dataset> m_dataset;
};

void BundledDatasetTest::initTestCase()
{
    m_result = readers::readPackage(shell::bundledDataset());
    m_dataset = m_result.dataset;
    QVERIFY(m_dataset);
}

void BundledDatasetTest::readsWithoutAnyFault()
{
    for (const readers::Diagnostic &diagnostic : m_result.diagnostics)
        QVERIFY2(diagnostic.severity == readers::Severity::Note,
                 qPrintable(readers::toText(diagnostic)));
    QVERIFY(m_dataset->size() >= 225);
}

void BundledDatasetTest::everyClaimHasClaimantSourceAndDate()
{
    QVERIFY(!m_dataset->claims().empty());
    for (const Claim &claim : m_dataset->claims()) {
        QVERIFY2(!m_dataset->actors().at(claim.actor).name.isEmpty(), qPrintable(claim.id));
        QVERIFY2(!m_dataset->sources().at(claim.source).title.isEmpty(), qPrintable(claim.id));
        QVERIFY2(claim.said.has_value(), qPrintable(claim.id));
        QVERIFY2(!claim.text.isEmpty(), qPrintable(claim.id));
    }
}

void BundledDatasetTest::everyEventHasAClaim()
{
    for (Row row = 0; row < m_dataset->size(); ++row)
        QVERIFY2(!m_dataset->claimsOf(row).empty(), qPrintable(m_dataset->event(row).id));
}

void BundledDatasetTest::nothingBroaderThanACityIsAPoint()
{
    for (Row row = 0; row < m_dataset->size(); ++row) {
        const std::optional<Row> place = m_dataset->event(row).place;
        const bool city = place && m_dataset->places().at(*place).precision == PlacePrecision::City;
        QCOMPARE(m_dataset->columns().located[row] == Located::AtPoint, city);
    }
}

void BundledDatasetTest::countsAddUpInEveryFilter()
{
    workspace::Workspace workspace;
    workspace.setDataset(m_dataset);
    QCOMPARE(workspace.ledger().counted, (query::LocatedSum{61, 25, 16}));
    std::uint64_t sum = 0;
    for (const QString &country : workspace.crossfilter().facet(query::Facet::Country).values()) {
        workspace.change([&country](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Country, {country});
        });
        sum += workspace.ledger().passingCounted.total();
    }
    QCOMPARE(sum, 102U);
}

void BundledDatasetTest::theStatedTotalsAreThere()
{
    std::set<std::uint32_t> stated;
    for (const Total &total : m_dataset->totals()) {
        if (total.kind == m_dataset->info().countedKind)
            stated.insert(total.stated);
    }
    QVERIFY(stated.contains(54) && stated.contains(102));
}

void BundledDatasetTest::everyCountedEventShowsAReply()
{
    std::set<CountryCode> countries;
    for (Row row = 0; row < m_dataset->size(); ++row) {
        if (m_dataset->columns().kind[row] != m_dataset->info().countedKind)
            continue;
        countries.insert(CountryCode::fromOrdinal(m_dataset->columns().country[row]));
        const auto claims = m_dataset->claimsOf(row);
        const bool replied = std::ranges::any_of(claims, [](const Claim &claim) {
            return claim.stance == Stance::Denies && claim.respondsTo;
        });
        QVERIFY2(replied, qPrintable(m_dataset->event(row).id));
    }
    countries.erase(CountryCode());
    QCOMPARE(countries.size(), 43U);
}

void BundledDatasetTest::everyStatementOfTheArticleIsThere_data()
{
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *statement, const QString &ids) {
        QTest::newRow(statement) << ids.split(u' ');
    };
    row("more than 100, worldwide",
        u"report-cnn-dec-2022 report-patrol-and-persuade "
        "agreement-series-2015-2019 statement-mps-230000"_s);
    row("48 more since the 54", u"report-110-overseas report-pp-revision-2022-12-13"_s);
    row("the ministry denies",
        u"statement-cn-cnn-2022-11 statement-cn-2022-10-26 "
        "statement-cn-2022-11-02 statement-cn-2024-12-19"_s);
    row("administrative centres", u"statement-it-prato-officials-2022 statement-cl-embassy-2022"_s);
    row("help in the pandemic", u"statement-cn-2022-11-02 statement-cn-canada-2023"_s);
    row("ties with four countries",
        u"agreement-italy-2015 agreement-croatia-2017 "
        "agreement-serbia-2019 agreement-romania-dobroesti"_s);
    row("agreements 2015-2019", u"agreement-series-2015-2019"_s);
    row("joint patrols in Italy",
        u"joint-patrol-italy-2016-rome joint-patrol-italy-2016-milan joint-patrol-italy-2017-rome "
        "joint-patrol-italy-2017-milan joint-patrol-italy-2017-naples "
        "joint-patrol-italy-2018-rome joint-patrol-italy-2018-milan"_s);
    row("eleven in Italy",
        u"station-it-rome station-it-milan station-it-florence station-it-prato "
        "station-it-venice station-it-bolzano station-it-sicily"_s);
    row("investigations in 13 countries", u"report-investigations-13 report-investigations-14"_s);
    row("Ireland", u"closure-ie-dublin-2022 station-ie-dublin"_s);
    row("the Netherlands and Spain",
        u"investigation-nl-2022 closure-nl-2022-11-01 investigation-es-2022"_s);
    row("a return from France", u"return-fr-aubervilliers-2019 station-fr-aubervilliers"_s);
    row("returns from Serbia and Spain",
        u"return-rs-belgrade-reported-2022 return-es-madrid-2020"_s);
}

void BundledDatasetTest::everyStatementOfTheArticleIsThere()
{
    QFETCH(const QStringList, ids);
    for (const QString &id : ids)
        QVERIFY2(m_dataset->eventRow(id).has_value(), qPrintable(id));
}

void BundledDatasetTest::everyStoryViewFits()
{
    QVERIFY(!m_dataset->stories().empty());
    QVERIFY(m_dataset->stories().front().steps.size() >= 6);
    for (const Story &story : m_dataset->stories()) {
        for (const StoryStep &step : story.steps) {
            if (step.view.isEmpty())
                continue;
            QString error;
            const auto view = workspace::viewStateFromJson(step.view, &error);
            QVERIFY2(view.has_value(), qPrintable(step.heading + u": "_s + error));
            for (const QString &id : view->selection)
                QVERIFY2(m_dataset->eventRow(id).has_value(), qPrintable(id));
        }
    }
}

} // namespace dateline::tests

DATELINE_TEST(bundled_dataset, dateline::tests::BundledDatasetTest)

#include "tst_bundled_dataset.moc"
