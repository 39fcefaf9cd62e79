// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/time_handles.h>

#include <symbology/focus_reason.h>
#include <timeline/timescale.h>
#include <workspace/wording.h>

#include <QAccessible>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::timeline {

using events::Instant;
using events::TimeSpan;
using workspace::Step;

namespace {

constexpr int halfWidth = 6; ///< pixels
constexpr int pageSteps = 10;
constexpr Instant leastSteps = 60; ///< that make up all that is dated

/// The coarsest of the usual steps of which there are enough.
Instant stepFor(const TimeSpan &course)
{
    constexpr std::array<Instant, 3> steps{events::millisecondsPerDay, 3'600'000, 60'000};
    const auto step = std::ranges::find_if(
        steps, [&course](Instant one) { return lengthOf(course) / one >= leastSteps; });
    return step == steps.end() ? 1'000 : *step;
}

} // namespace

TimeHandle::TimeHandle(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setPageStep(pageSteps);
}

void TimeHandle::paintEvent(QPaintEvent *)
{
    if (!hasFocus() || !m_ringShown)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_ring, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
}

void TimeHandle::focusInEvent(QFocusEvent *event)
{
    QSlider::focusInEvent(event);
    m_ringShown = symbology::showsRing(event->reason()).value_or(m_ringShown);
}

/// With Ctrl a key is the timeline's: the whole period moves by its width.
void TimeHandle::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore();
    else
        QSlider::keyPressEvent(event);
}

struct TimeHandles::Hold
{
    Part part = Part::Head;
    std::size_t window = 0;
    TimeHandle *handle = nullptr; ///< a child of the canvas
};

TimeHandles::TimeHandles(workspace::Workspace *workspace, workspace::Playback *playback,
                         QWidget *canvas)
    : QObject(canvas)
    , m_workspace(workspace)
    , m_playback(playback)
    , m_canvas(canvas)
{}

TimeHandles::~TimeHandles() = default;

std::vector<TimeHandle *> TimeHandles::handles() const
{
    std::vector<TimeHandle *> handles;
    for (const std::unique_ptr<Hold> &hold : m_holds)
        handles.push_back(hold->handle);
    return handles;
}

Instant TimeHandles::beginningOf(int step) const
{
    return m_course.from + step * m_step;
}

int TimeHandles::stepOf(Instant at) const
{
    constexpr double furthest = 1e9;
    const double step = std::floor((double(at) - double(m_course.from)) / double(m_step));
    return int(std::clamp(step, -furthest, furthest));
}

void TimeHandles::follow(const TimelinePicture &picture)
{
    const workspace::ViewState &state = m_workspace->state();
    const std::optional<TimeSpan> extent = m_playback->extent();
    const std::vector<TimeSpan> windows = extent ? state.filters.windows : std::vector<TimeSpan>();
    if (extent) {
        m_step = stepFor(*extent);
        m_course = *extent;
        // Whole steps from the epoch on: days of the calendar.
        m_course.from -= ((m_course.from % m_step) + m_step) % m_step;
    }
    makeHolds(windows.size(), extent && state.play);
    for (const std::unique_ptr<Hold> &hold : m_holds)
        place(*hold, picture);
}

void TimeHandles::makeHolds(std::size_t windows, bool head)
{
    const std::size_t wanted = 2 * windows + std::size_t(head);
    const bool hasHead = !m_holds.empty() && m_holds.front()->part == Part::Head;
    if (m_holds.size() == wanted && hasHead == head)
        return;
    const auto drop = [this](const std::unique_ptr<Hold> &hold) {
        if (hold->handle->hasFocus())
            m_canvas->setFocus(Qt::OtherFocusReason);
        hold->handle->deleteLater();
        hold->handle->hide();
    };
    std::ranges::for_each(m_holds, drop);
    m_holds.clear();
    const auto add = [this](Part part, std::size_t window) {
        auto hold = std::make_unique<Hold>(Hold{part, window, new TimeHandle(m_canvas)});
        QWidget *before = m_holds.empty() ? m_canvas : m_holds.back()->handle;
        QWidget::setTabOrder(before, hold->handle);
        connect(hold->handle, &QSlider::valueChanged, this,
                [this, moved = hold.get()] { move(*moved); });
        hold->handle->show();
        m_holds.push_back(std::move(hold));
    };
    if (head)
        add(Part::Head, 0);
    for (std::size_t window = 0; window < windows; ++window) {
        add(Part::From, window);
        add(Part::To, window);
    }
}

