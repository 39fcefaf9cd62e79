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

/// As data/FORMAT.md states under "Limits".
constexpr qint64 largestView = 1024 * 1024;

} // namespace

std::optional<workspace::ViewState> readViewFile(const QString &path, QString &error)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error = file.errorString();
        return std::nullopt;
    }
    // One byte more than allowed tells a larger file, also one that has no size of its own.
    const QByteArray json = file.read(largestView + 1);
    if (json.size() > largestView) {
        error = ViewFileText::tr("the file is larger than a view may be, 1 MiB");
        return std::nullopt;
    }
    return workspace::viewStateFromJson(json, &error);
}

} // namespace dateline::shell
