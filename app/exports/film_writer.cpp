// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/film_writer.h>

#include <exports/gif_comment.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QProcess>
#include <QStandardPaths>

#include <chrono>
#include <filesystem>
#include <system_error>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::exports {

namespace {

struct FilmWords
{
    Q_DECLARE_TR_FUNCTIONS(Film)
};

QString cannotWrite(const QString &name, const QString &reason)
{
    return FilmWords::tr("Cannot write “%1”: %2.").arg(QDir::toNativeSeparators(name), reason);
}

/// Moves a finished file or folder to its place, over what is there.
std::optional<QString> moveInto(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemAbsoluteFilePath(),
                            QFileInfo(to).filesystemAbsoluteFilePath(), error);
    if (error)
        return cannotWrite(to, QString::fromStdString(error.message()));
    return std::nullopt;
}

/// The name under which a film is written until it is finished, beside its own.
QString unfinishedName(const QString &name)
{
    const QFileInfo info(name);
    return info.absolutePath()
        + u"/.%1.part-%2"_s.arg(info.fileName()).arg(QCoreApplication::applicationPid());
}

/// Numbered pictures in a folder that comes into being when all are there.
class FrameFolder : public FilmWriter
{
public:
    static std::unique_ptr<FilmWriter> make(const QString &name, QString &fault)
    {
        const QString folder = QDir::cleanPath(QFileInfo(name).absoluteFilePath());
        const QDir there(folder);
        if (QFileInfo::exists(folder) && (!QFileInfo(folder).isDir() || !there.isEmpty())) {
            fault = cannotWrite(name, FilmWords::tr("it exists and is not an empty folder"));
            return nullptr;
        }
        const QString unfinished = unfinishedName(folder);
        if (!QDir().mkdir(unfinished)) {
            fault = cannotWrite(name, FilmWords::tr("no folder can be made there"));
            return nullptr;
        }
        return std::make_unique<FrameFolder>(folder, unfinished);
    }

    FrameFolder(QString folder, QString unfinished)
        : m_folder(std::move(folder))
        , m_unfinished(std::move(unfinished))
    {}

    ~FrameFolder() override
    {
        if (!m_unfinished.isEmpty())
            QDir(m_unfinished).removeRecursively();
    }

    Q_DISABLE_COPY_MOVE(FrameFolder)

    std::optional<QString> add(const QImage &frame) override
    {
        QImageWriter writer(m_unfinished + u"/frame-%1.png"_s.arg(++m_count, 5, 10, QChar(u'0')),
                            "png");
        if (!writer.write(frame))
            return cannotWrite(m_folder, writer.errorString());
        return std::nullopt;
    }

    std::optional<QString> finish(const std::function<bool()> &) override
    {
        if (QFileInfo::exists(m_folder) && !QDir().rmdir(m_folder))
            return cannotWrite(m_folder, FilmWords::tr("it exists and is not an empty folder"));
        auto fault = moveInto(m_unfinished, m_folder);
        if (!fault)
            m_unfinished.clear();
        return fault;
    }

private:
    QString m_folder;
    QString m_unfinished; ///< empty when it has its own name
    int m_count = 0;
};

QStringList codecOptions(FilmFormat format)
{
    switch (format) {
    case FilmFormat::Webm:
        return {u"-c:v"_s,    u"libvpx-vp9"_s, u"-crf"_s,     u"24"_s,      u"-b:v"_s, u"0"_s,
                u"-row-mt"_s, u"1"_s,          u"-pix_fmt"_s, u"yuv420p"_s, u"-f"_s,   u"webm"_s};
    case FilmFormat::Mp4:
        return {u"-c:v"_s,    u"libx264"_s,   u"-crf"_s,       u"18"_s, u"-pix_fmt"_s,
                u"yuv420p"_s, u"-movflags"_s, u"+faststart"_s, u"-f"_s, u"mp4"_s};
    case FilmFormat::Gif:
        // For the passes that follow: without loss, each frame as what differs from the one before.
        return {u"-c:v"_s, u"qtrle"_s, u"-g"_s, u"100000"_s, u"-f"_s, u"mov"_s};
    case FilmFormat::Frames:
        break;
    }
    return {};
}

