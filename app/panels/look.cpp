// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/look.h>

#include <QPainter>

namespace dateline::panels {

Look::Look(workspace::Theme theme)
    : Look(workspace::paletteOf(theme), theme)
{}

Look::Look(const workspace::Palette &palette, workspace::Theme theme)
    : m_colours(symbology::coloursOf(palette))
    , m_theme(theme)
{}

QColor Look::rowGround(bool selected, bool hovered) const
{
    const double strength = m_theme == workspace::Theme::Projector ? 0.28 : 0.16;
    if (selected)
        return symbology::mixed(base(), accent(), strength);
    return hovered ? symbology::mixed(base(), hover(), strength / 2) : QColor(Qt::transparent);
}

void paintFocusRing(QPainter &painter, const QRectF &box, const Look &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.accent(), 2));
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

} // namespace dateline::panels
