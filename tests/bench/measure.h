// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace dateline::tests {

/// Milliseconds on a clock that never goes back.
[[nodiscard]] inline double now()
{
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Lets peakMegabytes() begin anew, where the system can.
void resetPeak();

/// The most memory that the process held since resetPeak(), in MB of 1,000,000 bytes.
[[nodiscard]] double peakMegabytes();

/// The memory that the process holds at the moment and shares with no file, such as a library, in
/// MB of 1,000,000 bytes. Gives back first what nothing uses.
[[nodiscard]] double privateMegabytes();

/// The bytes that are allocated at the moment.
[[nodiscard]] std::size_t allocatedBytes();

/// Whether memory comes as app/allocator.cpp says: large pages are asked for and what is free goes
/// back by itself.
[[nodiscard]] bool hasLargePages();

/// How fast memory can be read, in GB a second: the best of several runs over 256 MiB.
[[nodiscard]] double readBandwidth(unsigned threads);

/// One line of the results, as JSON.
class ResultLine
{
public:
    ResultLine(const std::string &engine, const std::string &name, std::size_t events);

    ResultLine &with(const std::string &key, double value);
    ResultLine &with(const std::string &key, const std::string &value);

    /// Adds median_ms, p95_ms, steps and rss_mb.
    ResultLine &withTimes(std::vector<double> milliseconds);

    /// Writes the line to stdout at once.
    void print() const;

private:
    std::string m_text;
};

} // namespace dateline::tests