/// The frames as they come from add().
QStringList pipeOptions(const FilmSheet &sheet)
{
    return {u"-f"_s,       u"rawvideo"_s,
            u"-pix_fmt"_s, u"rgb24"_s,
            u"-s"_s,       u"%1x%2"_s.arg(sheet.size.width()).arg(sheet.size.height()),
            u"-r"_s,       QString::number(sheet.framesPerSecond),
            u"-i"_s,       u"pipe:0"_s};
}

QStringList metadataOptions(const PictureCaption &caption)
{
    return {u"-metadata"_s, u"title="_s + caption.dataset,
            u"-metadata"_s, u"comment="_s + descriptionOf(caption),
            u"-metadata"_s, u"copyright="_s + caption.dataset,
            u"-fflags"_s,   u"+bitexact"_s};
}

/// A GIF has the colours of the film itself instead of a fixed palette. They are known when all
/// frames have been seen, so a film is read twice: in one pass, ffmpeg would keep all of its frames
/// in memory meanwhile, many gigabytes.
std::vector<QStringList> gifPasses(const QString &frames, const QString &palette,
                                   const QString &gif)
{
    return {{u"-i"_s, frames, u"-vf"_s, u"palettegen=stats_mode=diff"_s, u"-c:v"_s, u"png"_s,
             u"-f"_s, u"image2"_s, u"-update"_s, u"1"_s, palette},
            // A % in a name is no pattern.
            {u"-i"_s, frames, u"-f"_s, u"image2"_s, u"-pattern_type"_s, u"none"_s, u"-i"_s, palette,
             u"-filter_complex"_s, u"paletteuse=dither=none"_s, u"-f"_s, u"gif"_s, gif}};
}

/// Hands the frames as raw pixels to ffmpeg.
class FfmpegFilm : public FilmWriter
{
public:
    FfmpegFilm(QString name, FilmFormat format, const FilmSheet &sheet, const QString &ffmpeg)
        : m_name(std::move(name))
        , m_unfinished(unfinishedName(m_name))
        , m_format(format)
        , m_caption(sheet.caption)
    {
        m_process.setProgram(ffmpeg);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        start(pipeOptions(sheet) + codecOptions(format) + metadataOptions(sheet.caption)
              + QStringList{format == FilmFormat::Gif ? frames() : m_unfinished});
    }

    ~FfmpegFilm() override
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
        for (const QString &file : {m_unfinished, palette(), frames()})
            QFile::remove(file);
    }

    Q_DISABLE_COPY_MOVE(FfmpegFilm)

    [[nodiscard]] bool started() { return m_process.waitForStarted(); }
    [[nodiscard]] QString reason() const { return m_process.errorString(); }

    std::optional<QString> add(const QImage &frame) override
    {
        const QImage pixels = frame.convertToFormat(QImage::Format_RGB888);
        const qsizetype line = qsizetype(pixels.width()) * 3;
        for (int y = 0; y < pixels.height(); ++y)
            m_process.write(reinterpret_cast<const char *>(pixels.constScanLine(y)), line);
        // One frame waits while the next one is painted.
        while (m_process.bytesToWrite() > line * pixels.height()) {
            if (!m_process.waitForBytesWritten(-1))
                break;
        }
        return m_process.state() == QProcess::Running ? std::nullopt : std::optional(complaint());
    }

    std::optional<QString> finish(const std::function<bool()> &isWanted) override
    {
        while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(-1)) {
        }
        m_process.closeWriteChannel();
        bool isOver = waitForEnd(isWanted);
        if (m_format == FilmFormat::Gif) {
            m_process.setStandardInputFile(QProcess::nullDevice());
            for (const QStringList &pass : gifPasses(frames(), palette(), m_unfinished)) {
                if (!isOver || hasFailed())
                    break;
                start(pass);
                isOver = waitForEnd(isWanted);
            }
        }
        if (!isOver)
            return std::nullopt;
        if (hasFailed())
            return complaint();
        if (m_format == FilmFormat::Gif) {
            const QString comment = m_caption.dataset + u'\n' + descriptionOf(m_caption);
            if (const auto fault = addGifComment(m_unfinished, comment))
                return cannotWrite(m_name, *fault);
        }
        return moveInto(m_unfinished, m_name);
    }

