// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/look.h>

#include <QPainter>

#include <array>
#include <cmath>

namespace dateline::panels {

namespace {

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto channel
        = [shareOfB](int from, int to) { return int(std::lround(from + (to - from) * shareOfB)); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

} // namespace

Look::Look(workspace::Theme theme)
    : Look(workspace::paletteOf(theme), theme)
{}

Look::Look(const workspace::Palette &palette, workspace::Theme theme)
    : m_palette(palette)
    , m_theme(theme)
{}

QColor Look::rowGround(bool selected, bool hovered) const
{
    const double strength = m_theme == workspace::Theme::Projector ? 0.28 : 0.16;
    if (selected)
        return mixed(base(), accent(), strength);
    return hovered ? mixed(base(), hover(), strength / 2) : QColor(Qt::transparent);
}

QColor Look::kind(std::uint32_t rgb) const
{
    return colour(workspace::kindColour(rgb, m_theme));
}

QPalette Look::widgetPalette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window());
    result.setColor(QPalette::WindowText, text());
    result.setColor(QPalette::Base, base());
    result.setColor(QPalette::AlternateBase, window());
    result.setColor(QPalette::Text, text());
    result.setColor(QPalette::PlaceholderText, mutedText());
    result.setColor(QPalette::Button, window());
    result.setColor(QPalette::ButtonText, text());
    result.setColor(QPalette::Highlight, accent());
    result.setColor(QPalette::HighlightedText, onAccent());
    result.setColor(QPalette::Link, accent());
    result.setColor(QPalette::LinkVisited, accent());
    result.setColor(QPalette::Mid, line());
    result.setColor(QPalette::ToolTipBase, base());
    result.setColor(QPalette::ToolTipText, text());
    return result;
}

QFont typeFont(const QFont &base, TypeSize size, QFont::Weight weight)
{
    constexpr std::array scale{0.88, 1.0, 1.4};
    QFont font = base;
    const double factor = scale.at(std::size_t(size));
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(base.pixelSize() * factor)));
    font.setWeight(weight);
    font.setFeature("tnum", 1);
    return font;
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
