// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/event_export.h>

#include <QByteArray>

#include <functional>

namespace dateline::exports {

/// How events become a file: what stands before all of them, one of them, what stands between two,
/// and what stands behind the last. Refers to the events that it was made for.
struct EventForm
{
    QByteArray head;
    std::function<QByteArray(events::Row)> event;
    QByteArray between;
    QByteArray tail;
};

// As writeEvents() describes them.
[[nodiscard]] EventForm csvForm(const ExportedEvents &events);
[[nodiscard]] EventForm jsonForm(const ExportedEvents &events);
[[nodiscard]] EventForm geoJsonForm(const ExportedEvents &events);

} // namespace dateline::exports
