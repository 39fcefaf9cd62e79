// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/land_picture.h>
#include <map/map_control.h>
#include <map/sprites.h>

#include <QImage>
#include <QWidget>

class QPainter;

namespace dateline::map {

/// The map with QPainter, frame after frame: the land as a picture, names and marks as images that
/// are kept, everything else drawn anew. GUI thread.
class PaintedScene : public QObject
{
    Q_OBJECT

public:
    /// The control outlives it.
    explicit PaintedScene(MapControl *control, QObject *parent = nullptr);

    /// Draws parts of the current scene on (0, 0, control's size), and tells the control how far
    /// the land is drawn. Names and marks outside of `exposed` may be left out. Where there is no
    /// picture of the land yet, nothing is drawn.
    void paint(QPainter &painter, const SceneParts &parts, const QRectF &exposed);

    /// Begins the land that paint() will want of all parts of the scene, before there is time for
    /// it. The control's size must not be empty.
    void prepare(double pixelRatio);

Q_SIGNALS:
    /// The next paint() draws the land more sharply, or more of it.
    void ready();

private:
    void put(QPainter &painter, const std::vector<Sprite> &sprites, const QRectF &exposed);

    MapControl *m_control;
    LandPicture m_land;
    SpriteCache<QImage> m_images;
};

/// The whole map of a control as a widget that takes no mouse: what a window shows where QPainter
/// draws. Painted right into the window, without Qt Quick's own picture between, and without the
/// wait before it; while something lies between land and marks it hides, and SceneItem draws.
class PaintedSheet : public QWidget
{
    Q_OBJECT

public:
    PaintedSheet(MapControl *control, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void prepare();

    MapControl *m_control;
    PaintedScene m_scene;
};

} // namespace dateline::map
