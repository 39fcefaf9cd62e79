// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/lane_runs.h>
#include <timeline/timeline_canvas.h>
#include <workspace/wording.h>

#include <QMenu>

#include <algorithm>

namespace dateline::timeline {

using events::Row;

namespace {

constexpr int menuLength = 40; ///< events a menu lists before it names the rest
constexpr double barZoom = 0.25; ///< of a click on a bar among many
constexpr double worthZooming = 0.8; ///< of what was seen; less narrow it would look like nothing

/// Whether events stand apart somewhere on a time axis; those that have a moment in common never
/// do.
bool mayPart(const std::vector<Row> &rows, const ClockDates &dates)
{
    events::Instant last = events::distantPast;
    events::Instant first = events::distantFuture;
    for (const Row row : rows) {
        const events::FuzzyInterval bounds = dates.bounds(row);
        last = std::max(last, bounds.earliestStart);
        first = std::min(first, bounds.latestEnd);
    }
    return last >= first;
}

} // namespace

/// Zooms to where what is pointed at parts, or lists it.
void TimelineCanvas::openPile(const LanePile &pile, const QPointF &at)
{
    const TimeScale &scale = m_picture.scale();
    const ClockDates &dates = m_picture.dates();
    const LaneMetrics &metrics = m_picture.scene().metrics;
    const PilePart part = partAt(pile, metrics, at.x(), scale.width);
    const std::vector<Row> rows = rowsOf(pile, part, dates, scale, metrics);
    if (mayPart(rows, dates)) {
        const events::TimeSpan seen = m_picture.visibleSpan();
        const Extent extent = extentOf(pile, part.run);
        const events::TimeSpan covered = part.isBar
            ? zoomedAbout(seen, scale.toInstant(extent.centre()), barZoom, m_picture.zoomLimits())
            : padded({scale.toInstant(extent.from), scale.toInstant(extent.to)}, 0.1,
                     events::millisecondsPerDay);
        if (double(lengthOf(covered)) < worthZooming * double(lengthOf(seen))
            && m_gestures.show(covered, workspace::Step::New))
            return;
    }
    listRows(rows, at.toPoint());
}

void TimelineCanvas::listRows(const std::vector<Row> &rows, const QPoint &at)
{
    const events::EventColumns &columns = m_workspace->dataset().columns();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Row row : rows) {
        if (menu->actions().size() == menuLength) {
            const auto rest = int(rows.size()) - menuLength;
            menu->addAction(tr("%Ln more", nullptr, rest))->setEnabled(false);
            break;
        }
        QString title = columns.texts.at(row, events::EventText::Title);
        title.replace(u'&', QStringLiteral("&&"));
        QAction *action = menu->addAction(title);
        action->setToolTip(workspace::announcement(m_workspace->dataset(), row));
        connect(action, &QAction::hovered, this, [this, row] { m_workspace->setHovered(row); });
        connect(action, &QAction::triggered, this, [this, row] { m_workspace->select(row); });
    }
    menu->setToolTipsVisible(true);
    // Its events would be others then.
    connect(m_workspace, &workspace::Workspace::datasetChanged, menu, &QMenu::close);
    connect(menu, &QMenu::aboutToHide, this, [this] { m_workspace->setHovered(std::nullopt); });
    menu->popup(mapToGlobal(at));
}

} // namespace dateline::timeline
