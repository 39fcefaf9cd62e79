// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QTimer>

#include <chrono>

namespace dateline::shell {

/// Runs the event loop until nothing is left to do and `isDrawn()` holds. Views are drawn by what a
/// change has posted; `isDrawn` tells of those that draw on a timer of their own, as a QQuickWidget
/// does. False when that takes longer than ten minutes: then there is no frame to measure. GUI
/// thread.
template<typename IsDrawn>
[[nodiscard]] bool awaitFrame(const IsDrawn &isDrawn)
{
    using namespace std::chrono_literals;
    const QDeadlineTimer limit(10min);
    QTimer wakeUp; // where nothing else would
    wakeUp.start(11min);
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    while (!limit.hasExpired()) {
        // aboutToBlock() would not tell: GLib's dispatcher emits it with events still waiting.
        if (dispatcher->processEvents(QEventLoop::AllEvents))
            continue;
        if (isDrawn())
            return true;
        dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
    }
    return false;
}

} // namespace dateline::shell
