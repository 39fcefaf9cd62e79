// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>
#include <map/choropleth.h>
#include <map/map_palette.h>

#include <QFrame>

#include <span>
#include <vector>

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

    /// Shows the card with this rich text, such as hoverText(), beside `pixel` of the parent and
    /// inside it.
    void showText(const QString &text, const QPointF &pixel);

private:
    QLabel *m_text;
};

/// The card's content for the events of a mark as rich text, never without who says so; everything
/// from the dataset is escaped. Empty for no events.
[[nodiscard]] QString hoverText(const events::Dataset &dataset, std::span<const events::Row> rows);

/// What a shaded country stands for: its name, the number and the class, and who says so of `rows`,
/// which are its events. `isChosen`: whether the filter names the country.
[[nodiscard]] QString shadeText(const events::Dataset &dataset, const Choropleth &choropleth,
                                const ShadedCountry &country, const QString &name,
                                std::span<const events::Row> rows, bool isChosen);

} // namespace dateline::map
