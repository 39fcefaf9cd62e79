// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/map_actions.h>

#include <map/map_view.h>
#include <map/shading_menu.h>
#include <shell/online_map_dialog.h>
#include <workspace/workspace.h>

#include <QAction>
#include <QMenu>
#include <QSettings>

namespace dateline::shell {

using workspace::Workspace;

MapActions::MapActions(map::MapView *map, Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_map(map)
    , m_workspace(workspace)
{
    connect(workspace, &Workspace::filtersChanged, this, &MapActions::refresh);
    connect(workspace, &Workspace::datasetChanged, this, &MapActions::refresh);
    connect(map, &map::MapView::cameraTrailChanged, this, &MapActions::refresh);
}

void MapActions::addShading(QMenu *menu)
{
    map::addShadingActions(menu->addMenu(tr("Shade &countries")), m_workspace);
}

void MapActions::addNames(QMenu *menu)
{
    QAction *own = menu->addAction(tr("&Names in their own languages"));
    own->setCheckable(true);
    own->setChecked(m_map->hasOwnNames());
    connect(own, &QAction::toggled, m_map, &map::MapView::setOwnNames);
}

void MapActions::addOnlineMap(QMenu *menu)
{
    QMenu *online = menu->addMenu(tr("Online &map"));
    m_online = online->addAction(QString());
    m_online->setCheckable(true);
    connect(m_online, &QAction::toggled, this, &MapActions::showOnlineMap);
    online->addAction(tr("&Choose the server…"), this, &MapActions::askForServer);
    refresh();
}

void MapActions::showOnlineMap(bool shown)
{
    if (shown == m_map->tileServer().has_value())
        return;
    if (!shown)
        return m_map->setTileServer({});
    const std::optional<map::TileServer> agreed
        = map::tileServerFrom(QSettings().value(agreedServerKey).toString());
    if (agreed)
        return m_map->setTileServer(agreed);
    m_online->setChecked(false);
    askForServer();
}

void MapActions::askForServer()
{
    auto *dialog = new OnlineMapDialog(m_map->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const std::optional<map::TileServer> server = dialog->server();
        QSettings().setValue(agreedServerKey, server->prefix.toString());
        m_map->setTileServer(server);
        m_online->setChecked(true);
        refresh();
    });
    dialog->open();
}

void MapActions::addFilters(QMenu *menu)
{
    // The keys are those of the map while it has the focus, so they are only named here.
    menu->addAction(tr("&Draw a line around events") + tr("\tL", "key of the map"), m_map,
                    &map::MapView::drawLasso);
    m_inView = menu->addAction(tr("&Only events in view") + tr("\tV", "key of the map"), m_map,
                               &map::MapView::setInViewOnly);
    m_inView->setCheckable(true);
    refresh();
}

void MapActions::addCameraSteps(QMenu *menu)
{
    const auto add = [&](const QString &text, Qt::Key key, int direction) {
        QAction *action
            = menu->addAction(text, m_map, [this, direction] { m_map->stepCamera(direction); });
        action->setShortcut(key);
        m_withKeys.append(action);
        return action;
    };
    m_back = add(tr("&Back on the map"), Qt::Key_BracketLeft, -1);
    m_forward = add(tr("Forward on the &map"), Qt::Key_BracketRight, 1);
    refresh();
}

void MapActions::refresh()
{
    if (m_online) {
        const std::optional<map::TileServer> agreed
            = map::tileServerFrom(QSettings().value(agreedServerKey).toString());
        m_online->setText(agreed ? tr("&Show the map of %1", "a host").arg(agreed->prefix.host())
                                 : tr("&Show the map of a server"));
    }
    if (m_inView)
        m_inView->setChecked(m_workspace->state().areaFollowsMap);
    if (m_back) {
        m_back->setEnabled(m_map->canStepCamera(-1));
        m_forward->setEnabled(m_map->canStepCamera(1));
    }
}

} // namespace dateline::shell
