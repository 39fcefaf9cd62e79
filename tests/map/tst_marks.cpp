// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/cluster_motion.h>
#include <map/event_menu.h>
#include <map/group_attribution.h>
#include <map/map_control.h>
#include <map/map_notes.h>
#include <map/mark_steps.h>
#include <workspace/wording.h>

#include <support/test_main.h>

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <set>

#include "map_window.h"
#include "scene_fixture.h"

using namespace dateline;
using namespace dateline::map;
using namespace Qt::StringLiterals;
using tests::DatasetBuilder;
using tests::eventually;
using tests::MapWindow;
using tests::SceneFixture;

namespace {

/// Two towns 14 km apart with an event each, somewhere in the north of Italy.
std::shared_ptr<const events::Dataset> twoTowns()
{
    DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto actor = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, actor);
    for (const auto &[id, latitude, longitude] :
         {std::tuple(u"one"_s, 43.88, 11.10), std::tuple(u"two"_s, 43.77, 11.25)})
        builder.claim(
            builder.event(id, kind, u"2020"_s, builder.city(id, u"IT"_s, latitude, longitude)),
            actor, source);
    return builder.build();
}

} // namespace

class MarksTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aClusterClickShowsWhatWasInIt_data();
    void aClusterClickShowsWhatWasInIt();
    void symbolsComeOutOfTheirCluster();
    void groupsSayWhoStatesAndWhoDenies();
    void groupsOfManyClaims();
    void theListNamesWhoDenies();
    void keysReachEveryMark();
    void returnOpensTheMark();
    void hiddenRepliesAreCounted();
    void notesComeAndGo();
};

void MarksTest::aClusterClickShowsWhatWasInIt_data()
{
    QTest::addColumn<double>("foot");
    QTest::addColumn<double>("scale");
    QTest::newRow("nothing over the map") << 0.0 << 1.0;
    QTest::newRow("a legend over its foot") << 170.0 << 1.0;
    QTest::newRow("larger type") << 120.0 << 1.8;
}

void MarksTest::aClusterClickShowsWhatWasInIt()
{
    QFETCH(double, foot);
    QFETCH(double, scale);
    workspace::Workspace workspace;
    workspace.setDataset(twoTowns());
    MapControl control(&workspace);
    QFont font;
    font.setPointSizeF(10 * scale);
    control.setPalette(mapPalette(workspace::Theme::Paper, font));
    control.setSize({900, 480});
    control.setFoot(foot);
    control.setAnimated(false);
    control.setCamera({events::toMercator(11, 43), 6.2});
    QCOMPARE(control.scene().symbols.size(), std::size_t(1));
    const std::optional<Camera> camera = control.splittingCamera(SymbolHit{0});
    QVERIFY(camera);
    control.setCamera(*camera);
    const MapScene &scene = control.scene();
    QCOMPARE(scene.symbols.size(), std::size_t(2));
    for (const SceneSymbol &symbol : scene.symbols)
        QVERIFY2(QRectF(20, 20, 860, 440 - foot).contains(symbol.pixel),
                 qPrintable(u"%1, %2"_s.arg(symbol.pixel.x()).arg(symbol.pixel.y())));
}

void MarksTest::symbolsComeOutOfTheirCluster()
{
    const SceneFixture fixture(twoTowns());
    const SceneInput far = fixture.input(11.2, 43.8, 8.4);
    const SceneInput close = fixture.input(11.2, 43.8, 10);
    const MapScene before = composeScene(far);
    QCOMPARE(before.symbols.size(), std::size_t(1));
    const MapScene rest = composeScene(close);
    QCOMPARE(rest.symbols.size(), std::size_t(2));
    const QPointF middle = toPixel(close.camera, close.size, before.symbols[0].point);
    const auto away = [](const QPointF &one, const QPointF &other) {
        return std::hypot(one.x() - other.x(), one.y() - other.y());
    };

    ClusterMotion motion;
    QSignalSpy moved(&motion, &ClusterMotion::moved);
    MapScene after = composeScene(close);
    motion.follow(before, after, true);
    QVERIFY(motion.isRunning());
    for (const SceneSymbol &symbol : after.symbols)
        QVERIFY(away(symbol.pixel, middle) < 3);
    QVERIFY(eventually([&] { return !motion.isRunning(); }));
    QVERIFY(moved.size() > 2);
    MapScene later = composeScene(close);
    motion.follow(after, later, true);
    for (std::size_t i = 0; i < later.symbols.size(); ++i)
        QCOMPARE(later.symbols[i].pixel, rest.symbols[i].pixel);

    after = composeScene(close);
    motion.follow(before, after, false); // nobody wants motion
    QVERIFY(!motion.isRunning());
    QCOMPARE(after.symbols[0].pixel, rest.symbols[0].pixel);
}

