// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

class QWidget;

namespace dateline::map {

class MapControl;

/// What draws the map in this process. Both draw the same MapScene.
enum class Drawing : std::uint8_t {
    SceneGraph, ///< meshes through OpenGL, where a graphics processor serves it
    Painter, ///< pictures through QPainter, where OpenGL is missing or would be software too
};

/// Begins to find out in the background what drawing() answers, for it may take a while to load
/// an OpenGL driver. Worth a call as soon as there is a QGuiApplication; GUI thread.
void prepareDrawing();

/// Painter when QT_QUICK_BACKEND is "software", when the platform has no OpenGL, when the machine
/// has no graphics processor, or when the driver says that it computes the picture itself;
/// SceneGraph otherwise, and when QT_QUICK_BACKEND is "rhi". Found out once, then remembered; GUI
/// thread.
[[nodiscard]] Drawing drawing();

/// The widget in which Qt Location's map moves the camera and drawing() draws. Owned by its
/// parent; the control outlives it.
[[nodiscard]] QWidget *makeSurface(MapControl *control, QWidget *parent);

} // namespace dateline::map
