// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/gestures.h>

#include <timeline/calendar_date.h>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using events::Instant;
using events::TimeSpan;
using workspace::Step;
using workspace::ViewState;

namespace {

constexpr double dragThreshold = 3; ///< pixels before a press becomes a drag
constexpr double notch = 120;
constexpr double zoomPerNotch = 0.8;
constexpr double panPerNotch = 0.1; ///< of the visible span
constexpr double snapPixels = 8; ///< least distance of the moments a brush on the axis snaps to

bool isOfMonths(const TimeSpan &window)
{
    return monthBeginning(window.from) && monthBeginning(window.to);
}

/// From the first to the last of windows that are of whole months.
std::int64_t monthsIn(const Windows &windows)
{
    return monthBeginning(windows.back().to).value() - monthBeginning(windows.front().from).value();
}

TimeSpan shiftedByMonths(const TimeSpan &window, std::int64_t months)
{
    return {beginningOfMonth(monthBeginning(window.from).value() + months),
            beginningOfMonth(monthBeginning(window.to).value() + months)};
}

} // namespace

Gestures::Gestures(workspace::Workspace *workspace, TimelinePicture *picture)
    : m_workspace(workspace)
    , m_picture(picture)
{}

Gestures::Zone Gestures::zoneAt(const QPointF &at) const
{
    const TimelineLayout &layout = m_picture->layout();
    if (layout.eras.contains(at))
        return Zone::Eras;
    if (layout.labels.contains(at))
        return Zone::Labels;
    if (layout.lanes.contains(at) || layout.undated.contains(at))
        return Zone::Lanes;
    if (layout.axis.contains(at))
        return Zone::Axis;
    if (layout.growth.contains(at))
        return Zone::Growth;
    // A brush that reaches to the edge can be taken there.
    if (layout.overview.adjusted(-tolerance, -4, tolerance, 0).contains(at))
        return Zone::Overview;
    return Zone::Outside;
}

const TimeScale &Gestures::scaleOf(Zone zone) const
{
    return zone == Zone::Overview ? m_picture->overviewScale() : m_picture->scale();
}

std::vector<Instant> Gestures::edgesOf(Zone zone) const
{
    if (zone == Zone::Overview)
        return m_picture->binEdges();
    const TimeScale &scale = m_picture->scale();
    return boundariesWithin(scale.span, chooseStep(scale, snapPixels), QLocale().firstDayOfWeek());
}

bool Gestures::isOnHead(const QPointF &at) const
{
    const std::optional<workspace::PlayHead> &head = m_workspace->state().play;
    const Zone zone = zoneAt(at);
    if (!head || (zone != Zone::Axis && zone != Zone::Overview))
        return false;
    const double reach = zone == Zone::Axis ? 5 * tolerance : tolerance / 2;
    return std::abs(at.x() - scaleOf(zone).toPixel(head->at)) <= reach;
}

void Gestures::press(const QPointF &at, Qt::KeyboardModifiers modifiers)
{
    m_zone = zoneAt(at);
    m_pressed = at;
    m_moved = false;
    m_stepTaken = false;
    m_brush.reset();
    m_spanBefore = m_picture->visibleSpan();
    m_headBefore = m_workspace->state().play;
    m_scrollBefore = m_picture->scroll();
    m_action = Action::None;
    if (isOnHead(at)) {
        m_action = Action::Head;
    } else if (m_zone == Zone::Overview || m_zone == Zone::Axis) {
        m_action = Action::Brush;
        m_brush = beginDrag(m_workspace->state().filters.windows, scaleOf(m_zone), at.x(),
                            tolerance, modifiers.testFlag(Qt::ShiftModifier));
    } else if (m_zone != Zone::Outside) {
        m_action = Action::Pan;
    }
}

void Gestures::drag(const QPointF &to, Qt::KeyboardModifiers modifiers)
{
    if (m_action == Action::None)
        return;
    if (!m_moved && (to - m_pressed).manhattanLength() < dragThreshold)
        return;
    m_moved = true;
    if (m_action == Action::Brush)
        dragBrush(to, modifiers);
    else if (m_action == Action::Head)
        dragHead(to);
    else
        dragPan(to);
}

bool Gestures::release()
{
    const bool click = m_action != Action::None && !m_moved;
    m_action = Action::None;
    m_moved = false;
    m_brush.reset();
    return click;
}

bool Gestures::cancel()
{
    if (!m_moved)
        return false;
    if (m_action == Action::Brush && m_stepTaken)
        m_workspace->undo();
    else if (m_action == Action::Pan)
        show(m_spanBefore, Step::Passing);
    else if (m_action == Action::Head)
        m_workspace->change([this](ViewState &next) { next.play = m_headBefore; }, Step::Passing);
    m_picture->setScroll(m_scrollBefore);
    release();
    return true;
}

void Gestures::dragBrush(const QPointF &to, Qt::KeyboardModifiers modifiers)
{
    const TimeScale &scale = scaleOf(m_zone);
    const double x = std::clamp(to.x(), scale.left, scale.right());
    const std::vector<Instant> edges
        = modifiers.testFlag(Qt::AltModifier) ? std::vector<Instant>() : edgesOf(m_zone);
    setWindows(m_brush->at(scale.toInstant(x), edges));
}

void Gestures::setWindows(Windows windows)
{
    if (windows == m_workspace->state().filters.windows)
        return;
    m_workspace->change([&windows](ViewState &next) { next.filters.windows = std::move(windows); },
                        m_stepTaken ? Step::Continue : Step::New);
    m_stepTaken = true;
}

