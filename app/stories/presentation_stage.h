// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace dateline::stories {

/// The window as a presentation needs it. The shell implements this; stories knows no docks.
class PresentationStage
{
public:
    virtual ~PresentationStage() = default;

    /// The top-level window that is presented.
    [[nodiscard]] virtual QWidget *window() = 0;

    /// Makes room: hides docks, tool bars and status bar, shows `panel` (the text of the step) at
    /// the side of the map, and puts on the projector theme. Called once at the begin; `panel`
    /// stays the property of the presentation and is only lent.
    virtual void enter(QWidget *panel) = 0;

    /// Takes the panel out again and puts docks, bars, theme and text size back as they were. The
    /// presentation has left full screen before, unless the window was in it from the begin.
    virtual void leave() = 0;

    /// Full screen or the size of before.
    virtual void setFullScreen(bool on) = 0;
    [[nodiscard]] virtual bool isFullScreen() const = 0;

    /// Type is this many times its size in the projector theme; 1 at the begin.
    virtual void setTextScale(double scale) = 0;
};

} // namespace dateline::stories
