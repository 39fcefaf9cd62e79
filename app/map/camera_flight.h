// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>

#include <QObject>
#include <QVariantAnimation>

namespace dateline::map {

class MapControl;

/// Takes the camera of a map elsewhere: gliding where motion is wanted, at once where it is not. A
/// glide ends as soon as anything else moves the camera: a hand, an undo, a step of a story.
class CameraFlight : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the control.
    explicit CameraFlight(MapControl *control);

    /// Goes there from wherever the camera is; a glide that is on its way turns.
    void flyTo(const Camera &target);

    /// Leaves the camera where it is now.
    void stop();

    /// Where the camera is going, or is: keys that are held or pressed quickly add up from there.
    [[nodiscard]] Camera goal() const;

    [[nodiscard]] bool isRunning() const;

private:
    void show(double share);

    MapControl *m_control;
    QVariantAnimation m_glide;
    Camera m_from;
    Camera m_to;
    Camera m_shown; ///< by the last step of the glide
};

} // namespace dateline::map
