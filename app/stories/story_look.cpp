// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/story_look.h>

#include <QApplication>

namespace dateline::stories {

QFont StoryLook::font(TypeSize size) const
{
    constexpr double basePoints = 10;
    constexpr symbology::TypeScale wall{.small = 0.85, .body = 1.2, .title = 1.75};
    QFont font = QApplication::font();
    font.setPointSizeF(basePoints * palette.fontScale * textScale);
    const QFont::Weight weight = size == TypeSize::Title ? QFont::Bold : QFont::Normal;
    return symbology::typeFont(font, size, weight, wall);
}

QPalette StoryLook::widgetPalette() const
{
    QPalette result = symbology::widgetPalette(colours());
    result.setColor(QPalette::Window, result.color(QPalette::Base));
    result.setColor(QPalette::Button, result.color(QPalette::Base));
    return result;
}

} // namespace dateline::stories
