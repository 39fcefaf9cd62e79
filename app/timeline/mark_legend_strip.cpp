// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/mark_legend_strip.h>

#include <QPainter>

#include <cmath>

namespace dateline::timeline {

using namespace Qt::StringLiterals;

MarkLegendStrip::MarkLegendStrip(QWidget *parent)
    : QWidget(parent)
    , m_entries(markLegend())
{
    setObjectName("markLegend"_L1);
    setAccessibleName(tr("Legend of the timeline"));
    QStringList lines;
    for (const MarkLegendEntry &entry : m_entries)
        lines.append(entry.text);
    setAccessibleDescription(lines.join(u", "_s));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkLegendStrip::setStyle(const TimelineStyle &style)
{
    m_style = style;
    updateGeometry();
    update();
}

int MarkLegendStrip::heightForWidth(int width) const
{
    return int(std::ceil(layOutMarkLegend(m_entries, width, m_style).height));
}

QSize MarkLegendStrip::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void MarkLegendStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_style.window);
    painter.setPen(m_style.grid);
    painter.drawLine(rect().topLeft(), rect().topRight());
    paintMarkLegend(painter, m_entries, layOutMarkLegend(m_entries, width(), m_style), m_style);
}

} // namespace dateline::timeline
