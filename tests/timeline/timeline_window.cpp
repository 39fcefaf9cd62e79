// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline_window.h"

#include <support/sample_dataset.h>

#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

namespace {

std::shared_ptr<const events::Dataset> lighthouses()
{
    DatasetBuilder b;
    const std::uint16_t opening = b.kind(u"opening"_s);
    const std::uint16_t visit = b.kind(u"visit"_s, events::Shape::Square);
    const std::uint16_t inquiry = b.kind(u"inquiry"_s, events::Shape::Diamond);
    b.tables().info.countedKind = opening;
    b.tables().info.countedPlural = u"lamps"_s;
    const events::Row society = b.actor(u"society"_s);
    const events::Row report = b.source(u"report"_s, society);
    const auto add = [&](const QString &id, std::uint16_t kind, const QString &date) {
        b.claim(b.event(id, kind, date), society, report);
    };
    add(u"first"_s, opening, u"2016-03-10"_s);
    add(u"second"_s, opening, u"2017-06-15"_s);
    add(u"year-only"_s, opening, u"2019"_s);
    add(u"fourth"_s, opening, u"2021-05-01"_s);
    add(u"stay"_s, visit, u"2018/2020"_s);
    add(u"question"_s, inquiry, u"2017-07-20"_s);
    add(u"last"_s, inquiry, u"2022-11-30"_s);
    add(u"undated"_s, inquiry, u""_s);
    b.tables().info.turningPoints
        = {{events::Edtf::parse(u"2021-05-01").value(), u"Society: a fourth lamp"_s, u"fourth"_s}};
    return b.build();
}

} // namespace

TimelineWindow::TimelineWindow()
    : view(std::make_unique<timeline::TimelineView>(&workspace, &playback))
    , canvas(view->canvas())
{
    workspace.setDataset(lighthouses());
    view->resize(1000, 400);
    view->show();
    view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    canvas->setFocus();
    QVERIFY(QTest::qWaitFor([this] { return canvas->hasFocus(); }));
}

events::Row TimelineWindow::row(const QString &id) const
{
    return workspace.dataset().eventRow(id).value();
}

events::TimeSpan TimelineWindow::span(const QString &edtf)
{
    const events::FuzzyInterval bounds = events::Edtf::parse(edtf).value().bounds();
    return {bounds.earliestStart, bounds.latestEnd};
}

QPoint TimelineWindow::markOf(const QString &id)
{
    const timeline::TimelinePicture &picture = canvas->picture();
    const auto mark = picture.scene().find(row(id), picture.dates(), picture.scale());
    return mark ? QPointF(mark->symbol, mark->y).toPoint() : QPoint(-1, -1);
}

QPoint TimelineWindow::overviewAt(events::Instant at)
{
    const timeline::TimelinePicture &picture = canvas->picture();
    return QPointF(picture.overviewScale().toPixel(at), picture.layout().overview.top() + 12)
        .toPoint();
}

void TimelineWindow::drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers)
{
    const auto send = [this, modifiers](QEvent::Type type, const QPoint &at, bool held) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, canvas->mapToGlobal(at), button,
                          held ? Qt::LeftButton : Qt::NoButton, modifiers);
        QCoreApplication::sendEvent(canvas, &event);
    };
    send(QEvent::MouseButtonPress, from, true);
    send(QEvent::MouseMove, (from + to) / 2, true);
    send(QEvent::MouseMove, to, true);
    send(QEvent::MouseButtonRelease, to, false);
}

bool TimelineWindow::wheel(const QPoint &at, const QPoint &turn, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, canvas->mapToGlobal(at), {}, turn, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    event.ignore();
    QCoreApplication::sendEvent(canvas, &event);
    return event.isAccepted();
}

} // namespace dateline::tests
