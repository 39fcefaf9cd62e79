// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace dateline::map {

class MapControl;

/// Begins to find out in the background what canDrawSceneGraph() answers, for it takes a while to
/// load an OpenGL driver. Worth a call as soon as there is a QGuiApplication; GUI thread.
void prepareSceneGraph();

/// Whether the scene graph can draw here: it is not set to its software backend, the platform has
/// OpenGL, and a context can be made. Found out once, then remembered; GUI thread.
[[nodiscard]] bool canDrawSceneGraph();

/// The widget in which Qt Location's map moves the camera and the scene graph draws. Owned by its
/// parent; the control outlives it.
[[nodiscard]] QWidget *makeQuickSurface(MapControl *control, QWidget *parent);

} // namespace dateline::map
