// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>
#include <timeline/timeline_canvas.h>
#include <timeline/timeline_view.h>
#include <timeline/transport_row.h>

#include <memory>

namespace dateline::tests {

/// A real timeline window over a small dataset of its own, 1000 × 400 pixels: lighthouses opened
/// ("opening", counted), visited ("visit") and inquired into ("inquiry"), 2016 to 2022.
struct TimelineWindow
{
    TimelineWindow();

    /// The event with an id that the dataset has.
    [[nodiscard]] events::Row row(const QString &id) const;

    /// The bounds of a date, as a window.
    [[nodiscard]] static events::TimeSpan span(const QString &edtf);

    /// Where an event's symbol is on the canvas.
    [[nodiscard]] QPoint markOf(const QString &id);

    /// A point of the overview at a moment.
    [[nodiscard]] QPoint overviewAt(events::Instant at);

    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {});

    /// Sends a turn of the wheel; whether the canvas took it.
    bool wheel(const QPoint &at, const QPoint &turn, Qt::KeyboardModifiers modifiers = {});

    workspace::Workspace workspace;
    workspace::Playback playback{&workspace};
    std::unique_ptr<timeline::TimelineView> view;
    timeline::TimelineCanvas *canvas = nullptr;
};

} // namespace dateline::tests
