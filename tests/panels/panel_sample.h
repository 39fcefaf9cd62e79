// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

namespace dateline::tests {

/// A workspace that shows sampleDataset().
[[nodiscard]] std::unique_ptr<workspace::Workspace> sampleWorkspace();

/// The row of an event of the workspace's dataset; fails the test program when there is none.
[[nodiscard]] events::Row rowOf(const workspace::Workspace &workspace, const QString &id);

/// A dataset of one event "light" that two actors state, with a reply to both of them in the same
/// words, a reply to the reply, a denial filed under another event "letter", and a repetition.
[[nodiscard]] std::shared_ptr<const events::Dataset> threadDataset();

/// So many events of five kinds in twenty countries, dated from 1900 on.
[[nodiscard]] std::shared_ptr<const events::Dataset> largeDataset(int size);

} // namespace dateline::tests
