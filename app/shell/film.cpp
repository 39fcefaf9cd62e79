// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/film.h>

#include <QCoreApplication>

#include <cmath>

namespace dateline::shell {

namespace {

struct FilmText
{
    Q_DECLARE_TR_FUNCTIONS(FilmMaking)
};

constexpr std::size_t mostFrames = 100'000;

} // namespace

std::vector<workspace::PlayHead> filmHeads(const workspace::Workspace &workspace,
                                           workspace::Playback &playback, double framesPerSecond,
                                           std::size_t most)
{
    const std::optional<events::TimeSpan> extent = playback.extent();
    if (!extent)
        return {};
    playback.moveTo(extent->from);
    std::vector<workspace::PlayHead> heads{workspace.state().play.value()};
    const double lasts = playback.lasts();
    // The clock counts whole milliseconds; what rounding takes from one frame the next one gets.
    const auto clock = [framesPerSecond](std::size_t frame) {
        return qint64(std::llround(1000.0 * double(frame) / framesPerSecond));
    };
    while (double(clock(heads.size() - 1)) < lasts && heads.size() < most) {
        playback.advance(clock(heads.size()) - clock(heads.size() - 1));
        heads.push_back(workspace.state().play.value());
    }
    return heads;
}

Film::Film(workspace::Workspace &workspace, workspace::Playback &playback, const FilmWishes &wishes)
    : m_workspace(&workspace)
{
    const std::optional<workspace::PlayHead> given = workspace.state().play;
    workspace::PlaySettings settings = playback.settings();
    settings.daysPerSecond = wishes.daysPerSecond.value_or(settings.daysPerSecond);
    settings.stops = wishes.stops;
    settings.breaks = wishes.breaks;
    settings.loop = workspace::Playback::Loop::Once;
    settings.glides = true;
    playback.setSettings(settings);
    playback.setMode(wishes.mode.value_or(given ? given->mode : playback.mode()));
    playback.setWidth(wishes.width.value_or(playback.width()));
    m_heads = filmHeads(workspace, playback, wishes.framesPerSecond, mostFrames);
    if (m_heads.empty())
        m_fault = FilmText::tr("No event has a date, so there is nothing to play.");
    else if (m_heads.back().at < playback.extent()->to - 1)
        m_fault = FilmText::tr("The film would have more than %1 frames; play more days a second "
                               "with --speed, or fewer frames a second with --fps.")
                      .arg(mostFrames);
    if (!m_fault.isEmpty())
        return;
    // The page is laid out for all that the film shows.
    FigureWishes page = wishes.page;
    page.isFilm = true;
    workspace.change([](workspace::ViewState &state) { state.play.reset(); });
    m_figure = std::make_unique<Figure>(workspace, playback, page);
    m_fault = m_figure->fault();
    workspace.change([&](workspace::ViewState &state) {
        state.play = given.value_or(workspace::PlayHead{});
        state.play->mode = playback.mode();
        state.play->width = playback.width();
    });
}

QImage Film::frame(std::size_t index)
{
    m_workspace->change([&](workspace::ViewState &next) { next.play = m_heads.at(index); },
                        workspace::Step::Passing);
    return exports::figureImage(m_figure->sheet());
}

} // namespace dateline::shell
