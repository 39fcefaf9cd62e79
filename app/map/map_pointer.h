// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QObject>
#include <QPoint>

#include <optional>

class QMouseEvent;
class QRubberBand;
class QWidget;

namespace dateline::map {

/// What the pointer means on a map, whichever widget draws it: hover, click, double-click, zoom
/// box. Watches the widget's events and lets through those that only move the map.
class MapPointer : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    MapPointer(MapControl *control, QWidget *surface);

Q_SIGNALS:
    /// The pointer is over a mark, or over none.
    void hovered(const dateline::map::Hit &hit, const QPointF &pixel);
    void clicked(const dateline::map::Hit &hit, const QPointF &pixel,
                 Qt::KeyboardModifiers modifiers);
    /// A double-click beside all marks, after the click that it began with: by this many levels, at
    /// the pixel.
    void zoomRequested(const QPointF &pixel, double levels);
    /// A box was drawn with Shift; in pixels.
    void boxDrawn(const QRectF &box);
    /// The mouse's back (-1) or forward (+1) button.
    void cameraStepRequested(int direction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool press(const QMouseEvent &event);
    bool move(const QMouseEvent &event);
    bool release(const QMouseEvent &event);
    void hoverAt(const QPointF &pixel);

    MapControl *m_control;
    QWidget *m_surface;
    QRubberBand *m_band;
    std::optional<QPoint> m_pressed; ///< while a click is still possible
    std::optional<QPoint> m_boxStart; ///< while a zoom box is drawn
};

} // namespace dateline::map
