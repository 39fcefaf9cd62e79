// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/event_list_model.h>
#include <panels/tray.h>

#include <support/test_main.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::EventListModel;
using panels::TrayPanel;

/// "Not on the map" agrees with the ledger, whatever is filtered.
class TrayTest : public TestCase
{
    Q_OBJECT

private:
    static std::vector<events::Row> eventsOf(const EventListModel &model)
    {
        std::vector<events::Row> rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QVariant event = model.QAbstractListModel::index(row).data(panels::EventRowRole);
            if (event.isValid())
                rows.push_back(event.toUInt());
        }
        return rows;
    }

private Q_SLOTS:
    void aHiddenTrayWaits()
    {
        const auto workspace = sampleWorkspace();
        QWidget window;
        TrayPanel tray(workspace.get(), &window);
        tray.hide();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSignalSpy resets(tray.model(), &QAbstractItemModel::modelReset);
        const std::vector<events::Row> all = eventsOf(*tray.model());
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"visit"_s});
        });
        QVERIFY(resets.isEmpty());
        tray.show();
        QVERIFY(eventsOf(*tray.model()).size() < all.size());
        workspace->resetFilters();
        QCOMPARE(eventsOf(*tray.model()), all);
    }

    void theModelIsSound()
    {
        const auto workspace = sampleWorkspace();
        const TrayPanel tray(workspace.get());
        const QAbstractItemModelTester tester(
            tray.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Country, {u"FR"_s});
        });
        workspace->setDataset(threadDataset());
        QCOMPARE(eventsOf(*tray.model()).size(), std::size_t(2));
    }

    void itsSumIsTheLedgers()
    {
        const auto workspace = sampleWorkspace();
        const TrayPanel tray(workspace.get());
        for (const QString &kind : {QString(), u"opening"_s, u"visit"_s, u"inquiry"_s}) {
            workspace->change([&kind](workspace::ViewState &next) {
                next.filters.choose(query::Facet::Kind,
                                    kind.isEmpty() ? std::vector<QString>() : std::vector{kind});
            });
            const query::LocatedSum &sum = workspace->ledger().passingEvents;
            const std::vector<events::Row> rows = eventsOf(*tray.model());
            QCOMPARE(rows.size(), std::size_t(sum.unlocated + sum.countryOnly));
            for (const events::Row row : rows)
                QVERIFY(row >= workspace->dataset().pointCount());
        }
    }

    void groupsSayWhatTheyHold()
    {
        const auto workspace = sampleWorkspace();
        const TrayPanel tray(workspace.get());
        QStringList headings;
        for (int row = 0; row < tray.model()->rowCount(); ++row) {
            const QModelIndex index = tray.model()->QAbstractListModel::index(row);
            if (index.data(panels::EventRowRole).isValid())
                continue;
            headings.append(index.data().toString() + u" | "_s
                            + index.data(panels::SubtitleRole).toString());
            QVERIFY(!index.flags().testFlag(Qt::ItemIsSelectable));
        }
        QCOMPARE(headings,
                 (QStringList{u"No place stated | events: 1, lamps: 1"_s,
                              u"France, by country only | events: 2, lamps: 3"_s}));
    }

    void eventsNameTheirClaimants()
    {
        const auto workspace = sampleWorkspace();
        const TrayPanel tray(workspace.get());
        const QModelIndex index = tray.model()->QAbstractListModel::index(1);
        QVERIFY(index.data(panels::SubtitleRole).toString().contains(u"according to society"_s));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"society"_s));
    }

    void selectionGoesBothWays()
    {
        const auto workspace = sampleWorkspace();
        TrayPanel tray(workspace.get());
        tray.resize(320, 400);
        tray.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tray));
        const events::Row france = rowOf(*workspace, u"france"_s);
        workspace->select(france);
        const QModelIndexList selected = tray.view()->selectionModel()->selectedIndexes();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().data(panels::EventRowRole).toUInt(), france);
        const QRect box = tray.view()->visualRect(tray.model()->QAbstractListModel::index(1));
        QTest::mouseClick(tray.view()->viewport(), Qt::LeftButton, {}, box.center());
        QCOMPARE(workspace->selected(), std::optional(rowOf(*workspace, u"nowhere"_s)));
    }
};

DATELINE_TEST(tray, TrayTest)

} // namespace dateline::tests

#include "tst_tray.moc"
