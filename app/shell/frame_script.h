// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/view_state.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace dateline::shell {

/// One thing that a person does again and again, as the views that each doing leads to.
struct FrameOperation
{
    QString name;
    std::vector<workspace::ViewState> views; ///< at least one; the first leads there, untimed
};

/// What --trace-frames does with the window, read from JSON:
///
///     { "format": "dateline-frames/1",
///       "operations": [
///         { "name": "pan",    "steps": 60, "from": VIEW, "to": VIEW },
///         { "name": "toggle", "steps": 24, "views": [VIEW, VIEW] } ] }
///
/// A VIEW is what data/FORMAT.md calls a view, its "format" left out. "from" and "to" go in equal
/// steps from one camera, brush, span and play head to the other, as far as both have them; "views"
/// are shown in turn. At most 10,000 steps. Unknown members are ignored.
///
/// Nothing, and then in `error` what is wrong and where, when that is not what `json` holds.
[[nodiscard]] std::optional<std::vector<FrameOperation>> frameScriptFromJson(const QByteArray &json,
                                                                             QString &error);

/// The view a share of the way (0 to 1) from one to another: see above; the rest is that of `from`.
[[nodiscard]] workspace::ViewState between(const workspace::ViewState &from,
                                           const workspace::ViewState &to, double share);

} // namespace dateline::shell
