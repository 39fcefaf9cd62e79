// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_painting.h>

#include <symbology/symbol_painting.h>
#include <timeline/laid_text.h>

#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using events::Edtf;

namespace {

constexpr double breakLean = 0.25; ///< of its height that a stroke leans to either side
constexpr double breakGap = 2.5; ///< half of what is between two strokes, at scale 1
constexpr int numberVeil = 216; ///< alpha of the ground below a number that has no room

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
    BandPainter(QPainter &painter, const LaneMark &mark, const MarkSurface &surface,
                const QColor &colour)
        : m_painter(painter)
        , m_mark(mark)
        , m_colour(colour)
        , m_half(mark.under ? 1.5 * surface.style.scale
                            : std::min(3.5 * surface.style.scale, surface.metrics.rowHeight / 3))
        , m_row(mark.under ? 2 * surface.style.scale : surface.metrics.rowHeight / 2)
        // Far outside the window lengths mean nothing, and some paint engines have limits.
        , m_left(std::max(mark.shape.from, surface.left - 100))
        , m_right(std::min(mark.shape.to, surface.right + 100))
    {}

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

void paintFlags(QPainter &painter, const LaneMark &mark, const DateFlags &flags,
                const MarkSurface &surface)
{
    const QString text
        = (flags.approximate ? u"~"_s : QString()) + (flags.uncertain ? u"?"_s : QString());
    const double half = surface.metrics.symbol / 2;
    const double row = surface.metrics.rowHeight;
    painter.setFont(surface.style.small);
    painter.setPen(surface.style.text);
    drawLaidText(painter, QRectF(mark.symbol + half + 1, mark.y - row, 40, 2 * row),
                 Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// Columns on the bottom of a strip, those with a height. What all that stand side by side have in
/// common is one rectangle: it is narrow ones that take time.
template<typename Height>
void paintColumns(QPainter &painter, const LanePile &pile, std::size_t first, std::size_t last,
                  const QColor &colour, const Height &heightOf)
{
    const auto fill = [&](std::size_t begin, std::size_t end, double from, double to) {
        const double left = pile.extent.from + double(begin) * LaneMetrics::binWidth;
        const double right
            = std::min(pile.extent.from + double(end) * LaneMetrics::binWidth, pile.extent.to);
        if (to > from)
            painter.fillRect(QRectF(left, pile.box.bottom() - to, right - left, to - from), colour);
    };
    for (std::size_t begin = first; begin < last; ++begin) {
        double common = heightOf(begin);
        std::size_t end = begin;
        for (double height = common; end < last && height > 0;
             height = ++end < last ? heightOf(end) : 0)
            common = std::min(common, height);
        fill(begin, end, 0, common);
        for (std::size_t i = begin; i < end; ++i)
            fill(i, i + 1, common, heightOf(i));
        begin = end;
    }
}

} // namespace

void paintMark(QPainter &painter, const LaneMark &mark, const MarkLook &look,
               const MarkSurface &surface)
{
    if (!mark.shape.compact) {
        BandPainter band(painter, mark, surface, look.symbol.colour);
        band.paint(look.date);
    }
    if (!mark.under) {
        const double size = std::min(surface.metrics.symbol, surface.metrics.rowHeight + 1);
        symbology::paintSymbol(painter, QPointF(mark.symbol, mark.y), size, look.symbol,
                               surface.style.base);
        if (look.flags.any())
            paintFlags(painter, mark, look.flags, surface);
    } else if (look.symbol.denied) {
        painter.setPen(QPen(look.symbol.colour, 1.2));
        painter.drawLine(QPointF(mark.symbol + 3, mark.y - 3),
                         QPointF(mark.symbol - 3, mark.y + 3));
    }
}

void paintBars(QPainter &painter, const LanePile &pile, std::uint32_t fullest, std::size_t first,
               std::size_t last, const QColor &colour)
{
    QColor faint = colour;
    faint.setAlphaF(float(faintOpacity));
    const double most = fullest;
    const auto heightFor = [&](std::uint32_t count) {
        const double share = 0.2 + 0.8 * double(count) / most;
        return std::max(2.0, std::round(pile.box.height() * share));
    };
    paintColumns(painter, pile, first, last, faint, [&](std::size_t i) {
        return pile.bins[i] > pile.passingBins[i] ? heightFor(pile.bins[i]) : 0;
    });
    paintColumns(painter, pile, first, last, colour, [&](std::size_t i) {
        return pile.passingBins[i] > 0 ? heightFor(pile.passingBins[i]) : 0;
    });
}

void paintStack(QPainter &painter, const QPointF &centre, double size,
                const symbology::EventSymbol &symbol, const QColor &ground)
{
    symbology::EventSymbol behind = symbol;
    behind.denied = false;
    behind.fill = symbology::Fill::Ring;
    symbology::paintSymbol(painter, centre + QPointF(2, -2), size, behind, ground);
    symbology::paintSymbol(painter, centre, size, symbol, ground);
}

void paintTurningPoint(QPainter &painter, const QPointF &top, const TimelineStyle &style)
{
    const double size = 4 * style.scale;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.hover);
    painter.drawPolygon(
        QPolygonF({top - QPointF(size, 0), top + QPointF(size, 0), top + QPointF(0, 1.4 * size)}));
    painter.restore();
}

double breakReach(double height, const TimelineStyle &style)
{
    return height * breakLean + breakGap * style.scale;
}

void paintBreak(QPainter &painter, const QPointF &centre, double height, const TimelineStyle &style)
{
    const QPointF lean(height * breakLean, 0);
    const QPointF aside(breakGap * style.scale, 0);
    const QPointF top = centre - QPointF(0, height / 2);
    const QPointF bottom = centre + QPointF(0, height / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.base);
    painter.drawPolygon(QPolygonF(
        {top + lean - aside, top + lean + aside, bottom - lean + aside, bottom - lean - aside}));
    painter.setPen(QPen(style.text, 1.2 * style.scale));
    painter.drawLine(top + lean - aside, bottom - lean - aside);
    painter.drawLine(top + lean + aside, bottom - lean + aside);
    painter.restore();
}

void paintNumber(QPainter &painter, const TimelineStyle &style, QRectF box, const QColor &ground,
                 std::uint64_t passing, std::uint64_t all)
{
    const QString number = QLocale().toString(qulonglong(passing > 0 ? passing : all));
    const double width = advanceOf(style.small, number);
    if (box.width() < width) {
        box.setLeft(box.right() - width);
        QColor veil = ground;
        veil.setAlpha(numberVeil);
        painter.fillRect(box.adjusted(-2, 0, 0, 0), veil);
    }
    painter.setFont(style.small);
    painter.setPen(passing > 0 ? style.text : style.muted);
    drawLaidText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, number);
}

} // namespace dateline::timeline
