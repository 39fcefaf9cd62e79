// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_view.h>

#include <timeline/timeline_canvas.h>
#include <timeline/timeline_drawing.h>
#include <timeline/transport_row.h>

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace dateline::timeline {

using namespace Qt::StringLiterals;

TimelineView::TimelineView(workspace::Workspace *workspace, workspace::Playback *playback,
                           QWidget *parent)
    : QWidget(parent)
    , m_transport(new TransportRow(workspace, playback, this))
    , m_canvas(new TimelineCanvas(workspace, playback, {}, this))
{
    setObjectName("timelineView"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connect(m_canvas, &TimelineCanvas::detailRequested, this, &TimelineView::detailRequested);
    m_transport->growthButton()->setChecked(true);
    connect(m_transport->growthButton(), &QToolButton::toggled, this,
            &TimelineView::setGrowthShown);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
}

TimelineView::~TimelineView() = default;

void TimelineView::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    const TimelineStyle style = styleOf(palette, theme, font());
    m_transport->setStyle(style);
    m_canvas->setStyle(style);
    updateGeometry();
}

bool TimelineView::isGrowthShown() const
{
    return m_canvas->isGrowthWanted();
}

void TimelineView::setGrowthShown(bool shown)
{
    if (shown == isGrowthShown())
        return;
    m_canvas->setGrowthWanted(shown);
    m_transport->growthButton()->setChecked(shown);
    Q_EMIT growthShownChanged(shown);
}

void TimelineView::showAll()
{
    m_canvas->showAll();
}

void TimelineView::showFitting()
{
    m_canvas->showFitting();
}

void TimelineView::paint(QPainter &painter, const QSize &size) const
{
    TimelinePicture picture = m_canvas->picture();
    picture.setSize(QSizeF(size));
    picture.setScroll(0);
    picture.compose();
    drawTimeline(painter, picture, QSizeF(size));
}

QSize TimelineView::sizeHint() const
{
    const QSize canvas = m_canvas->sizeHint();
    return {canvas.width(), canvas.height() + m_transport->sizeHint().height()};
}

QSize TimelineView::minimumSizeHint() const
{
    const QSize canvas = m_canvas->minimumSizeHint();
    const QSize row = m_transport->minimumSizeHint();
    return {std::max(canvas.width(), row.width()), canvas.height() + row.height()};
}

} // namespace dateline::timeline
