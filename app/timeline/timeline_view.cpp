// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_view.h>

#include <timeline/clock_button.h>
#include <timeline/mark_legend_strip.h>
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
    , m_legend(new MarkLegendStrip(this))
{
    setObjectName("timelineView"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_transport);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_legend);
    m_legend->hide();
    setFocusProxy(m_canvas);
    addAction(clockButton()->nextAction());
    connect(m_canvas, &TimelineCanvas::detailRequested, this, &TimelineView::detailRequested);
    m_transport->growthButton()->setChecked(true);
    connect(m_transport->growthButton(), &QToolButton::toggled, this,
            &TimelineView::setGrowthShown);
    connect(m_transport->legendButton(), &QToolButton::toggled, this,
            &TimelineView::setLegendShown);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
}

TimelineView::~TimelineView() = default;

void TimelineView::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    const TimelineStyle style = styleOf(palette, theme, font());
    m_transport->setStyle(style);
    m_canvas->setStyle(style);
    m_legend->setStyle(style);
    updateGeometry();
}

ClockButton *TimelineView::clockButton() const
{
    return m_canvas->clockButton();
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

bool TimelineView::isLegendShown() const
{
    return !m_legend->isHidden();
}

void TimelineView::setLegendShown(bool shown)
{
    if (shown == isLegendShown())
        return;
    m_legend->setVisible(shown);
    m_transport->legendButton()->setChecked(shown);
    updateGeometry();
    Q_EMIT legendShownChanged(shown);
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
    const int width = std::max(canvas.width(), row.width());
    const int legend
        = isLegendShown() ? m_legend->heightForWidth(std::max(width, this->width())) : 0;
    return {width, canvas.height() + row.height() + legend};
}

} // namespace dateline::timeline