void MarksTest::groupsSayWhoStatesAndWhoDenies()
{
    using events::Stance;
    DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto society = builder.actor(u"society"_s);
    const auto police = builder.actor(u"police"_s);
    const auto ministry = builder.actor(u"ministry"_s);
    const auto club = builder.actor(u"club"_s);
    const auto source = builder.source(u"report"_s, society);
    const auto city = builder.city(u"genoa"_s, u"IT"_s, 44.4, 8.9);
    const auto add = [&](const QString &id) { return builder.event(id, kind, u"2020"_s, city); };
    const auto one = add(u"one"_s);
    const auto two = add(u"two"_s);
    const auto three = add(u"three"_s);
    const auto four = add(u"four"_s);
    builder.claim(one, society, source);
    builder.claim(one, ministry, source, Stance::Denies);
    builder.claim(two, police, source, Stance::Confirms); // no claim that asserts
    builder.claim(three, ministry, source, Stance::Denies); // nobody who states it
    builder.claim(four, club, source);
    const auto dataset = builder.build();
    const auto of = [&](std::initializer_list<QStringView> ids) {
        std::vector<events::Row> rows;
        for (const QStringView id : ids)
            rows.push_back(dataset->eventRow(id).value());
        std::ranges::sort(rows);
        return attributionOf(*dataset, rows);
    };
    QCOMPARE(of({u"one", u"two"}), u"2 events, according to society, police; denied by ministry"_s);
    QCOMPARE(of({u"two", u"three"}),
             u"2 events, according to police; claimant of 1 not stated; "
             "denied by ministry"_s);
    QCOMPARE(of({u"one", u"two", u"four"}),
             u"3 events, according to society, police and others; denied by ministry"_s);
    QCOMPARE(of({u"three"}), workspace::attribution(*dataset, dataset->eventRow(u"three").value()));
}

void MarksTest::groupsOfManyClaims()
{
    DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto society = builder.actor(u"society"_s);
    const auto source = builder.source(u"report"_s, society);
    std::vector<events::Row> rows;
    for (int i = 0; i < 200; ++i) {
        builder.claim(builder.event(QString::number(i), kind, u"2020"_s), society, source);
        rows.push_back(events::Row(i));
    }
    // All of them by one: nobody else is made up.
    QCOMPARE(attributionOf(*builder.build(), rows), u"200 events, according to society"_s);
    for (int i = 200; i < 3000; ++i) {
        builder.claim(builder.event(QString::number(i), kind, u"2020"_s), society, source);
        rows.push_back(events::Row(i));
    }
    const auto ministry = builder.actor(u"ministry"_s);
    builder.claim(2999, ministry, source, events::Stance::Denies);
    QCOMPARE(attributionOf(*builder.build(), rows),
             u"3,000 events, according to society and possibly others; denied by ministry and "
             "possibly others"_s);
}

void MarksTest::theListNamesWhoDenies()
{
    DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto society = builder.actor(u"society"_s);
    const auto ministry = builder.actor(u"ministry"_s);
    const auto source = builder.source(u"report"_s, society);
    const auto event = builder.event(u"a title that is long enough to take the width of a list "
                                     "twice over and then some more, & then again"_s,
                                     kind, u"2020"_s);
    builder.claim(event, society, source);
    builder.claim(event, ministry, source, events::Stance::Denies);
    const auto dataset = builder.build();
    QWidget window;
    std::optional<events::Row> chosen;
    const std::vector<events::Row> rows{0};
    QMenu *menu = makeEventMenu(
        *dataset, rows, mapPalette(workspace::Theme::Paper, QFont()),
        [&](events::Row row) { chosen = row; }, &window);
    QCOMPARE(menu->actions().size(), 1);
    QAction *line = menu->actions().front();
    QVERIFY(line->text().contains(u"according to society; denied by ministry"));
    QVERIFY(line->text().size() < 120);
    QVERIFY(!line->icon().isNull());
    line->trigger();
    QCOMPARE(chosen, std::optional(events::Row(0)));
}

void MarksTest::keysReachEveryMark()
{
    MapWindow window;
    QVERIFY(window.isShown());
    const QRectF view(window.view->rect());
    window.look(20, 20, 1.9);
    const MapScene &scene = window.view->scene();
    std::set<events::Row> marks;
    const auto collect = [&](const auto &mark) {
        if (view.contains(mark.pixel))
            marks.insert(mark.rows.front());
    };
    std::ranges::for_each(scene.symbols, collect);
    std::ranges::for_each(scene.chips, collect);
    QVERIFY2(marks.size() > 2, qPrintable(QString::number(marks.size())));

    // Whichever way the keys are pressed: from each mark that was reached, all four.
    std::set<events::Row> reached;
    std::vector<Hit> open{nearestMark(scene, view.center())};
    while (!open.empty()) {
        const Hit hit = open.back();
        open.pop_back();
        const auto *symbol = std::get_if<SymbolHit>(&hit);
        const events::Row row = symbol ? scene.symbols[symbol->index].rows.front()
                                       : scene.chips[std::get<ChipHit>(hit).index].rows.front();
        if (!reached.insert(row).second)
            continue;
        QVERIFY(markOf(scene, row) == hit);
        for (const Qt::Key arrow : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
            const Hit next = nearestMark(scene, centreOf(scene, hit), arrow);
            if (!std::holds_alternative<std::monostate>(next))
                open.push_back(next);
        }
    }
    QCOMPARE(reached, marks);
}

