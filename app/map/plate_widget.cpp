// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/plate_widget.h>

#include <QPainter>

namespace dateline::map {

void PlateWidget::redraw()
{
    m_picture = {};
    update();
}

void PlateWidget::paintEvent(QPaintEvent *)
{
    const double ratio = devicePixelRatio();
    const QSize pixels = (size().toSizeF() * ratio).toSize();
    if (m_picture.size() != pixels || m_picture.devicePixelRatio() != ratio) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing);
        drawPlate(painter);
    }
    QPainter(this).drawPixmap(0, 0, m_picture);
}

} // namespace dateline::map
