// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/page_dialog.h>

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace dateline::shell {

class MainWindow;

/// What the File menu does: asks for a file, does it, and says when it failed and why. Files are
/// replaced in one go or not touched.
class FileActions : public QObject
{
    Q_OBJECT

public:
    /// The window outlives it.
    FileActions(MainWindow *window, QObject *parent);

    void openFolder();
    void openArchive();
    void openView();
    void saveView();
    void exportEvents();
    /// Writes the events that pass now to a file, beside the window; a small window shows how far
    /// that is and cancels it.
    void exportEventsTo(const QString &path);

    /// Asks what a figure or a film shall be like, and writes it beside the window.
    void exportPage(PageDialog::Product product);

    /// A picture of a view, or of the window, with its caption below.
    void savePicture(QWidget *view, const QString &suggestedName);

private:
    [[nodiscard]] QString askForFile(const QString &title, const QString &name,
                                     const QString &filters);
    void whenSearched(const std::function<void()> &act);
    void report(const QString &title, const QString &error);

    MainWindow *m_window;
};

} // namespace dateline::shell
