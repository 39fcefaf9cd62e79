// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/wording.h>
#include <workspace/workspace.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::workspace {

using namespace tests;

class WorkspaceTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void emptyBeforeADataset();
    void aChangeThatChangesNothingIsSilent();
    void onlyWhatChangedIsTold();
    void undoBringsBackFilterAndCounts();
    void aGestureIsOneStep();
    void passingChangesMakeNoStep();
    void selectingMovesTheBrush();
    void selectingMovesTheNearestWindow();
    void selectingMovesTheHead_data();
    void selectingMovesTheHead();
    void neighboursInTheOrderOfTime();
    void escapePeelsOneLayer();
    void filtersByPlaceGoTogether();
    void hoverIsSilentWhenUnchanged();
    void aNewDatasetStartsAfresh();
    void aSearchThatWaited();

private:
    static events::TimeSpan year(const QString &edtf)
    {
        const events::FuzzyInterval bounds = events::Edtf::parse(edtf)->bounds();
        return {bounds.earliestStart, bounds.latestEnd};
    }
};

void WorkspaceTest::emptyBeforeADataset()
{
    Workspace workspace;
    QCOMPARE(workspace.dataset().size(), 0U);
    QVERIFY(!workspace.canUndo());
    workspace.undo();
    workspace.selectNeighbour(1);
    QVERIFY(!workspace.selected());
    QVERIFY(!workspace.peel());
}

void WorkspaceTest::aChangeThatChangesNothingIsSilent()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const QSignalSpy filters(&workspace, &Workspace::filtersChanged);
    const QSignalSpy history(&workspace, &Workspace::historyChanged);
    workspace.change([](ViewState &) {});
    workspace.select(std::nullopt);
    QCOMPARE(filters.size() + history.size(), 0);
    QVERIFY(!workspace.canUndo());
}

void WorkspaceTest::onlyWhatChangedIsTold()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const QSignalSpy filters(&workspace, &Workspace::filtersChanged);
    const QSignalSpy span(&workspace, &Workspace::spanChanged);
    const QSignalSpy camera(&workspace, &Workspace::cameraChanged);
    const QSignalSpy selection(&workspace, &Workspace::selectionChanged);
    const QSignalSpy lens(&workspace, &Workspace::lensChanged);
    workspace.change([](ViewState &next) { next.camera = Camera{1, 2, 3}; });
    QCOMPARE(camera.size(), 1);
    workspace.change([](ViewState &next) { next.lens = Lens::Country; });
    QCOMPARE(lens.size(), 1);
    workspace.select(0);
    QCOMPARE(selection.size(), 1);
    QCOMPARE(filters.size() + span.size(), 0);
    QCOMPARE(camera.size() + lens.size(), 2);
}

void WorkspaceTest::undoBringsBackFilterAndCounts()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.change([](ViewState &next) { next.filters.toggle(query::Facet::Kind, u"visit"_s); });
    QCOMPARE(workspace.crossfilter().passingCount(), 3U);
    QCOMPARE(workspace.ledger().passingEvents.total(), 3U);
    workspace.undo();
    QCOMPARE(workspace.crossfilter().passingCount(), 12U);
    QCOMPARE(workspace.ledger().passingEvents.total(), 12U);
    workspace.redo();
    QCOMPARE(workspace.crossfilter().passingCount(), 3U);
}

void WorkspaceTest::aGestureIsOneStep()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const auto brush = [&](events::Instant to, Step step) {
        workspace.change([to](ViewState &next) { next.filters.windows = {{0, to}}; }, step);
    };
    brush(10, Step::New);
    brush(20, Step::Continue);
    brush(30, Step::Continue);
    workspace.undo();
    QVERIFY(workspace.state().filters.windows.empty());
    QVERIFY(!workspace.canUndo());
}

void WorkspaceTest::passingChangesMakeNoStep()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.change([](ViewState &next) { next.camera = Camera{1, 2, 3}; }, Step::Passing);
    QVERIFY(!workspace.canUndo());
    QCOMPARE(workspace.state().camera->zoom, 3.0);
}

