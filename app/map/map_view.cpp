// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>

#include <map/camera_trail.h>
#include <map/country_filter.h>
#include <map/drawing.h>
#include <map/focus_ring.h>
#include <map/furniture_widget.h>
#include <map/hover_card.h>
#include <map/lasso_tool.h>
#include <map/map_pointer.h>
#include <symbology/focus_reason.h>
#include <workspace/wording.h>

#include <QKeyEvent>
#include <QMenu>
#include <QVariantAnimation>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr double keyPan = 100; ///< pixels
constexpr int flightMilliseconds = 350;
constexpr std::size_t mostListed = 200;

/// Between two cameras the short way round the world; `share` 0 to 1.
Camera between(const Camera &from, const Camera &to, double share)
{
    double dx = to.centre.x - from.centre.x;
    dx -= std::round(dx);
    // The centre moves with the scale, so that the flight follows a straight line on the ground.
    const double span = to.zoom - from.zoom;
    const double moved
        = std::abs(span) < 1e-6 ? share : (1 - std::exp2(-span * share)) / (1 - std::exp2(-span));
    return {{from.centre.x + dx * moved, from.centre.y + (to.centre.y - from.centre.y) * moved},
            from.zoom + span * share};
}

} // namespace

MapView::MapView(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_control(new MapControl(workspace, this))
    , m_surface(makeSurface(m_control, this))
    , m_pointer(new MapPointer(m_control, m_surface))
    , m_lasso(new LassoTool(m_control, m_surface, this))
    , m_trail(new CameraTrail(m_control))
    , m_furniture(new Furniture(m_control, this))
    , m_card(new HoverCard(this))
    , m_focusRing(new FocusRing(m_control, this))
    , m_flight(new QVariantAnimation(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Reported events on a world map. Arrow keys pan, plus and minus "
                                "zoom, Home shows the whole world, V filters by what is in view."));
    m_flight->setDuration(flightMilliseconds);
    m_flight->setStartValue(0.0);
    m_flight->setEndValue(1.0);
    m_flight->setEasingCurve(QEasingCurve::InOutCubic);
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
    connect(m_pointer, &MapPointer::zoomRequested, &m_countryClick, &QTimer::stop);
    connect(m_pointer, &MapPointer::zoomRequested, this,
            [this](const QPointF &pixel, double levels) {
                flyTo(zoomedAt(m_control->camera(), m_control->size(), pixel, levels,
                               m_control->online()->closestZoom()));
            });
    connect(m_pointer, &MapPointer::boxDrawn, this, [this](const QRectF &box) {
        const MercatorPoint from = toPoint(m_control->camera(), m_control->size(), box.topLeft());
        const MercatorPoint to = toPoint(m_control->camera(), m_control->size(), box.bottomRight());
        flyTo(fitted({from.x, from.y, to.x, to.y}, m_control->size(), 0));
    });
    connect(m_control, &MapControl::cameraChanged, m_card, &QWidget::hide);
    connect(m_control->workspace(), &workspace::Workspace::datasetChanged, this, [this] {
        m_flight->stop();
        m_countryClick.stop();
    });
    m_countryClick.setSingleShot(true);
    connect(&m_countryClick, &QTimer::timeout, this, [this] {
        toggleCountries(*m_control->workspace(), {m_clickedCountry}, Choice::Besides);
    });
}

