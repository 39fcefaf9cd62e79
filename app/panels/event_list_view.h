// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QListView;
class QWidget;

namespace dateline::workspace {
class Workspace;
}

namespace dateline::panels {

class EventListModel;

/// A list of events with headings in the look of the panels, its selection and hover tied to the
/// workspace. Its item delegate is a RowDelegate. Belongs to `parent`.
[[nodiscard]] QListView *newEventListView(workspace::Workspace *workspace, EventListModel *model,
                                          QWidget *parent);

} // namespace dateline::panels
