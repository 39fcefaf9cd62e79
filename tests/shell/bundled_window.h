// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/main_window.h>

#include <memory>

namespace dateline::tests {

/// A main window, shown, with the bundled dataset in it and everything drawn; null, after a test
/// failure was recorded, when that did not come about.
[[nodiscard]] std::unique_ptr<shell::MainWindow> openBundledWindow();

} // namespace dateline::tests
