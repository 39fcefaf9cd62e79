// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/draw_thread.h>

#include <timeline/laid_text.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace dateline::timeline {

using events::Row;

namespace {

struct ThreadWords
{
    Q_DECLARE_TR_FUNCTIONS(dateline::timeline)
};

constexpr double threadWidth = 1.2;

/// Down or up in a curve, so that lines through lanes can be told.
QPainterPath threadCurve(const LaneMark &from, const LaneMark &to)
{
    QPainterPath path(QPointF(from.symbol, from.y));
    const double middle = (from.symbol + to.symbol) / 2;
    path.cubicTo(QPointF(middle, from.y), QPointF(middle, to.y), QPointF(to.symbol, to.y));
    return path;
}

/// An arrow or a bar on a path, `before` pixels from its end; nothing on a shorter one.
void paintThreadEnd(QPainter &painter, const QPainterPath &path, double before, double size,
                    bool isBar)
{
    const double length = path.length();
    if (length < before + 2 * size)
        return;
    const double at = path.percentAtLength(length - before);
    painter.save();
    painter.translate(path.pointAtPercent(at));
    painter.rotate(-path.angleAtPercent(at));
    if (isBar) {
        painter.setPen(QPen(painter.pen().color(), 2 * threadWidth));
        painter.drawLine(QPointF(-1, -1.5 * size), QPointF(-1, 1.5 * size));
    } else {
        QPainterPath head;
        head.lineTo(-1.6 * size, -size);
        head.lineTo(-1.6 * size, size);
        head.closeSubpath();
        painter.fillPath(head, painter.pen().color());
    }
    painter.restore();
}

/// Draws the thread of one picture.
class ThreadPainter
{
public:
    ThreadPainter(QPainter &painter, const TimelinePicture &picture)
        : m_painter(painter)
        , m_picture(picture)
        , m_half(picture.scene().metrics.symbol / 2 + 1.5)
        , m_look{picture.style().accent, picture.style().scale, m_half}
        , m_reachable(picture.workspace().crossfilter().passingWithoutTime())
    {}

    void paint()
    {
        for (const ThreadLink &link : m_picture.thread()) {
            const std::optional<LaneMark> &from = markOf(link.from);
            const std::optional<LaneMark> &to = markOf(link.to);
            if (!from || !to)
                continue;
            paintThreadLine(m_painter, threadCurve(*from, *to), link, m_look);
            ring(*from);
            ring(*to);
        }
        const auto placeOf = [this](Row row) { return this->placeOf(row); };
        for (const ThreadExit &exit : exitsOf(m_picture.thread(), placeOf)) {
            leave(*markOf(exit.row), exit);
            ring(*markOf(exit.row));
        }
    }

private:
    /// Finding a mark looks through the scene.
    const std::optional<LaneMark> &markOf(Row row)
    {
        const auto [found, isNew] = m_marks.try_emplace(row);
        if (isNew)
            found->second = m_picture.scene().find(row, m_picture.dates(), m_picture.scale());
        return found->second;
    }

    ThreadPlace placeOf(Row row)
    {
        if (markOf(row))
            return ThreadPlace::Shown;
        const events::FuzzyInterval bounds = m_picture.dates().bounds(row);
        if (!m_reachable.contains(row) || bounds.isUnbounded())
            return ThreadPlace::Missing;
        return bounds.latestEnd <= m_picture.scale().span.from ? ThreadPlace::Earlier
                                                               : ThreadPlace::Later;
    }

    void ring(const LaneMark &mark)
    {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_look.colour, threadWidth));
        m_painter.drawEllipse(QPointF(mark.symbol, mark.y), m_half, m_half);
    }

    void leave(const LaneMark &mark, const ThreadExit &exit)
    {
        const TimelineStyle &style = m_picture.style();
        const QRectF &lanes = m_picture.layout().lanes;
        const double side = exit.isLater ? 1 : -1;
        const QPointF edge(exit.isLater ? lanes.right() - 1 : lanes.left() + 1, mark.y);
        QPainterPath path(QPointF(mark.symbol + side * m_half, mark.y));
        path.lineTo(edge);
        ThreadLink link{.isDenial = exit.isDenial};
        paintThreadLine(m_painter, path, link, {m_look.colour, m_look.scale, 0});
        const QString text = exit.isLater
            ? ThreadWords::tr("%Ln later", "links of a thread", int(exit.count))
            : ThreadWords::tr("%Ln earlier", "links of a thread", int(exit.count));
        const QFontMetricsF metrics(style.small);
        const double width = advanceOf(style.small, text) + 6;
        const double left
            = exit.isLater ? edge.x() - width - 8 * style.scale : edge.x() + 8 * style.scale;
        const QRectF box(left, edge.y() - metrics.height() / 2, width, metrics.height());
        QColor ground = style.base;
        ground.setAlpha(225);
        m_painter.fillRect(box.adjusted(0, 1, 0, -1), ground);
        m_painter.setFont(style.small);
        m_painter.setPen(style.text);
        drawLaidText(m_painter, box, Qt::AlignCenter, text);
    }

    QPainter &m_painter;
    const TimelinePicture &m_picture;
    double m_half;
    ThreadLook m_look;
    bitsets::RowSet m_reachable; ///< passes all filters but those of time
    std::map<Row, std::optional<LaneMark>> m_marks;
};

} // namespace

void paintThreadLine(QPainter &painter, const QPainterPath &path, const ThreadLink &link,
                     const ThreadLook &look)
{
    Qt::PenStyle line = link.isDenial ? Qt::DashLine : Qt::SolidLine;
    if (link.isPart)
        line = Qt::DotLine;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.colour, threadWidth, line));
    painter.drawPath(path);
    if (!link.isPart)
        paintThreadEnd(painter, path, look.gap, 3 * look.scale, link.isDenial);
}

void drawThread(QPainter &painter, const TimelinePicture &picture)
{
    if (picture.thread().empty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    ThreadPainter(painter, picture).paint();
    painter.restore();
}

} // namespace dateline::timeline
