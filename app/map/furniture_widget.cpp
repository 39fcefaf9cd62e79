// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/furniture_widget.h>

#include <map/button_columns.h>
#include <map/map_labels.h>
#include <map/shading_menu.h>

#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr int furnitureMargin = 8;
constexpr int buttonSide = 26; ///< at text scale 1
constexpr int iconSide = 16;
constexpr double narrowLegend = 260; ///< less width beside the scale is too little for the legend
constexpr double mostOfMap = 0.25; ///< of its height, for a legend that nobody asked for
constexpr double mostOfLowMap = 0.5; ///< the same for a whole legend that somebody asked for

} // namespace

ScaleWidget::ScaleWidget(MapControl *control, QWidget *parent)
    : PlateWidget(parent)
    , m_control(control)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ScaleWidget::refresh()
{
    // Repainting furniture makes the window compose anew, so only what differs is repainted.
    const ScaleBar bar
        = scaleBar(m_control->camera(), longestScaleBar * m_control->palette().scale());
    const QString credit = m_control->online()->credit(m_control->camera().zoom);
    if (bar.text == m_bar.text && std::abs(bar.pixels - m_bar.pixels) < 0.5 && credit == m_credit)
        return;
    m_bar = bar;
    m_credit = credit;
    const QString spoken = QString(m_credit).replace(u'\n', u", "_s);
    setAccessibleName(tr("Scale: %1. %2").arg(m_bar.text, spoken));
    redraw();
}

QSize ScaleWidget::sizeHint() const
{
    const MapPalette &palette = m_control->palette();
    // As wide as the longest bar, so that the legend beside it does not move with every zoom.
    return scalePlateSize({longestScaleBar * palette.scale(), 0, m_bar.text}, m_credit, palette)
        .toSize();
}

void ScaleWidget::drawPlate(QPainter &painter)
{
    paintScalePlate(painter, rect().toRectF(), m_bar, m_credit, m_control->palette(),
                    [this](QPainter &on, const SceneLabel &label, const MapPalette &palette) {
                        m_names.draw(on, label, palette);
                    });
}

Furniture::Furniture(MapControl *control, QWidget *parent)
    : QObject(parent)
    , m_control(control)
    , m_parent(parent)
    , m_legend(new LegendWidget(control, parent))
    , m_scale(new ScaleWidget(control, parent))
    , m_tray(button({}, {}, parent))
    , m_in(button(u"+"_s, tr("Zoom in"), parent))
    , m_out(button(u"−"_s, tr("Zoom out"), parent))
    , m_home(button(u"⌂"_s, tr("Whole world"), parent))
    , m_legendButton(button({}, tr("Legend"), parent))
    , m_shadingButton(button({}, tr("Shade countries"), parent))
    , m_lassoButton(button({}, tr("Line around events"), parent))
    , m_inViewButton(button({}, tr("Only events in view"), parent))
{
    dressButtons();
    connect(m_tray, &QToolButton::clicked, this, &Furniture::trayRequested);
    connect(m_in, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(1); });
    connect(m_out, &QToolButton::clicked, this, [this] { Q_EMIT zoomRequested(-1); });
    connect(m_home, &QToolButton::clicked, this, &Furniture::homeRequested);
    connect(m_legendButton, &QToolButton::clicked, this, &Furniture::setLegendShown);
    connect(m_lassoButton, &QToolButton::clicked, this, &Furniture::lassoRequested);
    connect(m_inViewButton, &QToolButton::clicked, control, &MapControl::setAreaFollowsMap);
    connect(control, &MapControl::sceneChanged, this, &Furniture::refresh, Qt::QueuedConnection);
    // Kinds of the same names may look otherwise.
    connect(control->workspace(), &workspace::Workspace::datasetChanged, m_legend,
            [this] { m_legend->redraw(); });
}

