// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace dateline::tests {

/// Runs the event loop until nothing is left to do and `isDrawn()` holds: what was asked for is on
/// the screen. False when that takes longer than ten minutes.
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

} // namespace dateline::tests