void MarksTest::returnOpensTheMark()
{
    MapWindow window;
    QVERIFY(window.isShown());
    window.look(-171.77, -13.83, 7); // one event alone
    window.view->setFocus();
    const events::Row apia = window.workspace.dataset().eventRow(u"apia").value();
    QTest::keyClick(window.view.get(), Qt::Key_Return);
    QVERIFY(window.workspace.selection().empty()); // at no mark yet
    QTest::keyClick(window.view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(window.workspace.hovered(), std::optional(apia));
    QVERIFY(window.view->findChild<QWidget *>(u"hoverCard"_s)->isVisible());
    const workspace::Camera camera = window.camera();
    QTest::keyClick(window.view.get(), Qt::Key_Return);
    QCOMPARE(window.workspace.selected(), std::optional(apia));
    QCOMPARE(window.camera(), camera); // arrows with Shift pan nothing

    window.look(178.4, -18.1, 9); // three events in one city never part
    QTest::keyClick(window.view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(window.view.get(), Qt::Key_Return);
    auto *menu = window.view->findChild<QMenu *>(u"eventList"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
    menu->close();

    QSignalSpy play(window.view.get(), &MapView::playRequested);
    QTest::keyClick(window.view.get(), Qt::Key_Space);
    QCOMPARE(play.size(), 1);
}

void MarksTest::hiddenRepliesAreCounted()
{
    DatasetBuilder builder;
    const auto kind = builder.kind(u"opening"_s);
    const auto reply = builder.kind(u"reply"_s);
    const auto claimed = builder.event(u"claimed"_s, kind, u"2020"_s);
    const auto denial = builder.event(u"denial"_s, reply, u"2021"_s);
    const auto other = builder.event(u"other"_s, reply, u"2021"_s);
    builder.tables().relations = {{denial, claimed, events::RelationKind::Answers},
                                  {denial, claimed, events::RelationKind::Answers},
                                  {other, claimed, events::RelationKind::LeadsTo}};
    const auto dataset = builder.build();
    const events::Row claimedRow = dataset->eventRow(u"claimed").value();
    const events::Row denialRow = dataset->eventRow(u"denial").value();
    bitsets::RowSet passing(dataset->size(), true);
    QVERIFY(hiddenReplies(*dataset, passing).empty());
    passing.remove(denialRow);
    QCOMPARE(hiddenReplies(*dataset, passing), std::vector{denialRow});
    passing.remove(claimedRow); // nobody sees what it answers
    QVERIFY(hiddenReplies(*dataset, passing).empty());
}

void MarksTest::notesComeAndGo()
{
    MapWindow window;
    QVERIFY(window.isShown());
    const auto *date = window.view->findChild<QLabel *>(u"bigDate"_s);
    const auto *hint = window.view->findChild<QLabel *>(u"lassoHint"_s);
    const auto *replies = window.view->findChild<QToolButton *>(u"hiddenReplies"_s);
    QVERIFY(date && hint && replies);
    QVERIFY(!date->isVisible() && !hint->isVisible() && !replies->isVisible());
    const workspace::PlayHead head{.at
                                   = events::Edtf::parse(u"2020-05-04")->bounds().earliestStart};
    window.workspace.change([&](workspace::ViewState &state) { state.play = head; });
    QVERIFY(date->isVisible());
    QCOMPARE(date->text(), workspace::headPhrase(head));
    QVERIFY(date->font().pointSizeF() > 2 * window.view->font().pointSizeF());
    QVERIFY(window.view->rect().contains(date->geometry()));
    QVERIFY(!window.view->scene().labels.empty());
    for (const SceneLabel &label : window.view->scene().labels)
        QVERIFY2(!label.box.intersects(date->geometry()), qPrintable(label.text));
    window.workspace.change([](workspace::ViewState &state) { state.play.reset(); });
    QVERIFY(!date->isVisible());
    window.view->drawLasso();
    QVERIFY(hint->isVisible());
    QTest::keyClick(window.view.get(), Qt::Key_Escape);
    QVERIFY(!hint->isVisible());
}

DATELINE_TEST(marks, MarksTest)

#include "tst_marks.moc"
