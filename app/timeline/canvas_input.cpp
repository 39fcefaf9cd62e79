// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/focus_reason.h>
#include <timeline/eras.h>
#include <timeline/timeline_canvas.h>
#include <workspace/wording.h>

#include <QAccessible>
#include <QGestureEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Row;
using Part = TimelinePicture::Part;

namespace {

constexpr double keyZoom = 0.7;

/// Lines that Qt breaks where they are long, which it does with rich text alone.
QString wrapped(const QString &text)
{
    return u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped().replace(u'\n', "<br>"_L1));
}

} // namespace

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), wrapped(text), this);
        return true;
    }
    if (event->type() == QEvent::NativeGesture || event->type() == QEvent::Gesture)
        return pinch(event) || QCustomPlot::event(event);
    // Escape belongs to a drag before it belongs to a window's action.
    if (event->type() == QEvent::ShortcutOverride && m_gestures.isDragging()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QCustomPlot::event(event);
}

bool TimelineCanvas::pinch(QEvent *event)
{
    bringUpToDate();
    if (event->type() == QEvent::NativeGesture) { // of a touchpad
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        return native->gestureType() == Qt::ZoomNativeGesture
            && m_gestures.pinch(native->position(), 1 + native->value());
    }
    auto *fingers = static_cast<QPinchGesture *>(
        static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture));
    return fingers && fingers->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged)
        && m_gestures.pinch(mapFromGlobal(fingers->centerPoint()), fingers->scaleFactor());
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    bringUpToDate();
    if (event->button() == Qt::LeftButton)
        m_gestures.press(event->position(), event->modifiers());
    else
        event->ignore();
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    bringUpToDate();
    const double scroll = m_picture.scroll();
    if (event->buttons().testFlag(Qt::LeftButton))
        m_gestures.drag(event->position(), event->modifiers());
    if (m_picture.scroll() != scroll)
        invalidate(Part::Place);
    if (!m_gestures.isDragging())
        hover(event->position());
    setCursor(m_gestures.cursorAt(event->position(), event->modifiers()));
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    bringUpToDate();
    if (event->button() == Qt::LeftButton && m_gestures.release())
        click(event->position(), event->modifiers());
    setCursor(m_gestures.cursorAt(event->position(), event->modifiers()));
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Gestures::Zone zone = m_gestures.zoneAt(event->position());
    const bool onStrip = zone == Gestures::Zone::Overview || zone == Gestures::Zone::Axis;
    if (onStrip && m_gestures.clearBrush())
        return;
    mousePressEvent(event);
}

void TimelineCanvas::leaveEvent(QEvent *event)
{
    if (m_hovering)
        m_workspace->setHovered(std::nullopt);
    m_hovering = false;
    QCustomPlot::leaveEvent(event);
}

void TimelineCanvas::hover(const QPointF &at)
{
    std::optional<Row> row;
    if (m_gestures.zoneAt(at) == Gestures::Zone::Lanes) {
        if (const auto hit = m_picture.scene().hit(at))
            row = hit->row;
    }
    if (row || m_hovering)
        m_workspace->setHovered(row);
    m_hovering = row.has_value();
}

void TimelineCanvas::click(const QPointF &at, Qt::KeyboardModifiers modifiers)
{
    const Gestures::Zone zone = m_gestures.zoneAt(at);
    if (zone == Gestures::Zone::Overview && m_workspace->state().span)
        m_gestures.centreOn(m_picture.overviewScale().toInstant(at.x()));
    if (zone == Gestures::Zone::Labels) {
        if (const Lane *lane = laneAt(at))
            fold({lane->value}, !m_picture.isFolded(lane->value));
    }
    if (zone == Gestures::Zone::Eras) {
        if (const events::Era *era = eraAt(m_picture, at))
            m_workspace->select(m_workspace->dataset().eventRow(era->event));
    }
    if (zone != Gestures::Zone::Lanes)
        return;
    const auto hit = m_picture.scene().hit(at);
    if (hit && hit->pile) {
        openPile(*hit->pile, at);
        return;
    }
    const std::optional<Row> row = hit ? hit->row : std::nullopt;
    m_walk.moveTo(row, m_picture.lanes());
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) {
        if (row)
            m_workspace->toggleSelected(*row);
    } else if (row) {
        choose(*row);
    } else {
        m_workspace->select(std::nullopt);
    }
}

