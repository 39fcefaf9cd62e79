// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <events/free_memory.h>

#ifdef DATELINE_JEMALLOC
#include <jemalloc/jemalloc.h>
#else
#include <malloc.h>
#endif

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string_view>
#include <thread>

namespace dateline::tests {

namespace {

/// A line of the system's account of the process, in MB; 0 where there is none.
double megabytesOf(const std::string &line)
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kibibytes = 0;
        if (word == line && status >> kibibytes)
            return kibibytes * 1024 / 1e6;
    }
    return 0;
}

#ifdef DATELINE_JEMALLOC
/// What jemalloc says of itself; nothing where it does not know the name.
template<typename Value>
Value settingOf(const char *name)
{
    Value value{};
    std::size_t size = sizeof(Value);
    (void)mallctl(name, static_cast<void *>(&value), &size, nullptr, 0);
    return value;
}
#endif

} // namespace

void resetPeak()
{
    events::releaseFreeMemory();
    std::ofstream("/proc/self/clear_refs") << "5";
}

double peakMegabytes()
{
    return megabytesOf("VmHWM:");
}

double privateMegabytes()
{
    events::releaseFreeMemory();
    return megabytesOf("RssAnon:");
}

std::size_t allocatedBytes()
{
#ifdef DATELINE_JEMALLOC
    std::uint64_t epoch = 1; // makes statistics those of now
    (void)mallctl("epoch", nullptr, nullptr, &epoch, sizeof epoch);
    return settingOf<std::size_t>("stats.allocated");
#else
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#endif
}

bool hasLargePages()
{
#ifdef DATELINE_JEMALLOC
    const auto *const pages = settingOf<const char *>("opt.thp");
    return pages != nullptr && std::string_view(pages) == "always"
        && settingOf<bool>("background_thread");
#else
    return false;
#endif
}

double readBandwidth(unsigned threads)
{
    const std::vector<std::uint64_t> words(std::size_t(32) << 20U, 1);
    double best = 0;
    for (int run = 0; run < 5; ++run) {
        std::vector<std::uint64_t> sums(threads);
        std::vector<std::thread> workers;
        const double start = now();
        for (unsigned i = 0; i < threads; ++i) {
            workers.emplace_back([&words, &sums, i, threads] {
                const auto begin = words.begin() + std::ptrdiff_t(words.size() / threads * i);
                sums[i] = std::accumulate(begin, begin + std::ptrdiff_t(words.size() / threads),
                                          std::uint64_t(0));
            });
        }
        for (std::thread &worker : workers)
            worker.join();
        const double seconds = (now() - start) / 1000;
        if (std::accumulate(sums.begin(), sums.end(), std::uint64_t(0)) > 0)
            best = std::max(best, double(words.size()) * 8 / 1e9 / seconds);
    }
    return best;
}

ResultLine::ResultLine(const std::string &engine, const std::string &name, std::size_t events)
    : m_text("{\"engine\":\"" + engine + "\",\"name\":\"" + name
             + "\",\"n\":" + std::to_string(events))
{}

ResultLine &ResultLine::with(const std::string &key, double value)
{
    std::array<char, 32> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%.6g", value);
    m_text += ",\"" + key + "\":" + std::string(digits.data(), std::size_t(length));
    return *this;
}

ResultLine &ResultLine::with(const std::string &key, const std::string &value)
{
    m_text += ",\"" + key + "\":\"" + value + '"';
    return *this;
}

ResultLine &ResultLine::withTimes(std::vector<double> milliseconds)
{
    std::ranges::sort(milliseconds);
    const auto at = [&milliseconds](double part) {
        return milliseconds[std::size_t(std::lround(part * double(milliseconds.size() - 1)))];
    };
    return with("median_ms", at(0.5))
        .with("p95_ms", at(0.95))
        .with("steps", double(milliseconds.size()))
        .with("rss_mb", peakMegabytes());
}

void ResultLine::print() const
{
    (void)std::printf("%s}\n", m_text.c_str());
    (void)std::fflush(stdout);
}

} // namespace dateline::tests
