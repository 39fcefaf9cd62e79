// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/thin_scroll_bar.h>

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace dateline::panels {

namespace {

constexpr int barThickness = 12;

} // namespace

ThinScrollBar::ThinScrollBar(Qt::Orientation orientation, QWidget *parent)
    : QScrollBar(orientation, parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    setAttribute(Qt::WA_Hover);
}

QSize ThinScrollBar::sizeHint() const
{
    return orientation() == Qt::Vertical ? QSize(barThickness, 6 * barThickness)
                                         : QSize(6 * barThickness, barThickness);
}

void ThinScrollBar::paintEvent(QPaintEvent *)
{
    if (maximum() <= minimum())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRectF handle
        = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::PlaceholderText);
    colour.setAlphaF(isSliderDown() || underMouse() ? 0.9F : 0.55F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    constexpr double space = 3;
    painter.drawRoundedRect(handle.adjusted(space, space, -space, -space), 3, 3);
}

} // namespace dateline::panels
