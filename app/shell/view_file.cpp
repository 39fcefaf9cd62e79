// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/view_file.h>

#include <QCoreApplication>
#include <QFile>

namespace dateline::shell {

namespace {

struct ViewFileText
{
    Q_DECLARE_TR_FUNCTIONS(ViewFile)
};

constexpr qint64 largestFile = 1024 * 1024;

} // namespace

std::optional<QByteArray> readJsonFile(const QString &path, QString &error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error = file.errorString();
        return std::nullopt;
    }
    // One byte more than allowed tells a larger file, also one that has no size of its own.
    const QByteArray json = file.read(largestFile + 1);
    if (json.size() > largestFile) {
        error = ViewFileText::tr("the file is larger than it may be, 1 MiB");
        return std::nullopt;
    }
    return json;
}

std::optional<workspace::ViewState> readViewFile(const QString &path, QString &error)
{
    const std::optional<QByteArray> json = readJsonFile(path, error);
    return json ? workspace::viewStateFromJson(*json, &error) : std::nullopt;
}

} // namespace dateline::shell