void Furniture::dressButtons()
{
    m_tray->setObjectName(u"trayChip"_s);
    m_in->setToolTip(tr("Zoom in (+)"));
    m_out->setToolTip(tr("Zoom out (−)"));
    m_home->setToolTip(tr("Whole world (Home)"));
    m_legendButton->setObjectName(u"legendButton"_s);
    m_legendButton->setIcon(QIcon(u":/icons/list.icon"_s));
    m_legendButton->setCheckable(true);
    m_legendButton->setToolTip(tr("Show or hide the legend"));
    m_shadingButton->setObjectName(u"shadingButton"_s);
    m_shadingButton->setIcon(QIcon(u":/icons/shade.icon"_s));
    m_shadingButton->setToolTip(tr("Shade countries"));
    m_shadingButton->setPopupMode(QToolButton::InstantPopup);
    auto *ways = new QMenu(m_shadingButton);
    addShadingActions(ways, m_control->workspace());
    m_shadingButton->setMenu(ways);
    m_lassoButton->setObjectName(u"lassoButton"_s);
    m_lassoButton->setIcon(QIcon(u":/icons/lasso.icon"_s));
    m_lassoButton->setCheckable(true);
    m_inViewButton->setObjectName(u"inViewButton"_s);
    m_inViewButton->setIcon(QIcon(u":/icons/in-view.icon"_s));
    m_inViewButton->setCheckable(true);
    m_inViewButton->setToolTip(tr("Show only events in cities that are in view (V)"));
}

QToolButton *Furniture::button(const QString &text, const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setText(text);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    made->setCursor(Qt::ArrowCursor);
    return made;
}

void Furniture::refresh()
{
    if (m_palette != m_control->palette())
        applyPalette();
    m_legend->refresh();
    m_scale->refresh();
    refreshFilters();
    refreshTray();
    arrange();
}

void Furniture::refreshTray()
{
    const QString text = remainderText(m_control->scene());
    const QString undrawn = undrawnText(m_control->scene());
    m_tray->setVisible(!text.isEmpty());
    if (text == m_tray->text() && undrawn == m_tray->accessibleDescription())
        return; // the scene changes with every frame of a pan
    m_tray->setText(text);
    m_tray->setAccessibleName(text);
    m_tray->setAccessibleDescription(undrawn);
    const QString tip = tr("Show the events that have no place on the map");
    m_tray->setToolTip(undrawn.isEmpty() ? tip : tip + u'\n' + undrawn);
}

void Furniture::refreshFilters()
{
    const workspace::ViewState &state = m_control->workspace()->state();
    m_inViewButton->setChecked(state.areaFollowsMap);
    m_lassoButton->setChecked(m_isDrawing || !state.filters.lasso.empty());
    m_lassoButton->setToolTip(m_lassoButton->isChecked()
                                  ? tr("Remove the line around events (L draws another)")
                                  : tr("Draw a line around events: only those in cities inside it "
                                       "pass (L)"));
}

void Furniture::setNotes(const std::vector<QRectF> &boxes)
{
    if (boxes == m_notes)
        return;
    m_notes = boxes;
    arrange();
}

void Furniture::setDrawing(bool drawing)
{
    m_isDrawing = drawing;
    refreshFilters();
}

void Furniture::applyPalette()
{
    m_palette = m_control->palette();
    m_foot = 0; // of another size with another type
    const QString style
        = u"QToolButton { background: %1; color: %2; border: 1px solid %3; border-radius: 4px; "
          "padding: 2px 8px; } QToolButton:hover { border-color: %4; } "
          "QToolButton:checked { border-color: %4; background: %5; } QToolButton:focus { border: 2px solid %4; padding: 1px 7px; }"_s
              .arg(m_palette.paper.name(), m_palette.ink.name(), m_palette.border.name(),
                   m_palette.selection.name(),
                   symbology::mixed(m_palette.paper, m_palette.selection, 0.22).name());
    m_tray->setFont(m_palette.font);
    m_tray->setStyleSheet(style);
    for (QToolButton *each : column()) {
        each->setFont(m_palette.font);
        each->setStyleSheet(style
                            + u" QToolButton { padding: 1px; }"
                              " QToolButton::menu-indicator { image: none; }"_s);
    }
    m_legend->redraw();
    m_scale->redraw();
}

