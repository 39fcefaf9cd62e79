// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/clock_button.h>
#include <timeline/scene_motion.h>
#include <timeline/timeline_drawing.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QAction>
#include <QMenu>
#include <QProxyStyle>
#include <QTest>

#include <cmath>
#include <tuple>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

using events::Edtf;
using events::Row;
using workspace::Clock;

/// Lamps that are told of later than they were lit: `early` of 2016 in May 2018, in a page of 2020;
/// `late` of 2018 in 2019, in a page without a date; `silent` of 2017, of which is not known when
/// it was told.
std::shared_ptr<const events::Dataset> toldLamps()
{
    tests::DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"opening"_s);
    b.tables().info.countedKind = kind;
    b.tables().info.countedPlural = u"lamps"_s;
    const Row society = b.actor(u"society"_s);
    const Row page = b.source(u"page"_s, society);
    const Row other = b.source(u"other"_s, society);
    b.tables().sources[page].published = Edtf::parse(u"2020-02-01");
    b.tables().sources[other].published.reset();
    const auto add = [&](const QString &id, const QString &date, const QString &said, Row source) {
        b.claim(b.event(id, kind, date), society, source);
        b.tables().claims.back().said = Edtf::parse(said);
    };
    add(u"early"_s, u"2016-03-10"_s, u"2018-05~"_s, page);
    add(u"late"_s, u"2018-06-15"_s, u"2019"_s, other);
    add(u"silent"_s, u"2017-03-01"_s, {}, other);
    return b.build();
}

/// A style whose animations take as long as asked.
class TimedStyle : public QProxyStyle
{
public:
    explicit TimedStyle(int duration)
        : QProxyStyle(u"fusion"_s)
        , m_duration(duration)
    {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration
            ? m_duration
            : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_duration;
};

struct ToldWindow : tests::TimelineWindow
{
    explicit ToldWindow(int duration = 0)
        : style(duration)
    {
        canvas->QWidget::setStyle(&style);
        workspace.setDataset(toldLamps());
        std::ignore = canvas->picture();
    }

    void setClock(Clock clock)
    {
        workspace.change([clock](workspace::ViewState &next) { next.clock = clock; });
    }

    TimedStyle style;
};

class ClockTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void columnsFollowTheClock();
    void decadesAddNoEmptyYears();
    void marksMoveAndCountsStay();
    void whatHasNoDateIsCounted();
    void keyAndMenuChoose();
    void walkAndHoverFollow();
    void brushStaysAndSaysSo();
    void marksTravel();
    void anotherDatasetEndsMotion();
    void lessMotionIsNone();
};

void ClockTest::columnsFollowTheClock()
{
    const auto dataset = toldLamps();
    const Row early = *dataset->eventRow(u"early");
    const Row late = *dataset->eventRow(u"late");
    const Row silent = *dataset->eventRow(u"silent");
    const ClockDates happened(dataset, Clock::Happened);
    QCOMPARE(happened.bounds(early), dataset->columns().bounds(early));
    QCOMPARE(happened.date(early)->text(), u"2016-03-10"_s);
    QVERIFY(!happened.flags(early).any());
    const ClockDates said(dataset, Clock::Said);
    QCOMPARE(said.bounds(early), Edtf::parse(u"2018-05~")->bounds());
    QVERIFY(said.flags(early).approximate);
    QVERIFY(said.bounds(silent).isUnbounded() && !said.date(silent));
    QCOMPARE(std::vector<Row>(said.byTime().begin(), said.byTime().end()),
             (std::vector<Row>{early, late, silent}));
    QCOMPARE(said.extent()->from, Edtf::parse(u"2018-05")->bounds().earliestStart);
    QCOMPARE(said.extent()->to, Edtf::parse(u"2019")->bounds().latestEnd);
    QVERIFY(!ClockDates(tests::DatasetBuilder().build(), Clock::Said).extent());
}

void ClockTest::decadesAddNoEmptyYears()
{
    const auto extentOf = [](const QStringList &said) {
        tests::DatasetBuilder b;
        const std::uint16_t kind = b.kind(u"opening"_s);
        const Row society = b.actor(u"society"_s);
        const Row page = b.source(u"page"_s, society);
        for (const QString &date : said) {
            b.claim(b.event(u"e"_s + date, kind, u"2016"_s), society, page);
            b.tables().claims.back().said = Edtf::parse(date);
        }
        return ClockDates(b.build(), Clock::Said).extent().value();
    };
    const auto bounds = [](const QString &date) { return Edtf::parse(date)->bounds(); };
    QCOMPARE(extentOf({u"2021-03"_s, u"202X"_s, u"2022"_s}),
             (events::TimeSpan{bounds(u"2021-03"_s).earliestStart, bounds(u"2022"_s).latestEnd}));
    QCOMPARE(extentOf({u"2021"_s, u"18XX"_s}),
             (events::TimeSpan{bounds(u"18XX"_s).earliestStart, bounds(u"2021"_s).latestEnd}));
    QCOMPARE(extentOf({u"201X"_s, u"202X"_s}),
             (events::TimeSpan{bounds(u"201X"_s).earliestStart, bounds(u"202X"_s).latestEnd}));
}

