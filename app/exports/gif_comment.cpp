// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/gif_comment.h>

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace dateline::exports {

namespace {

// https://www.w3.org/Graphics/GIF/spec-gif89a.txt
constexpr char trailer = '\x3B';
constexpr char extension = '\x21';
constexpr char commentLabel = '\xFE';
constexpr qsizetype longestBlock = 255;

} // namespace

std::optional<QString> addGifComment(const QString &fileName, const QString &text)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return file.errorString();
    const qint64 end = file.size() - 1;
    const bool isGif
        = file.read(6) == "GIF89a" && file.seek(end) && file.read(1).startsWith(trailer);
    if (!isGif)
        return QCoreApplication::translate("Film", "it is not a finished GIF");
    QByteArray tail(1, extension);
    tail += commentLabel;
    const QByteArray bytes = text.toUtf8();
    for (qsizetype at = 0; at < bytes.size(); at += longestBlock) {
        const QByteArray block = bytes.sliced(at, std::min(longestBlock, bytes.size() - at));
        tail += char(block.size()) + block;
    }
    tail += '\0';
    tail += trailer;
    // The new trailer takes the place of the old one.
    if (!file.seek(end) || file.write(tail) != tail.size() || !file.flush())
        return file.errorString();
    return std::nullopt;
}

} // namespace dateline::exports
