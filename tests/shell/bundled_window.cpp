// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/bundled_window.h>

#include <shell/unattended.h>

#include <QSignalSpy>
#include <QTest>

namespace dateline::tests {

std::unique_ptr<shell::MainWindow> openBundledWindow()
{
    shell::MainWindow::Options options;
    options.remember = false;
    auto window = std::make_unique<shell::MainWindow>(options);
    QSignalSpy shown(window.get(), &shell::MainWindow::datasetShown);
    window->resize(1600, 1000);
    window->openDataset(shell::bundledDataset());
    window->show();
    constexpr int patience = 20'000;
    if (shown.isEmpty() && !shown.wait(patience)) {
        QTest::qFail("the bundled dataset was not shown", __FILE__, __LINE__);
        return nullptr;
    }
    bool drawn = false;
    shell::whenDrawn(*window, [&drawn] { drawn = true; });
    if (!QTest::qWaitFor([&drawn] { return drawn; }, patience)) {
        QTest::qFail("the window was not drawn", __FILE__, __LINE__);
        return nullptr;
    }
    return window;
}

} // namespace dateline::tests
