// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/command_line.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString programHelp()
{
    return HelpText::tr(
        "Dateline shows reported events on a linked timeline and world map.\n"
        "\n"
        "  dateline [DATASET]                  open a dataset (a folder or .zip) in the window;\n"
        "                                      without one, the bundled dataset\n"
        "  dateline check DATASET [--json]     look for faults; exit status 1 when there are some,\n"
        "                                      2 when the dataset cannot be read\n"
        "  dateline summary DATASET [--json]   counts by kind, country, standing and place; totals\n"
        "  dateline export DATASET -o FILE     events as .csv, .geojson or .json\n"
        "  dateline figure DATASET -o FILE     map and timeline on a page, as .png, .svg or .pdf;\n"
        "                                      see: dateline figure --help\n"
        "  dateline film DATASET -o FILE       playback as .webm, .mp4, .gif or a folder of frames;\n"
        "                                      see: dateline film --help\n"
        "  dateline --self-test                draw every view of the bundled dataset once\n"
        "\n"
        "Options of the window, and --view of export\n"
        "  --view FILE         start with a saved view\n"
        "  --theme NAME        paper, night or projector\n"
        "  --size WxH          size of the window in pixels\n"
        "  --show LIST         panels to open: table, tray, doubts\n"
        "  --present           start the first story\n"
        "  --screenshot FILE   save a picture of the window when all is drawn, then quit\n"
        "  --trace-startup     print how long starting took, step by step\n"
        "  --trace-frames FILE do what a script says, print how long its frames took, then quit;\n"
        "                      --json for a line each. tests/bench/README.md describes scripts\n"
        "\n"
        "The program contacts no host, unless View → Online map names one and is agreed to.\n"
        "data/FORMAT.md describes the dataset format.\n");
}

QString figureHelp()
{
    return HelpText::tr(
        "dateline figure DATASET -o FILE.(png|svg|pdf) [OPTIONS]\n"
        "\n"
        "Puts map and timeline on one page, with the key to their marks, who says so, the filter and\n"
        "what is not shown, in a caption and in the file's metadata. Lines stay lines and letters\n"
        "stay letters in SVG and PDF. Needs no display.\n"
        "\n"
        "  -o, --output FILE   what to write; the ending says in which format. The file is replaced\n"
        "                      in one go or left as it was\n"
        "  --view FILE         filters, shading, clock, span, lens, camera, selection and play head of\n"
        "                      a saved view\n"
        "  --size WxH          of the page: 1200x1000 in pixels of 1/96 inch, or 180x150mm. Without\n"
        "                      it 1200x1200, or as high as the timeline needs to leave nothing out\n"
        "  --dpi N             dots per inch of a PNG, 36 to 1200; 96 unless told otherwise. The page\n"
        "                      keeps its size in inches: 300 gives about three times the pixels\n"
        "  --theme NAME        paper (as it is without this), night or projector\n"
        "  --show LIST         map, timeline, growth, legend (of the timeline's marks), separated by\n"
        "                      commas; all but the legend without this\n"
        "  --map-size WxH      the size of the map for which the view's camera was meant; the figure\n"
        "                      then shows the same part of the world. Without it the camera's zoom\n"
        "                      is that of a screen with the figure's size\n"
        "  --speed DAYS, --mode NAME, --window DAYS, --no-breaks\n"
        "                      how the events are played, on which it depends where the timeline is\n"
        "                      marked as hurried through; see: dateline film --help\n"
        "\n"
        "The day on which the figure was made is today, or that of SOURCE_DATE_EPOCH; apart from it\n"
        "the same dataset and options give the same bytes.\n"
        "\n"
        "Exit status: 0 written, 1 the page is too small or the file cannot be written, 2 wrong usage,\n"
        "or dataset or view cannot be read.\n"
        "\n"
        "Examples\n"
        "  dateline figure data/overseas-stations -o map.pdf --size 240x170mm --show map\n"
        "  dateline figure data/overseas-stations -o stations.png --dpi 300 --view stations.json\n");
}

QString filmHelp()
{
    return HelpText::tr(
        "dateline film DATASET -o FILE.(webm|mp4|gif) [OPTIONS]\n"
        "dateline film DATASET -o FOLDER/ [OPTIONS]\n"
        "\n"
        "Plays the events from the first date to the last, both included, as the window does, and\n"
        "writes what it shows: the date, how many events are certain and possible by then, map,\n"
        "timeline and growth, and who says so, in every frame. Needs no display. A film needs the\n"
        "program ffmpeg; a folder of numbered frames (frame-00001.png) does not.\n"
        "\n"
        "  -o, --output FILE   what to write. The file is replaced when the film is finished; a folder\n"
        "                      for frames is new or empty. Ctrl+C leaves nothing behind\n"
        "  --view FILE         filters, span, lens, camera, selection, mode and width of the window of\n"
        "                      time of a saved view\n"
        "  --size WxH          of a frame: 1440x1080 unless told otherwise\n"
        "  --dpi N             192 makes every frame twice as large, with type and marks; 96 without it\n"
        "  --fps N             frames a second, 1 to 120; 30 without it\n"
        "  --speed DAYS        days of data a second; 180 without it\n"
        "  --mode NAME         cumulative: all that may have begun by the date; moving: what may touch\n"
        "                      the window that ends there; point: what may be going on then\n"
        "  --window DAYS       how long that window is; without it as in the view, else 90\n"
        "  --no-stops          no pause at the dataset's turning points\n"
        "  --no-breaks         no hurry through stretches in which nothing begins or ends\n"
        "  --theme NAME, --show LIST, --map-size WxH\n"
        "                      as for a figure; see: dateline figure --help\n"
        "\n"
        "How far it is goes to stderr.\n"
        "\n"
        "Exit status: 0 written, 1 the film cannot be made or written, 2 wrong usage, or dataset or\n"
        "view cannot be read, 130 cancelled.\n"
        "\n"
        "Examples\n"
        "  dateline film data/overseas-stations -o stations.webm --view stations.json --speed 365\n"
        "  dateline film data/overseas-stations -o frames/ --fps 10 --mode moving\n");
}

} // namespace

QString helpText(const QString &topic)
{
    if (topic == u"figure")
        return figureHelp();
    if (topic == u"film")
        return filmHelp();
    return programHelp();
}

} // namespace dateline::shell
