// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/furniture.h>
#include <map/map_control.h>

#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QToolButton;

namespace dateline::map {

/// The legend over the map: folds to its heading.
class LegendWidget : public QWidget
{
    Q_OBJECT

public:
    LegendWidget(MapControl *control, QWidget *parent);

    /// Takes up what the scene shows now.
    void refresh();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MapControl *m_control;
    std::vector<LegendEntry> m_entries;
};

/// The scale bar with the credit of the base map under it.
class ScaleWidget : public QWidget
{
    Q_OBJECT

public:
    ScaleWidget(MapControl *control, QWidget *parent);

    void refresh();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MapControl *m_control;
    ScaleBar m_bar;
};

/// All furniture of the map and where it stands: zoom buttons and the "not on the map" chip at the
/// top, legend and scale at the bottom. Follows the scene.
class Furniture : public QObject
{
    Q_OBJECT

public:
    /// Puts the furniture into `parent`, above what is in it.
    Furniture(MapControl *control, QWidget *parent);

    /// Places everything anew, after the parent's size changed.
    void arrange();

Q_SIGNALS:
    void trayRequested();
    void zoomRequested(double levels);
    void homeRequested();

private:
    QToolButton *button(const QString &text, const QString &name, QWidget *parent);
    void refresh();
    void applyPalette();
    [[nodiscard]] std::array<QWidget *, 6> pieces() const;

    MapControl *m_control;
    QWidget *m_parent;
    LegendWidget *m_legend;
    ScaleWidget *m_scale;
    QToolButton *m_tray;
    QToolButton *m_in;
    QToolButton *m_out;
    QToolButton *m_home;
    MapPalette m_palette;
};

} // namespace dateline::map
