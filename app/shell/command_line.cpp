// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/command_line.h>

#include <exports/figure_file.h>
#include <exports/film_writer.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QStringList panelNames{u"table"_s, u"tray"_s, u"doubts"_s};
const QStringList partNames{u"map"_s, u"timeline"_s, u"growth"_s, u"legend"_s};
const QStringList modeNames{u"cumulative"_s, u"moving"_s, u"point"_s}; ///< in the order of PlayMode

void addOptions(QCommandLineParser &parser)
{
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, {}},
        {{u"v"_s, u"version"_s}, {}},
        {u"view"_s, {}, u"file"_s},
        {u"theme"_s, {}, u"name"_s},
        {u"screenshot"_s, {}, u"file"_s},
        {u"size"_s, {}, u"size"_s},
        {u"show"_s, {}, u"panels"_s},
        {u"present"_s, {}},
        {u"trace-startup"_s, {}},
        {u"trace-frames"_s, {}, u"file"_s},
        {u"self-test"_s, {}},
        {u"json"_s, {}},
        {{u"o"_s, u"output"_s}, {}, u"file"_s},
        {u"dpi"_s, {}, u"number"_s},
        {u"map-size"_s, {}, u"size"_s},
        {u"fps"_s, {}, u"number"_s},
        {u"speed"_s, {}, u"days"_s},
        {u"mode"_s, {}, u"mode"_s},
        {u"window"_s, {}, u"days"_s},
        {u"no-stops"_s, {}},
        {u"no-breaks"_s, {}},
    });
}

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    constexpr int least = 320;
    constexpr int most = 16'384;
    const bool sensible = size.width() >= least && size.height() >= least && size.width() <= most
        && size.height() <= most;
    return sensible ? std::optional(size) : std::nullopt;
}

/// "1200x1000", in pixels of 1/96 inch, or "180x150mm"; whole pixels.
std::optional<QSizeF> pageSizeFrom(const QString &text, double least)
{
    static const QRegularExpression pattern(u"^(\\d+(?:\\.\\d+)?)x(\\d+(?:\\.\\d+)?)(px|mm)?$"_s);
    constexpr double pixelsPerMillimetre = 96 / 25.4;
    constexpr double most = 16'384;
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double unit = match.captured(3) == u"mm" ? pixelsPerMillimetre : 1;
    const double width = std::round(match.captured(1).toDouble() * unit);
    const double height = std::round(match.captured(2).toDouble() * unit);
    const bool sensible = width >= least && height >= least && width <= most && height <= most;
    return sensible ? std::optional(QSizeF(width, height)) : std::nullopt;
}

/// A number from the command line between two bounds, or nothing.
std::optional<double> numberFrom(const QString &text, double least, double most)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

CommandLine::Command takeCommand(const QCommandLineParser &parser, QStringList &positional)
{
    using Command = CommandLine::Command;
    if (parser.isSet(u"help"_s))
        return Command::Help;
    if (parser.isSet(u"version"_s))
        return Command::Version;
    if (parser.isSet(u"self-test"_s))
        return Command::SelfTest;
    const QString first = positional.value(0);
    const auto taken = [&positional](Command command) {
        positional.removeFirst();
        return command;
    };
    if (first == u"check")
        return taken(Command::Check);
    if (first == u"summary")
        return taken(Command::Summary);
    if (first == u"export")
        return taken(Command::Export);
    if (first == u"figure")
        return taken(Command::Figure);
    if (first == u"film")
        return taken(Command::Film);
    return Command::Window;
}

QString readShow(const QCommandLineParser &parser, const QStringList &known, CommandLine &line)
{
    line.show = parser.value(u"show"_s).split(u',', Qt::SkipEmptyParts);
    const bool isKnown = std::ranges::all_of(
        line.show, [&known](const QString &part) { return known.contains(part); });
    if (!isKnown || (parser.isSet(u"show"_s) && line.show.isEmpty()))
        return CommandText::tr("--show is a list of %1").arg(known.join(u", "));
    return {};
}

QString readWindow(const QCommandLineParser &parser, CommandLine &line)
{
    if (parser.isSet(u"size"_s)) {
        line.size = sizeFrom(parser.value(u"size"_s));
        if (!line.size)
            return CommandText::tr("--size is WIDTHxHEIGHT in pixels, e.g. 1600x1000");
    }
    return readShow(parser, panelNames, line);
}

/// What is asked of a figure or a film.
QString readPage(const QCommandLineParser &parser, CommandLine &line)
{
    constexpr double leastPage = 320;
    if (parser.isSet(u"size"_s)) {
        line.pageSize = pageSizeFrom(parser.value(u"size"_s), leastPage);
        if (!line.pageSize)
            return CommandText::tr("--size is WIDTHxHEIGHT in pixels (1200x1000) or millimetres "
                                   "(180x150mm), from 320 to 16384 pixels a side");
    }
    if (parser.isSet(u"map-size"_s)) {
        line.seenIn = pageSizeFrom(parser.value(u"map-size"_s), 1);
        if (!line.seenIn)
            return CommandText::tr("--map-size is WIDTHxHEIGHT in pixels, e.g. 900x600");
    }
    if (parser.isSet(u"dpi"_s)) {
        const auto dpi = numberFrom(parser.value(u"dpi"_s), exports::leastDpi, exports::mostDpi);
        if (!dpi)
            return CommandText::tr("--dpi is a number between %1 and %2")
                .arg(exports::leastDpi)
                .arg(exports::mostDpi);
        line.dpi = *dpi;
    }
    return readShow(parser, partNames, line);
}