void WorkspaceTest::selectingMovesTheBrush()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.change([](ViewState &next) {
        next.filters.windows = {year(u"2016"_s)};
        next.span = year(u"2016"_s);
    });
    const events::Row last = *workspace.dataset().eventRow(u"last");
    QVERIFY(!workspace.crossfilter().passing().contains(last));
    workspace.select(last);
    QVERIFY(workspace.crossfilter().passing().contains(last));
    const events::TimeSpan span = *workspace.state().span;
    QCOMPARE(span.to - span.from, 366 * events::millisecondsPerDay);
    QVERIFY(events::possiblyTouches(workspace.dataset().columns().bounds(last), span));
    workspace.undo();
    QCOMPARE(workspace.state().filters.windows.front(), year(u"2016"_s));
    QVERIFY(workspace.selection().empty());
}

void WorkspaceTest::selectingMovesTheNearestWindow()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const std::vector<events::TimeSpan> windows{year(u"2014"_s), year(u"2015-11"_s),
                                                year(u"2017-06-01/2017-06-30"_s), year(u"2025"_s)};
    workspace.change([&windows](ViewState &next) { next.filters.windows = windows; });
    const events::Row genoa = *workspace.dataset().eventRow(u"genoa"); // 12 May 2016
    QVERIFY(!workspace.crossfilter().passing().contains(genoa));
    workspace.select(genoa);
    QVERIFY(workspace.crossfilter().passing().contains(genoa));
    const std::vector<events::TimeSpan> &moved = workspace.state().filters.windows;
    QCOMPARE(moved.size(), windows.size());
    QCOMPARE(moved[0], windows[0]);
    QCOMPARE(moved[1].to, year(u"2016-05-12"_s).to);
    QCOMPARE(moved[1].to - moved[1].from, windows[1].to - windows[1].from);
    QCOMPARE(moved[2], windows[2]);
    QCOMPARE(moved[3], windows[3]);
    workspace.undo();
    QCOMPARE(workspace.state().filters.windows, windows);
    QVERIFY(workspace.selection().empty());
}

void WorkspaceTest::selectingMovesTheHead_data()
{
    QTest::addColumn<PlayMode>("mode");
    QTest::addColumn<QString>("head");
    QTest::addColumn<bool>("moves");
    QTest::newRow("until date, before") << PlayMode::Cumulative << u"2016-01-01"_s << true;
    QTest::newRow("until date, after") << PlayMode::Cumulative << u"2020-01-01"_s << false;
    QTest::newRow("window, before") << PlayMode::Moving << u"2016-01-01"_s << true;
    QTest::newRow("window, within") << PlayMode::Moving << u"2016-06-01"_s << false;
    QTest::newRow("window, after") << PlayMode::Moving << u"2020-01-01"_s << true;
    QTest::newRow("on date, after") << PlayMode::Point << u"2016-05-13"_s << true;
    QTest::newRow("on date") << PlayMode::Point << u"2016-05-12"_s << false;
}

void WorkspaceTest::selectingMovesTheHead()
{
    QFETCH(const PlayMode, mode);
    QFETCH(const QString, head);
    QFETCH(const bool, moves);
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const PlayHead before{year(head).from, mode};
    workspace.change([&before](ViewState &next) {
        next.play = before;
        next.filters.windows = {year(u"2020"_s)};
    });
    const events::Row genoa = *workspace.dataset().eventRow(u"genoa");
    workspace.select(genoa);
    QVERIFY(workspace.crossfilter().passing().contains(genoa));
    QCOMPARE(workspace.state().play->at, moves ? year(u"2016-05-12"_s).from : before.at);
    workspace.undo();
    QCOMPARE(workspace.state().play, std::optional(before));
    QCOMPARE(workspace.state().filters.windows.front(), year(u"2020"_s));
    // What has no date is shown by no head.
    const events::EventColumns &columns = workspace.dataset().columns();
    for (events::Row row = 0; row < workspace.dataset().size(); ++row) {
        if (columns.bounds(row).isUnbounded()) {
            workspace.select(row);
            QCOMPARE(workspace.state().play, std::optional(before));
        }
    }
}

void WorkspaceTest::neighboursInTheOrderOfTime()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.change(
        [](ViewState &next) { next.filters.choose(query::Facet::Kind, {u"opening"_s}); });
    QStringList order;
    for (int i = 0; i < 8; ++i) {
        workspace.selectNeighbour(1);
        order.append(workspace.dataset().columns().id.at(*workspace.selected()));
    }
    QCOMPARE(order,
             QStringList({u"genoa-two"_s, u"genoa"_s, u"suva"_s, u"apia"_s, u"france"_s,
                          u"nowhere"_s, u"nowhere"_s, u"nowhere"_s}));
    workspace.selectNeighbour(-1);
    QCOMPARE(workspace.state().selection.front(), u"france"_s);
}

