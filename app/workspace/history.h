// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/view_state.h>

#include <vector>

namespace dateline::workspace {

/// Undo and redo as a line of values with a cursor. The oldest are dropped beyond `limit`.
class History
{
public:
    static constexpr std::size_t limit = 200;

    explicit History(ViewState first = {});

    [[nodiscard]] const ViewState &current() const { return m_states[m_cursor]; }
    [[nodiscard]] bool canUndo() const { return m_cursor > 0; }
    [[nodiscard]] bool canRedo() const { return m_cursor + 1 < m_states.size(); }

    /// A new state after the current one; what could be redone is gone. Nothing when it equals
    /// the current one.
    void push(ViewState state);

    /// The current state becomes `state`, without a step of its own: the rest of a gesture, or a
    /// change that is not worth a step.
    void amend(ViewState state);

    /// Moves the cursor and gives the state there; only when canUndo() or canRedo().
    const ViewState &undo();
    const ViewState &redo();

private:
    std::vector<ViewState> m_states;
    std::size_t m_cursor = 0;
};

} // namespace dateline::workspace