void MapView::connectFurniture()
{
    connect(m_furniture, &Furniture::trayRequested, this, &MapView::trayRequested);
    connect(m_furniture, &Furniture::legendShownChanged, this, &MapView::legendShownChanged);
    connect(m_furniture, &Furniture::lassoRequested, this, &MapView::setLassoWanted);
    connect(m_lasso, &LassoTool::activeChanged, m_furniture, &Furniture::setDrawing);
    connect(m_trail, &CameraTrail::changed, this, &MapView::cameraTrailChanged);
    connect(m_furniture, &Furniture::homeRequested, this, &MapView::showWholeWorld);
    connect(m_control->workspace(), &workspace::Workspace::shadingChanged, this,
            &MapView::followShading);
    connect(m_furniture, &Furniture::zoomRequested, this, [this](double levels) {
        const QSizeF size = m_control->size();
        flyTo(zoomedAt(m_control->camera(), size, {size.width() / 2, size.height() / 2}, levels,
                       m_control->online()->closestZoom()));
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

void MapView::flyTo(const Camera &target)
{
    m_flight->stop();
    if (!m_control->isAnimated()) {
        m_control->setCamera(target);
        return;
    }
    const Camera from = m_control->camera();
    m_flight->disconnect(this);
    connect(m_flight, &QVariantAnimation::valueChanged, this,
            [this, from, target](const QVariant &share) {
                m_control->setCamera(between(from, target, share.toDouble()));
            });
    m_flight->start();
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
    flyTo(m_control->home());
}

void MapView::showAllEvents()
{
    std::vector<events::Row> rows;
    m_control->workspace()->crossfilter().passing().forEach(
        [&](events::Row row) { rows.push_back(row); });
    if (const std::optional<Camera> camera = m_control->fittingCamera(rows))
        flyTo(*camera);
}

void MapView::showSelection()
{
    if (const auto camera = m_control->fittingCamera(m_control->workspace()->selection()))
        flyTo(*camera);
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
    const std::vector<events::Row> rows = m_control->rowsOf(hit);
    if (rows.empty()) {
        hoverCountry(pixel);
        m_control->workspace()->setHovered({});
        return;
    }
    const auto *symbol = std::get_if<SymbolHit>(&hit);
    const QString attribution = symbol
        ? m_control->scene().symbols[symbol->index].attribution
        : m_control->scene().chips[std::get<ChipHit>(hit).index].attribution;
    m_card->showText(hoverText(m_control->workspace()->dataset(), rows, attribution), pixel);
    m_control->workspace()->setHovered(rows.size() == 1 ? std::optional(rows.front())
                                                        : std::nullopt);
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
        flyTo(*camera);
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
    const events::Dataset &dataset = workspace->dataset();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"eventList"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(m_control->palette().font);
    for (const events::Row row : std::span(rows).first(std::min(rows.size(), mostListed))) {
        QString text = tr("%1 — %2").arg(dataset.columns().title.at(row),
                                         workspace::attribution(dataset, row));
        text.replace(u'&', u"&&"_s);
        connect(menu->addAction(menu->fontMetrics().elidedText(text, Qt::ElideRight, 560)),
                &QAction::triggered, this, [this, row] { choose(row, Qt::NoModifier); });
    }
    if (rows.size() > mostListed)
        menu->addAction(tr("and %Ln more: see the table", nullptr, int(rows.size() - mostListed)))
            ->setEnabled(false);
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
    m_surface->setGeometry(rect());
    m_lasso->setGeometry(rect());
    m_focusRing->setGeometry(rect());
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    m_focusRing->show();
    if (m_lasso->takeKey(event->key()) || takeLetter(*event))
        return;
    const auto pan = [this](double dx, double dy) {
        flyTo(panned(m_control->camera(), m_control->size(), {-dx, -dy},
                     m_control->online()->closestZoom()));
    };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Left:
        return pan(-keyPan, 0);
    case Qt::Key_Right:
        return pan(keyPan, 0);
    case Qt::Key_Up:
        return pan(0, -keyPan);
    case Qt::Key_Down:
        return pan(0, keyPan);
    case Qt::Key_Home:
        return showWholeWorld();
    default:
        QWidget::keyPressEvent(event);
    }
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
        return flyTo(fromDegrees(**place));
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
    if (symbology::showsRing(event->reason()).has_value())
        m_focusRing->hide();
}

bool MapView::isDrawn() const
{
    return m_control->drawn() != MapControl::Drawn::NotYet;
}

bool MapView::isSettled() const
{
    return !m_control->levels().isReading() && m_control->drawn() == MapControl::Drawn::Fully
        && m_flight->state() == QAbstractAnimation::Stopped;
}

} // namespace dateline::map
