// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/furniture.h>
#include <map/legend_widget.h>
#include <map/map_control.h>
#include <map/plate_widget.h>
#include <map/sprites.h>

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace dateline::map {

/// The scale bar with the credit of the base map under it.
class ScaleWidget : public PlateWidget
{
    Q_OBJECT

public:
    ScaleWidget(MapControl *control, QWidget *parent);

    void refresh();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void drawPlate(QPainter &painter) override;

private:
    MapControl *m_control;
    ScaleBar m_bar;
    QString m_credit;
    NameImages m_names; ///< zooming changes the bar all the time, its words seldom
};

/// All furniture of the map and where it stands: zoom buttons and the "not on the map" chip at the
/// top, legend and scale at the bottom. Follows the scene. The legend folds away by its button, and
/// by itself where it would cover too much of a small map.
class Furniture : public QObject
{
    Q_OBJECT

public:
    /// Puts the furniture into `parent`, above what is in it.
    Furniture(MapControl *control, QWidget *parent);

    /// Takes up what the scene shows now, and places everything anew.
    void refresh();

    /// Whether the legend is to be seen where the scene has something to explain.
    [[nodiscard]] bool isLegendShown() const;
    void setLegendShown(bool shown);

    /// Where else something lies over the map, in pixels: marks and names keep clear of it too.
    void setNotes(const std::vector<QRectF> &boxes);

    /// Whether a line is being drawn, which its button shows.
    void setDrawing(bool drawing);

Q_SIGNALS:
    void legendShownChanged(bool shown);
    void trayRequested();
    void zoomRequested(double levels);
    void homeRequested();
    /// The line around events is asked for, or no longer.
    void lassoRequested(bool wanted);

private:
    QToolButton *button(const QString &text, const QString &name, QWidget *parent);
    void dressButtons();
    void arrange();
    void refreshTray();
    void refreshFilters();
    void applyPalette();
    void placeButtons(const QRect &room);
    void placeFoot(const QRect &room);
    void coverFoot(const QRect &room);
    [[nodiscard]] std::array<QToolButton *, 7> column() const;
    [[nodiscard]] std::vector<QWidget *> pieces() const;

    MapControl *m_control;
    QWidget *m_parent;
    LegendWidget *m_legend;
    ScaleWidget *m_scale;
    QToolButton *m_tray;
    QToolButton *m_in;
    QToolButton *m_out;
    QToolButton *m_home;
    QToolButton *m_legendButton;
    QToolButton *m_shadingButton;
    QToolButton *m_lassoButton;
    QToolButton *m_inViewButton;
    MapPalette m_palette;
    int m_foot = 0; ///< pixels that it covers at the foot of the map
    std::vector<QRectF> m_notes;
    bool m_isDrawing = false;
    std::optional<bool> m_legendWanted; ///< by a person; unset: where it leaves room for the map
};

} // namespace dateline::map
