// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/brush.h>
#include <timeline/laid_text.h>
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::timeline {

namespace {

struct OverviewWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

QString perUnit(const TickStep &step)
{
    switch (step.unit) {
    case CalendarUnit::Millisecond:
    case CalendarUnit::Second:
    case CalendarUnit::Minute:
    case CalendarUnit::Hour:
        return OverviewWords::tr("Events in short steps");
    case CalendarUnit::Day:
        return OverviewWords::tr("Events per day");
    case CalendarUnit::Week:
        return OverviewWords::tr("Events per week");
    case CalendarUnit::Month:
        return step.count == 1
            ? OverviewWords::tr("Events per month")
            : OverviewWords::tr("Events per %Ln month(s)", nullptr, int(step.count));
    case CalendarUnit::Year:
        break;
    }
    return step.count == 1 ? OverviewWords::tr("Events per year")
                           : OverviewWords::tr("Events per %Ln year(s)", nullptr, int(step.count));
}

/// Draws the overview strip of one picture.
class OverviewPainter
{
public:
    OverviewPainter(QPainter &painter, const TimelinePicture &picture)
        : m_painter(painter)
        , m_picture(picture)
        , m_style(picture.style())
        , m_scale(picture.overviewScale())
        , m_strip(picture.layout().overview)
        , m_bars(m_strip.adjusted(0, 0, 0, -QFontMetricsF(m_style.small).height()))
    {}

    void paint()
    {
        m_painter.save();
        m_painter.fillRect(m_bars, m_style.base);
        m_painter.setClipRect(m_strip.adjusted(-6, -4, 6, 0), Qt::IntersectClip);
        outsideBrush();
        bars(m_picture.allBins(), symbology::mixed(m_style.base, m_style.muted, 0.3));
        bars(m_picture.passingBins(), m_style.muted);
        m_painter.setPen(QPen(m_style.line, 1));
        m_painter.drawLine(m_bars.bottomLeft(), m_bars.bottomRight());
        years();
        brush();
        visiblePart();
        drawBreaks(m_painter, m_picture, m_scale, m_bars);
        head();
        drawTurningPoints(m_painter, m_picture, m_scale, m_bars);
        m_painter.restore();
        labels();
        if (isOtherClock())
            brushNote();
    }

private:
    /// The strip and its brush are on the clock Happened, the marks above it are not.
    [[nodiscard]] bool isOtherClock() const
    {
        return m_picture.workspace().state().clock != workspace::Clock::Happened;
    }

    void bars(const std::vector<std::uint32_t> &counts, const QColor &colour)
    {
        const std::vector<std::uint32_t> &all = m_picture.allBins();
        const double most = all.empty() ? 1 : std::max(1U, *std::ranges::max_element(all));
        const std::vector<events::Instant> &edges = m_picture.binEdges();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] == 0)
                continue;
            const double left = std::max(std::round(m_scale.toPixel(edges[i])), m_bars.left());
            const double right
                = std::min(std::round(m_scale.toPixel(edges[i + 1])), m_bars.right());
            const double height = std::max(2.0, std::round(heightOf(counts[i] / most)));
            m_painter.fillRect(
                QRectF(left, m_bars.bottom() - height, std::max(1.0, right - left - 1), height),
                colour);
        }
    }

    /// By square root, so that a month of one event is seen beside one of sixty.
    [[nodiscard]] double heightOf(double share) const
    {
        return std::sqrt(share) * (m_bars.height() - 3);
    }

    void years()
    {
        m_painter.setFont(m_style.small);
        m_painter.setPen(m_style.muted);
        const QFontMetricsF metrics(m_style.small);
        for (const Tick &tick : m_picture.overviewTicks()) {
            const double x = std::floor(m_scale.toPixel(tick.at)) + 0.5;
            const QRectF box(x + 4 * m_style.scale, m_bars.bottom(),
                             advanceOf(m_style.small, tick.label) + 1, metrics.height());
            m_painter.drawLine(QPointF(x, m_bars.bottom()),
                               QPointF(x, m_bars.bottom() + metrics.height() * 0.7));
            if (box.right() <= m_strip.right())
                drawLaidText(m_painter, box, Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }

    [[nodiscard]] QRectF boxOf(const events::TimeSpan &window) const
    {
        const double from = std::clamp(m_scale.toPixel(window.from), m_bars.left(), m_bars.right());
        const double to = std::clamp(m_scale.toPixel(window.to), from, m_bars.right());
        return {from, m_bars.top(), to - from, m_bars.height()};
    }

    void outsideBrush()
    {
        if (m_picture.workspace().state().filters.windows.empty())
            return;
        m_painter.fillRect(m_bars, m_style.window);
        for (const events::TimeSpan &window : m_picture.workspace().state().filters.windows)
            m_painter.fillRect(boxOf(window), m_style.base);
    }

    void brush()
    {
        for (const events::TimeSpan &window : m_picture.workspace().state().filters.windows) {
            const QRectF box = boxOf(window);
            QColor shade = m_style.accent;
            shade.setAlpha(30);
            m_painter.fillRect(box, shade);
            if (isOtherClock())
                m_painter.fillRect(box,
                                   hatchOf(symbology::mixed(m_style.base, m_style.accent, 0.5)));
            m_painter.fillRect(QRectF(box.left(), box.top() - 2, box.width(), 2), m_style.accent);
            for (const double x : {box.left(), box.right()})
                grip(x);
        }
    }

    void grip(double x)
    {
        const double scale = m_style.scale;
        m_painter.fillRect(QRectF(x - 1, m_bars.top() - 2, 2, m_bars.height() + 2), m_style.accent);
        const QRectF handle(x - 3 * scale, m_bars.center().y() - 7 * scale, 6 * scale, 14 * scale);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(m_style.accent, 1));
        m_painter.setBrush(m_style.base);
        m_painter.drawRoundedRect(handle, 2, 2);
        m_painter.drawLine(QPointF(x, handle.top() + 4 * scale),
                           QPointF(x, handle.bottom() - 4 * scale));
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    /// A bracket over the part that the lanes show, when that is not all.
    void visiblePart()
    {
        const events::TimeSpan seen = m_picture.scale().span;
        const events::TimeSpan whole = m_scale.span;
        if (seen.from <= whole.from && seen.to >= whole.to)
            return;
        const QRectF box = boxOf(seen);
        m_painter.setPen(QPen(m_style.text, 1.5));
        const double y = m_bars.bottom() + 1.5;
        m_painter.drawLine(QPointF(box.left(), y),
                           QPointF(std::max(box.right(), box.left() + 2), y));
        for (const double x : {box.left(), box.right()})
            m_painter.drawLine(QPointF(x, y), QPointF(x, y - 5));
    }

    void head()
    {
        if (const std::optional<workspace::PlayHead> &play = m_picture.workspace().state().play) {
            const double x = std::clamp(m_scale.toPixel(play->at), m_bars.left(), m_bars.right());
            m_painter.fillRect(QRectF(x - 0.75, m_bars.top(), 1.5, m_bars.height()),
                               m_style.accent);
        }
    }

    void labels()
    {
        const QFontMetricsF metrics(m_style.small);
        const double left = 8 * m_style.scale;
        const double width = m_strip.left() - 2 * left;
        const std::vector<std::uint32_t> &all = m_picture.allBins();
        const std::uint32_t most = all.empty() ? 0 : *std::ranges::max_element(all);
        QStringList lines{perUnit(chooseStep(m_scale, 5 * m_style.scale)),
                          OverviewWords::tr("at most %1 (√ scale)").arg(QLocale().toString(most))};
        if (isOtherClock())
            lines.insert(1, workspace::clockPhrase(workspace::Clock::Happened));
        m_painter.save();
        m_painter.setFont(m_style.small);
        double y = m_strip.top();
        for (const QString &line : std::as_const(lines)) {
            if (y + metrics.height() > m_strip.bottom() + 2)
                break;
            m_painter.setPen(&line == &lines.constFirst() ? m_style.text : m_style.muted);
            drawLaidText(m_painter, QRectF(left, y, width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, elidedTo(m_style.small, line, width));
            y += metrics.height();
        }
        m_painter.restore();
    }

    /// In the brush where it has room, else beside it.
    void brushNote()
    {
        const Windows &windows = m_picture.workspace().state().filters.windows;
        if (windows.empty())
            return;
        const QFontMetricsF metrics(m_style.small);
        const QString text = OverviewWords::tr("filters by when it happened");
        const double pad = 4 * m_style.scale;
        const double width = advanceOf(m_style.small, text) + 2 * pad;
        const QRectF box = boxOf(windows.front());
        double left = box.left() + 2 * pad;
        if (width > box.width() - 4 * pad)
            left = box.right() + 2 * pad + width < m_bars.right() ? box.right() + 2 * pad
                                                                  : box.left() - 2 * pad - width;
        const QRectF label(std::max(left, m_bars.left()), m_bars.top() + 1, width,
                           metrics.height());
        m_painter.save();
        QColor ground = m_style.base;
        ground.setAlpha(225);
        m_painter.fillRect(label, ground);
        m_painter.setFont(m_style.small);
        m_painter.setPen(m_style.text);
        drawLaidText(m_painter, label, Qt::AlignCenter, text);
        m_painter.restore();
    }

    QPainter &m_painter;
    const TimelinePicture &m_picture;
    const TimelineStyle &m_style;
    const TimeScale &m_scale;
    QRectF m_strip;
    QRectF m_bars;
};

} // namespace

void drawOverview(QPainter &painter, const TimelinePicture &picture)
{
    OverviewPainter(painter, picture).paint();
}

} // namespace dateline::timeline
