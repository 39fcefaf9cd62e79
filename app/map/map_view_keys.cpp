// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/camera_flight.h>
#include <map/focus_ring.h>
#include <map/group_attribution.h>
#include <map/hover_card.h>
#include <map/lasso_tool.h>
#include <map/map_view.h>
#include <map/mark_steps.h>
#include <workspace/wording.h>

#include <QAccessible>
#include <QKeyEvent>

// The map by keyboard: panning and zooming, and from mark to mark.
namespace dateline::map {

namespace {

constexpr double keyPan = 100; ///< pixels

} // namespace

void MapView::keyPressEvent(QKeyEvent *event)
{
    m_focusRing->show();
    if (m_lasso->takeKey(event->key()) || takeLetter(*event) || takeMarkKey(*event))
        return;
    const auto pan = [this](double dx, double dy) {
        m_flight->flyTo(panned(m_flight->goal(), m_control->size(), {-dx, -dy},
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
    case Qt::Key_Space:
        Q_EMIT playRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MapView::takeMarkKey(const QKeyEvent &event)
{
    const auto key = Qt::Key(event.key());
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const Hit mark = m_cursor ? markOf(m_control->scene(), *m_cursor) : Hit();
        if (std::holds_alternative<std::monostate>(mark))
            return false;
        click(mark, centreOf(m_control->scene(), mark), event.modifiers());
        return true;
    }
    const bool isArrow = key >= Qt::Key_Left && key <= Qt::Key_Down;
    const bool isPage = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if ((!isArrow && !isPage) || !event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const MapScene &scene = m_control->scene();
    const Hit from = m_cursor ? markOf(scene, *m_cursor) : Hit();
    if (isPage)
        goToMark(markInOrder(scene, from, key == Qt::Key_PageDown ? 1 : -1));
    else if (std::holds_alternative<std::monostate>(from))
        goToMark(nearestMark(scene, rect().toRectF().center()));
    else
        goToMark(nearestMark(scene, centreOf(scene, from), key));
    return true;
}

void MapView::goToMark(const Hit &mark)
{
    if (std::holds_alternative<std::monostate>(mark))
        return;
    const MapScene &scene = m_control->scene();
    const std::vector<events::Row> rows = m_control->rowsOf(mark);
    workspace::Workspace *workspace = m_control->workspace();
    m_cursor = rows.front();
    // Of several events the first stands for the mark, so that it is lit.
    workspace->setHovered(m_cursor);
    showCard(mark, centreOf(scene, mark));
    QAccessibleAnnouncementEvent said(this,
                                      rows.size() == 1
                                          ? workspace::announcement(workspace->dataset(), *m_cursor)
                                          : attributionOf(workspace->dataset(), rows));
    QAccessible::updateAccessibility(&said);
}

void MapView::leaveMark()
{
    if (!m_cursor)
        return;
    m_cursor.reset();
    m_card->hide();
    m_control->workspace()->setHovered({});
}

} // namespace dateline::map
