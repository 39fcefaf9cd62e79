// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace dateline::map {
class MapView;
}
namespace dateline::workspace {
class Workspace;
}

namespace dateline::shell {

/// What a menu offers of the map: where it looks, what it filters by, how it shades countries. The
/// actions follow the map and the workspace.
class MapActions : public QObject
{
    Q_OBJECT

public:
    /// The map and the workspace outlive it.
    MapActions(map::MapView *map, workspace::Workspace *workspace, QObject *parent);

    /// Whether countries and cities are named in their own languages.
    void addNames(QMenu *menu);
    /// The map from a server: whether it is shown, and from which.
    void addOnlineMap(QMenu *menu);
    /// The ways to shade countries, as a menu of its own.
    void addShading(QMenu *menu);
    /// The filters by place.
    void addFilters(QMenu *menu);
    /// The steps through the places that the camera rested at.
    void addCameraSteps(QMenu *menu);

    /// Those that are there without a menu, by their keys.
    [[nodiscard]] const QList<QAction *> &withKeys() const { return m_withKeys; }

private:
    void refresh();
    void showOnlineMap(bool shown);
    void askForServer();

    map::MapView *m_map;
    workspace::Workspace *m_workspace;
    QAction *m_inView = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_online = nullptr;
    QList<QAction *> m_withKeys;
};

} // namespace dateline::shell
