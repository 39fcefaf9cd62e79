// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/claim_thread.h>
#include <readers/package_reader.h>
#include <shell/dataset_loader.h>
#include <symbology/event_symbol.h>
#include <timeline/mark_shape.h>
#include <workspace/wording.h>
#include <workspace/workspace.h>

#include <support/test_main.h>

#include <QFile>
#include <QRegularExpression>
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
    void everyDeniedClaimShowsItsDenial();
    void noDateIsFinerThanItIsKnown();
    void noMarkIsOnAnInventedDay();
    void everyStatementOfTheArticleIsThere_data();
    void everyStatementOfTheArticleIsThere();
    void everyStoryViewFits();

private:
    [[nodiscard]] bool isAnswered(Row event) const;
    [[nodiscard]] bool isAnswer(Row event) const;

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
        QVERIFY2(!m_dataset->actors().at(claim.actor).name.isEmpty(),
                 qPrintable(claim.id.toString()));
        QVERIFY2(!m_dataset->sources().at(claim.source).title.isEmpty(),
                 qPrintable(claim.id.toString()));
        QVERIFY2(claim.said.has_value(), qPrintable(claim.id.toString()));
        QVERIFY2(!claim.text.isEmpty(), qPrintable(claim.id.toString()));
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
    for (const Place &place : m_dataset->places()) {
        QCOMPARE(place.isPoint(), place.precision == PlacePrecision::City);
        QVERIFY2(place.isPoint() || (!place.latitude && !place.longitude), qPrintable(place.id));
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
        countries.insert(CountryCode::fromOrdinal(m_dataset->columns().country(row)));
        const auto claims = m_dataset->claimsOf(row);
        const bool replied = std::ranges::any_of(claims, [](const Claim &claim) {
            return claim.stance == Stance::Denies && claim.respondsTo;
        });
        QVERIFY2(replied, qPrintable(m_dataset->event(row).id));
    }
    countries.erase(CountryCode());
    QCOMPARE(countries.size(), 43U);
}

/// A denial that is filed with another event counts like one that is filed here: the card shows
/// it below the claim, and the symbol, the standing and the attribution say it.
void BundledDatasetTest::everyDeniedClaimShowsItsDenial()
{
    const panels::ReplyIndex replies(*m_dataset);
    int denials = 0;
    for (Row row = 0; row < m_dataset->size(); ++row) {
        std::set<Row> shown;
        for (const panels::Statement &statement : panels::claimThread(*m_dataset, replies, row))
            shown.insert(statement.claims.begin(), statement.claims.end());
        const QString id = m_dataset->event(row).id;
        bool isDenied = false;
        for (Row claim = m_dataset->firstClaimOf(row);
             const Claim &own : m_dataset->claimsOf(row)) {
            QVERIFY2(shown.contains(claim), qPrintable(own.id));
            isDenied = isDenied || own.stance == Stance::Denies;
            for (const Row reply : replies.repliesTo(claim++)) {
                QVERIFY2(shown.contains(reply), qPrintable(own.id));
                isDenied = isDenied || m_dataset->claims()[reply].stance == Stance::Denies;
            }
        }
        denials += isDenied ? 1 : 0;
        QVERIFY2(symbology::symbolOf(*m_dataset, row, workspace::Theme::Paper).denied == isDenied,
                 qPrintable(id));
        const Standing standing = m_dataset->columns().standing(row);
        QVERIFY2(!isDenied || standing == Standing::Denied || standing == Standing::Disputed
                     || standing == Standing::Closed
                     || standing == Standing::ConcludedWithoutFinding,
                 qPrintable(id));
        QCOMPARE(workspace::attribution(*m_dataset, row).contains(u"denied by"_s), isDenied);
    }
    QVERIFY(denials >= 79);
}

