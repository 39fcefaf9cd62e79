// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_delegate.h>
#include <panels/facet_list.h>
#include <panels/facet_model.h>
#include <panels/facet_panel.h>
#include <panels/facet_section.h>
#include <panels/plain_button.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QAbstractItemModelTester>
#include <QTest>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::FacetList;
using panels::FacetModel;
using panels::FacetPanel;
using query::Facet;

/// Facets: their counts are the crossfilter's, their clicks and keys change the filter.
class FacetsTest : public TestCase
{
    Q_OBJECT

private:
    static int rowOfValue(const FacetModel &model, const QString &value)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.data(model.QAbstractListModel::index(row), FacetModel::ValueRole) == value)
                return row;
        }
        return model.rowCount();
    }

    static uint countOf(const FacetModel &model, const QString &value)
    {
        return model
            .data(model.QAbstractListModel::index(rowOfValue(model, value)), FacetModel::CountRole)
            .toUInt();
    }

    static void click(FacetList *list, int row, int x, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect box = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, QPoint(x, box.center().y()));
    }

    /// An actor each for `size` events, so that the facet of claimants is long.
    static std::shared_ptr<const events::Dataset> manyClaimants(int size)
    {
        DatasetBuilder b;
        const std::uint16_t kind = b.kind(u"opening"_s);
        for (int i = 0; i < size; ++i) {
            const events::Row actor = b.actor(u"Actor %1"_s.arg(i));
            b.claim(b.event(u"event-%1"_s.arg(i), kind, u"2016"_s), actor,
                    b.source(u"page-%1"_s.arg(i), actor));
        }
        return b.build();
    }

