// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/facet_model.h>
#include <panels/look.h>

#include <QStyledItemDelegate>

namespace dateline::panels {

/// Paints a value of a facet: box, symbol, label, count of total, and a bar below.
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// So many pixels from the left belong to the box.
    static constexpr int boxWidth = 4 * grid;

    FacetDelegate(const FacetModel *model, QObject *parent);

    void setLook(const Look &look) { m_look = look; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    [[nodiscard]] Qt::TextElideMode elideMode() const;
    void paintBox(QPainter &painter, const QRect &area, bool checked) const;
    [[nodiscard]] int paintFigures(QPainter &painter, const QRect &area, const QFont &font,
                                   const QModelIndex &index) const;
    void paintBar(QPainter &painter, const QRect &area, const QModelIndex &index) const;

    const FacetModel *m_model;
    Look m_look;
};

} // namespace dateline::panels
