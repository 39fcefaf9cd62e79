// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/story_player.h>

#include <algorithm>

namespace dateline::stories {

StoryPlayer::StoryPlayer(workspace::Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(workspace, &workspace::Workspace::datasetChanged, this, &StoryPlayer::forget);
}

const events::Story *StoryPlayer::story() const
{
    return m_place ? &m_workspace->dataset().stories().at(m_place->story) : nullptr;
}

const events::StoryStep *StoryPlayer::step() const
{
    return m_place ? &story()->steps.at(m_place->step) : nullptr;
}

const events::StoryStep *StoryPlayer::nextStep() const
{
    return m_place && m_place->step + 1 < stepCount() ? &story()->steps.at(m_place->step + 1)
                                                      : nullptr;
}

std::size_t StoryPlayer::stepCount() const
{
    return m_place ? story()->steps.size() : 0;
}

bool StoryPlayer::start(std::size_t story, std::size_t step)
{
    const std::vector<events::Story> &stories = m_workspace->dataset().stories();
    if (story >= stories.size() || stories.at(story).steps.empty())
        return false;
    const bool fresh = !m_place;
    if (fresh)
        m_before = m_workspace->state();
    m_place = StoryPlace{story, std::min(step, stories.at(story).steps.size() - 1)};
    applyStep();
    if (fresh)
        Q_EMIT started();
    Q_EMIT stepChanged();
    return true;
}

void StoryPlayer::next()
{
    if (m_place)
        goTo(m_place->step + 1);
}

void StoryPlayer::previous()
{
    if (m_place && m_place->step > 0)
        goTo(m_place->step - 1);
}

void StoryPlayer::first()
{
    goTo(0);
}

void StoryPlayer::last()
{
    if (m_place)
        goTo(stepCount() - 1);
}

void StoryPlayer::goTo(std::size_t step)
{
    if (!m_place)
        return;
    const std::size_t there = std::min(step, stepCount() - 1);
    if (there == m_place->step)
        return;
    m_place->step = there;
    applyStep();
    Q_EMIT stepChanged();
}

void StoryPlayer::showAgain()
{
    if (m_place)
        applyStep();
}

void StoryPlayer::end()
{
    if (!m_place)
        return;
    m_place.reset();
    m_fault.clear();
    m_workspace->apply(m_before, workspace::Step::Passing);
    m_before = {};
    Q_EMIT ended();
}

void StoryPlayer::applyStep()
{
    m_fault.clear();
    const std::vector<events::StoryStep> &steps = story()->steps;
    // A step without a view keeps that of the step before it, from wherever one comes to it.
    std::size_t authored = m_place->step;
    while (authored > 0 && steps.at(authored).view.isEmpty())
        --authored;
    const QByteArray &view = steps.at(authored).view;
    if (view.isEmpty()) {
        m_workspace->apply(m_before, workspace::Step::Passing);
        return;
    }
    QString error;
    if (std::optional<workspace::ViewState> state = workspace::viewStateFromJson(view, &error))
        m_workspace->apply(std::move(*state), workspace::Step::Passing);
    else
        m_fault = tr("The view of step %1 cannot be shown: %2").arg(authored + 1).arg(error);
}

void StoryPlayer::forget()
{
    if (!m_place)
        return;
    m_place.reset();
    m_fault.clear();
    m_before = {};
    Q_EMIT ended();
}

} // namespace dateline::stories
