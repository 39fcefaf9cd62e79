// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>

#include <map/camera_flight.h>
#include <map/camera_trail.h>
#include <map/coordinates.h>
#include <map/country_filter.h>
#include <map/drawing.h>
#include <map/event_menu.h>
#include <map/focus_ring.h>
#include <map/furniture_widget.h>
#include <map/hover_card.h>
#include <map/lasso_tool.h>
#include <map/map_notes.h>
#include <map/map_pointer.h>
#include <map/mark_steps.h>
#include <symbology/focus_reason.h>
#include <workspace/wording.h>

#include <QMenu>

using namespace Qt::StringLiterals;

namespace dateline::map {

MapView::MapView(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_control(new MapControl(workspace, this))
    , m_surface(makeSurface(m_control, this))
    , m_pointer(new MapPointer(m_control, m_surface))
    , m_lasso(new LassoTool(m_control, m_surface, this))
    , m_trail(new CameraTrail(m_control))
    , m_furniture(new Furniture(m_control, this))
    , m_notes(new MapNotes(m_control, this))
    , m_card(new HoverCard(this))
    , m_focusRing(new FocusRing(m_control, this))
    , m_flight(new CameraFlight(m_control))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Reported events on a world map. Arrow keys pan, plus and minus "
                                "zoom, Home shows the whole world, V filters by what is in view. "
                                "Shift and an arrow key go from mark to mark, Return opens one."));
    setMapPalette(mapPalette(workspace::Theme::Paper, font()));
    connectPointer();
    connectFurniture();
    connect(&m_control->levels(), &MapLevels::failed, this, &MapView::baseMapFailed);
}

// The picture goes before the control that it shows.
MapView::~MapView()
{
    delete m_surface;
}

void MapView::connectPointer()
{
    connect(m_pointer, &MapPointer::hovered, this, &MapView::hover);
    connect(m_pointer, &MapPointer::clicked, this, &MapView::click);
    connect(m_pointer, &MapPointer::cameraStepRequested, this, &MapView::stepCamera);
    connect(m_pointer, &MapPointer::zoomRequested, this, &MapView::dropCountryClick);
    connect(m_pointer, &MapPointer::zoomRequested, this,
            [this](const QPointF &pixel, double levels) {
                m_flight->flyTo(zoomedAt(m_flight->goal(), m_control->size(), pixel, levels,
                                         m_control->online()->closestZoom()));
            });
    connect(m_pointer, &MapPointer::boxDrawn, this, [this](const QRectF &box) {
        const MercatorPoint from = toPoint(m_control->camera(), m_control->size(), box.topLeft());
        const MercatorPoint to = toPoint(m_control->camera(), m_control->size(), box.bottomRight());
        m_flight->flyTo(fitted({from.x, from.y, to.x, to.y}, m_control->size(), 0,
                               m_control->online()->closestZoom()));
    });
    connect(m_control, &MapControl::cameraChanged, m_card, &QWidget::hide);
    connect(m_control->workspace(), &workspace::Workspace::datasetChanged, this, [this] {
        m_flight->stop();
        dropCountryClick();
        m_cursor.reset();
    });
    m_countryClick.setSingleShot(true);
    connect(&m_countryClick, &QTimer::timeout, this, &MapView::takeCountryClick);
}

void MapView::connectFurniture()
{
    connect(m_furniture, &Furniture::trayRequested, this, &MapView::trayRequested);
    connect(m_furniture, &Furniture::legendShownChanged, this, &MapView::legendShownChanged);
    connect(m_furniture, &Furniture::lassoRequested, this, &MapView::setLassoWanted);
    connect(m_lasso, &LassoTool::activeChanged, m_furniture, &Furniture::setDrawing);
    connect(m_lasso, &LassoTool::activeChanged, m_notes, &MapNotes::setDrawing);
    connect(m_notes, &MapNotes::repliesRequested, this, &MapView::listRows);
    connect(m_notes, &MapNotes::placed, m_furniture, &Furniture::setNotes);
    connect(m_trail, &CameraTrail::changed, this, &MapView::cameraTrailChanged);
    connect(m_furniture, &Furniture::homeRequested, this, &MapView::showWholeWorld);
    connect(m_control->workspace(), &workspace::Workspace::shadingChanged, this,
            &MapView::followShading);
    connect(m_furniture, &Furniture::zoomRequested, this, [this](double levels) {
        const QSizeF size = m_control->size();
        m_flight->flyTo(zoomedAt(m_flight->goal(), size, {size.width() / 2, size.height() / 2},
                                 levels, m_control->online()->closestZoom()));
    });
}

void MapView::setMapPalette(const MapPalette &palette)
{
    m_control->setPalette(palette);
    m_card->setMapPalette(palette);
    m_focusRing->update();
}

void MapView::setAnimated(bool animated)
{
    m_control->setAnimated(animated);
}

void MapView::zoomIn()
{
    Q_EMIT m_furniture->zoomRequested(1);
}

