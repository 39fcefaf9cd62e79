// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/lasso_tool.h>

#include <map/lasso_line.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr double handStep = 2; ///< pixels: a hand that moved less has not moved
constexpr double closeBy = 8; ///< pixels from the first corner that still mean it

} // namespace

LassoTool::LassoTool(MapControl *control, QWidget *below, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_below(below)
{
    setObjectName(u"lassoTool"_s);
    setAccessibleName(tr("Line around events: draw it or click its corners"));
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    connect(control, &MapControl::cameraChanged, this, &LassoTool::followCamera);
    hide();
}

void LassoTool::begin()
{
    m_line.clear();
    m_pointer.reset();
    m_world = 0;
    m_centre = m_control->camera().centre.x;
    m_isPressed = m_isFreehand = false;
    show();
    update();
    Q_EMIT activeChanged(true);
}

void LassoTool::cancel()
{
    if (!isActive())
        return;
    hide();
    Q_EMIT activeChanged(false);
}

bool LassoTool::takeKey(int key)
{
    if (!isActive())
        return false;
    switch (key) {
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        return true;
    case Qt::Key_Backspace:
        if (!m_line.empty() && !m_isPressed)
            m_line.pop_back();
        update();
        return true;
    default:
        return false;
    }
}

void LassoTool::close()
{
    const double pixel = 1 / worldPixels(m_control->camera().zoom);
    std::vector<events::GeoPoint> lasso = lassoOf(m_line, handStep * pixel);
    if (lasso.empty())
        return;
    m_control->workspace()->change(
        [&lasso](workspace::ViewState &next) { next.filters.lasso = std::move(lasso); });
    cancel();
}

MercatorPoint LassoTool::pointAt(const QPointF &pixel) const
{
    const MercatorPoint point = toPoint(m_control->camera(), m_control->size(), pixel);
    return {point.x + m_world, point.y};
}

QPointF LassoTool::pixelOf(const MercatorPoint &point) const
{
    const double scale = worldPixels(m_control->camera().zoom);
    const MercatorPoint &centre = m_control->camera().centre;
    return {m_control->size().width() / 2 + (point.x - m_world - centre.x) * scale,
            m_control->size().height() / 2 + (point.y - centre.y) * scale};
}

void LassoTool::followCamera()
{
    const double x = m_control->camera().centre.x;
    m_world -= std::round(x - std::exchange(m_centre, x));
    update();
}

void LassoTool::add(const QPointF &pixel)
{
    m_line.push_back(pointAt(pixel));
    update();
}

void LassoTool::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_line.size() >= 3
        && std::hypot(event->position().x() - pixelOf(m_line.front()).x(),
                      event->position().y() - pixelOf(m_line.front()).y())
            <= closeBy) {
        close();
        return;
    }
    m_isPressed = true;
    add(event->position());
}

void LassoTool::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_isPressed) {
        const QPointF last = pixelOf(m_line.back());
        const double moved = (event->position() - last).manhattanLength();
        m_isFreehand = m_isFreehand || moved >= QApplication::startDragDistance();
        if (m_isFreehand && moved >= handStep)
            m_line.push_back(pointAt(event->position()));
    }
    update();
}

void LassoTool::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isPressed = false;
    if (std::exchange(m_isFreehand, false))
        close();
}

void LassoTool::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        close();
}

void LassoTool::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_below, event);
}

void LassoTool::paintEvent(QPaintEvent *)
{
    if (m_line.empty())
        return;
    const MapPalette &palette = m_control->palette();
    QPolygonF line;
    for (const MercatorPoint &point : m_line)
        line << pixelOf(point);
    if (m_pointer)
        line << *m_pointer;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette.selection;
    tint.setAlphaF(0.12F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawPolygon(line);
    painter.setBrush(Qt::NoBrush);
    for (const QPen &pen :
         {QPen(palette.halo, 4 * palette.scale()), QPen(palette.selection, 2 * palette.scale())}) {
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.setBrush(palette.paper);
    painter.drawEllipse(line.first(), 4 * palette.scale(), 4 * palette.scale());
}

} // namespace dateline::map