/// How the events play.
QString readPlaying(const QCommandLineParser &parser, CommandLine &line)
{
    constexpr double mostDays = 100'000;
    constexpr double leastWindow = 1.0 / 86'400; // as in a view
    constexpr double mostWindow = 3'652'500;
    if (parser.isSet(u"speed"_s)) {
        line.daysPerSecond = numberFrom(parser.value(u"speed"_s), 1, mostDays);
        if (!line.daysPerSecond)
            return CommandText::tr("--speed is a number of days a second between 1 and 100000");
    }
    if (parser.isSet(u"mode"_s)) {
        const qsizetype mode = modeNames.indexOf(parser.value(u"mode"_s));
        if (mode < 0)
            return CommandText::tr("--mode is one of %1").arg(modeNames.join(u", "));
        line.mode = workspace::PlayMode(mode);
    }
    if (parser.isSet(u"window"_s)) {
        const auto days = numberFrom(parser.value(u"window"_s), leastWindow, mostWindow);
        if (!days)
            return CommandText::tr("--window is a number of days between 0.00002 and 3652500");
        line.playWidth = std::llround(*days * double(events::millisecondsPerDay));
    }
    line.stops = !parser.isSet(u"no-stops"_s);
    line.breaks = !parser.isSet(u"no-breaks"_s);
    return {};
}

QString readFilm(const QCommandLineParser &parser, CommandLine &line)
{
    constexpr double mostFrames = 120;
    if (parser.isSet(u"fps"_s)) {
        const auto frames = numberFrom(parser.value(u"fps"_s), 1, mostFrames);
        if (!frames)
            return CommandText::tr("--fps is a number of frames a second between 1 and 120");
        line.framesPerSecond = *frames;
    }
    return readPlaying(parser, line);
}

QString readValues(const QCommandLineParser &parser, CommandLine &line)
{
    if (parser.isSet(u"theme"_s)) {
        line.theme = workspace::themeFromName(parser.value(u"theme"_s));
        if (!line.theme)
            return CommandText::tr("--theme is one of paper, night, projector");
    }
    const bool isPage = line.command == CommandLine::Command::Figure
        || line.command == CommandLine::Command::Film;
    if (const QString error = isPage ? readPage(parser, line) : readWindow(parser, line);
        !error.isEmpty())
        return error;
    if (const QString error = readFilm(parser, line); !error.isEmpty())
        return error;
    line.view = parser.value(u"view"_s);
    line.screenshot = parser.value(u"screenshot"_s);
    line.output = parser.value(u"output"_s);
    line.json = parser.isSet(u"json"_s);
    line.present = parser.isSet(u"present"_s);
    line.traceFrames = parser.value(u"trace-frames"_s);
    line.traceStartup = parser.isSet(u"trace-startup"_s);
    return {};
}

/// What is missing or too much once each part is read.
QString faultOfLine(const CommandLine &line, const QStringList &datasets)
{
    using Command = CommandLine::Command;
    if (datasets.size() > 1)
        return CommandText::tr("one dataset at a time; “%1” is one too many").arg(datasets.at(1));
    const bool needsDataset = line.command != Command::Window && line.command != Command::SelfTest
        && line.command != Command::Version;
    if (needsDataset && datasets.isEmpty())
        return CommandText::tr("which dataset? Name its folder or .zip");
    if (line.command == Command::Export && line.output.isEmpty())
        return CommandText::tr("export needs -o FILE.(csv|geojson|json)");
    if (line.command == Command::Figure && !exports::figureFormatFor(line.output))
        return CommandText::tr("figure needs -o FILE.(png|svg|pdf)");
    if (line.command == Command::Film && !exports::filmFormatFor(line.output))
        return CommandText::tr("film needs -o FILE.(webm|mp4|gif), or -o FOLDER/ for frames");
    return {};
}

} // namespace

QString daysOption(events::Instant width)
{
    return QString::number(double(width) / double(events::millisecondsPerDay), 'g',
                           QLocale::FloatingPointShortest);
}

QString modeOption(workspace::PlayMode mode)
{
    return modeNames.at(qsizetype(mode));
}

CommandLineResult readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return {{}, parser.errorText()};

    CommandLineResult result;
    QStringList positional = parser.positionalArguments();
    result.line.command = takeCommand(parser, positional);
    if (result.line.command == CommandLine::Command::Help) {
        result.line.topic = positional.value(0);
        return result;
    }
    result.line.dataset = positional.value(0);
    result.error = readValues(parser, result.line);
    if (result.error.isEmpty())
        result.error = faultOfLine(result.line, positional);
    return result;
}

} // namespace dateline::shell