void ClockTest::marksMoveAndCountsStay()
{
    ToldWindow window;
    const int before = window.markOf(u"early"_s).x();
    const std::size_t bands = window.canvas->picture().scene().bands.size();
    const std::size_t passing = window.workspace.crossfilter().passingCount();
    window.setClock(Clock::Said);
    const TimelinePicture &picture = window.canvas->picture();
    QVERIFY(window.markOf(u"early"_s).x() > before);
    const auto mark = picture.scene().find(window.row(u"late"_s), picture.dates(), picture.scale());
    QVERIFY(mark && !mark->shape.compact); // a year stays a year
    QCOMPARE(mark->shape.from,
             picture.scale().toPixel(tests::TimelineWindow::span(u"2019"_s).from));
    QCOMPARE(picture.scene().bands.size(), bands);
    QCOMPARE(window.workspace.crossfilter().passingCount(), passing);
    window.workspace.undo();
    QCOMPARE(window.markOf(u"early"_s).x(), before);
}

void ClockTest::whatHasNoDateIsCounted()
{
    ToldWindow window;
    QVERIFY(window.canvas->picture().layout().undated.isEmpty());
    window.setClock(Clock::Published);
    const TimelinePicture &picture = window.canvas->picture();
    const QRectF undated = picture.layout().undated;
    QVERIFY(undated.width() > 20 && !undated.intersects(picture.layout().lanes));
    const QPoint at = window.markOf(u"silent"_s);
    QVERIFY(undated.contains(at));
    QCOMPARE(window.markOf(u"late"_s), at); // both have no date on this clock
    const QString text = window.canvas->toolTipAt(at);
    QVERIFY2(text.contains(u"2"_s) && text.contains(u"no date"_s), qPrintable(text));
    // The events one by one.
    QTest::mouseClick(window.canvas, Qt::LeftButton, {}, at);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->close();
    QVERIFY(picture.visibleSpan().to >= Edtf::parse(u"2020-02-01")->bounds().latestEnd);
}

void ClockTest::keyAndMenuChoose()
{
    ToldWindow window;
    const auto clock = [&window] { return window.workspace.state().clock; };
    for (const Clock next : {Clock::Said, Clock::Published, Clock::Happened}) {
        QTest::keyClick(window.canvas, Qt::Key_C);
        QCOMPARE(clock(), next);
    }
    ClockButton *button = window.canvas->clockButton();
    button->menu()->actions().at(1)->trigger();
    QCOMPARE(clock(), Clock::Said);
    QVERIFY(button->accessibleName().contains(u"first said"_s));
    QVERIFY(button->menu()->actions().at(1)->isChecked());
    QVERIFY(!button->menu()->actions().at(0)->isChecked());
    const QRect box = button->geometry();
    QVERIFY(box.width() > 80 && box.right() < window.canvas->picture().layout().axis.left());
}

void ClockTest::walkAndHoverFollow()
{
    ToldWindow window;
    window.setClock(Clock::Said);
    for (const QString &id : {u"early"_s, u"late"_s, u"silent"_s, u"silent"_s}) {
        QTest::keyClick(window.canvas, Qt::Key_Right);
        QCOMPARE(window.canvas->current(), window.row(id));
    }
    const QString text = window.canvas->toolTipAt(window.markOf(u"early"_s));
    QVERIFY2(text.contains(u"May 2018"_s) && text.contains(u"2016"_s), qPrintable(text));
    window.workspace.select(window.row(u"early"_s));
    QTest::keyClick(window.canvas, Qt::Key_F);
    QVERIFY(events::possiblyTouches(Edtf::parse(u"2018-05")->bounds(),
                                    window.canvas->picture().visibleSpan()));
}

