// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QWidget>

#include <optional>
#include <vector>

namespace dateline::map {

/// The sheet over the map on which a line around events is drawn, while it is drawn: freehand,
/// which closes as the hand lets go, or corner by corner, which a double-click, Enter or a click on
/// the first corner closes. Esc ends it without a line, Backspace takes the last corner back. The
/// line becomes Filters::lasso, one undo step. The wheel goes on to what is below.
class LassoTool : public QWidget
{
    Q_OBJECT

public:
    /// `below` is the widget that shows the map; both outlive the tool.
    LassoTool(MapControl *control, QWidget *below, QWidget *parent);

    [[nodiscard]] bool isActive() const { return isVisibleTo(parentWidget()); }
    /// Begins a line; whatever was drawn before is gone, the filter stays until the line closes.
    void begin();
    void cancel();

    /// Takes the keys that mean something while a line is drawn; false for others.
    bool takeKey(int key);

Q_SIGNALS:
    void activeChanged(bool active);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void add(const QPointF &pixel);
    void close();
    [[nodiscard]] QPointF pixelOf(const MercatorPoint &point) const;
    [[nodiscard]] MercatorPoint pointAt(const QPointF &pixel) const;
    void followCamera();

    MapControl *m_control;
    QWidget *m_below;
    std::vector<MercatorPoint> m_line; ///< x unwrapped, so that it goes where the hand went
    std::optional<QPointF> m_pointer; ///< while the line goes on to it
    bool m_isFreehand = false; ///< the button is down and the hand has moved
    bool m_isPressed = false;
    double m_centre = 0; ///< x of the camera's centre, which never leaves the first world
    double m_world = 0; ///< how many worlds the camera has gone round since the line began
};

} // namespace dateline::map
