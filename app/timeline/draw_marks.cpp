// SPDX-License-Identifier: GPL-3.0-or-later
#include <symbology/symbol_painting.h>
#include <timeline/date_flags.h>
#include <timeline/timeline_drawing.h>

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Edtf;
using events::Row;

namespace {

constexpr double faintOpacity = 0.22;
constexpr int wingAlpha = 84;

/// How high the caps of a band are on one side of its middle, in half rows: the coarser the date
/// is written, the higher; a day has none, and what is coarser than a year has two.
double capHeight(Edtf::Precision precision)
{
    switch (precision) {
    case Edtf::Precision::Second:
    case Edtf::Precision::Minute:
    case Edtf::Precision::Day:
        return 0;
    case Edtf::Precision::Month:
        return 0.55;
    case Edtf::Precision::Season:
        return 0.68;
    case Edtf::Precision::Year:
    case Edtf::Precision::Decade:
    case Edtf::Precision::Century:
    case Edtf::Precision::Millennium:
        return 0.9;
    }
    return 0;
}

/// Draws the band of one mark: what is certain solid, what is possible light.
class BandPainter
{
public:
    BandPainter(QPainter &painter, const LaneMark &mark, const TimelinePicture &picture,
                const QColor &colour)
        : m_painter(painter)
        , m_mark(mark)
        , m_colour(colour)
        , m_half(mark.under
                     ? 1.5 * picture.style().scale
                     : std::min(3.5 * picture.style().scale, picture.scene().metrics.rowHeight / 3))
        , m_row(mark.under ? 2 * picture.style().scale : picture.scene().metrics.rowHeight / 2)
    {
        // Far outside the window lengths mean nothing, and some paint engines have limits.
        const TimeScale &scale = picture.scale();
        m_left = std::max(mark.shape.from, scale.left - 100);
        m_right = std::min(mark.shape.to, scale.right() + 100);
    }

    void paint(const std::optional<Edtf> &date)
    {
        const MarkShape &shape = m_mark.shape;
        if (shape.hasCore()) {
            wing(m_left, shape.coreFrom, !shape.openStart, false);
            wing(shape.coreTo, m_right, false, !shape.openEnd);
            fill(shape.coreFrom, shape.coreTo, m_colour);
        } else {
            wing(m_left, m_right, shape.openStart, shape.openEnd);
            outline();
        }
        if (shape.openStart)
            arrow(m_left, -1);
        if (shape.openEnd)
            arrow(m_right, 1);
        if (date) {
            if (!shape.openStart)
                cap(shape.from, date->startPrecision(), 1);
            if (!shape.openEnd)
                cap(shape.to, date->endPrecision(), -1);
        }
    }

private:
    void fill(double from, double to, const QBrush &brush)
    {
        const double left = std::max(from, m_left);
        const double width = std::min(to, m_right) - left;
        if (width > 0)
            m_painter.fillRect(QRectF(left, m_mark.y - m_half, width, 2 * m_half), brush);
    }

    void wing(double from, double to, bool fadeLeft, bool fadeRight)
    {
        QColor strong = m_colour;
        strong.setAlpha(wingAlpha);
        QColor weak = m_colour;
        weak.setAlpha(wingAlpha / 5);
        if (!fadeLeft && !fadeRight) {
            fill(from, to, strong);
            return;
        }
        QLinearGradient gradient(from, 0, std::max(to, from + 1), 0);
        gradient.setColorAt(0, fadeLeft ? weak : strong);
        gradient.setColorAt(0.5, strong);
        gradient.setColorAt(1, fadeRight ? weak : strong);
        fill(from, to, gradient);
    }

    void outline()
    {
        m_painter.setPen(QPen(m_colour, 1));
        for (const double y : {m_mark.y - m_half, m_mark.y + m_half})
            m_painter.drawLine(QPointF(m_left, y), QPointF(m_right, y));
    }

    void cap(double x, Edtf::Precision precision, double inwards)
    {
        const double height = capHeight(precision) * m_row;
        if (height <= 0)
            return;
        m_painter.setPen(QPen(m_colour, 1.2));
        const bool coarse = precision > Edtf::Precision::Year;
        for (const double offset : {0.0, coarse ? 2.5 * inwards : 0.0}) {
            const double at = x + offset + 0.5 * inwards;
            m_painter.drawLine(QPointF(at, m_mark.y - height), QPointF(at, m_mark.y + height));
        }
    }

