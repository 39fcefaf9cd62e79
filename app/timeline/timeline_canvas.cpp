// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/timeline_canvas.h>

#include <timeline/clock_button.h>
#include <timeline/time_handles.h>
#include <timeline/timeline_drawing.h>

#include <QAction>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <utility>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using workspace::Workspace;

namespace {

constexpr QLatin1StringView pictureLayer("picture");

constexpr int travelTime = 320; ///< milliseconds
constexpr int settlingTime = 160;

/// Pixels without transparency, which the plot copies where it would else blend. Nothing clears
/// them: the picture covers them all.
class OpaqueBuffer : public QCPPaintBufferPixmap
{
public:
    using QCPPaintBufferPixmap::QCPPaintBufferPixmap;

    void clear(const QColor &) override {}
};

/// One drawing function as a part of a QCustomPlot layer.
class Drawing : public QCPLayerable
{
public:
    using Draw = std::function<void(QPainter &)>;

    Drawing(QCustomPlot *plot, const QString &layer, Draw draw)
        : QCPLayerable(plot, layer)
        , m_draw(std::move(draw))
    {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override
    {
        painter->setAntialiasing(false); // parts that need it switch it on themselves
    }

    /// The plot moves it up by a pixel, which would leave out the last row.
    [[nodiscard]] QRect clipRect() const override
    {
        return QCPLayerable::clipRect().adjusted(0, 0, 0, 1);
    }

    void draw(QCPPainter *painter) override { m_draw(*painter); }

private:
    Draw m_draw;
};

} // namespace

TimelineCanvas::TimelineCanvas(Workspace *workspace, workspace::Playback *playback,
                               const TimelineStyle &style, QWidget *parent)
    : QCustomPlot(parent)
    , m_workspace(workspace)
    , m_playback(playback)
    , m_picture(*workspace, style)
    , m_gestures(workspace, &m_picture)
    , m_clock(new ClockButton(workspace, this))
    , m_handles(new TimeHandles(workspace, playback, this))
{
    setObjectName("timeline"_L1);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    grabGesture(Qt::PinchGesture);
    m_picture.setExtent(playback->extent());
    m_redraw.setSingleShot(true);
    m_redraw.setInterval(0);
    connect(&m_redraw, &QTimer::timeout, this, [this] { redraw(); });
    makeLayers();
    makeScrollBar();
    makeMotion();
    connect(m_clock->lagAction(), &QAction::toggled, this, &TimelineCanvas::setLagWanted);
    connectWorkspace();
    setStyle(style);
}

void TimelineCanvas::makeLayers()
{
    plotLayout()->clear();
    setNoAntialiasingOnDrag(false);
    setBackground(QBrush(Qt::NoBrush)); // the picture covers it
    addLayer(pictureLayer);
    // Each buffer is as large as the view: one is shared by all layers.
    layer(u"overlay"_s)->setMode(QCPLayer::lmLogical);
    mPaintBuffers = {QSharedPointer<OpaqueBuffer>::create(size(), bufferDevicePixelRatio())};
    // The plot owns its layerables.
    new Drawing(this, pictureLayer, [this](QPainter &painter) { drawAll(painter); });
}

void TimelineCanvas::drawAll(QPainter &painter)
{
    if (m_dirty) // the plot's own doing, as when it was resized; never shown
        return;
    const QRegion covered(m_picture.layout().marks().toRect().adjusted(1, 1, -1, -1));
    for (const QRect &around : QRegion(rect()) - covered)
        painter.fillRect(around, m_picture.style().window);
    if (m_motion)
        drawPicture(painter, m_picture, m_motion->at(m_travel.currentValue().toDouble()));
    else
        drawPicture(painter, m_picture, m_picture.scene());
    drawFolds(painter, m_picture);
}

void TimelineCanvas::makeScrollBar()
{
    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    m_scrollBar->setObjectName("laneScrollBar"_L1);
    m_scrollBar->setAccessibleName(tr("Scroll the lanes"));
    m_scrollBar->setFocusPolicy(Qt::NoFocus);
    m_scrollBar->hide();
    connect(m_scrollBar, &QScrollBar::valueChanged, this, [this](int value) {
        m_picture.setScroll(value);
        invalidate({});
    });
}

void TimelineCanvas::makeMotion()
{
    m_travel.setStartValue(0.0);
    m_travel.setEndValue(1.0);
    m_travel.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_travel, &QVariantAnimation::valueChanged, this, [this] {
        if (!m_dirty)
            showPicture();
    });
    connect(&m_travel, &QVariantAnimation::finished, this, [this] {
        endMotion();
        if (!m_dirty)
            showPicture();
    });
}

