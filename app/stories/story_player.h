// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/workspace.h>

#include <QObject>
#include <QString>

#include <optional>

namespace dateline::stories {

/// Walks through the steps of one story of the workspace's dataset. A step's view becomes the
/// state of the workspace without an undo step of its own; end() puts back the state in which the
/// person was when the story began. Ends by itself when another dataset is set. Lives in the GUI
/// thread; the workspace outlives it.
class StoryPlayer : public QObject
{
    Q_OBJECT

public:
    explicit StoryPlayer(workspace::Workspace *workspace, QObject *parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_place.has_value(); }

    /// Which story and step are shown, as indices; only when isPlaying().
    [[nodiscard]] std::size_t storyIndex() const { return m_place.value().story; }
    [[nodiscard]] std::size_t stepIndex() const { return m_place.value().step; }

    /// The story and step that are shown, or nothing. Valid as long as the dataset.
    [[nodiscard]] const events::Story *story() const;
    [[nodiscard]] const events::StoryStep *step() const;
    /// The step after the one that is shown, or nothing at the last one.
    [[nodiscard]] const events::StoryStep *nextStep() const;
    [[nodiscard]] std::size_t stepCount() const;

    /// Why the view of the step that is shown could not be read; empty when it could. The view of
    /// the step before then stays.
    [[nodiscard]] const QString &fault() const { return m_fault; }

    /// Begins `story` at `step`; an index beyond the last step means the last one. False, and
    /// nothing changes, when the dataset has no such story or it has no steps. From one story to
    /// another the state to return to stays the first one.
    bool start(std::size_t story, std::size_t step = 0);

    /// Moves; at the last step next() does nothing, at the first previous() does nothing.
    void next();
    void previous();
    void first();
    void last();
    /// A step beyond the last one means the last one.
    void goTo(std::size_t step);

    /// Shows the view of the step again, as its author left it.
    void showAgain();

    /// Ends the story and puts back the state of before. Nothing when none is playing.
    void end();

Q_SIGNALS:
    void started();
    void stepChanged(); ///< also after started()
    void ended();

private:
    struct StoryPlace
    {
        std::size_t story = 0;
        std::size_t step = 0;
    };

    void applyStep();
    void forget();

    workspace::Workspace *m_workspace;
    std::optional<StoryPlace> m_place;
    workspace::ViewState m_before; ///< only while playing
    QString m_fault;
};

} // namespace dateline::stories
