// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/map_control.h>

#include <QTimer>
#include <QWidget>

#include <vector>

namespace dateline::map {

class CameraFlight;
class Furniture;
class HoverCard;
class CameraTrail;
class LassoTool;
class MapNotes;
class MapPointer;

/// The map as the shell embeds it: follows a workspace, draws its events over the base map, takes
/// mouse and keys. How it is drawn: see drawing().
class MapView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MapView)

public:
    /// The workspace outlives the view.
    explicit MapView(workspace::Workspace *workspace, QWidget *parent = nullptr);
    ~MapView() override;

    /// Colours and type; see mapPalette().
    void setMapPalette(const MapPalette &palette);

    /// Whether the camera glides to where it is sent. Switch it off for people who want less
    /// motion, for tests and for screenshots.
    void setAnimated(bool animated);

    /// True when the base map that the camera asks for is there, the camera rests and the land is
    /// drawn: the next frame is the final one.
    [[nodiscard]] bool isSettled() const;

    /// True when the last frame shows what the workspace holds, though land may still be drawn more
    /// sharply.
    [[nodiscard]] bool isDrawn() const;

    /// What the map shows now; for figures, and for tests.
    [[nodiscard]] const MapScene &scene() const { return m_control->scene(); }

    [[nodiscard]] bool isLegendShown() const;

    /// Whether countries and cities are named in their own languages instead of the reader's.
    void setOwnNames(bool own);
    [[nodiscard]] bool hasOwnNames() const { return m_control->namesIn() == NamesIn::OwnLanguage; }

    /// Lays pictures from a server over the land, or no longer. What may be asked is asked before:
    /// from here on the server hears what is looked at.
    void setTileServer(std::optional<TileServer> server);
    [[nodiscard]] const std::optional<TileServer> &tileServer() const
    {
        return m_control->online()->server();
    }

    /// Whether there is a camera to go back (-1) or forward (+1) to; see stepCamera().
    [[nodiscard]] bool canStepCamera(int direction) const;

    [[nodiscard]] QSize sizeHint() const override { return {800, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void showWholeWorld();
    /// All passing events, or all selected ones; nothing happens when none has a place.
    void showAllEvents();
    void showSelection();
    void setLegendShown(bool shown);
    /// Goes back (-1) or forward (+1) to where the camera rested before; filters and selection
    /// stay.
    void stepCamera(int direction);
    /// Begins a line around events, which replaces the one that filters now as soon as it closes.
    void drawLasso();
    /// Whether only events in view pass, whatever comes into view.
    void setInViewOnly(bool only);

Q_SIGNALS:
    void legendShownChanged(bool shown);
    /// The detail of an event is asked for: it was clicked while it was selected.
    void detailRequested(dateline::events::Row row);
    /// The list of events that are not on the map is asked for.
    void trayRequested();
    void cameraTrailChanged(); ///< canStepCamera()
    void playRequested(); ///< or a pause: Space was pressed
    /// A finer level of the built-in base map cannot be read; coarser ones are drawn.
    void baseMapFailed(const QString &reason);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void connectPointer();
    void connectFurniture();
    void followShading();
    void hover(const Hit &hit, const QPointF &pixel);
    void click(const Hit &hit, const QPointF &pixel, Qt::KeyboardModifiers modifiers);
    void choose(events::Row row, Qt::KeyboardModifiers modifiers);
    void showCard(const Hit &hit, const QPointF &pixel);
    bool takeMarkKey(const QKeyEvent &event);
    void goToMark(const Hit &mark);
    void leaveMark();
    void hoverCountry(const QPointF &pixel);
    void clickCountry(const QPointF &pixel, Qt::KeyboardModifiers modifiers);
    void takeCountryClick();
    void dropCountryClick();
    void setLassoWanted(bool wanted);
    bool takeLetter(const QKeyEvent &event);
    void listRows(const std::vector<events::Row> &rows, const QPoint &at);

    MapControl *m_control;
    QWidget *m_surface;
    MapPointer *m_pointer;
    LassoTool *m_lasso;
    CameraTrail *m_trail;
    Furniture *m_furniture;
    MapNotes *m_notes;
    HoverCard *m_card;
    QWidget *m_focusRing;
    CameraFlight *m_flight;
    std::optional<events::Row> m_cursor; ///< the first event of the mark that keys have gone to
    QTimer m_countryClick; ///< until a click on a country is no double-click
    QString m_clickedCountry; ///< empty for none
};

} // namespace dateline::map
