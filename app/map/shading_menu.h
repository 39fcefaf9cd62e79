// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

class QMenu;

namespace dateline::map {

/// Whether the dataset says anything that countries can be shaded by in this way.
[[nodiscard]] bool canShade(const events::Dataset &dataset, workspace::Shading shading);

/// Puts the ways to shade countries into a menu, one of them checked as the view has it; those that
/// the dataset does not serve are disabled. They follow the workspace while the menu lives.
void addShadingActions(QMenu *menu, workspace::Workspace *workspace);

} // namespace dateline::map
