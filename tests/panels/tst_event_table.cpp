// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/background_job.h>
#include <panels/elided_label.h>
#include <panels/event_list_model.h>
#include <panels/event_selection.h>
#include <panels/event_table.h>
#include <panels/event_table_model.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::EventTable;
using panels::EventTableModel;

/// The table of events: rows, order, selection, hover and copying.
class EventTableTest : public TestCase
{
    Q_OBJECT

private:
    static QStringList ids(const workspace::Workspace &workspace, const EventTableModel &model)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(workspace.dataset().columns().id.at(model.eventAt(row)));
        return result;
    }

    static std::vector<events::Row> selectedIn(const EventTable &table)
    {
        std::vector<events::Row> rows;
        for (const QModelIndex &index : table.view()->selectionModel()->selectedRows())
            rows.push_back(table.model()->eventAt(index.row()));
        return rows;
    }

private Q_SLOTS:
    void theModelIsSound()
    {
        const auto workspace = sampleWorkspace();
        EventTableModel model(workspace.get());
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int column = 0; column < model.columnCount(); ++column) {
            model.sort(column, Qt::DescendingOrder);
            model.sort(column, Qt::AscendingOrder);
        }
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Country, {u"FJ"_s});
        });
        workspace->setDataset(threadDataset());
    }

    void rowsAreTheEventsThatPass()
    {
        const auto workspace = sampleWorkspace();
        const EventTableModel model(workspace.get());
        QCOMPARE(model.rowCount(), 12);
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        QCOMPARE(std::size_t(model.rowCount()), workspace->crossfilter().passingCount());
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(workspace->crossfilter().passing().contains(model.eventAt(row)));
        QVERIFY(!model.rowOf(rowOf(*workspace, u"genoa"_s)).has_value());
    }

    void datesOrderByWhatTheyMean()
    {
        const auto workspace = sampleWorkspace();
        EventTableModel model(workspace.get());
        QStringList byTime;
        for (const events::Row row : workspace->dataset().byTime())
            byTime.append(workspace->dataset().columns().id.at(row));
        QCOMPARE(ids(*workspace, model), byTime);
        QCOMPARE(byTime.back(), u"visit-undated"_s);
        model.sort(EventTableModel::Date, Qt::DescendingOrder);
        // Undated events stay last in both directions.
        std::reverse(byTime.begin(), byTime.end() - 1);
        QCOMPARE(ids(*workspace, model), byTime);
    }

    void tiesFollowTheOrderOfTime()
    {
        const auto workspace = sampleWorkspace();
        EventTableModel model(workspace.get());
        for (int column = 0; column < model.columnCount(); ++column) {
            model.sort(column, Qt::DescendingOrder);
            QStringList sorted = ids(*workspace, model);
            QCOMPARE(sorted.size(), 12);
            sorted.removeDuplicates();
            QCOMPARE(sorted.size(), 12);
        }
        model.sort(EventTableModel::Kind, Qt::AscendingOrder);
        const QStringList kinds = ids(*workspace, model);
        QVERIFY(kinds.indexOf(u"genoa-two"_s) < kinds.indexOf(u"suva"_s));
        QVERIFY(kinds.indexOf(u"suva"_s) < kinds.indexOf(u"visit-open"_s));
    }

    void repliesAndDenialsAreTold()
    {
        const auto workspace = sampleWorkspace();
        const EventTableModel model(workspace.get());
        const int row = *model.rowOf(rowOf(*workspace, u"genoa"_s));
        QCOMPARE(model.index(row, EventTableModel::Replies).data().toString(), u"1"_s);
        QCOMPARE(model.index(row, EventTableModel::Standing).data().toString(), u"denied"_s);
        QCOMPARE(model.index(row, EventTableModel::Claimants).data().toString(), u"society"_s);
        const QString tip = model.index(row, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"denied by ministry"_s));
    }

    void selectionGoesBothWays()
    {
        const auto workspace = sampleWorkspace();
        EventTable table(workspace.get());
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const events::Row apia = rowOf(*workspace, u"apia"_s);
        workspace->select(apia);
        QCOMPARE(selectedIn(table), std::vector{apia});
        const events::Row wanted = table.model()->eventAt(2);
        const QRect cell = table.view()->visualRect(table.model()->index(2, 1));
        QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(workspace->selection(), std::vector{wanted});
        const QRect other = table.view()->visualRect(table.model()->index(4, 1));
        QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          other.center());
        QCOMPARE(workspace->selection(), (std::vector{table.model()->eventAt(4), wanted}));
        QTest::keyClick(table.view(), Qt::Key_Down);
        QCOMPARE(workspace->selection(), std::vector{table.model()->eventAt(5)});
        workspace->select(std::nullopt);
        QVERIFY(selectedIn(table).empty());
    }

    void selectionOutlivesOrderAndFilter()
    {
        const auto workspace = sampleWorkspace();
        const EventTable table(workspace.get());
        const events::Row apia = rowOf(*workspace, u"apia"_s);
        workspace->select(apia);
        table.view()->sortByColumn(EventTableModel::Title, Qt::DescendingOrder);
        QCOMPARE(selectedIn(table), std::vector{apia});
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        QVERIFY(selectedIn(table).empty());
        QCOMPARE(workspace->selected(), std::optional(apia));
        workspace->resetFilters();
        QCOMPARE(selectedIn(table), std::vector{apia});
    }

    void aHiddenTableWaits()
    {
        const auto workspace = sampleWorkspace();
        QWidget window;
        EventTable table(workspace.get(), &window);
        table.hide();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy resets(table.model(), &QAbstractItemModel::modelReset);
        const int all = table.model()->rowCount();
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        table.view()->sortByColumn(EventTableModel::Title, Qt::DescendingOrder);
        QVERIFY(resets.isEmpty());
        table.show();
        QVERIFY(table.model()->rowCount() < all);
        const QStringList shown = ids(*workspace, *table.model());
        table.hide();
        EventTableModel fresh(workspace.get());
        fresh.sort(EventTableModel::Title, Qt::DescendingOrder);
        QCOMPARE(shown, ids(*workspace, fresh));

        // Nothing of a dataset that is gone, even unseen.
        workspace->setDataset(events::Dataset::build({}));
        QCOMPARE(table.model()->rowCount(), 0);
        workspace->setDataset(tests::sampleDataset());
        table.show();
        QCOMPARE(table.model()->rowCount(), all);
    }

    void hoverGoesToTheWorkspace()
    {
        const auto workspace = sampleWorkspace();
        EventTable table(workspace.get());
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QWidget *viewport = table.view()->viewport();
        QTest::mouseMove(viewport, table.view()->visualRect(table.model()->index(1, 0)).center());
        QTest::mouseMove(viewport, table.view()->visualRect(table.model()->index(3, 1)).center());
        QVERIFY(QTest::qWaitFor(
            [&] { return workspace->hovered() == std::optional(table.model()->eventAt(3)); }));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(viewport, &leave);
        QVERIFY(!workspace->hovered().has_value());
    }

    void ctrlCCopiesRows()
    {
        const auto workspace = sampleWorkspace();
        EventTable table(workspace.get());
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        workspace->change(
            [](workspace::ViewState &next) { next.selection = {u"genoa"_s, u"suva"_s}; });
        table.view()->setFocus();
        QTest::keyClick(table.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(u"Date\tTitle\tKind"_s));
        QVERIFY(lines[1].startsWith(u"12 May 2016\tgenoa\topening\tGenoa\tItaly\tdenied"_s));
        for (const QString &line : lines)
            QCOMPARE(line.count(u'\t'), EventTableModel::columnCountOf - 1);
    }

    void manyRowsAreCopiedBesideTheWindow()
    {
        workspace::Workspace workspace;
        workspace.setDataset(largeDataset(5'000));
        EventTable table(&workspace);
        QItemSelectionModel *selection = table.view()->selectionModel();
        constexpr auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        const auto select = [&](int top, int bottom) {
            selection->select({table.model()->index(top, 0), table.model()->index(bottom, 0)},
                              rows);
        };
        const auto isCopied
            = [&table] { return table.findChild<panels::BackgroundJob *>() == nullptr; };
        select(3'000, 4'999); // the lower rows first
        select(0, 99);
        QGuiApplication::clipboard()->setText(u"before"_s);
        table.copyRows();
        QVERIFY(!isCopied());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(QTest::qWaitFor(isCopied, 60'000));
        std::vector<events::Row> expected;
        for (int row = 0; row < 5'000; ++row)
            if (row < 100 || row >= 3'000)
                expected.push_back(table.model()->eventAt(row));
        const QString text = EventTableModel::asText(workspace.dataset(), expected);
        QCOMPARE(text.count(u'\n'), qsizetype(2'101));
        QVERIFY(QGuiApplication::clipboard()->text() == text);

        QGuiApplication::clipboard()->setText(u"before"_s);
        table.copyRows();
        table.findChild<panels::BackgroundJob *>()->cancel();
        QVERIFY(QTest::qWaitFor(isCopied, 60'000));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }

    /// To name a million events in a state, and in each step of undo, would stop the window.
    void veryManyRowsAreSelectedHereAlone()
    {
        workspace::Workspace workspace;
        workspace.setDataset(largeDataset(panels::EventSelection::mostShared + 500));
        EventTable table(&workspace);
        table.show();
        const auto *kept = table.findChild<panels::ElidedLabel *>();
        QVERIFY(kept->isHidden());
        workspace.select(events::Row(7));
        table.view()->selectAll();
        QCOMPARE(workspace.selection(), std::vector{events::Row(7)});
        QVERIFY(kept->isVisible());
        QVERIFY2(kept->text().startsWith(u"20,500 rows"_s), qPrintable(kept->text()));
        // The table follows whatever is selected elsewhere.
        workspace.select(events::Row(8));
        QCOMPARE(selectedIn(table), std::vector{events::Row(8)});
        QVERIFY(kept->isHidden());

        workspace.select(std::nullopt);
        table.view()->selectAll();
        QVERIFY(kept->isVisible());
        workspace.change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"kind-1"_s});
        });
        QVERIFY(kept->isHidden());
        table.view()->selectAll();
        QCOMPARE(workspace.selection().size(), std::size_t(table.model()->rowCount()));
        QVERIFY(kept->isHidden());
    }

    void aHundredThousandRowsStayQuick()
    {
        workspace::Workspace workspace;
        workspace.setDataset(largeDataset(100'000));
        EventTable table(&workspace);
        table.resize(1200, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QElapsedTimer timer;
        timer.start();
        workspace.change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"kind-1"_s, u"kind-2"_s});
        });
        QCOMPARE(table.model()->rowCount(), 40'000);
        workspace.select(table.model()->eventAt(39'999));
        table.view()->sortByColumn(EventTableModel::Title, Qt::AscendingOrder);
        QVERIFY(QTest::qWaitFor([&] { return !table.model()->isSorting(); }, 60'000));
        QCOMPARE(table.model()->index(0, EventTableModel::Title).data().toString().left(6),
                 u"event-"_s);
        QCOMPARE(selectedIn(table).size(), std::size_t(1));
        // A hundredfold of what it takes, for slow machines and sanitizers.
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aLargeDatasetIsOrderedElsewhere()
    {
        workspace::Workspace workspace;
        workspace.setDataset(largeDataset(30'000));
        EventTableModel model(&workspace);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto heading = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        QVERIFY(!model.isSorting());
        const QStringList byTime = ids(workspace, model);
        const QPersistentModelIndex kept = model.index(7, 0);
        const events::Row event = model.eventAt(7);

        model.sort(EventTableModel::Country, Qt::DescendingOrder);
        QVERIFY(model.isSorting());
        QCOMPARE(heading(EventTableModel::Country), u"Country (sorting…)"_s);
        QCOMPARE(heading(EventTableModel::Title), u"Title"_s);
        QCOMPARE(ids(workspace, model), byTime);
        // Another column before that is done: only the last order comes.
        model.sort(EventTableModel::Kind, Qt::AscendingOrder);
        QCOMPARE(heading(EventTableModel::Country), u"Country"_s);
        const QSignalSpy changed(&model, &EventTableModel::layoutChanged);
        QVERIFY(QTest::qWaitFor([&] { return !model.isSorting(); }, 60'000));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(heading(EventTableModel::Kind), u"Kind"_s);
        const events::EventColumns &columns = workspace.dataset().columns();
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(columns.kind[model.eventAt(row - 1)] <= columns.kind[model.eventAt(row)]);
        QCOMPARE(model.eventAt(kept.row()), event);

        // A filter while that goes on keeps to the order before; another dataset ends it.
        model.sort(EventTableModel::Title, Qt::AscendingOrder);
        workspace.change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"kind-1"_s});
        });
        QCOMPARE(model.rowCount(), 6'000);
        QVERIFY(model.isSorting());
        workspace.setDataset(sampleDataset());
        QVERIFY(!model.isSorting());
        QCOMPARE(model.rowCount(), int(workspace.dataset().size()));
        workspace.setDataset(largeDataset(30'000));
        QVERIFY2(model.isSorting(), "the column that was chosen holds for any dataset");
        QCOMPARE(ids(workspace, model), byTime);
        QVERIFY(QTest::qWaitFor([&] { return !model.isSorting(); }, 60'000));

        // Nobody looks when the order comes, and the filter has changed.
        bool isHidden = false;
        model.setMayWait([&isHidden] { return isHidden; });
        model.sort(EventTableModel::Country, Qt::AscendingOrder);
        QVERIFY(EventTableModel::asText(workspace.dataset(), {}).contains(u"Country\t"_s));
        isHidden = true;
        workspace.change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"kind-2"_s});
        });
        QVERIFY(QTest::qWaitFor([&] { return !model.isSorting(); }, 60'000));
        QCOMPARE(model.rowCount(), 30'000);
        isHidden = false;
        model.catchUp();
        QCOMPARE(model.rowCount(), 6'000);
        const auto country
            = [&](int row) { return model.index(row, EventTableModel::Country).data().toString(); };
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(country(row - 1).localeAwareCompare(country(row)) <= 0);

        // Not even when the table goes meanwhile.
        auto gone = std::make_unique<EventTableModel>(&workspace);
        gone->sort(EventTableModel::Title, Qt::DescendingOrder);
        gone.reset();
        QCoreApplication::processEvents();
    }
};

DATELINE_TEST(eventTable, EventTableTest)

} // namespace dateline::tests

#include "tst_event_table.moc"
