// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/file_actions.h>

#include <exports/event_export.h>
#include <exports/file_writer.h>
#include <exports/picture_export.h>
#include <map/map_view.h>
#include <panels/background_job.h>
#include <shell/main_window.h>

#include <QFileDialog>
#include <QMessageBox>
#include <QPixmap>
#include <QProgressDialog>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::shell {

FileActions::FileActions(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{}

void FileActions::openFolder()
{
    const QString path = QFileDialog::getExistingDirectory(
        m_window, tr("Open a dataset: the folder with datapackage.json"));
    if (!path.isEmpty())
        m_window->openDataset(path);
}

void FileActions::openArchive()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a dataset archive"), {},
                                                      tr("Dataset archives (*.zip)"));
    if (!path.isEmpty())
        m_window->openDataset(path);
}

void FileActions::openView()
{
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Open a saved view"), {}, tr("Views (*.json)"));
    if (!path.isEmpty())
        m_window->openView(path);
}

void FileActions::saveView()
{
    const QString path = askForFile(tr("Save the view"), u"view.json"_s, tr("Views (*.json)"));
    if (path.isEmpty())
        return;
    if (const auto error
        = exports::writeFile(path, workspace::toJson(m_window->workspace().state())))
        report(tr("The view was not saved"), *error);
}

void FileActions::exportEvents()
{
    const QString path = askForFile(tr("Export the events that pass the filter"), u"events.csv"_s,
                                    tr("Table (*.csv);;GeoJSON (*.geojson);;JSON (*.json)"));
    if (!path.isEmpty())
        exportEventsTo(path);
}

void FileActions::exportEventsTo(const QString &path)
{
    whenSearched([this, path] {
        panels::BackgroundJob::start(
            m_window, tr("Exporting the events…"),
            [this, path, events = exports::exportedEvents(m_window->workspace())](
                const panels::BackgroundJob::Course &course) -> std::function<void()> {
                const auto goesOn = [&](std::size_t written) {
                    return course.goesOn(double(written)
                                         / double(std::max<std::size_t>(events.rows.size(), 1)));
                };
                const auto error = exports::exportEvents(events, path, goesOn);
                if (!error)
                    return {};
                return [this, error] { report(tr("The events were not exported"), *error); };
            });
    });
}

/// Acts when no search waits for the index of texts any more; not when something else would pass
/// by then, which is told, or when somebody does not want to wait.
void FileActions::whenSearched(const std::function<void()> &act)
{
    workspace::Workspace &workspace = m_window->workspace();
    if (!workspace.isSearchWaiting()) {
        act();
        return;
    }
    auto *dialog = new QProgressDialog(tr("Reading texts…"), tr("Cancel"), 0, 0, m_window);
    dialog->setWindowTitle(tr("Dateline"));
    dialog->setAutoReset(false);
    dialog->setAutoClose(false);
    connect(dialog, &QProgressDialog::canceled, dialog, &QObject::deleteLater);
    const auto look = [this, &workspace, dialog, act, dataset = workspace.sharedDataset(),
                       filters = workspace.state().filters, play = workspace.state().play] {
        const workspace::ViewState &now = workspace.state();
        const bool isAsked
            = workspace.sharedDataset() == dataset && now.filters == filters && now.play == play;
        if (isAsked && workspace.isSearchWaiting())
            return;
        dialog->disconnect();
        workspace.disconnect(dialog);
        dialog->hide();
        dialog->deleteLater();
        if (isAsked) {
            act();
            return;
        }
        // Behind what else follows the change, for a box holds up who waits for its answer.
        const auto tell = [this] {
            report(tr("The events were not exported"),
                   tr("Other events passed before all texts were read."));
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    connect(&workspace, &workspace::Workspace::datasetChanged, dialog, look);
    connect(&workspace, &workspace::Workspace::filtersChanged, dialog, look);
    dialog->show();
}

void FileActions::exportPage(PageDialog::Product product)
{
    PageSource source;
    source.program = QCoreApplication::applicationFilePath();
    source.dataset = m_window->datasetPath();
    source.view = m_window->workspace().state();
    source.theme = m_window->theme();
    // The whole world is the whole world on any page; a camera of one's own shows what it showed.
    if (source.view.camera)
        source.mapSize = m_window->views().map->size();
    source.play = m_window->playback().settings();
    source.mode = m_window->playback().mode();
    source.width = m_window->playback().width();
    auto *dialog = new PageDialog(product, std::move(source), m_window);
    dialog->open();
}

void FileActions::savePicture(QWidget *view, const QString &suggestedName)
{
    m_window->workspace().finishSearch();
    // Taken before the dialog can cover the window.
    const QImage picture = view->grab().toImage();
    const QString path
        = askForFile(tr("Save a picture"), suggestedName + u".png"_s, tr("Pictures (*.png)"));
    if (path.isEmpty())
        return;
    const exports::PictureCaption caption
        = exports::captionFor(m_window->workspace(), QDate::currentDate());
    workspace::Palette palette = workspace::paletteOf(m_window->theme());
    palette.fontScale = 1.0;
    const QImage captioned = exports::withCaption(picture, caption, palette);
    if (const auto error = exports::savePicture(captioned, path))
        report(tr("The picture was not saved"), *error);
}

QString FileActions::askForFile(const QString &title, const QString &name, const QString &filters)
{
    return QFileDialog::getSaveFileName(m_window, title, name, filters);
}

void FileActions::report(const QString &title, const QString &error)
{
    QMessageBox box(QMessageBox::Warning, title, error, QMessageBox::Ok, m_window);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace dateline::shell
