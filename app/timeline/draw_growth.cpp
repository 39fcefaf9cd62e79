// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/laid_text.h>
#include <timeline/timeline_drawing.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace dateline::timeline {

namespace {

constexpr int veilAlpha = 190; ///< of the ground over what is faint or stands in the way

struct GrowthWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

/// For which moment the numbers beside the curve are.
events::Instant momentOf(const TimelinePicture &picture)
{
    // The steps are of what has begun before a moment.
    const std::optional<workspace::PlayHead> &head = picture.workspace().state().play;
    return head ? shifted(head->at, 1) : picture.scale().span.to;
}

/// Draws the growth strip of one picture.
class GrowthPainter
{
public:
    GrowthPainter(QPainter &painter, const TimelinePicture &picture)
        : m_painter(painter)
        , m_picture(picture)
        , m_style(picture.style())
        , m_area(picture.layout().growth)
    {
        for (const StatedLevel &level : picture.levels())
            m_most = std::max(m_most, double(level.stated));
        if (!picture.growth().empty())
            m_most = std::max(m_most, double(picture.growth().back().tally.possible));
        const std::uint16_t kind = *picture.dataset().info().countedKind;
        m_colour = m_style.kindColour(picture.dataset().kinds()[kind].colour);
    }

    void paint()
    {
        m_painter.save();
        m_painter.setClipRect(m_area, Qt::IntersectClip);
        hatchMissing();
        band();
        m_painter.setClipRect(m_area.adjusted(0, 0, 0, -1), Qt::IntersectClip);
        veil();
        levels();
        parts();
        m_painter.restore();
        m_painter.save();
        m_painter.setPen(QPen(m_style.line, 1));
        m_painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
        labels();
        m_painter.restore();
    }

private:
    [[nodiscard]] double yOf(double count) const
    {
        const double top = m_area.top() + QFontMetricsF(m_style.small).height() * 0.9;
        return m_area.bottom() - count / m_most * (m_area.bottom() - top);
    }

    [[nodiscard]] double xOf(events::Instant at) const
    {
        return std::clamp(m_picture.scale().toPixel(at), m_area.left() - 2, m_area.right() + 2);
    }

    /// A staircase over the visible part, through a count of each step.
    template<typename Count>
    [[nodiscard]] QPolygonF staircase(Count count) const
    {
        QPolygonF line;
        double y = yOf(count(stepAt(m_picture.growth(), m_picture.scale().span.from)));
        line << QPointF(m_area.left() - 2, y);
        for (const GrowthStep &step : m_picture.growth()) {
            const double x = xOf(step.at);
            if (x <= m_area.left() - 2 || x >= m_area.right() + 2)
                continue;
            line << QPointF(x, y);
            y = yOf(count(step));
            line << QPointF(x, y);
        }
        line << QPointF(m_area.right() + 2, y);
        return line;
    }

    /// What lies between two staircases.
    [[nodiscard]] static QPolygonF area(const QPolygonF &upper, const QPolygonF &lower)
    {
        QPolygonF polygon = upper;
        for (const QPointF &point : std::views::reverse(lower))
            polygon << point;
        return polygon;
    }

