// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/view_state.h>

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace dateline::map {

class MapControl;

/// The places that the camera came to rest at, to go back and forward through, as a browser does
/// through pages. Only the camera goes: filters and selection stay, and there is no undo step.
/// Begins anew with each dataset.
class CameraTrail : public QObject
{
    Q_OBJECT

public:
    /// The control outlives it.
    explicit CameraTrail(MapControl *control);

    [[nodiscard]] bool canGo(int direction) const;

    /// The camera before (-1) or after (+1) in the trail, which is the current one from now on: a
    /// place to fly to. The outer optional is empty at the end of the trail, the inner one for the
    /// whole world. What is on screen now is kept even when it has not come to rest.
    [[nodiscard]] std::optional<std::optional<workspace::Camera>> go(int direction);

Q_SIGNALS:
    void changed(); ///< canGo()

private:
    void clear();
    void rest();

    static constexpr std::size_t limit = 100;

    MapControl *m_control;
    QTimer m_rest;
    std::vector<std::optional<workspace::Camera>> m_places; ///< never empty
    std::size_t m_at = 0;
    bool m_isGoing = false; ///< on the way to m_places[m_at]
};

} // namespace dateline::map
