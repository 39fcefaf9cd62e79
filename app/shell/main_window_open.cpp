// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dialogs.h>
#include <shell/main_menus.h>
#include <shell/main_window.h>
#include <shell/view_file.h>

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline::shell {

void MainWindow::openDataset(const QString &path)
{
    showProgress();
    m_loader.load(path);
}

void MainWindow::showProgress()
{
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    m_faults->hide();
    statusBar()->show();
}

void MainWindow::showLoaded(const LoadedDataset &loaded)
{
    m_progress->hide();
    m_cancel->hide();
    m_diagnostics = loaded.diagnostics;
    const auto faults = std::ranges::count(m_diagnostics, readers::Severity::Error,
                                           &readers::Diagnostic::severity);
    m_faults->setText(tr("Faults in the dataset: %1. Show").arg(faults));
    m_faults->setVisible(faults > 0);
    statusBar()->setVisible(faults > 0);
    if (!loaded.dataset) {
        complain(loaded.path);
        Q_EMIT openFailed();
        return;
    }
    m_datasetPath = loaded.path;
    m_workspace.setDataset(std::move(*loaded.dataset));
    updateTitle();
    m_menus->refresh();
    Q_EMIT datasetShown();
}

void MainWindow::complain(const QString &path)
{
    if (!m_options.attended) {
        std::fprintf(stderr, "dateline: %s\n", qPrintable(diagnosticsText(m_diagnostics, 3)));
        return;
    }
    show(); // a box without its window would be lost behind others
    QMessageBox box(QMessageBox::Critical, tr("The dataset could not be opened"),
                    tr("“%1” could not be read as a dataset.").arg(path), QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(diagnosticsText(m_diagnostics, 3));
    box.exec();
}

bool MainWindow::openView(const QString &path)
{
    QString error;
    const std::optional<workspace::ViewState> state = readViewFile(path, error);
    if (!state) {
        QMessageBox::warning(this, tr("The view could not be opened"),
                             u"%1\n%2"_s.arg(path, error));
        return false;
    }
    m_playback.pause(); // the view is to be seen as it was saved
    m_workspace.apply(*state);
    return true;
}

void MainWindow::updateTitle()
{
    const events::PackageInfo &info = m_workspace.dataset().info();
    setWindowTitle(info.title.isEmpty() ? tr("Dateline") : tr("%1 – Dateline").arg(info.title));
}

void MainWindow::showDoubts()
{
    openDoubts(*this, m_workspace, m_theme);
}

void MainWindow::showDiagnostics()
{
    openDiagnostics(*this, m_diagnostics);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (QFileInfo(path).suffix() == u"json")
        openView(path);
    else
        openDataset(path);
    event->acceptProposedAction();
}

} // namespace dateline::shell
