// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <workspace/view_state.h>

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

class QProcess;

namespace dateline::shell {

/// Runs the program's own commands `figure` and `film` beside the window, which stays quick; what
/// the window writes is thus what the command line writes. One at a time; GUI thread.
class PageExport : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageExport)

public:
    /// `program` is Dateline itself.
    explicit PageExport(QString program, QObject *parent = nullptr);
    ~PageExport() override;

    /// Starts `command`, its output among its arguments, on a dataset in a view; ends the one
    /// before without a word. finished() follows.
    void start(const QString &command, const QString &dataset, const workspace::ViewState &view,
               const QStringList &arguments);

    /// Ends what runs, which leaves nothing behind, without waiting for it; no signal follows.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    void progressed(int percent);
    /// `fault` says why nothing was written, in words for a person; empty when it was.
    void finished(const QString &fault);

private:
    void listen();
    void follow(QProcess *process);
    void end(const QString &fault);

    QString m_program;
    QTemporaryDir m_folder; ///< for the view
    QProcess *m_process = nullptr; ///< while one runs
    QString m_said; ///< the last line that told no progress
};

} // namespace dateline::shell