void TimelineCanvas::choose(Row row)
{
    if (m_workspace->selected() == row)
        Q_EMIT detailRequested();
    else
        m_workspace->select(row);
}

const Lane *TimelineCanvas::laneAt(const QPointF &at) const
{
    for (const LaneBand &band : m_picture.scene().bands) {
        if (at.y() >= band.top && at.y() < band.top + band.height)
            return &m_picture.lanes()[band.lane];
    }
    return nullptr;
}

void TimelineCanvas::fold(const std::vector<QString> &lanes, bool folded)
{
    for (const QString &lane : lanes)
        m_picture.setFolded(lane, folded);
    invalidate(Part::Place);
}

/// For folding by the keyboard: the lane of the mark that the keyboard is at.
void TimelineCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    bringUpToDate();
    QPointF at = event->pos();
    const std::optional<LaneMark> mark = m_walk.current()
        ? m_picture.scene().find(*m_walk.current(), m_picture.dates(), m_picture.scale())
        : std::nullopt;
    if (event->reason() == QContextMenuEvent::Keyboard && mark)
        at = {mark->symbol, mark->y};
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const Lane *lane = laneAt(at)) {
        const bool folded = m_picture.isFolded(lane->value);
        const QString text = folded ? tr("&Open the lane “%1”") : tr("&Fold the lane “%1”");
        connect(menu->addAction(text.arg(QString(lane->label).replace(u'&', QStringLiteral("&&")))),
                &QAction::triggered, this,
                [this, value = lane->value, folded] { fold({value}, !folded); });
    }
    std::vector<QString> all;
    for (const Lane &lane : m_picture.lanes())
        all.push_back(lane.value);
    connect(menu->addAction(tr("Fold &all lanes")), &QAction::triggered, this,
            [this, all] { fold(all, true); });
    connect(menu->addAction(tr("Open all &lanes")), &QAction::triggered, this,
            [this, all] { fold(all, false); });
    menu->popup(mapToGlobal(at.toPoint()));
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    bringUpToDate();
    // Alt turns a wheel sideways on some systems; the turn itself says where to.
    const double scroll = m_picture.scroll();
    const bool did
        = m_gestures.wheel(event->position(), QPointF(event->angleDelta()), event->modifiers());
    if (m_picture.scroll() != scroll)
        invalidate(Part::Place);
    event->setAccepted(did);
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    // A handle passes on what is not its own, and has a ring itself.
    if (hasFocus() && !std::exchange(m_ringShown, true))
        update();
    bringUpToDate();
    event->setAccepted(pressKey(event));
}

bool TimelineCanvas::pressKey(QKeyEvent *event)
{
    const events::TimeSpan span = m_picture.visibleSpan();
    const events::Instant middle = span.from + lengthOf(span) / 2;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        return pressControlKey(event->key());
    using enum MarkWalk::Direction;
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(Earlier), true;
    case Qt::Key_Right:
        return walk(Later), true;
    case Qt::Key_Up:
        return walk(Up), true;
    case Qt::Key_Down:
        return walk(Down), true;
    case Qt::Key_Home:
        return walk(First), true;
    case Qt::Key_End:
        return walk(Last), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_walk.current())
            choose(*m_walk.current());
        return m_walk.current().has_value();
    case Qt::Key_Space:
        m_playback->toggle();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_gestures.zoom(middle, keyZoom);
    case Qt::Key_Minus:
        return m_gestures.zoom(middle, 1 / keyZoom);
    case Qt::Key_0:
        return showAll(), true;
    case Qt::Key_F:
        return showFitting(), true;
    case Qt::Key_Escape:
        if (m_gestures.cancel()) {
            invalidate(Part::Place);
            return true;
        }
        return m_workspace->peel();
    default:
        return false;
    }
}

