// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/row_delegate.h>

#include <panels/event_list_model.h>
#include <symbology/symbol_painting.h>

#include <QPainter>

namespace dateline::panels {

namespace {

constexpr int symbolSize = 16;

void drawElided(QPainter &painter, const QRect &area, const QString &text,
                Qt::Alignment alignment = Qt::AlignLeft)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter.drawText(area, int(alignment) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

RowDelegate::RowDelegate(workspace::Workspace *workspace, Form form, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_workspace(workspace)
    , m_form(form)
{}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    measure(option.font);
    const bool isEvent = index.data(EventRowRole).isValid();
    return {20 * grid, isEvent ? m_eventHeight : m_headingHeight};
}

void RowDelegate::measure(const QFont &font) const
{
    if (m_eventHeight > 0 && m_measuredFont == font)
        return;
    m_measuredFont = font;
    const int body = QFontMetrics(typeFont(font, TypeSize::Body)).height();
    const int small = QFontMetrics(typeFont(font, TypeSize::Small)).height();
    m_eventHeight = body + small + 2 * grid;
    m_headingHeight = body + 3 * grid;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const QVariant row = index.data(EventRowRole);
    painter->save();
    if (!row.isValid()) {
        paintHeading(*painter, option, index);
    } else {
        const bool hovered = m_workspace->hovered() == events::Row(row.toUInt());
        painter->fillRect(option.rect, groundOf(option, hovered));
        if (option.state.testFlag(QStyle::State_Selected) && index.column() == 0)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_look.accent());
        if (m_form == Form::List)
            paintEntry(*painter, option, index);
        else
            paintCell(*painter, option, index);
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(*painter, option.rect, m_look);
    }
    painter->restore();
}

QColor RowDelegate::groundOf(const QStyleOptionViewItem &option, bool hovered) const
{
    const QColor row = m_look.rowGround(option.state.testFlag(QStyle::State_Selected), hovered);
    return row.alpha() == 0 ? m_look.base() : row;
}

void RowDelegate::paintEventSymbol(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QRect &box, events::Row row) const
{
    const int top = box.center().y() - symbolSize / 2 + 1;
    symbology::paintSymbol(painter, QRectF(box.left(), top, symbolSize, symbolSize),
                           symbology::symbolOf(m_workspace->dataset(), row, m_look.theme()),
                           groundOf(option, m_workspace->hovered() == row));
}

void RowDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QRect area = option.rect.adjusted(grid, grid, -grid, -grid / 2);
    painter.setFont(typeFont(option.font, TypeSize::Small));
    painter.setPen(m_look.mutedText());
    const QString note = index.data(SubtitleRole).toString();
    const int noteWidth = painter.fontMetrics().horizontalAdvance(note);
    drawElided(painter, area, note, Qt::AlignRight);
    painter.setFont(typeFont(option.font, TypeSize::Body, QFont::DemiBold));
    painter.setPen(m_look.text());
    drawElided(painter, area.adjusted(0, 0, -noteWidth - grid, 0),
               index.data(Qt::DisplayRole).toString());
    painter.setPen(m_look.line());
    painter.drawLine(area.left(), option.rect.bottom(), area.right(), option.rect.bottom());
}

void RowDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QRect area = option.rect.adjusted(grid, grid, -grid, -grid);
    QRect first = area;
    painter.setFont(typeFont(option.font, TypeSize::Body));
    first.setHeight(painter.fontMetrics().height());
    paintEventSymbol(painter, option, first, events::Row(index.data(EventRowRole).toUInt()));
    first.setLeft(first.left() + symbolSize + grid);
    painter.setPen(m_look.text());
    drawElided(painter, first, index.data(Qt::DisplayRole).toString());
    painter.setFont(typeFont(option.font, TypeSize::Small));
    painter.setPen(m_look.mutedText());
    drawElided(
        painter,
        QRect(first.left(), first.bottom() + 1, first.width(), painter.fontMetrics().height()),
        index.data(SubtitleRole).toString());
}

void RowDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QRect area = option.rect.adjusted(grid, 0, -grid, 0);
    if (m_symbolColumn == index.column()) {
        paintEventSymbol(painter, option, area, events::Row(index.data(EventRowRole).toUInt()));
        area.setLeft(area.left() + symbolSize + grid);
    }
    painter.setFont(typeFont(option.font, TypeSize::Body));
    painter.setPen(m_look.text());
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    drawElided(painter, area, index.data(Qt::DisplayRole).toString(),
               alignment.isValid() ? Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask
                                   : Qt::AlignLeft);
}

} // namespace dateline::panels
