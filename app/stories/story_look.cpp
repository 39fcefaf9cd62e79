// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/story_look.h>

#include <QApplication>

namespace dateline::stories {

QFont StoryLook::font(TypeSize size) const
{
    constexpr double basePoints = 10;
    double factor = 1.2;
    if (size == TypeSize::Small)
        factor = 0.85;
    if (size == TypeSize::Heading)
        factor = 1.75;
    QFont font = QApplication::font();
    font.setPointSizeF(basePoints * palette.fontScale * textScale * factor);
    font.setBold(size == TypeSize::Heading);
    return font;
}

QPalette StoryLook::widgetPalette() const
{
    QPalette result;
    result.setColor(QPalette::Window, base());
    result.setColor(QPalette::Base, base());
    result.setColor(QPalette::AlternateBase, QColor::fromRgb(palette.window));
    result.setColor(QPalette::Button, base());
    result.setColor(QPalette::WindowText, text());
    result.setColor(QPalette::Text, text());
    result.setColor(QPalette::ButtonText, text());
    result.setColor(QPalette::PlaceholderText, mutedText());
    result.setColor(QPalette::Highlight, accent());
    result.setColor(QPalette::HighlightedText, QColor::fromRgb(palette.onAccent));
    result.setColor(QPalette::Link, accent());
    result.setColor(QPalette::Mid, line());
    return result;
}

} // namespace dateline::stories