void TimeHandles::place(const Hold &hold, const TimelinePicture &picture)
{
    const std::vector<TimeSpan> &windows = m_workspace->state().filters.windows;
    const TimelineLayout &layout = picture.layout();
    const Instant at = instantOf(hold);
    int least = std::min(0, stepOf(at));
    int most = std::max(stepOf(m_course.to - 1), stepOf(at));
    if (hold.part == Part::From) {
        if (hold.window > 0)
            least = stepOf(windows[hold.window - 1].to) + 1;
        most = std::min(most, stepOf(windows[hold.window].to - 1));
    } else if (hold.part == Part::To) {
        least = std::max(least, stepOf(windows[hold.window].from));
        if (hold.window + 1 < windows.size())
            most = stepOf(windows[hold.window + 1].from - 1) - 1;
    }
    const QSignalBlocker quiet(hold.handle);
    hold.handle->setRange(least, std::max(least, most));
    hold.handle->setValue(stepOf(at));
    hold.handle->setRing(picture.style().accent);
    const double edge = picture.overviewScale().toPixel(hold.part == Part::To ? at + 1 : at);
    const double x = std::clamp(edge, layout.overview.left(), layout.overview.right());
    const int height = int(layout.overview.height());
    hold.handle->setGeometry(int(std::lround(x)) - halfWidth, int(layout.overview.top()) - 2,
                             2 * halfWidth + 1, height + 2);
    name(hold);
}

void TimeHandles::name(const Hold &hold)
{
    const QString date = workspace::momentPhrase(instantOf(hold));
    const bool several = m_workspace->state().filters.windows.size() > 1;
    const int number = int(hold.window) + 1;
    QString name;
    if (hold.part == Part::Head)
        name = tr("Date of the playback: %1").arg(date);
    else if (hold.part == Part::From)
        name = several ? tr("Beginning of period %L1: %2").arg(number).arg(date)
                       : tr("Beginning of the period: %1").arg(date);
    else
        name = several ? tr("End of period %L1: %2").arg(number).arg(date)
                       : tr("End of the period: %1").arg(date);
    if (hold.handle->accessibleName() != name) // each time is told to screen readers
        hold.handle->setAccessibleName(name);
}

/// The moment that belongs to what is shown: of an end the last one. An open side is where all that
/// is dated begins or ends.
Instant TimeHandles::instantOf(const Hold &hold) const
{
    const workspace::ViewState &state = m_workspace->state();
    if (hold.part == Part::Head)
        return state.play->at;
    const TimeSpan &window = state.filters.windows[hold.window];
    if (hold.part == Part::From)
        return window.from == events::distantPast ? m_course.from : window.from;
    return (window.to == events::distantFuture ? m_course.to : window.to) - 1;
}

void TimeHandles::move(const Hold &hold)
{
    const int step = hold.handle->value();
    if (hold.part == Part::Head) {
        m_playback->pause();
        m_playback->moveTo(beginningOf(step + 1) - 1, Step::Passing); // the whole of it is shown
    } else {
        moveEdge(hold);
    }
    QAccessibleAnnouncementEvent said(hold.handle, workspace::momentPhrase(beginningOf(step)));
    QAccessible::updateAccessibility(&said);
}

void TimeHandles::moveEdge(const Hold &hold)
{
    std::vector<TimeSpan> windows = m_workspace->state().filters.windows;
    const Step step = m_workspace->state() == m_moved ? Step::Continue : Step::New;
    const int value = hold.handle->value();
    if (hold.part == Part::From)
        windows[hold.window].from = beginningOf(value);
    else
        windows[hold.window].to = beginningOf(value + 1);
    m_workspace->change(
        [&windows](workspace::ViewState &next) { next.filters.windows = std::move(windows); },
        step);
    m_moved = m_workspace->state();
}

} // namespace dateline::timeline
