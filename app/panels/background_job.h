// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <stop_token>
#include <thread>

class QProgressDialog;
class QWidget;

namespace dateline::panels {

/// Work on a thread of its own that takes longer than a frame may: a small window says how far it
/// is, once it has taken a moment, and cancels it. The window behind it can be used meanwhile.
/// Public functions are for the GUI thread, except those of Course.
class BackgroundJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackgroundJob)

public:
    /// What work is told and tells while it runs. Any thread.
    class Course
    {
    public:
        explicit Course(BackgroundJob *job)
            : m_job(job)
        {}

        /// Says which share of the work is done. False when the rest is not wanted any more.
        [[nodiscard]] bool goesOn(double share) const;

    private:
        BackgroundJob *m_job;
    };
    /// Does the work and returns what is left to do in the GUI thread, which is not done when the
    /// work was cancelled meanwhile.
    using Work = std::function<std::function<void()>(const Course &)>;

    /// Starts at once. `title` says what goes on. The job is a child of `window`, whose end cancels
    /// it and waits for the work to notice, and deletes itself when it is done.
    static BackgroundJob *start(QWidget *window, const QString &title, Work work);
    ~BackgroundJob() override;

    /// Nothing more comes of it.
    void cancel();

private:
    BackgroundJob(QWidget *window, const QString &title, Work work);
    void run(const Work &work);

    QProgressDialog *m_dialog;
    std::atomic<int> m_permille = 0;
    std::stop_source m_stop;
    std::jthread m_thread; ///< last: reads the others
};

} // namespace dateline::panels