    void arrow(double x, double direction)
    {
        const double size = m_half + 2;
        QPainterPath path(QPointF(x, m_mark.y));
        path.lineTo(x - direction * size * 1.3, m_mark.y - size);
        path.lineTo(x - direction * size * 1.3, m_mark.y + size);
        path.closeSubpath();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.fillPath(path, m_colour);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    QPainter &m_painter;
    const LaneMark &m_mark;
    QColor m_colour;
    double m_half;
    double m_row;
    double m_left;
    double m_right;
};

QColor groundOf(const TimelinePicture &picture, const LaneBand &band)
{
    return band.isStriped ? picture.style().stripe : picture.style().base;
}

/// The colour of a pile: that of its kind, or none's when there are several.
QColor colourOf(const TimelinePicture &picture, const LanePile &pile)
{
    const std::vector<std::uint16_t> &kinds = picture.dataset().columns().kind;
    const std::uint16_t kind = kinds[pile.rows.front()];
    const bool one = std::ranges::all_of(pile.rows, [&](Row row) { return kinds[row] == kind; });
    return one ? picture.style().kindColour(picture.dataset().kinds()[kind].colour)
               : picture.style().muted;
}

/// What all of several events share: their standing as the fill, or a ring when they differ.
symbology::Fill commonFill(std::uint8_t standings)
{
    return std::has_single_bit(standings)
        ? symbology::fillOf(events::Standing(std::countr_zero(standings)))
        : symbology::Fill::Ring;
}

/// The bars [first, last) of a strip.
void drawBars(QPainter &painter, const LaneBand &band, const LanePile &pile, std::size_t first,
              std::size_t last, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlphaF(float(faintOpacity));
    const double most = band.fullestBin;
    for (std::size_t i = first; i < last; ++i) {
        const double x = pile.extent.from + double(i) * LaneMetrics::binWidth;
        const double width = std::min(LaneMetrics::binWidth, pile.extent.to - x);
        const auto bar = [&](std::uint32_t count) {
            const double share = 0.2 + 0.8 * double(count) / most;
            const double height = std::max(2.0, std::round(pile.box.height() * share));
            return QRectF(x, pile.box.bottom() - height, width, height);
        };
        if (pile.bins[i] > pile.passingBins[i])
            painter.fillRect(bar(pile.bins[i]), faint);
        if (pile.passingBins[i] > 0)
            painter.fillRect(bar(pile.passingBins[i]), colour);
    }
}

/// A number beside what it counts.
void drawNumber(QPainter &painter, const TimelinePicture &picture, const LaneBand &band, double x,
                std::uint64_t passing, std::uint64_t all)
{
    painter.setFont(picture.style().small);
    painter.setPen(passing > 0 ? picture.style().text : picture.style().muted);
    const double height = band.height - picture.scene().metrics.underHeight;
    painter.drawText(QRectF(x, band.top, 200, height), Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().toString(qulonglong(passing > 0 ? passing : all)));
}

/// Bars that stand together in a strip, with their numbers of events.
struct Run
{
    std::size_t begin = 0;
    std::size_t end = 0; ///< bin after the last
    std::uint64_t all = 0;
    std::uint64_t passing = 0;
    std::uint64_t denied = 0;
    std::uint8_t standings = 0;
    std::size_t fullest = 0; ///< its bin of most events

