// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace dateline::map {

/// Furniture that is drawn once and then copied: whenever the map under it is drawn, all that lies
/// over it is painted again.
class PlateWidget : public QWidget
{
public:
    using QWidget::QWidget;

    /// What drawPlate() would draw has changed.
    void redraw();

protected:
    /// Draws all of it into rect(), on nothing, with soft edges.
    virtual void drawPlate(QPainter &painter) = 0;

    void paintEvent(QPaintEvent *event) final;

private:
    QPixmap m_picture; ///< null when it is to be drawn anew
};

} // namespace dateline::map