bool TimelineCanvas::pressControlKey(int key)
{
    if (key == Qt::Key_Left)
        return m_gestures.shiftByWidth(-1);
    if (key == Qt::Key_Right)
        return m_gestures.shiftByWidth(1);
    return false;
}

void TimelineCanvas::showAll()
{
    m_gestures.show(picture().wholeSpan(), workspace::Step::New);
}

void TimelineCanvas::showFitting()
{
    const ClockDates &dates = picture().dates();
    std::optional<events::TimeSpan> fitting;
    const auto include = [&](events::Row row) {
        const events::FuzzyInterval bounds = dates.bounds(row);
        const bool openStart = bounds.earliestStart == events::distantPast;
        const bool openEnd = bounds.latestEnd == events::distantFuture;
        if (openStart && openEnd)
            return;
        const events::Instant from = openStart ? bounds.latestEnd - 1 : bounds.earliestStart;
        const events::Instant to = openEnd ? bounds.earliestStart + 1 : bounds.latestEnd;
        fitting = fitting
            ? events::TimeSpan{std::min(fitting->from, from), std::max(fitting->to, to)}
            : events::TimeSpan{from, to};
    };
    if (m_workspace->selection().empty())
        m_workspace->crossfilter().passing().forEach(include);
    else
        std::ranges::for_each(m_workspace->selection(), include);
    if (fitting)
        m_gestures.show(padded(*fitting, 0.05, events::millisecondsPerDay), workspace::Step::New);
}

void TimelineCanvas::walk(MarkWalk::Direction direction)
{
    if (!m_walk.current())
        m_walk.moveTo(m_workspace->selected(), m_picture.lanes());
    const bool moved = m_walk.walk(direction, m_picture.lanes(),
                                   m_workspace->crossfilter().passing(), m_picture.dates());
    if (!m_walk.current())
        return;
    bringIntoView(*m_walk.current());
    m_workspace->setHovered(m_walk.current());
    m_hovering = true;
    if (!moved)
        return;
    QAccessibleAnnouncementEvent said(
        this, workspace::announcement(m_workspace->dataset(), *m_walk.current()));
    QAccessible::updateAccessibility(&said);
}

/// Moves the visible span, and the lanes, by as much as shows the event.
void TimelineCanvas::bringIntoView(Row row)
{
    const events::FuzzyInterval bounds = m_picture.dates().bounds(row);
    const events::TimeSpan span = m_picture.visibleSpan();
    if (!events::possiblyTouches(bounds, span))
        m_gestures.centreOn(bounds.earliestStart >= span.to ? bounds.earliestStart
                                                            : bounds.latestEnd);
    bringUpToDate();
    const auto mark = m_picture.scene().find(row, m_picture.dates(), m_picture.scale());
    if (!mark || m_picture.scrollRange() <= 0)
        return;
    const QRectF lanes = m_picture.layout().lanes;
    const double margin = m_picture.scene().metrics.rowHeight;
    double scroll = m_picture.scroll();
    scroll -= std::max(0.0, lanes.top() + margin - mark->y);
    scroll += std::max(0.0, mark->y - lanes.bottom() + margin);
    m_picture.setScroll(std::clamp(scroll, 0.0, m_picture.scrollRange()));
    invalidate(Part::Place);
}

void TimelineCanvas::focusInEvent(QFocusEvent *event)
{
    QCustomPlot::focusInEvent(event);
    m_ringShown = symbology::showsRing(event->reason()).value_or(m_ringShown);
    update();
}

void TimelineCanvas::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    m_ringShown = m_ringShown && !symbology::showsRing(event->reason()).has_value();
    update();
}

} // namespace dateline::timeline