    void add(const LanePile &pile, std::size_t bin)
    {
        if (all == 0 || pile.bins[bin] > pile.bins[fullest])
            fullest = bin;
        end = bin + 1;
        all += pile.bins[bin];
        passing += pile.passingBins[bin];
        denied += pile.deniedBins[bin];
        standings |= pile.standingsOfBin[bin];
    }
    [[nodiscard]] double width() const { return double(end - begin) * LaneMetrics::binWidth; }
};

/// The strip's bars in groups that leave room for a number between them.
std::vector<Run> runsOf(const LanePile &pile, double room)
{
    std::vector<Run> runs;
    for (std::size_t i = 0; i < pile.bins.size(); ++i) {
        if (pile.bins[i] == 0)
            continue;
        if (runs.empty() || double(i - runs.back().end) * LaneMetrics::binWidth >= room)
            runs.push_back({.begin = i});
        runs.back().add(pile, i);
    }
    return runs;
}

/// Events at nearly one moment: their symbol, one more behind it where there are several.
void drawStack(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
               const LanePile &pile, const Run &run, const QPointF &centre)
{
    const Row first = pile.firstOfBin[run.fullest];
    const QColor ground = groundOf(picture, band);
    const double size = std::min(picture.scene().metrics.symbol, pile.box.height());
    symbology::EventSymbol symbol
        = symbology::symbolOf(picture.dataset(), first, picture.style().theme);
    if (run.all > 1) {
        symbol.colour = colourOf(picture, pile);
        symbol.uncertain = false;
        symbol.denied = false;
        symbol.fill = symbology::Fill::Ring;
        symbology::paintSymbol(painter, centre + QPointF(2, -2), size, symbol, ground);
        symbol.fill = commonFill(run.standings);
        symbol.denied = run.denied > 0;
    }
    symbology::paintSymbol(painter, centre, size, symbol, ground);
}

/// A run of a strip: a stack where it is hardly wider than a symbol, else bars. Neither is drawn
/// without the denials of what is in it.
void drawRun(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
             const LanePile &pile, const Run &run)
{
    const double symbol = picture.scene().metrics.symbol;
    const double left = pile.extent.from + double(run.begin) * LaneMetrics::binWidth;
    double right = left + run.width();
    painter.save();
    if (run.width() < symbol) {
        painter.setOpacity(run.passing > 0 ? 1 : faintOpacity);
        const QPointF centre((left + right) / 2, pile.box.center().y());
        drawStack(painter, picture, band, pile, run, centre);
        right = centre.x() + symbol / 2;
    } else {
        drawBars(painter, band, pile, run.begin, run.end, colourOf(picture, pile));
        if (run.denied > 0) {
            const double x = pile.extent.from + (double(run.fullest) + 0.5) * LaneMetrics::binWidth;
            const double size = std::min(symbol, pile.box.height());
            painter.setOpacity(run.passing > 0 ? 1 : faintOpacity);
            symbology::paintDenialBar(painter, {x, pile.box.bottom() - size / 2}, size,
                                      colourOf(picture, pile), groundOf(picture, band));
        }
    }
    painter.restore();
    if (run.all > 1)
        drawNumber(painter, picture, band, right + 3, run.passing, run.all);
}

void drawPile(QPainter &painter, const TimelinePicture &picture, const LaneBand &band,
              const LanePile &pile)
{
    if (pile.under) { // a line has no bars: what is possible, as the bands of its marks are
        QColor light = colourOf(picture, pile);
        light.setAlpha(pile.passing > 0 ? wingAlpha * 2 : wingAlpha / 2);
        painter.fillRect(pile.box, light);
        return;
    }
    const double narrow = 1.6 * picture.scene().metrics.symbol;
    const double room
        = pile.extent.width() < narrow ? narrow : picture.scene().metrics.pileLabel * 0.8;
    for (const Run &run : runsOf(pile, room))
        drawRun(painter, picture, band, pile, run);
}

void drawFlags(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark,
               const DateFlags &flags)
{
    const QString text
        = (flags.approximate ? u"~"_s : QString()) + (flags.uncertain ? u"?"_s : QString());
    const double half = picture.scene().metrics.symbol / 2;
    painter.setFont(picture.style().small);
    painter.setPen(picture.style().text);
    const double row = picture.scene().metrics.rowHeight;
    painter.drawText(QRectF(mark.symbol + half + 1, mark.y - row, 40, 2 * row),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace

void drawMark(QPainter &painter, const TimelinePicture &picture, const LaneMark &mark, bool faint)
{
    painter.save();
    if (faint)
        painter.setOpacity(painter.opacity() * faintOpacity);
    const symbology::EventSymbol symbol
        = symbology::symbolOf(picture.dataset(), mark.row, picture.style().theme);
    const events::EventColumns &columns = picture.dataset().columns();
    if (!mark.shape.compact) {
        BandPainter band(painter, mark, picture, symbol.colour);
        band.paint(Edtf::parse(columns.date.at(mark.row)));
    }
    if (!mark.under) {
        const LaneMetrics &metrics = picture.scene().metrics;
        const double size = std::min(metrics.symbol, metrics.rowHeight + 1);
        symbology::paintSymbol(painter, QPointF(mark.symbol, mark.y), size, symbol,
                               picture.style().base);
        const DateFlags flags = dateFlags(columns.date.utf8(mark.row));
        if (flags.any())
            drawFlags(painter, picture, mark, flags);
    } else if (symbol.denied) {
        painter.setPen(QPen(symbol.colour, 1.2));
        painter.drawLine(QPointF(mark.symbol + 3, mark.y - 3),
                         QPointF(mark.symbol - 3, mark.y + 3));
    }
    painter.restore();
}

void drawMarks(QPainter &painter, const TimelinePicture &picture)
{
    painter.save();
    painter.setClipRect(picture.layout().lanes, Qt::IntersectClip);
    const query::RowSet &passing = picture.workspace().crossfilter().passing();
    const QRectF &area = picture.layout().lanes;
    for (const LaneBand &band : picture.scene().bands) {
        if (band.top > area.bottom() || band.top + band.height < area.top())
            continue;
        for (const bool faint : {true, false}) {
            for (const LaneMark &mark : band.marks) {
                if (passing.contains(mark.row) != faint)
                    drawMark(painter, picture, mark, faint);
            }
        }
        for (const LanePile &pile : band.piles)
            drawPile(painter, picture, band, pile);
    }
    painter.restore();
}

} // namespace dateline::timeline
