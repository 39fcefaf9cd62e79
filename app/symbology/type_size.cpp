// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/type_size.h>

#include <cmath>

namespace dateline::symbology {

namespace {

double factorOf(TypeSize size, const TypeScale &scale)
{
    switch (size) {
    case TypeSize::Small:
        return scale.small;
    case TypeSize::Body:
        break;
    case TypeSize::Title:
        return scale.title;
    }
    return scale.body;
}

} // namespace

QFont typeFont(const QFont &font, TypeSize size, QFont::Weight weight, const TypeScale &scale)
{
    QFont result = font;
    const double factor = factorOf(size, scale);
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * factor);
    else
        result.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    result.setWeight(weight);
    result.setFeature("tnum", 1);
    return result;
}

} // namespace dateline::symbology
