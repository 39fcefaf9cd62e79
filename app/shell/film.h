// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/figure.h>
#include <workspace/playback.h>
#include <workspace/workspace.h>

#include <QImage>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace dateline::shell {

/// What a film shows and how fast it runs.
struct FilmWishes
{
    FigureWishes page; ///< of each frame
    double framesPerSecond = 30;
    std::optional<double> daysPerSecond; ///< nothing: as the window plays
    std::optional<workspace::PlayMode> mode; ///< nothing: that of the view's head, else cumulative
    std::optional<events::Instant> width; ///< of the moving window; nothing: that of the head
    bool stops = true; ///< see workspace::PlaySettings
    bool breaks = true;
};

/// The head in each frame of a film: where the window's playback would have it when a frame is
/// drawn `framesPerSecond` times a second, from the beginning of the data to its end, both
/// included. Empty when nothing is dated. Moves the workspace's head; stops after `most` frames.
[[nodiscard]] std::vector<workspace::PlayHead> filmHeads(const workspace::Workspace &workspace,
                                                         workspace::Playback &playback,
                                                         double framesPerSecond, std::size_t most);

/// The playback of a workspace as frames, each a figure of what the window shows for the same head.
/// Caption and key hold for the whole film and keep their place. Workspace and playback outlive
/// it, and their head is its own; GUI thread.
class Film
{
public:
    Film(workspace::Workspace &workspace, workspace::Playback &playback, const FilmWishes &wishes);

    /// Why there is no film, in words for a person; empty when there is one.
    [[nodiscard]] const QString &fault() const { return m_fault; }

    [[nodiscard]] const std::vector<workspace::PlayHead> &heads() const { return m_heads; }
    [[nodiscard]] exports::FigureSheet sheet() { return m_figure->sheet(); }

    /// The frame for heads()[index].
    [[nodiscard]] QImage frame(std::size_t index);

private:
    workspace::Workspace *m_workspace;
    std::vector<workspace::PlayHead> m_heads;
    std::unique_ptr<Figure> m_figure;
    QString m_fault;
};

} // namespace dateline::shell
