// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

/// A fuzz target is one function, LLVMFuzzerTestOneInput(): libFuzzer calls it with each input, and
/// replay_corpus.cpp with each file of a seed corpus.
namespace dateline::tests {

/// Ends the program when an invariant does not hold; fuzzers are built without QtTest.
inline void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

} // namespace dateline::tests