/// The phrase of a date names a day only if the date has one, and the first of January only if
/// that is written.
void BundledDatasetTest::noDateIsFinerThanItIsKnown()
{
    std::vector<std::optional<Edtf>> dates;
    for (Row row = 0; row < m_dataset->size(); ++row)
        dates.push_back(m_dataset->event(row).date);
    for (const Claim &claim : m_dataset->claims()) {
        dates.push_back(claim.said.toOptional());
        dates.push_back(claim.claimedDate.toOptional());
    }
    for (const Source &source : m_dataset->sources())
        dates.push_back(source.published);
    const QRegularExpression day(u"\\b\\d{1,2} \\p{L}+ \\d{4}"_s);
    const QRegularExpression firstOfJanuary(u"\\b1 January"_s);
    for (const std::optional<Edtf> &date : dates) {
        const QString phrase = workspace::datePhrase(date);
        if (!date) {
            QCOMPARE(phrase, u"date unknown"_s);
            continue;
        }
        const bool hasDay = date->startPrecision() <= Edtf::Precision::Day
            || date->endPrecision() <= Edtf::Precision::Day;
        QVERIFY2(hasDay || !phrase.contains(day), qPrintable(phrase));
        QVERIFY2(!phrase.contains(firstOfJanuary) || date->text().contains(u"-01-01"_s),
                 qPrintable(phrase));
    }
}

/// A date that is known to the month or the year begins anywhere in it, and its symbol stands
/// well inside, not at its first day.
void BundledDatasetTest::noMarkIsOnAnInventedDay()
{
    constexpr double symbol = 12;
    const auto bounds = Edtf::parse(u"2014/2026").value().bounds();
    const timeline::TimeScale scale{{bounds.earliestStart, bounds.latestEnd}, 0, 1600};
    int coarse = 0;
    for (Row row = 0; row < m_dataset->size(); ++row) {
        const Event event = m_dataset->event(row);
        if (!event.date || event.date->startPrecision() <= Edtf::Precision::Day)
            continue;
        ++coarse;
        const FuzzyInterval &known = event.date->bounds();
        QVERIFY2(known.latestStart - known.earliestStart >= 28 * millisecondsPerDay,
                 qPrintable(event.id));
        const timeline::MarkShape mark = timeline::markShape(known, scale, symbol);
        const double first = scale.toPixel(known.earliestStart);
        const double unit = scale.toPixel(known.latestStart) - first;
        QVERIFY2(timeline::symbolCentre(mark, scale, symbol) >= first + unit / 2 - 0.01,
                 qPrintable(event.id));
        QVERIFY2(mark.compact || (mark.from <= first && mark.to >= first + unit),
                 qPrintable(event.id));
    }
    QVERIFY(coarse >= 50);
}

/// The table of EDITORIAL.md: each statement with its events, who makes it, and who answers.
void BundledDatasetTest::everyStatementOfTheArticleIsThere_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<bool>("isReply");
    QFile file(shell::bundledDataset() + u"/EDITORIAL.md"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QRegularExpression id(u"`([a-z0-9-]+)`"_s);
    int statements = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() != 7 || !cells[1].trimmed().startsWith(u'S'))
            continue;
        QStringList ids;
        for (auto found = id.globalMatch(cells[3]); found.hasNext();)
            ids += found.next().captured(1);
        for (const qsizetype named : {4, 5})
            QVERIFY2(!cells[named].trimmed().isEmpty(), qPrintable(line));
        QTest::newRow(qPrintable(cells[1].trimmed()))
            << ids << cells[5].contains(u"is itself the reply"_s);
        ++statements;
    }
    QCOMPARE(statements, 14);
}

void BundledDatasetTest::everyStatementOfTheArticleIsThere()
{
    QFETCH(const QStringList, ids);
    QFETCH(const bool, isReply);
    QVERIFY(!ids.isEmpty());
    bool replied = false;
    for (const QString &id : ids) {
        const std::optional<Row> row = m_dataset->eventRow(id);
        QVERIFY2(row, qPrintable(id));
        QVERIFY2(!m_dataset->claimsOf(*row).empty(), qPrintable(id));
        replied = replied || (isReply ? isAnswer(*row) : isAnswered(*row));
    }
    QVERIFY(replied);
}

/// Whether a claim about the event, or the event, is answered.
bool BundledDatasetTest::isAnswered(Row event) const
{
    return std::ranges::any_of(m_dataset->claims(), [&](const Claim &claim) {
        return claim.respondsTo && m_dataset->claims()[*claim.respondsTo].event == event;
    });
}

/// Whether a claim about the event answers another one.
bool BundledDatasetTest::isAnswer(Row event) const
{
    return std::ranges::any_of(m_dataset->claimsOf(event),
                               [](const Claim &claim) { return claim.respondsTo.has_value(); });
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