/// The style's duration of animations is 0 where the system asks for less motion; the person asks
/// for it by what playing does.
bool TimelineCanvas::mayMove() const
{
    return m_playback->settings().glides && isVisible() && !m_dirty
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

/// Remembers where the marks are, if they may move and are few enough to be followed.
void TimelineCanvas::depart(SceneMotion::Way way)
{
    if (!mayMove() || !SceneMotion::isFew(m_picture.scene(), way))
        return;
    m_departure = PlacedScene{m_picture.scene(), m_picture.sharedDates(), m_picture.scale()};
    m_way = way;
}

void TimelineCanvas::changeClock()
{
    endMotion();
    depart(SceneMotion::Way::Both);
    invalidate(TimelinePicture::Part::Dataset);
}

/// Zooming brings marks out of piles and into them: they settle instead of leaping. A pan does not.
void TimelineCanvas::changeSpan()
{
    const double zoom = double(lengthOf(m_picture.visibleSpan()))
        / double(std::max(events::Instant(1), lengthOf(m_picture.scale().span)));
    if (std::abs(zoom - 1) > 1e-6 && !m_departure)
        depart(SceneMotion::Way::Across);
    invalidate(TimelinePicture::Part::Place);
}

void TimelineCanvas::beginMotion()
{
    const std::optional<PlacedScene> from = std::exchange(m_departure, std::nullopt);
    if (!from)
        return;
    if (!SceneMotion::isFew(m_picture.scene(), m_way))
        return endMotion();
    m_motion.emplace(
        *from, PlacedScene{m_picture.scene(), m_picture.sharedDates(), m_picture.scale()}, m_way);
    m_travel.stop();
    if (!m_motion->moves())
        return m_motion.reset();
    m_travel.setDuration(m_way == SceneMotion::Way::Both ? travelTime : settlingTime);
    m_travel.start();
}

void TimelineCanvas::endMotion()
{
    m_travel.stop();
    m_motion.reset();
}

void TimelineCanvas::connectWorkspace()
{
    connect(m_workspace, &Workspace::datasetChanged, this, [this] {
        // What is on its way are events of the dataset that is gone.
        m_departure.reset();
        m_motion.reset();
        m_travel.stop();
        m_turningPoint.reset();
        m_picture.setExtent(m_playback->extent());
        m_walk.moveTo(std::nullopt, {});
        invalidate({TimelinePicture::Part::Dataset, TimelinePicture::Part::Place,
                    TimelinePicture::Part::Counts});
    });
    connect(m_workspace, &Workspace::lensChanged, this, [this] {
        m_picture.setScroll(0);
        invalidate(TimelinePicture::Part::Dataset);
    });
    connect(m_workspace, &Workspace::clockChanged, this, [this] { changeClock(); });
    connect(m_workspace, &Workspace::filtersChanged, this,
            [this] { invalidate(TimelinePicture::Part::Counts); });
    connect(m_workspace, &Workspace::spanChanged, this, &TimelineCanvas::changeSpan);
    connect(m_workspace, &Workspace::playHeadChanged, this, [this] {
        invalidate(TimelinePicture::Part::Counts);
        announceTurningPoint();
    });
    connect(m_playback, &workspace::Playback::settingsChanged, this,
            [this] { invalidate(TimelinePicture::Part::Counts); });
    connect(m_workspace, &Workspace::selectionChanged, this, [this] {
        if (!m_dirty)
            m_picture.compose(); // its thread
        redrawEmphasis();
    });
    connect(m_workspace, &Workspace::hoveredChanged, this, [this] { redrawEmphasis(); });
}

const TimelinePicture &TimelineCanvas::picture()
{
    bringUpToDate();
    return m_picture;
}

void TimelineCanvas::bringUpToDate()
{
    if (m_dirty)
        redraw();
}

void TimelineCanvas::setStyle(const TimelineStyle &style)
{
    m_picture.setStyle(style);
    m_clock->setStyle(style);
    invalidate(TimelinePicture::Part::Place);
    updateGeometry();
}

void TimelineCanvas::setGrowthWanted(bool wanted)
{
    m_picture.setGrowthWanted(wanted);
    invalidate(TimelinePicture::Part::Place);
}

void TimelineCanvas::setLagWanted(bool wanted)
{
    m_picture.setLagWanted(wanted);
    invalidate({});
}

void TimelineCanvas::invalidate(TimelinePicture::Parts parts)
{
    m_picture.invalidate(parts);
    m_dirty = true;
    m_redraw.start();
}

void TimelineCanvas::redraw()
{
    m_redraw.stop();
    m_dirty = false;
    m_picture.setSize(QSizeF(size()));
    if (m_workspace->state().play)
        m_picture.setBreaks(m_playback->breaks());
    m_picture.compose();
    if (m_departure)
        beginMotion();
    else
        endMotion();
    m_clock->setGeometry(clockTitleBox(m_picture).toRect());
    m_handles->follow(m_picture);
    const QRect lanes = m_picture.layout().lanes.toRect();
    const int width = m_scrollBar->sizeHint().width();
    m_scrollBar->setGeometry(this->width() - width, lanes.top(), width, lanes.height());
    m_scrollBar->setVisible(m_picture.scrollRange() > 0);
    m_scrollBar->setRange(0, int(m_picture.scrollRange()));
    m_scrollBar->setPageStep(lanes.height());
    m_scrollBar->setSingleStep(int(m_picture.scene().metrics.rowHeight));
    m_scrollBar->setValue(int(m_picture.scroll()));
    showPicture();
}

void TimelineCanvas::showPicture()
{
    m_pixels = Pixels::None;
    update();
}

/// A picture may be one of many that are seen once, while a person zooms or plays: it is painted
/// where it is seen. What is seen again is kept by the plot, which copies it.
void TimelineCanvas::paintPicture(QPaintEvent *event)
{
    if (m_pixels == Pixels::None) {
        QPainter painter(this);
        drawAll(painter);
        if (event->rect() == rect())
            m_pixels = Pixels::Shown;
        return;
    }
    if (m_pixels == Pixels::Shown) {
        setupPaintBuffers();
        const QSharedPointer<QCPAbstractPaintBuffer> &buffer = mPaintBuffers.constFirst();
        if (const std::unique_ptr<QCPPainter> painter(buffer->startPainting()); painter)
            drawAll(*painter);
        buffer->donePainting();
        m_pixels = Pixels::Kept;
    }
    QCustomPlot::paintEvent(event);
}

void TimelineCanvas::redrawEmphasis()
{
    if (!m_dirty)
        update();
}

void TimelineCanvas::paintEvent(QPaintEvent *event)
{
    bringUpToDate();
    paintPicture(event);
    QPainter painter(this);
    drawSelection(painter, m_picture);
    drawPlayHead(painter, m_picture);
    drawHover(painter, m_picture);
    if (!m_ringShown)
        return;
    painter.setPen(QPen(m_picture.style().accent, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    invalidate(TimelinePicture::Part::Place); // first: the plot would draw at once
    QCustomPlot::resizeEvent(event);
}

QSize TimelineCanvas::sizeHint() const
{
    const double scale = m_picture.style().scale;
    return {int(1200 * scale), int(300 * scale)};
}

QSize TimelineCanvas::minimumSizeHint() const
{
    const double scale = m_picture.style().scale;
    return {int(360 * scale), int(140 * scale)};
}

} // namespace dateline::timeline