private:
    [[nodiscard]] QString palette() const { return m_unfinished + u".png"_s; }
    [[nodiscard]] QString frames() const { return m_unfinished + u".mov"_s; }

    void start(const QStringList &options)
    {
        m_process.setArguments(QStringList{u"-hide_banner"_s, u"-loglevel"_s, u"error"_s, u"-y"_s}
                               + options);
        m_process.start();
    }

    /// False when it is no longer wanted.
    bool waitForEnd(const std::function<bool()> &isWanted)
    {
        constexpr int glance = 100; ///< milliseconds
        while (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(glance)) {
            if (!isWanted())
                return false;
        }
        return true;
    }

    [[nodiscard]] bool hasFailed() const
    {
        return m_process.error() == QProcess::FailedToStart
            || m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0;
    }

    QString complaint()
    {
        const QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
        return cannotWrite(
            m_name,
            FilmWords::tr("ffmpeg failed: %1")
                .arg(said.isEmpty() ? m_process.errorString() : said.section(u'\n', -1)));
    }

    QString m_name;
    QString m_unfinished;
    FilmFormat m_format;
    PictureCaption m_caption;
    QProcess m_process;
};

/// Whether a file can be made beside `name`; the fault says why not.
bool canWriteBeside(const QString &name, QString &fault)
{
    QFile probe(unfinishedName(name));
    if (QFileInfo(name).isDir())
        fault = cannotWrite(name, FilmWords::tr("it is a folder"));
    else if (!probe.open(QIODevice::WriteOnly))
        fault = cannotWrite(name, probe.errorString());
    else
        probe.remove();
    return fault.isEmpty();
}

} // namespace

std::optional<FilmFormat> filmFormatFor(const QString &name)
{
    if (name.endsWith(u'/') || (!name.isEmpty() && QFileInfo(name).isDir()))
        return FilmFormat::Frames;
    if (name.endsWith(u".webm", Qt::CaseInsensitive))
        return FilmFormat::Webm;
    if (name.endsWith(u".mp4", Qt::CaseInsensitive))
        return FilmFormat::Mp4;
    if (name.endsWith(u".gif", Qt::CaseInsensitive))
        return FilmFormat::Gif;
    return std::nullopt;
}

std::unique_ptr<FilmWriter> filmWriter(const QString &name, const FilmSheet &sheet, QString &fault,
                                       const QString &ffmpeg)
{
    const std::optional<FilmFormat> format = filmFormatFor(name);
    if (!format) {
        fault = FilmWords::tr("Cannot tell the format of “%1”: name the film .webm, .mp4 or .gif, "
                              "or end the name of a folder for frames with /.")
                    .arg(QDir::toNativeSeparators(name));
        return nullptr;
    }
    if (format == FilmFormat::Frames)
        return FrameFolder::make(name, fault);
    const bool isOdd = sheet.size.width() % 2 != 0 || sheet.size.height() % 2 != 0;
    if (format != FilmFormat::Gif && isOdd) {
        fault = FilmWords::tr("A film as .webm or .mp4 has an even number of pixels each way, not "
                              "%1 × %2.")
                    .arg(sheet.size.width())
                    .arg(sheet.size.height());
        return nullptr;
    }
    const QString program = ffmpeg.isEmpty() ? QStandardPaths::findExecutable(u"ffmpeg"_s) : ffmpeg;
    if (program.isEmpty()) {
        fault = FilmWords::tr(
            "A film needs the program ffmpeg, which is not installed. Install it (Debian, Ubuntu: "
            "sudo apt install ffmpeg; Fedora: sudo dnf install ffmpeg-free; macOS: brew install "
            "ffmpeg; Windows: winget install ffmpeg), or write single frames: -o FOLDER/");
        return nullptr;
    }
    if (!canWriteBeside(name, fault))
        return nullptr;
    auto film = std::make_unique<FfmpegFilm>(name, *format, sheet, program);
    if (film->started())
        return film;
    fault = FilmWords::tr("Cannot run “%1”: %2.").arg(program, film->reason());
    return nullptr;
}

} // namespace dateline::exports
