// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/frame_script.h>

#include <QString>

#include <optional>
#include <vector>

namespace dateline::shell {

class MainWindow;

/// How long the window took for the frames of one operation, milliseconds.
struct FrameTimes
{
    QString name;
    std::vector<double> frame; ///< from the change to the frame in which every view shows it
    std::vector<double> cpu; ///< that all threads of the program worked meanwhile
    /// Until filter, counts and lists had changed and every view knew what to draw; nothing drawn.
    std::vector<double> answer;
};

/// Does in an exposed window what a script says, waiting for the frame of each step: all that a
/// person would see at once. Land that is drawn more sharply afterwards does not belong to it.
/// Nothing when a frame did not come.
[[nodiscard]] std::optional<std::vector<FrameTimes>>
traceFrames(MainWindow &window, const std::vector<FrameOperation> &operations);

/// Median, 95th percentile and longest of each, as a table.
[[nodiscard]] QString frameTable(const std::vector<FrameTimes> &times);
/// The same as one JSON object a line, for programs; `events` are those of the dataset.
[[nodiscard]] QString frameLines(const std::vector<FrameTimes> &times, std::size_t events);

/// Reads the script, traces and prints; returns the exit status: 2 when the script cannot be read,
/// 1 when a frame did not come.
[[nodiscard]] int runFrameTrace(MainWindow &window, const QString &fileName, bool json);

} // namespace dateline::shell
