// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>
#include <map/stripes.h>

#include <QColor>
#include <QSGMaterial>

namespace dateline::map {

/// Draws lines of even width with soft edges; geometry has the layout of LineVertex.
class LineMaterial : public QSGMaterial
{
public:
    LineMaterial();

    QColor colour;
    double width = 1; ///< pixels
    double dash = 0; ///< pixels of a dash and its gap; 0 for a continuous line
    double scale = 1; ///< pixels per unit of the geometry
    double pixelRatio = 1; ///< device pixels per pixel: edges are soft over one device pixel

    QSGMaterialType *type() const override;
    QSGMaterialShader *createShader(QSGRendererInterface::RenderMode mode) const override;
    int compare(const QSGMaterial *other) const override;
};

/// Draws stripes over triangles of the land; geometry has the layout of MapVertex.
class HatchMaterial : public QSGMaterial
{
public:
    HatchMaterial();

    QColor colour;
    MercatorPoint centre; ///< of the camera, in the world copy that is drawn
    double scale = 1; ///< pixels per Mercator unit
    double spacing = 8; ///< pixels between stripes along x, or y for level ones
    double width = 1.2; ///< pixels of a stripe along x
    StripeRun run = StripeRun::Diagonal;

    QSGMaterialType *type() const override;
    QSGMaterialShader *createShader(QSGRendererInterface::RenderMode mode) const override;
    int compare(const QSGMaterial *other) const override;
};

} // namespace dateline::map
