// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_pointer.h>

#include <QApplication>
#include <QMouseEvent>
#include <QRubberBand>
#include <QWidget>

namespace dateline::map {

namespace {

// A smaller box was a click with an unsteady hand.
constexpr int smallestBox = 8;

} // namespace

MapPointer::MapPointer(MapControl *control, QWidget *surface)
    : QObject(surface)
    , m_control(control)
    , m_surface(surface)
    , m_band(new QRubberBand(QRubberBand::Rectangle, surface))
{
    surface->setMouseTracking(true);
    surface->installEventFilter(this);
}

bool MapPointer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick: {
        const auto &mouse = *static_cast<QMouseEvent *>(event);
        if (mouse.button() != Qt::LeftButton)
            return false;
        if (mouse.modifiers().testFlag(Qt::ControlModifier)
            || !std::holds_alternative<std::monostate>(m_control->hitAt(mouse.position())))
            return press(mouse);
        m_pressed.reset();
        Q_EMIT zoomRequested(mouse.position(),
                             mouse.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    case QEvent::Leave:
        Q_EMIT hovered({}, {});
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool MapPointer::press(const QMouseEvent &event)
{
    if (event.button() == Qt::BackButton || event.button() == Qt::ForwardButton) {
        Q_EMIT cameraStepRequested(event.button() == Qt::BackButton ? -1 : 1);
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    m_pressed = event.position().toPoint();
    if (!event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    m_boxStart = m_pressed;
    return true;
}

bool MapPointer::move(const QMouseEvent &event)
{
    const QPoint pixel = event.position().toPoint();
    if (m_pressed && (pixel - *m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_pressed.reset();
    if (m_boxStart) {
        m_band->setGeometry(QRect(*m_boxStart, pixel).normalized());
        m_band->setVisible(!m_pressed);
        return true;
    }
    if (event.buttons() == Qt::NoButton)
        hoverAt(event.position());
    return false;
}

bool MapPointer::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const bool isBox = m_boxStart.has_value();
    m_boxStart.reset();
    m_band->hide();
    if (std::exchange(m_pressed, std::nullopt))
        Q_EMIT clicked(m_control->hitAt(event.position()), event.position(), event.modifiers());
    else if (isBox && m_band->width() >= smallestBox && m_band->height() >= smallestBox)
        Q_EMIT boxDrawn(QRectF(m_band->geometry()));
    hoverAt(event.position());
    return isBox;
}

void MapPointer::hoverAt(const QPointF &pixel)
{
    const Hit hit = m_control->hitAt(pixel);
    const bool isShaded = m_control->workspace()->state().shading != workspace::Shading::None;
    const bool takesClicks = !std::holds_alternative<std::monostate>(hit)
        || (isShaded && m_control->countryUnder(pixel));
    m_surface->setCursor(takesClicks ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT hovered(hit, pixel);
}

} // namespace dateline::map
