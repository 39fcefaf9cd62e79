// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/camera.h>
#include <map/country_shades.h>
#include <map/map_hit.h>
#include <map/map_levels.h>
#include <map/map_palette.h>
#include <map/map_scene.h>
#include <map/online_map.h>
#include <map/scene_composer.h>
#include <workspace/workspace.h>

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace dateline::map {

class ClusterMotion;

/// The map without a picture: follows the workspace, holds the camera, composes the scene, says
/// what lies under a pixel. Whatever draws the map asks it for the scene. Lives in the GUI thread.
class MapControl : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(MapControl)
    QML_UNCREATABLE("Made by the map view")
    Q_PROPERTY(dateline::map::OnlineMap *online READ online CONSTANT)
    Q_PROPERTY(bool shaded READ isShaded NOTIFY sceneChanged)
    Q_PROPERTY(bool animated READ isAnimated NOTIFY animatedChanged)
    Q_PROPERTY(QColor sea READ sea NOTIFY seaChanged)

public:
    explicit MapControl(workspace::Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] workspace::Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] MapLevels &levels() { return m_levels; }
    [[nodiscard]] OnlineMap *online() const { return m_online; }
    [[nodiscard]] const Camera &camera() const { return m_camera; }
    [[nodiscard]] const QSizeF &size() const { return m_size; }
    [[nodiscard]] const MapPalette &palette() const { return m_palette; }
    [[nodiscard]] QColor sea() const { return m_palette.sea; }
    [[nodiscard]] bool isShaded() const;

    /// The scene for the current state; composed when something changed since the last call.
    [[nodiscard]] const MapScene &scene();

    void setSize(const QSizeF &size);
    void setPalette(const MapPalette &palette);
    /// In which language the map names countries and cities; the reader's at first.
    void setNamesIn(NamesIn language);
    [[nodiscard]] NamesIn namesIn() const { return m_namesIn; }
    /// Where furniture stands, in pixels: names keep clear of it.
    void setFurniture(std::vector<QRectF> boxes);

    /// Looks elsewhere; clamped to the map. The workspace hears of it.
    void setCamera(const Camera &camera);

    /// How far the current scene is drawn.
    enum class Drawn : std::uint8_t {
        NotYet, ///< no frame shows it
        Roughly, ///< the last frame does; its land will be sharper and complete in another one
        Fully,
    };
    /// Said by what draws, of the frame that it is about.
    void setDrawn(Drawn drawn) { m_drawn = drawn; }
    [[nodiscard]] Drawn drawn() const { return m_drawn; }

    /// Whether the camera may glide; off where a person or the system wants less motion.
    [[nodiscard]] bool isAnimated() const { return m_isAnimated; }
    void setAnimated(bool animated);

    /// For the Qt Location map, whose gestures moved it. Degrees and tile zoom.
    Q_INVOKABLE void mapMoved(double latitude, double longitude, double zoom);
    /// For the Qt Location map when it begins to exist or has a new size: moveRequested() follows.
    Q_INVOKABLE void requestMove();

    /// The mark under a pixel: symbols before counters, upper ones first.
    [[nodiscard]] Hit hitAt(const QPointF &pixel);
    /// The events of a hit; none for no hit.
    [[nodiscard]] std::vector<events::Row> rowsOf(const Hit &hit);

    /// The country of the base map under a pixel, by its index; nothing at sea.
    [[nodiscard]] std::optional<std::size_t> areaUnder(const QPointF &pixel);
    /// The country under a pixel as the filter names it; see filterableCountry().
    [[nodiscard]] std::optional<QString> countryUnder(const QPointF &pixel);

    /// What the view shows, for the filter by area. As wide as the world or wider: all of its
    /// width.
    [[nodiscard]] events::GeoBox visibleArea() const;
    /// Whether only events in view pass, whatever comes into view; one undo step.
    void setAreaFollowsMap(bool follows);

    /// The camera that shows where these events part, or nothing when no camera parts them.
    [[nodiscard]] std::optional<Camera> splittingCamera(const Hit &hit);
    /// The camera that shows all the events that have a place, or nothing when none has.
    [[nodiscard]] std::optional<Camera> fittingCamera(std::span<const events::Row> rows);
    [[nodiscard]] Camera home() const { return raised(homeCamera(m_size), m_size, m_foot); }

    /// How many pixels at the foot of the view something covers; what is fitted stays above.
    void setFoot(double pixels);

Q_SIGNALS:
    void sceneChanged(); ///< scene() would give another one, or colours changed
    void cameraChanged();
    void animatedChanged();
    void seaChanged();
    /// For the Qt Location map: go there. Degrees and tile zoom.
    void moveRequested(double latitude, double longitude, double zoom);

private:
    void follow();
    void connectWorkspace();
    void takeCamera(const Camera &camera);
    void invalidate();
    void resetNames();
    void scheduleArea();
    void followArea();
    void shade(const BaseMap &land);
    [[nodiscard]] std::optional<Extent> boxAroundEvents(std::span<const events::Row> rows);
    [[nodiscard]] Camera fitting(const Extent &box) const;
    [[nodiscard]] Camera lookingAt(const Extent &box, double zoom) const;
    void dropShades();

    workspace::Workspace *m_workspace;
    MapLevels m_levels;
    NamesIn m_namesIn = NamesIn::ReadersLanguage;
    std::vector<QString> m_names;
    MapPalette m_palette;
    OnlineMap *m_online;
    ClusterMotion *m_motion;
    QSizeF m_size;
    double m_foot = 0;
    QTimer m_area; ///< runs while the filter by area is to follow the camera
    std::optional<Choropleth> m_shades; ///< nothing while out of date
    std::vector<QString> m_shadedNames; ///< m_names with what is stated
    std::vector<QRectF> m_furniture;
    Camera m_camera;
    std::optional<workspace::Camera> m_told; ///< what the workspace last heard from here
    MapScene m_scene;
    bool m_isSceneCurrent = false;
    bool m_isAnimated = true;
    Drawn m_drawn = Drawn::NotYet;
};

} // namespace dateline::map
