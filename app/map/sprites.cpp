// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/sprites.h>

#include <map/symbol_painter.h>

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

template<typename Mark>
QString lookOfMark(const Mark &mark)
{
    return u"%1/%2/%3"_s.arg(mark.rows.size()).arg(mark.denied).arg(int(mark.emphasis));
}

/// Kinds by what they look like: the next dataset's have the same numbers.
QString lookOf(const SceneSymbol &symbol, const std::vector<events::Kind> &kinds)
{
    QString look = u"symbol/%1/%2/%3/%4"_s.arg(lookOfMark(symbol))
                       .arg(int(symbol.fill))
                       .arg(int(symbol.uncertain))
                       .arg(symbol.isCluster() ? 1 : symbol.count);
    for (const KindShare &share : symbol.kinds) {
        const events::Kind &kind = kinds[share.kind];
        look += u"/%1.%2:%3"_s.arg(int(kind.shape)).arg(kind.colour).arg(share.count);
    }
    return look;
}

QString lookOf(const SceneChip &chip)
{
    QString look
        = u"chip/%1/%2"_s.arg(lookOfMark(chip)).arg(std::min<std::size_t>(chip.areas.size(), 2));
    if (chip.anchor) {
        const QPoint way = (*chip.anchor - chip.pixel).toPoint();
        look += u"/%1/%2"_s.arg(way.x()).arg(way.y());
    }
    return look;
}

QRectF boxAt(const QPointF &centre, double reach)
{
    return {centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)};
}

Sprite nameSprite(const SceneLabel &label, const MapPalette &palette)
{
    const QRectF box = label.box.adjusted(-2, -2, 2, 2);
    return {u"name/%1/%2/%3"_s.arg(label.rank).arg(label.isOverShades).arg(label.text), box,
            [&label, &palette, box](QPainter &painter) {
                painter.translate(-box.center());
                drawName(painter, label, palette);
            },
            label.share()};
}

Sprite dotSprite(const SceneLabel &label, const MapPalette &palette)
{
    return {u"dot/%1"_s.arg(label.isOverShades),
            boxAt(*label.dot, (cityDotRadius + 1) * palette.scale()),
            [isOverShades = label.isOverShades, &palette](QPainter &painter) {
                drawCityDot(painter, {}, isOverShades, palette);
            },
            label.share()};
}

} // namespace

QRectF Sprite::place(double pixelRatio) const
{
    const auto snap
        = [pixelRatio](double value) { return std::round(value * pixelRatio) / pixelRatio; };
    return {QPointF(snap(box.x()), snap(box.y())),
            QSizeF((box.size() * pixelRatio).toSize()) / pixelRatio};
}

QImage Sprite::image(double pixelRatio) const
{
    QImage picture((box.size() * pixelRatio).toSize().expandedTo({1, 1}),
                   QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.width() / 2, box.height() / 2);
    draw(painter);
    return picture;
}

QImage faded(QImage image, double opacity)
{
    if (opacity < 1) {
        QColor left = Qt::black;
        left.setAlphaF(float(opacity));
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.fillRect(QRectF({}, image.deviceIndependentSize()), left);
    }
    return image;
}

std::vector<Sprite> labelSprites(const MapScene &scene, const MapPalette &palette)
{
    std::vector<Sprite> sprites;
    sprites.reserve(scene.labels.size());
    for (const SceneLabel &label : scene.labels) {
        if (label.dot)
            sprites.push_back(dotSprite(label, palette));
        sprites.push_back(nameSprite(label, palette));
    }
    return sprites;
}

std::vector<Sprite> markSprites(const MapScene &scene, const std::vector<events::Kind> &kinds,
                                const MapPalette &palette)
{
    std::vector<Sprite> sprites;
    sprites.reserve(scene.chips.size() + scene.symbols.size());
    for (const SceneChip &chip : scene.chips)
        sprites.push_back(
            {lookOf(chip), boxAt(chip.pixel, reachOf(chip, palette)),
             [&chip, &palette](QPainter &painter) { drawChip(painter, {}, chip, palette); }});
    for (const SceneSymbol &symbol : scene.symbols)
        sprites.push_back({lookOf(symbol, kinds), boxAt(symbol.pixel, reachOf(symbol, palette)),
                           [&symbol, &kinds, &palette](QPainter &painter) {
                               drawMark(painter, {}, symbol, kinds, palette);
                           }});
    return sprites;
}

void NameImages::draw(QPainter &painter, const SceneLabel &label, const MapPalette &palette)
{
    const double pixelRatio = painter.device()->devicePixelRatio();
    if (m_images.isStale(palette, pixelRatio))
        m_images.beginFrame(palette, pixelRatio);
    Sprite sprite = nameSprite(label, palette);
    const QImage &image = m_images.get(sprite.look, [&] { return sprite.image(pixelRatio); });
    const QPointF moved(painter.worldTransform().dx(), painter.worldTransform().dy());
    sprite.box.translate(moved);
    painter.drawImage(sprite.place(pixelRatio).topLeft() - moved, image);
}

} // namespace dateline::map