void Furniture::arrange()
{
    const QRect room = m_parent->rect().adjusted(furnitureMargin, furnitureMargin, -furnitureMargin,
                                                 -furnitureMargin);
    const QSize tray = m_tray->sizeHint();
    m_tray->resize(std::min(tray.width(), room.width()), tray.height());
    m_tray->move(room.right() - m_tray->width(), room.top());
    placeFoot(room);
    placeButtons(room);
    std::vector<QRectF> boxes;
    for (const QWidget *each : pieces())
        if (!each->isHidden())
            boxes.emplace_back(each->geometry());
    boxes.insert(boxes.end(), m_notes.begin(), m_notes.end());
    m_control->setFurniture(std::move(boxes));
}

void Furniture::placeButtons(const QRect &room)
{
    std::vector<QRect> others;
    for (const QWidget *each : std::initializer_list<const QWidget *>{m_tray, m_scale, m_legend})
        if (!each->isHidden())
            others.push_back(each->geometry());
    const auto buttons = column();
    const int side = int(buttonSide * m_palette.scale());
    const std::vector<QRect> boxes = buttonColumns(buttons.size(), side, room, others);
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const int icon = boxes[i].width() * iconSide / buttonSide;
        buttons[i]->setGeometry(boxes[i]);
        buttons[i]->setIconSize({icon, icon});
    }
}

void Furniture::placeFoot(const QRect &room)
{
    m_scale->resize(m_scale->sizeHint());
    m_scale->move(room.right() - m_scale->width(), room.bottom() - m_scale->height());
    const int beside = room.width() - m_scale->width() - furnitureMargin;
    const double highest = mostOfLowMap * room.height();
    bool isNarrow = beside < narrowLegend * m_palette.scale();
    m_legend->setRoom(isNarrow ? room.width() : beside, highest);
    if (!isNarrow && m_legend->sizeHint().width() > beside) { // an entry alone is wider
        isNarrow = true;
        m_legend->setRoom(room.width(), highest);
    }
    m_legend->resize(m_legend->sizeHint());
    const int foot = isNarrow ? m_scale->y() - furnitureMargin : room.bottom();
    m_legend->move(room.left(), foot - m_legend->height());
    const bool fits = m_legend->height() <= mostOfMap * room.height();
    const bool shown = m_legendWanted.value_or(fits);
    m_legend->setVisible(shown && !m_legend->isEmpty());
    m_legend->placeButtons();
    coverFoot(room);
    if (shown == m_legendButton->isChecked())
        return;
    m_legendButton->setChecked(shown);
    Q_EMIT legendShownChanged(shown);
}

void Furniture::coverFoot(const QRect &room)
{
    const auto heightOf = [&room](const QWidget *piece) {
        return piece->isHidden() ? 0 : room.bottom() - piece->y() + furnitureMargin;
    };
    const int now = std::max(heightOf(m_scale), heightOf(m_legend));
    // With the legend it only grows: another camera may show other marks, and a camera that
    // follows the legend that follows the camera would not come to rest.
    m_foot = m_legend->isHidden() ? now : std::max(m_foot, now);
    m_control->setFoot(m_foot);
}

bool Furniture::isLegendShown() const
{
    return m_legendButton->isChecked();
}

void Furniture::setLegendShown(bool shown)
{
    m_legendWanted = shown;
    arrange();
}

std::array<QToolButton *, 7> Furniture::column() const
{
    return {m_in, m_out, m_home, m_legendButton, m_shadingButton, m_lassoButton, m_inViewButton};
}

std::vector<QWidget *> Furniture::pieces() const
{
    std::vector<QWidget *> pieces{m_legend, m_scale, m_tray};
    std::ranges::copy(column(), std::back_inserter(pieces));
    return pieces;
}

} // namespace dateline::map
