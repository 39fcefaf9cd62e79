// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <map/map_palette.h>

#include <QFrame>

#include <span>

class QLabel;

namespace dateline::map {

/// What a mark stands for, beside the pointer: one event with who states it, when and where; or
/// several with what they are. Never takes the pointer itself.
class HoverCard : public QFrame
{
    Q_OBJECT

public:
    explicit HoverCard(QWidget *parent);

    void setMapPalette(const MapPalette &palette);

    /// Shows the card beside `pixel` of the parent, inside it. `attribution` is the mark's.
    void showRows(const events::Dataset &dataset, std::span<const events::Row> rows,
                  const QString &attribution, const QPointF &pixel);

private:
    QLabel *m_text;
};

/// The card's content as rich text: everything from the dataset is escaped.
[[nodiscard]] QString hoverText(const events::Dataset &dataset, std::span<const events::Row> rows,
                                const QString &attribution);

} // namespace dateline::map