void ClockTest::brushStaysAndSaysSo()
{
    ToldWindow window;
    const events::TimeSpan year = tests::TimelineWindow::span(u"2016"_s);
    window.workspace.change([&year](workspace::ViewState &next) { next.filters.windows = {year}; });
    const auto strip = [&window] {
        const TimelinePicture &picture = window.canvas->picture();
        return window.canvas->grab(picture.layout().overview.toRect()).toImage();
    };
    const QImage before = strip();
    window.setClock(Clock::Said);
    QCOMPARE(window.workspace.crossfilter().passingCount(), std::size_t(1));
    QVERIFY(window.workspace.crossfilter().passing().contains(window.row(u"early"_s)));
    QVERIFY(strip() != before); // hatched, with a note
}

void ClockTest::marksTravel()
{
    ToldWindow window(200);
    window.setClock(Clock::Said);
    std::ignore = window.canvas->picture(); // composes
    QVERIFY(window.canvas->isMoving());
    QVERIFY(QTest::qWaitFor([&window] { return !window.canvas->isMoving(); }));

    const auto dataset = toldLamps();
    const auto placed
        = [&](Clock clock, const QString &span = u"2016/2020"_s, std::size_t subRows = 3) {
              const auto dates = std::make_shared<const ClockDates>(dataset, clock);
              const query::Crossfilter crossfilter(dataset);
              const std::vector<Lane> lanes = lanesOf(crossfilter, workspace::Lens::Kind, *dates);
              const TimeScale scale{tests::TimelineWindow::span(span), 0, 900};
              const std::vector<std::size_t> rows{subRows};
              const std::vector<bool> folded{false};
              return PlacedScene{composeLanes({*dates,
                                               lanes,
                                               rows,
                                               folded,
                                               scale,
                                               0,
                                               {900, 940},
                                               {},
                                               crossfilter.passing(),
                                               crossfilter.passing()}),
                                 dates, scale};
          };
    const PlacedScene from = placed(Clock::Happened);
    const PlacedScene to = placed(Clock::Said);
    QVERIFY(!SceneMotion(from, from).moves());
    const SceneMotion motion(from, to);
    QVERIFY(motion.moves());
    const Row early = *dataset->eventRow(u"early");
    const auto x = [&](const PlacedScene &scene) {
        return scene.scene.find(early, *scene.dates, scene.scale)->symbol;
    };
    const auto on = [&](double share) { return motion.at(share).find(early, *to.dates, to.scale); };
    QCOMPARE(on(0)->symbol, x(from));
    QVERIFY(on(0.5)->symbol > x(from) && on(0.5)->symbol < x(to));
    QCOMPARE(motion.at(0.5).bands.front().marks.size(), dataset->size()); // none is lost

    // Zooming moves nothing along the axis: marks leave the pile that they were in.
    const PlacedScene far = placed(Clock::Happened, u"0001/9000"_s, 1);
    QVERIFY(!far.scene.bands.front().piles.empty());
    const SceneMotion settling(far, from, SceneMotion::Way::Across);
    QVERIFY(settling.moves());
    const auto settled = [&](double share) {
        return settling.at(share).find(early, *from.dates, from.scale).value();
    };
    QCOMPARE(settled(0).symbol, x(from));
    QCOMPARE(settled(0).y, far.scene.find(early, *far.dates, far.scale)->y);
    const double y = from.scene.find(early, *from.dates, from.scale)->y;
    QVERIFY(std::abs(settled(0.5).y - y) < std::abs(settled(0).y - y));
    QVERIFY(!SceneMotion(from, from, SceneMotion::Way::Across).moves());
}

/// Marks on their way are rows of a dataset; those of the next one are others.
void ClockTest::anotherDatasetEndsMotion()
{
    ToldWindow window(200);
    window.setClock(Clock::Said);
    std::ignore = window.canvas->picture();
    QVERIFY(window.canvas->isMoving());
    window.workspace.setDataset(tests::DatasetBuilder().build());
    QVERIFY(!window.canvas->isMoving());
    QTest::qWait(250);
    QVERIFY(window.canvas->picture().lanes().empty());
}

void ClockTest::lessMotionIsNone()
{
    ToldWindow window(0);
    window.setClock(Clock::Said);
    std::ignore = window.canvas->picture(); // composes
    QVERIFY(!window.canvas->isMoving());

    ToldWindow still(200);
    workspace::PlaySettings settings = still.playback.settings();
    settings.glides = false;
    still.playback.setSettings(settings);
    std::ignore = still.canvas->picture();
    still.setClock(Clock::Said);
    std::ignore = still.canvas->picture();
    QVERIFY(!still.canvas->isMoving());
}

} // namespace

DATELINE_TEST(clock, ClockTest)

} // namespace dateline::timeline

#include "tst_clock.moc"