    /// The ledger in the curve: from below what is in cities, what is known by country, and, in
    /// lines, what has no place or no date.
    void hatchLoose(const QPolygonF &possible)
    {
        const QPolygonF placed = staircase(
            [](const GrowthStep &step) { return step.placed.inCities + step.placed.byCountry; });
        const QPolygonF cities
            = staircase([](const GrowthStep &step) { return step.placed.inCities; });
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(QBrush(m_style.text, Qt::FDiagPattern));
        m_painter.drawPolygon(area(possible, placed));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_style.text, 1));
        m_painter.drawPolyline(placed);
        m_painter.setPen(QPen(m_style.text, 1, Qt::DotLine));
        m_painter.drawPolyline(cities);
    }

    void band()
    {
        const QPolygonF possible
            = staircase([](const GrowthStep &step) { return step.tally.possible; });
        const QPolygonF certain
            = staircase([](const GrowthStep &step) { return step.tally.certain; });
        const QPolygonF between = area(possible, certain);
        QPolygonF below = certain;
        below << QPointF(m_area.right() + 2, m_area.bottom())
              << QPointF(m_area.left() - 2, m_area.bottom());
        QColor light = m_colour;
        light.setAlpha(64);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(light);
        m_painter.drawPolygon(between);
        light.setAlpha(120);
        m_painter.setBrush(light);
        m_painter.drawPolygon(below);
        hatchLoose(possible);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_colour, 1, Qt::DotLine));
        m_painter.drawPolyline(possible);
        m_painter.setPen(QPen(m_colour, 1.6));
        m_painter.drawPolyline(certain);
    }

    /// What was stated and is not among the events: between what is possible and the last level.
    /// Only without filters, because the totals were stated of everything.
    void hatchMissing()
    {
        const bitsets::RowSet all = m_picture.workspace().crossfilter().passingWithoutTime();
        if (all.count() != all.size())
            return;
        QPen pen(m_style.muted, 1);
        for (std::size_t i = 0; i < m_picture.levels().size(); ++i) {
            const StatedLevel &level = m_picture.levels()[i];
            if (!level.from)
                continue;
            const bool isLast = i + 1 == m_picture.levels().size();
            const double from = xOf(*level.from);
            const double to = isLast ? m_area.right()
                                     : xOf(m_picture.levels()[i + 1].from.value_or(*level.from));
            const events::Instant after
                = isLast ? m_picture.scale().span.to : *m_picture.levels()[i + 1].from - 1;
            const std::uint32_t reached = growthAt(m_picture.growth(), after).possible;
            if (reached >= level.stated || from >= to)
                continue;
            m_painter.fillRect(QRectF(QPointF(from, yOf(level.stated)), QPointF(to, yOf(reached))),
                               QBrush(pen.color(), Qt::BDiagPattern));
        }
    }

    void levels()
    {
        m_painter.setFont(m_style.small);
        const QFontMetricsF metrics(m_style.small);
        double above = m_area.top();
        // From the highest down, so that a label moves below one that is in its way.
        std::vector<const StatedLevel *> ordered;
        const std::optional<workspace::PlayHead> &head = m_picture.workspace().state().play;
        for (const StatedLevel &level : m_picture.levels()) {
            if (!head || !level.from || *level.from <= head->at)
                ordered.push_back(&level);
        }
        std::ranges::sort(ordered, std::greater(), [](const StatedLevel *l) { return l->stated; });
        for (const StatedLevel *level : ordered) {
            const double y = std::round(yOf(level->stated)) + 0.5;
            const double x = level->from ? xOf(*level->from) : m_area.left();
            m_painter.setPen(QPen(m_style.text, 1, Qt::DashLine));
            m_painter.drawLine(QPointF(x, y), QPointF(m_area.right(), y));
            if (y - metrics.height() < above - 2)
                continue;
            levelLabel(*level, metrics, x, y);
            above = y;
        }
    }

    void levelLabel(const StatedLevel &level, const QFontMetricsF &metrics, double x, double y)
    {
        const double left = std::max(x, m_area.left()) + 4;
        const double right = m_area.right() - 4;
        const bool beside = left - m_area.left() > advanceOf(m_style.small, level.label) + 12;
        const QRectF box = beside
            ? QRectF(m_area.left(), y - metrics.height() / 2, left - 10 - m_area.left(),
                     metrics.height())
            : QRectF(left, y - metrics.height(), right - left, metrics.height());
        const double room = box.width();
        const QString text
            = advanceOf(m_style.small, level.label) <= room ? level.label : level.shortLabel;
        const QString shown = elidedTo(m_style.small, text, room);
        const double width = advanceOf(m_style.small, shown) + 4;
        QColor ground = m_style.base; // a level below may run through it
        ground.setAlpha(veilAlpha);
        m_painter.fillRect(QRectF(beside ? box.right() - width : box.left() - 2, box.top() + 1,
                                  width + 2, box.height() - 2),
                           ground);
        m_painter.setPen(m_style.text);
        const Qt::Alignment side = beside ? Qt::AlignRight : Qt::AlignLeft;
        drawLaidText(m_painter, box, side | Qt::AlignVCenter, shown);
    }

    /// What the play head has not come to yet, and what lies outside of the brush, is faint.
    void veil()
    {
        const workspace::ViewState &state = m_picture.workspace().state();
        QColor ground = m_style.base;
        ground.setAlpha(veilAlpha);
        const auto cover = [&](double from, double to) {
            if (from < to)
                m_painter.fillRect(QRectF(from, m_area.top(), to - from, m_area.height()), ground);
        };
        const double end = state.play ? xOf(state.play->at) : m_area.right();
        double from = state.filters.windows.empty() ? end : m_area.left();
        for (const events::TimeSpan &window : state.filters.windows) {
            cover(from, std::min(xOf(window.from), end));
            from = std::min(xOf(window.to), end);
        }
        cover(from, m_area.right());
    }

    /// The numbers of the ledger at the end of the curve in view: each where its part is, or, where
    /// a part is too low, all in one line at the foot; not where the labels of levels stand.
    void parts()
    {
        const GrowthStep last = stepAt(m_picture.growth(), momentOf(m_picture));
        const PlacedCount &placed = last.placed;
        const QLocale locale;
        const std::array<std::pair<std::uint32_t, QString>, 3> labels{
            {{placed.inCities,
              GrowthWords::tr("%1 in cities").arg(locale.toString(placed.inCities))},
             {placed.byCountry,
              GrowthWords::tr("%1 by country").arg(locale.toString(placed.byCountry))},
             {placed.loose,
              GrowthWords::tr("%1 without place or date").arg(locale.toString(placed.loose))}}};
        const QFontMetricsF metrics(m_style.small);
        const double room = m_area.right() - xOf(last.at);
        bool fits = true;
        QStringList line;
        for (const auto &[count, text] : labels) {
            if (count == 0)
                continue;
            line.append(text);
            fits = fits && yOf(0) - yOf(count) >= metrics.height() - 3
                && advanceOf(m_style.small, text) + 12 < room;
        }
        m_painter.setFont(m_style.small);
        if (!fits) {
            const QString sum = line.join(GrowthWords::tr(" + ", "between parts of a sum"));
            if (advanceOf(m_style.small, sum) + 12 < room) // else it covers what stands beside
                partLabel(m_area.bottom() - metrics.height() / 2 - 1, sum);
            return;
        }
        std::uint32_t below = 0;
        for (const auto &[count, text] : labels) {
            if (count > 0)
                partLabel((yOf(below) + yOf(below + count)) / 2, text);
            below += count;
        }
    }

    void partLabel(double middle, const QString &text)
    {
        if (text.isEmpty())
            return;
        const QFontMetricsF metrics(m_style.small);
        const double width = advanceOf(m_style.small, text) + 8;
        const QRectF box(m_area.right() - width - 2, middle - metrics.height() / 2, width,
                         metrics.height());
        QColor ground = m_style.base;
        ground.setAlpha(225);
        m_painter.fillRect(box.adjusted(0, 1, 0, -1), ground);
        m_painter.setPen(m_style.text);
        drawLaidText(m_painter, box, Qt::AlignCenter, text);
    }

    /// What the curve counts and how far it is at the play head, else at the end of the view.
    void labels()
    {
        const query::Tally tally = growthNow(m_picture);
        const QFontMetricsF metrics(m_style.small);
        const double left = 8 * m_style.scale;
        const double width = m_area.left() - 2 * left;
        const QString plural = m_picture.dataset().info().countedPlural;
        // What is certain or not is when it was reported, never that it is so.
        QStringList lines{GrowthWords::tr("Reported %1", "what is counted").arg(plural)};
        if (m_picture.workspace().state().clock != workspace::Clock::Happened)
            lines << workspace::clockPhrase(workspace::Clock::Happened);
        const QString certain = QLocale().toString(tally.certain);
        const bool hasHead = m_picture.workspace().state().play.has_value();
        if (tally.certain == tally.possible) {
            lines << (hasHead ? GrowthWords::tr("%1 by then")
                              : GrowthWords::tr("%1 by the right edge"))
                         .arg(certain);
        } else {
            lines << (hasHead ? GrowthWords::tr("%1 certainly by then")
                              : GrowthWords::tr("%1 certainly by the right edge"))
                         .arg(certain)
                  << GrowthWords::tr("up to %1 possibly").arg(QLocale().toString(tally.possible));
        }
        m_painter.setFont(m_style.small);
        double y = m_area.top();
        for (const QString &line : std::as_const(lines)) {
            if (y + metrics.height() > m_area.bottom() + 2)
                break;
            m_painter.setPen(&line == &lines.constFirst() ? m_style.text : m_style.muted);
            drawLaidText(m_painter, QRectF(left, y, width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, elidedTo(m_style.small, line, width));
            y += metrics.height();
        }
    }

    QPainter &m_painter;
    const TimelinePicture &m_picture;
    const TimelineStyle &m_style;
    QRectF m_area;
    QColor m_colour;
    double m_most = 1;
};

} // namespace

query::Tally growthNow(const TimelinePicture &picture)
{
    return growthAt(picture.growth(), momentOf(picture));
}

void drawGrowth(QPainter &painter, const TimelinePicture &picture)
{
    if (picture.layout().hasGrowth() && picture.dataset().info().countedKind)
        GrowthPainter(painter, picture).paint();
}

} // namespace dateline::timeline
