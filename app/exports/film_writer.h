// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exports/picture_export.h>

#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QImage;

/// Frames one after the other into a file or a folder. A film that is not finished leaves nothing
/// behind, and what was there before as it was. Its metadata say what the film is of, what is left
/// out and who says so: title, comment and copyright in WebM and MP4, a comment in GIF, the text of
/// each picture in a folder, which the pictures bring along.
namespace dateline::exports {

enum class FilmFormat : std::uint8_t { Webm, Mp4, Gif, Frames };

/// The format that a name asks for; a name that ends in '/' or is a folder is for numbered frames.
/// Nothing for any other ending.
[[nodiscard]] std::optional<FilmFormat> filmFormatFor(const QString &name);

/// What a film is made of besides its frames.
struct FilmSheet
{
    QSize size; ///< of each frame, in pixels
    double framesPerSecond = 30;
    PictureCaption caption; ///< of the whole film, for the file's metadata
};

/// Takes frames. All functions give what went wrong in words for a person, or nothing. A writer
/// that is destroyed before finish() takes away what it has written. One thread.
class FilmWriter
{
public:
    FilmWriter() = default;
    virtual ~FilmWriter() = default;
    FilmWriter(const FilmWriter &) = delete;
    FilmWriter &operator=(const FilmWriter &) = delete;
    FilmWriter(FilmWriter &&) = delete;
    FilmWriter &operator=(FilmWriter &&) = delete;

    /// Adds a frame of the sheet's size.
    [[nodiscard]] virtual std::optional<QString> add(const QImage &frame) = 0;
    /// Puts the film where it belongs. Waits, as long as `isWanted` says so.
    [[nodiscard]] virtual std::optional<QString> finish(const std::function<bool()> &isWanted) = 0;
};

/// A writer, or in `fault` why there is none: no ffmpeg, a folder that does not take files, a
/// folder for frames that is not empty, an odd size for a format that needs an even one. `ffmpeg`
/// is the program to run, found in PATH when it is empty.
[[nodiscard]] std::unique_ptr<FilmWriter> filmWriter(const QString &name, const FilmSheet &sheet,
                                                     QString &fault, const QString &ffmpeg = {});

} // namespace dateline::exports
