// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/palette.h>
#include <workspace/workspace.h>

#include <QDate>
#include <QImage>
#include <QString>

#include <optional>

/// Pictures of views that say where they come from: a caption is painted below, and stands in
/// the file's text chunks too, so that a picture that travels alone still names who says so.
namespace dateline::exports {

/// What stands under a picture; an empty part is left out.
struct PictureCaption
{
    QString dataset; ///< title, version and licence
    QString filter; ///< the filter sentence
    QString claimants; ///< who states what is shown and who denies or disputes it, with numbers
    QString remainder; ///< what passes the filter but is not on a map
    QString made; ///< with what and when the picture was made

    friend bool operator==(const PictureCaption &, const PictureCaption &) = default;
};

/// The caption for what the workspace shows. `made` is the date of the export; it is passed in
/// so that the same view gives the same picture.
[[nodiscard]] PictureCaption captionFor(const workspace::Workspace &workspace, QDate made);

/// What a file's metadata say of a caption beside its dataset: a line for each part.
[[nodiscard]] QString descriptionOf(const PictureCaption &caption);

/// `picture` with the caption below it, as wide as the picture and as high as the caption needs,
/// in the colours of the palette; the same device pixel ratio. The caption is in the text of the
/// image too (Title, Description, Source, Copyright, Software). Empty for an empty picture.
/// Needs a QGuiApplication, for the fonts.
[[nodiscard]] QImage withCaption(const QImage &picture, const PictureCaption &caption,
                                 const workspace::Palette &palette);

/// Writes an image as PNG, its text included, in one go. Gives what went wrong in words for a
/// person, or nothing.
[[nodiscard]] std::optional<QString> savePicture(const QImage &picture, const QString &fileName);

} // namespace dateline::exports