private Q_SLOTS:
    void modelsAreSound()
    {
        const auto workspace = sampleWorkspace();
        for (const Facet facet : {Facet::Kind, Facet::Country, Facet::Claimant, Facet::Standing,
                                  Facet::Bureau, Facet::Tag}) {
            FacetModel model(workspace.get(), facet);
            const QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.toggle(0);
            model.setPattern(u"o"_s);
            model.chooseOnly(0);
            workspace->resetFilters();
            workspace->setDataset(threadDataset());
            workspace->setDataset(sampleDataset());
        }
    }

    void aFacetKeepsItsOwnCounts()
    {
        const auto workspace = sampleWorkspace();
        FacetModel kinds(workspace.get(), Facet::Kind);
        FacetModel countries(workspace.get(), Facet::Country);
        const uint fiji = countOf(countries, u"FJ"_s);
        kinds.chooseOnly(rowOfValue(kinds, u"visit"_s));
        QCOMPARE(countOf(kinds, u"opening"_s), 6U);
        QCOMPARE(countOf(kinds, u"visit"_s), 3U);
        QVERIFY(countOf(countries, u"FJ"_s) < fiji);
        for (int row = 0; row < countries.rowCount(); ++row) {
            const QModelIndex index = countries.QAbstractListModel::index(row);
            const auto &facet = workspace->crossfilter().facet(Facet::Country);
            const auto code = facet.code(index.data(FacetModel::ValueRole).toString());
            QCOMPARE(index.data(FacetModel::CountRole).toUInt(),
                     workspace->crossfilter().counts(Facet::Country)[*code]);
        }
    }

    void aValueWithoutEventsStaysAndIsDimmed()
    {
        const auto workspace = sampleWorkspace();
        FacetModel kinds(workspace.get(), Facet::Kind);
        FacetModel countries(workspace.get(), Facet::Country);
        kinds.chooseOnly(rowOfValue(kinds, u"visit"_s));
        const int samoa = rowOfValue(countries, u"WS"_s);
        QVERIFY(samoa < countries.rowCount());
        QCOMPARE(countOf(countries, u"WS"_s), 0U);
        QVERIFY(countries.QAbstractListModel::index(samoa).data(FacetModel::DimmedRole).toBool());
    }

    void aClickOnALabelChoosesItAlone()
    {
        const auto workspace = sampleWorkspace();
        FacetPanel panel(workspace.get());
        panel.resize(280, 900);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        FacetList *list = panel.section(Facet::Kind)->list();
        click(list, 1, 120);
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"visit"_s});
        QCOMPARE(workspace->crossfilter().passingCount(), std::size_t(3));
        click(list, 0, 120);
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"opening"_s});
        click(list, 0, 120);
        QVERIFY(workspace->state().filters.isEmpty());
    }

    void aClickOnTheBoxAddsAndTakesAway()
    {
        const auto workspace = sampleWorkspace();
        FacetPanel panel(workspace.get());
        panel.resize(280, 900);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        FacetList *list = panel.section(Facet::Kind)->list();
        click(list, 0, panels::FacetDelegate::boxWidth / 2);
        click(list, 1, panels::FacetDelegate::boxWidth / 2);
        QCOMPARE(workspace->state().filters.values(Facet::Kind),
                 (std::vector{u"opening"_s, u"visit"_s}));
        click(list, 0, 120, Qt::ControlModifier);
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"visit"_s});
        QCOMPARE(list->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void keysDoAllOfIt()
    {
        const auto workspace = sampleWorkspace();
        FacetPanel panel(workspace.get());
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        FacetList *list = panel.section(Facet::Kind)->list();
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"visit"_s});
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"inquiry"_s});
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(workspace->state().filters.isEmpty());
    }

    void clearClearsOneFacetOnly()
    {
        const auto workspace = sampleWorkspace();
        FacetPanel panel(workspace.get());
        panel.section(Facet::Kind)->model()->chooseOnly(0);
        panel.section(Facet::Country)->model()->chooseOnly(0);
        panel.section(Facet::Kind)->model()->clear();
        QVERIFY(workspace->state().filters.values(Facet::Kind).empty());
        QCOMPARE(workspace->state().filters.values(Facet::Country).size(), std::size_t(1));
    }

    void undoGivesTheFilterBack()
    {
        const auto workspace = sampleWorkspace();
        FacetModel kinds(workspace.get(), Facet::Kind);
        kinds.toggle(0);
        kinds.toggle(1);
        workspace->undo();
        QCOMPARE(workspace->state().filters.values(Facet::Kind), std::vector{u"opening"_s});
        QCOMPARE(kinds.QAbstractListModel::index(1).data(Qt::CheckStateRole).toInt(),
                 int(Qt::Unchecked));
    }

    void aLongFacetBeginsShortAndKeepsWhatIsChosen()
    {
        workspace::Workspace workspace;
        workspace.setDataset(manyClaimants(40));
        FacetModel model(&workspace, Facet::Claimant);
        QVERIFY(model.isLong());
        QCOMPARE(model.rowCount(), int(FacetModel::shortLength));
        workspace.change([](workspace::ViewState &next) {
            next.filters.choose(Facet::Claimant, {u"Actor 37"_s});
        });
        QCOMPARE(model.rowCount(), int(FacetModel::shortLength) + 1);
        QVERIFY(rowOfValue(model, u"Actor 37"_s) < model.rowCount());
        model.setExpanded(true);
        QCOMPARE(model.rowCount(), 40);
        model.setPattern(u"ACTOR 3"_s);
        QCOMPARE(model.rowCount(), 11);
        model.setPattern({});
        QCOMPARE(model.rowCount(), 40);
    }

    void emptyFacetsAreNotShown()
    {
        const auto workspace = sampleWorkspace();
        const FacetPanel panel(workspace.get());
        QVERIFY(panel.section(Facet::Kind) != nullptr);
        QVERIFY(panel.section(Facet::Bureau) == nullptr);
        QVERIFY(panel.section(Facet::Tag) == nullptr);
    }

    void foldingHidesTheValues()
    {
        const auto workspace = sampleWorkspace();
        FacetPanel panel(workspace.get());
        panel.show();
        panels::FacetSection *section = panel.section(Facet::Kind);
        QVERIFY(section->list()->isVisible());
        section->setOpen(false);
        QVERIFY(!section->list()->isVisible());
        workspace->change(
            [](workspace::ViewState &next) { next.filters.choose(Facet::Kind, {u"visit"_s}); });
        QVERIFY(!section->list()->isVisible());
    }
};

DATELINE_TEST(facets, FacetsTest)

} // namespace dateline::tests

#include "tst_facets.moc"