void Gestures::dragHead(const QPointF &to)
{
    const TimeScale &scale = scaleOf(m_zone);
    const Instant at = scale.toInstant(std::clamp(to.x(), scale.left, scale.right()));
    m_workspace->change(
        [at](ViewState &next) {
            if (!next.play)
                return;
            next.play->at = at;
            next.play->since.reset(); // what lies on the way was not to be seen
        },
        Step::Passing);
}

void Gestures::dragPan(const QPointF &to)
{
    const QPointF moved = to - m_pressed;
    m_picture->setScroll(std::clamp(m_scrollBefore - moved.y(), 0.0, m_picture->scrollRange()));
    const double perPixel = m_picture->scale().pixelsPerMillisecond();
    if (m_zone == Zone::Labels || perPixel <= 0)
        return;
    show(shifted(m_spanBefore, -Instant(std::llround(moved.x() / perPixel))), Step::Passing);
}

bool Gestures::wheel(const QPointF &at, const QPointF &turn, Qt::KeyboardModifiers modifiers)
{
    const Zone zone = zoneAt(at);
    if (zone == Zone::Outside)
        return false;
    const bool zooms = modifiers.testFlag(Qt::ControlModifier);
    if (zone == Zone::Labels && m_picture->scrollRange() > 0 && !zooms) {
        const double before = m_picture->scroll();
        const double row = m_picture->scene().metrics.rowHeight;
        const double wanted = before - turn.y() / notch * 3 * row;
        m_picture->setScroll(std::clamp(wanted, 0.0, m_picture->scrollRange()));
        return m_picture->scroll() != before;
    }
    const bool horizontal = std::abs(turn.x()) > std::abs(turn.y());
    if (!zooms && (horizontal || modifiers.testFlag(Qt::ShiftModifier))) {
        const double turned = horizontal ? turn.x() : turn.y();
        const double length = double(lengthOf(m_picture->visibleSpan()));
        return pan(-Instant(std::llround(turned / notch * panPerNotch * length)));
    }
    return pinch(at, std::pow(zoomPerNotch, -turn.y() / notch));
}

bool Gestures::pinch(const QPointF &at, double factor)
{
    const Zone zone = zoneAt(at);
    if (zone == Zone::Outside || !(factor > 0))
        return false;
    const TimeScale &scale = scaleOf(zone);
    const double x = std::clamp(at.x(), scale.left, scale.right());
    return zoom(scale.toInstant(x), 1 / factor);
}

bool Gestures::show(const TimeSpan &span, Step step)
{
    const ZoomLimits limits = m_picture->zoomLimits();
    const TimeSpan wanted = movedInto(span, limits.widest);
    if (wanted == m_picture->visibleSpan())
        return false;
    const TimeSpan whole = m_picture->wholeSpan();
    m_workspace->change(
        [&wanted, &whole](ViewState &next) {
            next.span = wanted == whole ? std::nullopt : std::optional(wanted);
        },
        step);
    return true;
}

bool Gestures::zoom(Instant about, double factor)
{
    return show(zoomedAbout(m_picture->visibleSpan(), about, factor, m_picture->zoomLimits()),
                Step::Passing);
}

bool Gestures::pan(Instant by)
{
    return show(shifted(m_picture->visibleSpan(), by), Step::Passing);
}

void Gestures::centreOn(Instant at)
{
    const TimeSpan span = m_picture->visibleSpan();
    pan(at - (span.from + lengthOf(span) / 2));
}

bool Gestures::clearBrush()
{
    if (m_workspace->state().filters.windows.empty())
        return false;
    m_workspace->change([](ViewState &next) { next.filters.windows.clear(); });
    return true;
}

bool Gestures::shiftByWidth(int direction)
{
    Windows windows = m_workspace->state().filters.windows;
    if (windows.empty())
        return pan(direction * lengthOf(m_picture->visibleSpan()));
    if (isOpenEnded(windows.front()) || isOpenEnded(windows.back()))
        return false; // no width that it could be moved by
    const TimeSpan bounds = m_picture->zoomLimits().widest;
    const Instant width = lengthOf({windows.front().from, windows.back().to});
    if (direction > 0 ? windows.back().from >= bounds.to - width
                      : windows.front().to <= bounds.from + width)
        return false;
    const std::optional<std::int64_t> months = std::ranges::all_of(windows, isOfMonths)
        ? std::optional(monthsIn(windows))
        : std::nullopt;
    for (TimeSpan &window : windows)
        window = months ? shiftedByMonths(window, direction * *months)
                        : shifted(window, direction * width);
    m_workspace->change([&windows](ViewState &next) { next.filters.windows = windows; });
    return true;
}

Qt::CursorShape Gestures::cursorAt(const QPointF &at, Qt::KeyboardModifiers modifiers) const
{
    const Zone zone = zoneAt(at);
    if (m_moved && m_action == Action::Pan)
        return Qt::ClosedHandCursor;
    if (isOnHead(at))
        return Qt::SizeHorCursor;
    if (zone == Zone::Labels)
        return Qt::PointingHandCursor;
    if (zone != Zone::Overview && zone != Zone::Axis)
        return Qt::ArrowCursor;
    if (modifiers.testFlag(Qt::ShiftModifier))
        return Qt::CrossCursor;
    const std::optional<BrushHit> hit
        = hitBrush(m_workspace->state().filters.windows, scaleOf(zone), at.x(), tolerance);
    if (!hit)
        return Qt::CrossCursor;
    return hit->part == BrushPart::Middle ? Qt::OpenHandCursor : Qt::SizeHorCursor;
}

} // namespace dateline::timeline
