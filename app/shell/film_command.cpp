// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/film_command.h>

#include <exports/film_writer.h>
#include <shell/commands.h>
#include <shell/figure_command.h>

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct FilmCommandText
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

constexpr int cancelled = 130; ///< exit status, as shells give it for Ctrl+C
constexpr QSizeF filmSize(1440, 1080);

volatile std::sig_atomic_t wasInterrupted = 0;

/// While it lives, Ctrl+C and a request to end set a flag instead of ending the program, so that
/// what is half written can be taken away.
class Interruption
{
public:
    Interruption()
        : m_int(std::signal(SIGINT, &Interruption::note))
        , m_term(std::signal(SIGTERM, &Interruption::note))
    {}
    ~Interruption()
    {
        std::signal(SIGINT, m_int);
        std::signal(SIGTERM, m_term);
    }
    Q_DISABLE_COPY_MOVE(Interruption)

    [[nodiscard]] static bool happened() { return wasInterrupted != 0; }

private:
    using Handler = void (*)(int);
    static void note(int) { wasInterrupted = 1; }

    Handler m_int;
    Handler m_term;
};

/// A line on stderr whenever the film is another percent further.
class Progress
{
public:
    explicit Progress(std::size_t frames)
        : m_frames(frames)
    {}

    void reached(std::size_t frame)
    {
        const int percent = int(frame * 100 / m_frames);
        if (percent == m_percent)
            return;
        m_percent = percent;
        const QString text
            = FilmCommandText::tr("frame %1 of %2, %3 %").arg(frame).arg(m_frames).arg(percent);
        std::fprintf(stderr, "dateline: %s\n", qPrintable(text));
    }

private:
    std::size_t m_frames;
    int m_percent = -1;
};

/// Paints and writes all frames; what went wrong, or nothing, also when it was interrupted.
std::optional<QString> write(Film &film, exports::FilmWriter &writer)
{
    const std::size_t frames = film.heads().size();
    Progress progress(frames);
    for (std::size_t i = 0; i < frames && !Interruption::happened(); ++i) {
        if (auto fault = writer.add(film.frame(i)))
            return fault;
        progress.reached(i + 1);
    }
    if (Interruption::happened())
        return std::nullopt;
    return writer.finish([] { return !Interruption::happened(); });
}

} // namespace

FilmWishes filmWishes(const CommandLine &line)
{
    FilmWishes wishes;
    wishes.page = figureWishes(line);
    wishes.page.size = line.pageSize.value_or(filmSize);
    wishes.framesPerSecond = line.framesPerSecond;
    wishes.daysPerSecond = line.daysPerSecond;
    wishes.mode = line.mode;
    wishes.width = line.playWidth;
    wishes.stops = line.stops;
    wishes.breaks = line.breaks;
    return wishes;
}

int runFilm(const CommandLine &line)
{
    workspace::Workspace workspace;
    if (!openForCommand(workspace, line))
        return 2;
    workspace::Playback playback(&workspace);
    const FilmWishes wishes = filmWishes(line);
    const Interruption interruption;
    Film film(workspace, playback, wishes);
    QString fault = film.fault();
    std::unique_ptr<exports::FilmWriter> writer;
    if (fault.isEmpty()) {
        const exports::FigureSheet sheet = film.sheet();
        writer = exports::filmWriter(
            line.output, {exports::pixelsOf(sheet), wishes.framesPerSecond, sheet.caption}, fault);
    }
    if (writer)
        fault = write(film, *writer).value_or(QString());
    if (Interruption::happened()) {
        complain(FilmCommandText::tr("cancelled; nothing was written"));
        return cancelled;
    }
    if (fault.isEmpty())
        return 0;
    complain(fault);
    return 1;
}

} // namespace dateline::shell
