// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/facet_delegate.h>

#include <panels/glyphs.h>
#include <symbology/symbol_painting.h>

#include <QPainter>

namespace dateline::panels {

namespace {

constexpr int boxSize = 14;
constexpr int facetSymbolSize = 16;
constexpr int barHeight = 3;

} // namespace

FacetDelegate::FacetDelegate(const FacetModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = QFontMetrics(typeFont(option.font, TypeSize::Body)).height();
    return {20 * grid, text + barHeight + grid + grid / 2};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool dimmed = index.data(FacetModel::DimmedRole).toBool();
    painter->fillRect(option.rect, m_look.rowGround(false, hovered));
    QRect area = option.rect.adjusted(grid, grid / 2, -grid, -grid / 2);
    QRect line = area;
    line.setBottom(area.bottom() - barHeight - 2);
    paintBox(*painter, line, index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    line.setLeft(option.rect.left() + boxWidth);
    area.setLeft(line.left());
    if (const auto symbol = m_model->symbol(index.row(), m_look)) {
        const int top = line.center().y() - facetSymbolSize / 2 + 1;
        symbology::paintSymbol(*painter, QRectF(line.left(), top, facetSymbolSize, facetSymbolSize),
                               *symbol, m_look.window());
        line.setLeft(line.left() + facetSymbolSize + grid);
    }
    const int figures = paintFigures(*painter, line, option.font, index);
    line.setRight(line.right() - figures - grid);
    painter->setFont(typeFont(option.font, TypeSize::Body));
    painter->setPen(dimmed ? m_look.mutedText() : m_look.text());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                        elideMode(), line.width()));
    paintBar(*painter, area, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, m_look);
    painter->restore();
}

Qt::TextElideMode FacetDelegate::elideMode() const
{
    // Names of public bodies begin alike and end with their country.
    const bool actors
        = m_model->facet() == query::Facet::Claimant || m_model->facet() == query::Facet::Bureau;
    return actors ? Qt::ElideMiddle : Qt::ElideRight;
}

void FacetDelegate::paintBox(QPainter &painter, const QRect &area, bool checked) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(area.left() + 0.5, area.center().y() - boxSize / 2.0 + 0.5, boxSize, boxSize);
    painter.setPen(checked ? m_look.accent() : m_look.mutedText());
    painter.setBrush(checked ? m_look.accent() : m_look.base());
    painter.drawRoundedRect(box, 3, 3);
    if (checked)
        paintGlyph(painter, box.adjusted(1, 1, -1, -1), Glyph::Check, m_look.onAccent());
    painter.restore();
}

int FacetDelegate::paintFigures(QPainter &painter, const QRect &area, const QFont &font,
                                const QModelIndex &index) const
{
    const QLocale locale;
    const QString highest = locale.toString(m_model->highestTotal());
    const bool dimmed = index.data(FacetModel::DimmedRole).toBool();
    const QFont small = typeFont(font, TypeSize::Small);
    const QFont body = typeFont(font, TypeSize::Body);
    const int totalWidth = QFontMetrics(small).horizontalAdvance(tr("of %1").arg(highest));
    const int countWidth = QFontMetrics(body).horizontalAdvance(highest);
    painter.setFont(small);
    painter.setPen(m_look.mutedText());
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter,
                     tr("of %1").arg(locale.toString(index.data(FacetModel::TotalRole).toUInt())));
    painter.setFont(body);
    painter.setPen(dimmed ? m_look.mutedText() : m_look.text());
    painter.drawText(area.adjusted(0, 0, -totalWidth - grid / 2, 0),
                     Qt::AlignRight | Qt::AlignVCenter,
                     locale.toString(index.data(FacetModel::CountRole).toUInt()));
    return totalWidth + grid / 2 + countWidth;
}

void FacetDelegate::paintBar(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const double unit = double(area.width()) / m_model->highestTotal();
    const auto bar = [&](uint value, const QColor &colour) {
        const double width = value == 0 ? 0 : std::max(1.0, value * unit);
        painter.fillRect(QRectF(area.left(), area.bottom() - barHeight + 1, width, barHeight),
                         colour);
    };
    bar(index.data(FacetModel::TotalRole).toUInt(), m_look.line());
    QColor colour = m_look.mutedText();
    if (m_model->facet() == query::Facet::Kind) {
        if (const auto symbol = m_model->symbol(index.row(), m_look))
            colour = symbol->colour;
    }
    if (index.data(FacetModel::DimmedRole).toBool())
        colour.setAlphaF(0.45F);
    bar(index.data(FacetModel::CountRole).toUInt(), colour);
}

} // namespace dateline::panels
