// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDockWidget;

namespace dateline::map {
class MapView;
}
namespace dateline::panels {
class DetailCard;
class EventTable;
class FacetPanel;
class LedgerBar;
class SearchBox;
class TrayPanel;
} // namespace dateline::panels
namespace dateline::timeline {
class TimelineView;
}

namespace dateline::shell {

/// The views of the window; owned by it.
struct Views
{
    map::MapView *map = nullptr;
    timeline::TimelineView *timeline = nullptr;
    panels::FacetPanel *facets = nullptr;
    panels::DetailCard *detail = nullptr;
    panels::EventTable *table = nullptr;
    panels::TrayPanel *tray = nullptr;
    panels::LedgerBar *ledger = nullptr;
    panels::SearchBox *search = nullptr;
};

/// The docks around the map; owned by the window.
struct Docks
{
    QDockWidget *facets = nullptr;
    QDockWidget *detail = nullptr;
    QDockWidget *tray = nullptr;
    QDockWidget *timeline = nullptr;
    QDockWidget *table = nullptr;
};

} // namespace dateline::shell
