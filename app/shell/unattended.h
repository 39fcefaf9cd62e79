// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <functional>

namespace dateline::shell {

class MainWindow;

/// What the program does when nobody is at the window: time its start, wait until all is drawn,
/// take a picture, judge whether every view drew.

/// Prints how many milliseconds after the process began each step of starting was reached (on Linux
/// to a hundredth of a second with the loading of libraries, elsewhere without); does nothing when
/// it was not asked for.
class StartupTrace
{
public:
    explicit StartupTrace(bool wanted);
    void mark(const char *step);

private:
    bool m_wanted;
    std::chrono::milliseconds m_before{}; ///< from the start of the process to that of the timer
    QElapsedTimer m_timer;
};

/// Calls `then` once, after the window is exposed and every view has painted what the workspace
/// holds now. Gives up waiting, and calls it all the same, after ten seconds.
void whenDrawn(MainWindow &window, std::function<void()> then);

/// Saves the whole window as PNG; false, with a message on stderr, when that fails.
[[nodiscard]] bool saveScreenshot(MainWindow &window, const QString &fileName);

/// True when each view has drawn more than one colour; names on stderr the ones that have not.
[[nodiscard]] bool everyViewDrew(MainWindow &window);

} // namespace dateline::shell