void MapView::zoomOut()
{
    Q_EMIT m_furniture->zoomRequested(-1);
}

void MapView::showWholeWorld()
{
    m_flight->flyTo(m_control->home());
}

void MapView::showAllEvents()
{
    std::vector<events::Row> rows;
    m_control->workspace()->crossfilter().passing().forEach(
        [&](events::Row row) { rows.push_back(row); });
    if (const std::optional<Camera> camera = m_control->fittingCamera(rows))
        m_flight->flyTo(*camera);
}

void MapView::showSelection()
{
    if (const auto camera = m_control->fittingCamera(m_control->workspace()->selection()))
        m_flight->flyTo(*camera);
}

void MapView::setOwnNames(bool own)
{
    m_control->setNamesIn(own ? NamesIn::OwnLanguage : NamesIn::ReadersLanguage);
}

void MapView::setTileServer(std::optional<TileServer> server)
{
    m_control->online()->setServer(std::move(server));
}

bool MapView::isLegendShown() const
{
    return m_furniture->isLegendShown();
}

void MapView::setLegendShown(bool shown)
{
    m_furniture->setLegendShown(shown);
}

// The legend says what the shades mean.
void MapView::followShading()
{
    if (m_control->workspace()->state().shading != workspace::Shading::None)
        setLegendShown(true);
}

void MapView::hover(const Hit &hit, const QPointF &pixel)
{
    m_cursor.reset();
    const std::vector<events::Row> rows = m_control->rowsOf(hit);
    if (rows.empty()) {
        hoverCountry(pixel);
        m_control->workspace()->setHovered({});
        return;
    }
    showCard(hit, pixel);
    m_control->workspace()->setHovered(rows.size() == 1 ? std::optional(rows.front())
                                                        : std::nullopt);
}

void MapView::showCard(const Hit &hit, const QPointF &pixel)
{
    m_card->showText(hoverText(m_control->workspace()->dataset(), m_control->rowsOf(hit)), pixel);
}

void MapView::click(const Hit &hit, const QPointF &pixel, Qt::KeyboardModifiers modifiers)
{
    setFocus(Qt::MouseFocusReason);
    const std::vector<events::Row> rows = m_control->rowsOf(hit);
    if (rows.empty())
        return clickCountry(pixel, modifiers);
    if (rows.size() == 1) {
        choose(rows.front(), modifiers);
        return;
    }
    m_card->hide();
    if (const std::optional<Camera> camera = m_control->splittingCamera(hit))
        m_flight->flyTo(*camera);
    else
        listRows(rows, mapToGlobal(pixel.toPoint()));
}

void MapView::choose(events::Row row, Qt::KeyboardModifiers modifiers)
{
    workspace::Workspace *workspace = m_control->workspace();
    if (modifiers.testFlag(Qt::ShiftModifier))
        workspace->toggleSelected(row);
    else if (workspace->selected() == row)
        Q_EMIT detailRequested(row);
    else
        workspace->select(row);
}

void MapView::listRows(const std::vector<events::Row> &rows, const QPoint &at)
{
    workspace::Workspace *workspace = m_control->workspace();
    QMenu *menu = makeEventMenu(
        workspace->dataset(), rows, m_control->palette(),
        [this](events::Row row) { choose(row, Qt::NoModifier); }, this);
    // Its events would be others then.
    connect(workspace, &workspace::Workspace::datasetChanged, menu, &QMenu::close);
    menu->popup(at);
}

void MapView::resizeEvent(QResizeEvent *)
{
    m_control->setSize(rect().toRectF().size());
    // Names keep clear of the furniture: with that in its place first, the surface, which draws as
    // soon as it has a size, draws once.
    m_furniture->refresh();
    m_notes->arrange();
    m_surface->setGeometry(rect());
    m_lasso->setGeometry(rect());
    m_focusRing->setGeometry(rect());
}

bool MapView::canStepCamera(int direction) const
{
    return m_trail->canGo(direction);
}

void MapView::stepCamera(int direction)
{
    const auto place = m_trail->go(direction);
    if (!place)
        return;
    if (*place)
        return m_flight->flyTo(fromDegrees(**place));
    m_flight->stop();
    m_control->workspace()->change([](workspace::ViewState &next) { next.camera.reset(); },
                                   workspace::Step::Passing);
}

void MapView::focusInEvent(QFocusEvent *event)
{
    m_focusRing->setVisible(
        symbology::showsRing(event->reason()).value_or(m_focusRing->isVisible()));
}

void MapView::focusOutEvent(QFocusEvent *event)
{
    if (!symbology::showsRing(event->reason()).has_value())
        return; // to a menu of the map's own
    m_focusRing->hide();
    leaveMark();
}

bool MapView::isDrawn() const
{
    return m_control->drawn() != MapControl::Drawn::NotYet;
}

bool MapView::isSettled() const
{
    return !m_control->levels().isReading() && m_control->drawn() == MapControl::Drawn::Fully
        && !m_flight->isRunning();
}

} // namespace dateline::map
