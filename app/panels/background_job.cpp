// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/background_job.h>

#include <QProgressDialog>

#include <algorithm>
#include <utility>

namespace dateline::panels {

namespace {

constexpr int unnoticed = 400; ///< milliseconds that nobody has to be told of
constexpr int fullPermille = 1000;

} // namespace

bool BackgroundJob::Course::goesOn(double share) const
{
    if (m_job->m_stop.stop_requested())
        return false;
    const int permille = int(share * fullPermille);
    if (m_job->m_permille.exchange(permille) != permille)
        // Queued in the job: when it is gone nothing is left to tell.
        QMetaObject::invokeMethod(
            m_job,
            [job = m_job, permille] {
                if (!job->m_stop.stop_requested()) // else it would show itself again
                    job->m_dialog->setValue(std::min(permille, fullPermille - 1));
            },
            Qt::QueuedConnection);
    return true;
}

BackgroundJob *BackgroundJob::start(QWidget *window, const QString &title, Work work)
{
    return new BackgroundJob(window, title, std::move(work));
}

BackgroundJob::BackgroundJob(QWidget *window, const QString &title, Work work)
    : QObject(window)
    , m_dialog(new QProgressDialog(title, tr("Cancel"), 0, fullPermille, window))
{
    m_dialog->setWindowTitle(tr("Dateline"));
    m_dialog->setWindowModality(Qt::NonModal);
    // Who goes on working has the keyboard, and would press Cancel with a space.
    m_dialog->setAttribute(Qt::WA_ShowWithoutActivating);
    m_dialog->setMinimumDuration(unnoticed);
    m_dialog->setValue(0); // from now on
    m_dialog->setAutoReset(false);
    m_dialog->setAutoClose(false);
    connect(m_dialog, &QProgressDialog::canceled, this, &BackgroundJob::cancel);
    m_thread = std::jthread([this, work = std::move(work)] { run(work); });
}

BackgroundJob::~BackgroundJob()
{
    m_stop.request_stop();
    m_thread.join();
    delete m_dialog;
}

void BackgroundJob::run(const Work &work)
{
    std::function<void()> rest = work(Course(this));
    // The destructor waits for this function, so that the job is still there.
    QMetaObject::invokeMethod(
        this,
        [this, rest = std::move(rest)] {
            deleteLater();
            m_dialog->hide();
            if (!m_stop.stop_requested() && rest)
                rest();
        },
        Qt::QueuedConnection);
}

void BackgroundJob::cancel()
{
    m_stop.request_stop();
    m_dialog->reset(); // it does not show itself any more
    m_dialog->hide();
}

} // namespace dateline::panels
