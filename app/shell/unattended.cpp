// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/unattended.h>

#include <exports/picture_export.h>
#include <map/map_view.h>
#include <panels/detail_card.h>
#include <panels/event_table.h>
#include <panels/facet_panel.h>
#include <panels/ledger_bar.h>
#include <panels/search_box.h>
#include <panels/tray.h>
#include <shell/main_window.h>
#include <timeline/timeline_view.h>

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QPixmap>
#include <QSet>
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <cstdio>
#include <memory>

#ifdef Q_OS_LINUX
#include <unistd.h>

#include <ctime>
#endif

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

using namespace std::chrono_literals;

/// How long whenDrawn() waits at most.
constexpr std::chrono::milliseconds patience = 10s;

/// How many colours a sample of the picture has; counting stops at a few.
qsizetype coloursIn(const QImage &image)
{
    constexpr qsizetype enough = 4;
    QSet<QRgb> colours;
    for (int y = 0; y < image.height() && colours.size() < enough; y += 3) {
        for (int x = 0; x < image.width() && colours.size() < enough; x += 3)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

/// How long this process has been there, to a hundredth of a second, where the system tells; else
/// none. proc_pid_stat(5), field 22: since the machine started, in ticks of the clock.
std::chrono::milliseconds ageOfProcess()
{
#ifdef Q_OS_LINUX
    QFile file(u"/proc/self/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray stat = file.readAll();
    // The name of the program is in brackets, and may hold spaces and brackets.
    constexpr qsizetype fieldsFromState = 22 - 3;
    const QByteArrayList fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
    timespec now{};
    if (fields.size() <= fieldsFromState || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return {};
    const double started = fields[fieldsFromState].toDouble() / double(sysconf(_SC_CLK_TCK));
    const std::chrono::duration<double> age(double(now.tv_sec) + double(now.tv_nsec) / 1e9
                                            - started);
    return std::chrono::duration_cast<std::chrono::milliseconds>(age);
#else
    return {};
#endif
}

} // namespace

StartupTrace::StartupTrace(bool wanted)
    : m_wanted(wanted)
{
    if (m_wanted)
        m_before = ageOfProcess();
    m_timer.start();
    mark("program loaded");
}

void StartupTrace::mark(const char *step)
{
    if (m_wanted) {
        const std::chrono::milliseconds since
            = m_before + std::chrono::milliseconds(m_timer.elapsed());
        std::printf("%6lld ms  %s\n", static_cast<long long>(since.count()), step);
        std::fflush(stdout);
    }
}

void whenDrawn(MainWindow &window, std::function<void()> then)
{
    constexpr auto poll = 4ms;
    auto *timer = new QTimer(&window);
    timer->setInterval(poll);
    QElapsedTimer waited;
    waited.start();
    QObject::connect(timer, &QTimer::timeout, &window,
                     [&window, timer, waited, then = std::move(then)] {
                         const QWindow *handle = window.windowHandle();
                         const bool exposed = handle && handle->isExposed();
                         const bool drawn = exposed && window.views().map->isSettled()
                             && !window.workspace().isSearchWaiting();
                         if (!drawn && !waited.hasExpired(patience.count()))
                             return;
                         timer->stop();
                         timer->deleteLater();
                         window.workspace().finishSearch();
                         QApplication::sendPostedEvents();
                         window.repaint();
                         then();
                     });
    timer->start();
}

bool saveScreenshot(MainWindow &window, const QString &fileName)
{
    const QImage picture = window.grab().toImage();
    if (const auto error = exports::savePicture(picture, fileName)) {
        std::fprintf(stderr, "dateline: %s\n", qPrintable(*error));
        return false;
    }
    return true;
}

bool everyViewDrew(MainWindow &window)
{
    window.docks().table->show();
    window.docks().tray->show();
    QApplication::processEvents();
    const Views &views = window.views();
    bool all = true;
    for (const auto &[name, view] : {
             std::pair<const char *, QWidget *>("map", views.map),
             {"timeline", views.timeline},
             {"facets", views.facets},
             {"detail", views.detail},
             {"table", views.table},
             {"tray", views.tray},
             {"ledger", views.ledger},
             {"search", views.search},
         }) {
        if (coloursIn(view->grab().toImage()) > 1)
            continue;
        std::fprintf(stderr, "dateline: the view “%s” drew nothing\n", name);
        all = false;
    }
    return all;
}

} // namespace dateline::shell
