// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>
#include <workspace/playback.h>
#include <workspace/workspace.h>

#include <QWidget>

namespace dateline::timeline {

class ClockButton;
class MarkLegendStrip;
class TimelineCanvas;
class TransportRow;

/// The timeline of a workspace: a row of transport controls above lanes of marks, the growth of
/// what the package counts, and a strip of the whole time to brush on. It reads the workspace and
/// changes it through apply() alone. Workspace and playback must outlive it. GUI thread.
///
/// Keys while the lanes have the focus: arrows walk the marks, Home and End go to the first and
/// last, Enter selects and then asks for the detail, + and - zoom, 0 shows the whole time, F the
/// filtered or selected part, Ctrl+Left and Ctrl+Right shift the brush (else the visible span) by
/// its width, C takes the next clock, Space plays, Escape ends a drag, else takes back one layer of
/// the workspace. A key or wheel turn that did nothing is left to the parent.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    TimelineView(workspace::Workspace *workspace, workspace::Playback *playback,
                 QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Colours and the size of type; the three type sizes are derived from the widget's font,
    /// taken as 10 pt, times the palette's fontScale.
    void applyPalette(const workspace::Palette &palette, workspace::Theme theme);

    /// Whether the growth of the counted kind has its strip. Shown by default; where the height
    /// does not suffice for it and a few lanes it gives way.
    [[nodiscard]] bool isGrowthShown() const;
    void setGrowthShown(bool shown);

    /// Whether the legend of the marks has its strip, below all marks. Folded at first: height is
    /// dear.
    [[nodiscard]] bool isLegendShown() const;
    void setLegendShown(bool shown);

    /// The whole time of the dataset; the selected events, else those that pass. One undo step.
    void showAll();
    void showFitting();

    /// Draws lanes, growth and overview (not the transport row, legend or hover) as they would look
    /// at `size` device-independent pixels, at the painter's origin, as vectors where the painter's
    /// device keeps them. Does not need the widget to be shown.
    void paint(QPainter &painter, const QSize &size) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The canvas and the transport row, for tests and for the tab order of a window.
    [[nodiscard]] TimelineCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] ClockButton *clockButton() const;
    [[nodiscard]] TransportRow *transport() const { return m_transport; }

Q_SIGNALS:
    /// A person asked for the detail of the selected event: a second click on it, or Enter.
    void detailRequested();
    void growthShownChanged(bool shown);
    void legendShownChanged(bool shown);

private:
    TransportRow *m_transport;
    TimelineCanvas *m_canvas;
    MarkLegendStrip *m_legend;
};

} // namespace dateline::timeline
