// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/picture_export.h>

#include <QByteArray>
#include <QColor>
#include <QDate>
#include <QImage>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>

class QPainter;

/// A figure as a file. Lines and letters stay lines and letters in SVG and PDF; PNG is painted at
/// any resolution. The caption is in the file's metadata too, so that a figure that travels alone
/// still says who says so. The same figure gives the same bytes.
namespace dateline::exports {

enum class FigureFormat : std::uint8_t { Png, Svg, Pdf };

/// The format that a file name asks for, or nothing.
[[nodiscard]] std::optional<FigureFormat> figureFormatFor(QStringView fileName);

/// What a figure holds and how large it is.
struct FigureSheet
{
    QSizeF size; ///< in pixels of 1/96 inch, whole ones
    double dpi = 96; ///< of PNG: the file has size · dpi / 96 pixels, rounded
    QColor ground; ///< behind everything
    PictureCaption caption;
    QDate made;
    std::function<void(QPainter &)> paint; ///< into (0, 0, size), all of it
};

inline constexpr double leastDpi = 36;
inline constexpr double mostDpi = 1200;

/// How many pixels a PNG or a frame has.
[[nodiscard]] QSize pixelsOf(const FigureSheet &sheet);

/// What is wrong with the size or the resolution, in words for a person; nothing when all is well.
[[nodiscard]] std::optional<QString> faultOf(const FigureSheet &sheet, FigureFormat format);

/// The bytes of the file. The sheet is without fault. PDF rounds the page to points. Needs a
/// QGuiApplication whose fonts are measured at 96 dpi. GUI thread.
[[nodiscard]] QByteArray figureBytes(const FigureSheet &sheet, FigureFormat format);

/// Writes the figure in the format of the file's name, in one go. Gives what went wrong in words
/// for a person, or nothing.
[[nodiscard]] std::optional<QString> writeFigure(const FigureSheet &sheet, const QString &fileName);

/// The sheet as pixels, with the caption in its text; null when there is no memory for it.
[[nodiscard]] QImage figureImage(const FigureSheet &sheet);

} // namespace dateline::exports
