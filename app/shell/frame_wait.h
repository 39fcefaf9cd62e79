// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QEventLoop>
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
    QEventLoop loop;
    bool isThere = false;
    QTimer::singleShot(10min, &loop, &QEventLoop::quit);
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                     &loop, [&] {
                         isThere = isDrawn();
                         if (isThere)
                             loop.quit();
                     });
    loop.exec();
    return isThere;
}

} // namespace dateline::shell
