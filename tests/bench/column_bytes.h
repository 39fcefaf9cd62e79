// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/dataset.h>

namespace dateline::tests {

/// The bytes of a dataset's columns but for text, and of its orders by time and by id.
[[nodiscard]] std::size_t columnBytes(const events::Dataset &dataset);

} // namespace dateline::tests
