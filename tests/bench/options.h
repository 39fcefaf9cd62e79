// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <map>
#include <stdexcept>
#include <string>

namespace dateline::tests {

/// The most events that the benchmarks and the generator make.
inline constexpr std::uint64_t mostEvents = 100'000'000;

/// A command line of "--name value" pairs. Throws std::runtime_error for anything else.
class Options
{
public:
    Options(int argc, char **argv, std::initializer_list<std::string_view> known)
    {
        for (int i = 1; i < argc; i += 2) {
            const std::string_view name = argv[i];
            if (std::ranges::find(known, name) == known.end())
                throw std::runtime_error("there is no option " + std::string(name));
            if (i + 1 == argc)
                throw std::runtime_error(std::string(name) + " needs a value");
            m_values[std::string(name)] = argv[i + 1];
        }
    }

    [[nodiscard]] std::string text(const std::string &name, const std::string &otherwise) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? otherwise : found->second;
    }

    /// A whole number from 0 to `most`.
    [[nodiscard]] std::uint64_t number(const std::string &name, std::uint64_t otherwise,
                                       std::uint64_t most) const
    {
        const std::string value = text(name, std::to_string(otherwise));
        std::uint64_t result = 0;
        const char *end = value.data() + value.size();
        const auto [stop, fault] = std::from_chars(value.data(), end, result);
        if (fault != std::errc() || stop != end || result > most)
            throw std::runtime_error(name + " takes a whole number up to " + std::to_string(most)
                                     + ", not \"" + value + '"');
        return result;
    }

private:
    std::map<std::string, std::string> m_values;
};

/// Runs what a program is for and returns its exit status; what it throws is told, and gives 1.
template<typename Body>
[[nodiscard]] int reportingFaults(const char *program, const Body &body)
{
    try {
        return body();
    } catch (const std::exception &fault) {
        (void)std::fprintf(stderr, "%s: %s\n", program, fault.what());
        return 1;
    }
}

} // namespace dateline::tests
