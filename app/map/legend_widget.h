// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/legend.h>
#include <map/map_control.h>
#include <map/plate_widget.h>

#include <vector>

namespace dateline::map {

class ShadeButton;

/// The legend at the foot of the map, as wide as it may be and as low as it can be. Lets the
/// pointer through to the map; the classes of a choropleth alone take it: they are buttons, beside
/// the legend in its parent.
class LegendWidget : public PlateWidget
{
    Q_OBJECT

public:
    LegendWidget(MapControl *control, QWidget *parent);

    /// Takes up what the scene shows now.
    void refresh();
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }

    /// Lays the entries out anew for at most this width; sizeHint() follows. Where they would be
    /// higher than `highest` and countries are shaded, only the shades are explained: the card of a
    /// mark says what the mark means.
    void setRoom(double widest, double highest);
    [[nodiscard]] QSize sizeHint() const override;

    /// Puts the buttons over the entries that they stand for, where the legend is now.
    void placeButtons();

protected:
    void drawPlate(QPainter &painter) override;

private:
    MapControl *m_control;
    std::vector<LegendEntry> m_entries; ///< of all that the scene shows
    std::vector<LegendEntry> m_shown; ///< those for which there is room
    LegendLayout m_layout;
    std::vector<ShadeButton *> m_buttons; ///< as many as there ever were classes
};

} // namespace dateline::map
