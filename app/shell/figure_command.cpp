// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/figure_command.h>

#include <shell/commands.h>

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

constexpr double mapShape = 0.4; ///< height to width, besides the least height

} // namespace

QDate dayOfMaking()
{
    bool isSet = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    return isSet ? QDateTime::fromSecsSinceEpoch(epoch, QTimeZone::UTC).date()
                 : QDate::currentDate();
}

FigureWishes figureWishes(const CommandLine &line)
{
    FigureWishes wishes;
    wishes.made = dayOfMaking();
    wishes.size = line.pageSize.value_or(wishes.size);
    wishes.dpi = line.dpi;
    wishes.theme = line.theme.value_or(wishes.theme);
    wishes.seenIn = line.seenIn;
    if (!line.show.isEmpty()) {
        wishes.map = line.show.contains(u"map"_s);
        wishes.timeline = line.show.contains(u"timeline"_s);
        wishes.growth = line.show.contains(u"growth"_s);
        wishes.legend = line.show.contains(u"legend"_s);
    }
    return wishes;
}

void setPlayback(workspace::Playback &playback, const CommandLine &line)
{
    workspace::PlaySettings settings = playback.settings();
    settings.daysPerSecond = line.daysPerSecond.value_or(settings.daysPerSecond);
    settings.stops = line.stops;
    settings.breaks = line.breaks;
    playback.setSettings(settings);
    playback.setMode(line.mode.value_or(playback.mode()));
    playback.setWidth(line.playWidth.value_or(playback.width()));
}

int runFigure(const CommandLine &line)
{
    workspace::Workspace workspace;
    if (!openForCommand(workspace, line))
        return 2;
    workspace::Playback playback(&workspace);
    setPlayback(playback, line);
    FigureWishes wishes = figureWishes(line);
    auto figure = std::make_unique<Figure>(workspace, playback, wishes);
    if (!figure->fault().isEmpty() && !line.pageSize) {
        // Nobody asked for a size: the page becomes as high as it has to be, for a map of the world
        // in its usual shape.
        const double map = wishes.map ? wishes.size.width() * mapShape : 0;
        wishes.size.setHeight(std::ceil(figure->neededHeight() + map));
        figure = std::make_unique<Figure>(workspace, playback, wishes);
    }
    if (!figure->fault().isEmpty()) {
        complain(figure->fault());
        return 1;
    }
    if (const auto error = exports::writeFigure(figure->sheet(), line.output)) {
        complain(*error);
        return 1;
    }
    return 0;
}

} // namespace dateline::shell
