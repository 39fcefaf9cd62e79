// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/furniture.h>

#include <map/map_labels.h>
#include <map/symbol_painter.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

// Metres around the equator. Source: WGS 84, semi-major axis 6,378,137 m.
constexpr double equatorMetres = 2 * std::numbers::pi * 6'378'137.0;

constexpr double platePadding = 4;

} // namespace

ScaleBar scaleBar(const Camera &camera, double longest)
{
    const double latitude = events::mercatorLatitude(camera.centre.y) * std::numbers::pi / 180;
    const double metresPerPixel = equatorMetres * std::cos(latitude) / worldPixels(camera.zoom);
    const double limit = metresPerPixel * longest;
    const double power = std::pow(10, std::floor(std::log10(limit)));
    double metres = power;
    for (const double step : {2.0, 5.0})
        if (step * power <= limit)
            metres = step * power;
    const QLocale locale;
    const QString text = metres >= 1000
        ? QCoreApplication::translate("dateline::map::ScaleBar", "%1 km")
              .arg(locale.toString(metres / 1000, 'f', 0))
        : QCoreApplication::translate("dateline::map::ScaleBar", "%1 m")
              .arg(locale.toString(metres, 'f', 0));
    return {metres / metresPerPixel, metres / 1000, text};
}

QSizeF scaleBarSize(const ScaleBar &bar, const MapPalette &palette)
{
    const QFontMetricsF metrics(labelFont(palette.font, 2, bar.text));
    return {std::max(bar.pixels, metrics.horizontalAdvance(bar.text)) + 8, metrics.height() + 9};
}

void paintScaleBar(QPainter &painter, const ScaleBar &bar, const MapPalette &palette,
                   const DrawName &drawName)
{
    const QSizeF size = scaleBarSize(bar, palette);
    const double bottom = size.height() - 3;
    const std::array<QPointF, 4> line{
        {{4, bottom - 5}, {4, bottom}, {4 + bar.pixels, bottom}, {4 + bar.pixels, bottom - 5}}};
    painter.setPen(QPen(palette.halo, 3.5 * palette.scale()));
    painter.drawPolyline(line.data(), int(line.size()));
    painter.setPen(QPen(palette.ink, 1.2 * palette.scale()));
    painter.drawPolyline(line.data(), int(line.size()));
    SceneLabel label{bar.text, QRectF(4, 0, bar.pixels, size.height() - 8), 2};
    drawName(painter, label, palette);
}

void paintPlate(QPainter &painter, const QRectF &box, const MapPalette &palette)
{
    QColor sheet = palette.paper;
    sheet.setAlphaF(0.90F);
    QColor edge = palette.hatch;
    edge.setAlphaF(0.45F);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(sheet);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

QSizeF scalePlateSize(const ScaleBar &bar, const QString &credit, const MapPalette &palette)
{
    QSizeF inner = scaleBarSize(bar, palette);
    for (const QString &line : credit.split(u'\n')) {
        const QFontMetricsF metrics(labelFont(palette.font, 2, line));
        inner = {std::max(inner.width(), metrics.horizontalAdvance(line) + 8),
                 inner.height() + metrics.height()};
    }
    return inner + QSizeF(2 * platePadding, platePadding + 2);
}

void paintScalePlate(QPainter &painter, const QRectF &box, const ScaleBar &bar,
                     const QString &credit, const MapPalette &palette, const DrawName &drawName)
{
    paintPlate(painter, box, palette);
    const QSizeF size = scaleBarSize(bar, palette);
    painter.save();
    painter.translate(box.right() - size.width() - platePadding, box.top());
    paintScaleBar(painter, bar, palette, drawName);
    painter.restore();
    double top = box.top() + size.height() + 1;
    for (const QString &line : credit.split(u'\n')) {
        const QFontMetricsF metrics(labelFont(palette.font, 2, line));
        const double wide = metrics.horizontalAdvance(line);
        const QPointF corner(box.right() - wide - 4 - platePadding, top);
        drawName(painter, {line, QRectF(corner, QSizeF(wide, metrics.height())), 2}, palette);
        top += metrics.height();
    }
}

QString remainderText(const MapScene &scene)
{
    std::size_t undrawn = 0;
    for (const UndrawnCountry &country : scene.undrawn)
        undrawn += country.count;
    const QString without = QCoreApplication::translate(
        "dateline::map::Furniture", "%Ln event(s) not on the map", nullptr, int(scene.notOnMap));
    const QString within = QCoreApplication::translate(
        "dateline::map::Furniture", "%Ln event(s) in countries not drawn", nullptr, int(undrawn));
    if (undrawn == 0)
        return scene.notOnMap == 0 ? QString() : without;
    return scene.notOnMap == 0
        ? within
        : QCoreApplication::translate("dateline::map::Furniture", "%1 + %2",
                                      "events not on the map, events in countries not drawn")
              .arg(without, within);
}

QString undrawnText(const MapScene &scene)
{
    QStringList names;
    for (const UndrawnCountry &country : scene.undrawn)
        names.append(QCoreApplication::translate("dateline::map::Furniture", "%1 (%2)",
                                                 "country, number of events")
                         .arg(workspace::countryName(country.code),
                              QLocale().toString(qulonglong(country.count))));
    if (names.isEmpty())
        return {};
    return QCoreApplication::translate("dateline::map::Furniture",
                                       "Countries not drawn on this map: %1")
        .arg(names.join(u", "));
}

QString baseMapCredit()
{
    return QCoreApplication::translate("dateline::map::Furniture", "Natural Earth, GeoNames");
}

} // namespace dateline::map