void WorkspaceTest::escapePeelsOneLayer()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.change([](ViewState &next) {
        next.filters.toggle(query::Facet::Kind, u"visit"_s);
        next.filters.windows = {year(u"2016"_s)};
        next.selection = {u"genoa"_s};
    });
    QVERIFY(workspace.peel());
    QVERIFY(workspace.selection().empty());
    QCOMPARE(workspace.state().filters.windows.size(), 1U);
    QVERIFY(workspace.peel());
    QVERIFY(workspace.state().filters.windows.empty());
    QVERIFY(!workspace.state().filters.isEmpty());
    QVERIFY(workspace.peel());
    QVERIFY(workspace.state().filters.isEmpty());
    QVERIFY(!workspace.peel());
}

void WorkspaceTest::filtersByPlaceGoTogether()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const auto filter = [&] {
        workspace.change([](ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"opening"_s});
            next.filters.area = events::GeoBox{0, 0, 20, 50};
            next.filters.lasso = {{0, 0}, {20, 0}, {10, 50}};
            next.areaFollowsMap = true;
        });
    };
    filter();
    QVERIFY(workspace.peel());
    QVERIFY(!workspace.state().areaFollowsMap && !workspace.state().filters.area);
    QVERIFY(workspace.state().filters.lasso.empty());
    QVERIFY(!workspace.state().filters.isEmpty());
    filter();
    workspace.resetFilters();
    QVERIFY(!workspace.state().areaFollowsMap && workspace.state().filters.isEmpty());
    // That the area follows is a part of what the filter sentence says.
    const QSignalSpy spy(&workspace, &Workspace::filtersChanged);
    workspace.change([](ViewState &next) { next.areaFollowsMap = true; });
    QCOMPARE(spy.size(), 1);
}

void WorkspaceTest::hoverIsSilentWhenUnchanged()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    const QSignalSpy hovered(&workspace, &Workspace::hoveredChanged);
    workspace.setHovered(3);
    workspace.setHovered(3);
    workspace.setHovered(std::nullopt);
    QCOMPARE(hovered.size(), 2);
    QVERIFY(!workspace.canUndo());
}

void WorkspaceTest::aNewDatasetStartsAfresh()
{
    Workspace workspace;
    workspace.setDataset(sampleDataset());
    workspace.select(2);
    workspace.setHovered(2);
    const QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.setDataset(sampleDataset());
    QCOMPARE(changed.size(), 1);
    QVERIFY(workspace.state() == ViewState());
    QVERIFY(workspace.selection().empty() && !workspace.hovered() && !workspace.canUndo());
}

void WorkspaceTest::aSearchThatWaited()
{
    Workspace workspace;
    const auto dataset = sampleDataset();
    workspace.setDataset(IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
    workspace.change([](ViewState &next) { next.filters.text = u"genoa"_s; });
    QVERIFY(workspace.isSearchWaiting());
    QCOMPARE(workspace.ledger().passingEvents.total(), std::uint32_t(dataset->size()));
    QVERIFY(workspace.filtersInForce().text.isEmpty());
    QVERIFY(filterSentence(workspace).contains(u"“genoa” (reading texts…)"_s));
    const QSignalSpy filters(&workspace, &Workspace::filtersChanged);
    const auto index = std::make_shared<const fulltext::TextIndex>(*dataset);
    workspace.setTextIndex(sampleDataset(), index);
    QVERIFY2(workspace.isSearchWaiting(), "the index of another dataset is not this one's");
    workspace.setTextIndex(dataset, index);
    QVERIFY(!workspace.isSearchWaiting());
    QCOMPARE(filters.size(), 1);
    QCOMPARE(workspace.filtersInForce().text, u"genoa"_s);
    QVERIFY(!filterSentence(workspace).contains(u"reading"_s));
    QVERIFY(workspace.ledger().passingEvents.total() < dataset->size());

    workspace.setDataset(IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
    workspace.finishSearch();
    workspace.setTextIndex(dataset, index);
    QCOMPARE(filters.size(), 1);
    workspace.setDataset(IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
    workspace.change([](ViewState &next) { next.filters.text = u"genoa"_s; });
    workspace.finishSearch();
    QVERIFY(!workspace.isSearchWaiting());
    QVERIFY(workspace.ledger().passingEvents.total() < dataset->size());
}

} // namespace dateline::workspace

DATELINE_TEST(workspace, dateline::workspace::WorkspaceTest)

#include "tst_workspace.moc"
