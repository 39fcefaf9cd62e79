// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/command_line.h>

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QStringList panelNames{u"table"_s, u"tray"_s, u"doubts"_s};

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
        {u"self-test"_s, {}},
        {u"json"_s, {}},
        {{u"o"_s, u"output"_s}, {}, u"file"_s},
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
    return Command::Window;
}

QString readValues(const QCommandLineParser &parser, CommandLine &line)
{
    if (parser.isSet(u"theme"_s)) {
        line.theme = workspace::themeFromName(parser.value(u"theme"_s));
        if (!line.theme)
            return CommandText::tr("--theme is one of paper, night, projector");
    }
    if (parser.isSet(u"size"_s)) {
        line.size = sizeFrom(parser.value(u"size"_s));
        if (!line.size)
            return CommandText::tr("--size is WIDTHxHEIGHT in pixels, e.g. 1600x1000");
    }
    line.show = parser.value(u"show"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &panel : std::as_const(line.show)) {
        if (!panelNames.contains(panel))
            return CommandText::tr("--show is a list of %1").arg(panelNames.join(u", "));
    }
    line.view = parser.value(u"view"_s);
    line.screenshot = parser.value(u"screenshot"_s);
    line.output = parser.value(u"output"_s);
    line.json = parser.isSet(u"json"_s);
    line.present = parser.isSet(u"present"_s);
    line.traceStartup = parser.isSet(u"trace-startup"_s);
    return {};
}

} // namespace

CommandLineResult readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return {{}, parser.errorText()};

    CommandLineResult result;
    QStringList positional = parser.positionalArguments();
    result.line.command = takeCommand(parser, positional);
    result.line.dataset = positional.value(0);
    result.error = readValues(parser, result.line);
    const bool needsDataset = result.line.command == CommandLine::Command::Check
        || result.line.command == CommandLine::Command::Summary
        || result.line.command == CommandLine::Command::Export;
    if (!result.error.isEmpty())
        return result;
    if (positional.size() > 1)
        result.error
            = CommandText::tr("one dataset at a time; “%1” is one too many").arg(positional.at(1));
    else if (needsDataset && positional.isEmpty())
        result.error = CommandText::tr("which dataset? Name its folder or .zip");
    else if (result.line.command == CommandLine::Command::Export && result.line.output.isEmpty())
        result.error = CommandText::tr("export needs -o FILE.(csv|geojson|json)");
    return result;
}

QString helpText()
{
    return CommandText::tr(
        "Dateline shows reported events on a linked timeline and world map.\n"
        "\n"
        "  dateline [DATASET]                  open a dataset (a folder or .zip) in the window;\n"
        "                                      without one, the bundled dataset\n"
        "  dateline check DATASET [--json]     look for faults; exit status 1 when there are some,\n"
        "                                      2 when the dataset cannot be read\n"
        "  dateline summary DATASET [--json]   counts by kind, country, standing and place; totals\n"
        "  dateline export DATASET -o FILE     events as .csv, .geojson or .json\n"
        "  dateline --self-test                draw every view of the bundled dataset once\n"
        "\n"
        "Options of the window and of export\n"
        "  --view FILE         start with a saved view\n"
        "  --theme NAME        paper, night or projector\n"
        "  --size WxH          size of the window in pixels\n"
        "  --show LIST         panels to open: table, tray, doubts\n"
        "  --present           start the first story\n"
        "  --screenshot FILE   save a picture of the window when all is drawn, then quit\n"
        "  --trace-startup     print how long starting took, step by step\n"
        "\n"
        "The program contacts no host. data/FORMAT.md describes the dataset format.\n");
}

} // namespace dateline::shell
