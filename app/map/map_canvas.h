// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>
#include <map/map_painter.h>

#include <QPointF>
#include <QWidget>

#include <optional>

namespace dateline::map {

/// The map without OpenGL: the same scene through QPainter, moved by the same gestures.
class MapCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit MapCanvas(MapControl *control, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    MapControl *m_control;
    std::optional<QPointF> m_dragged; ///< where the pointer was last, while dragging
};

} // namespace dateline::map
