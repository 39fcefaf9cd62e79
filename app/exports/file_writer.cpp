// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/file_writer.h>

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace dateline::exports {

std::optional<QString> writeFile(const QString &fileName, const QByteArray &content)
{
    return writeFile(fileName, [&content](QIODevice &device) {
        return device.write(content) == content.size();
    });
}

std::optional<QString> writeFile(const QString &fileName,
                                 const std::function<bool(QIODevice &)> &write)
{
    QSaveFile file(fileName);
    // What is not written in full must not be written: no direct writing as a fallback.
    file.setDirectWriteFallback(false);
    if (file.open(QIODevice::WriteOnly)) {
        if (write(file) ? file.commit() : file.error() == QFileDevice::NoError)
            return std::nullopt;
    }
    return QCoreApplication::translate("Export", "Cannot write “%1”: %2.")
        .arg(QDir::toNativeSeparators(fileName), file.errorString());
}

} // namespace dateline::exports
