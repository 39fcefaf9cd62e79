// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table_header.h>

#include <panels/glyphs.h>

#include <QPainter>

namespace dateline::panels {

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(6 * grid);
    setAccessibleName(tr("Headings of the table: choose one to order by it"));
}

void TableHeader::setLook(const Look &look)
{
    m_look = look;
    viewport()->update();
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(),
            QFontMetrics(typeFont(font(), TypeSize::Small)).height() + 2 * grid};
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const bool sorted = sortIndicatorSection() == section;
    painter->save();
    painter->fillRect(rect, m_look.window());
    painter->setPen(m_look.line());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QRect area = rect.adjusted(grid, 0, -grid, 0);
    const int alignment
        = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
    painter->setFont(typeFont(font(), TypeSize::Small, sorted ? QFont::DemiBold : QFont::Normal));
    const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const int width = painter->fontMetrics().horizontalAdvance(text);
    const bool right = (alignment & Qt::AlignRight) != 0;
    if (sorted) {
        constexpr int size = 10;
        const QRectF arrow(right ? area.right() - size : area.left() + width + grid / 2,
                           area.center().y() - size / 2.0, size, size);
        if (sortIndicatorOrder() == Qt::DescendingOrder) {
            paintGlyph(*painter, arrow, Glyph::Down, m_look.text());
        } else {
            painter->save();
            painter->translate(arrow.center());
            painter->scale(1, -1);
            painter->translate(-arrow.center());
            paintGlyph(*painter, arrow, Glyph::Down, m_look.text());
            painter->restore();
        }
        if (right)
            area.setRight(int(arrow.left()) - grid / 2);
    }
    painter->setPen(sorted ? m_look.text() : m_look.mutedText());
    painter->drawText(area, alignment | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace dateline::panels
