// SPDX-License-Identifier: GPL-3.0-or-later
#include <workspace/history.h>

#include <utility>

namespace dateline::workspace {

History::History(ViewState first)
{
    m_states.push_back(std::move(first));
}

void History::push(ViewState state)
{
    if (state == current())
        return;
    m_states.resize(m_cursor + 1);
    m_states.push_back(std::move(state));
    if (m_states.size() > limit)
        m_states.erase(m_states.begin());
    m_cursor = m_states.size() - 1;
}

void History::amend(ViewState state)
{
    m_states[m_cursor] = std::move(state);
}

const ViewState &History::undo()
{
    Q_ASSERT(canUndo());
    return m_states[--m_cursor];
}

const ViewState &History::redo()
{
    Q_ASSERT(canRedo());
    return m_states[++m_cursor];
}

} // namespace dateline::workspace
