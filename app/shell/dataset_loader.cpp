// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dataset_loader.h>

#include <events/side_by_side.h>
#include <readers/package_reader.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMetaObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

/// Whether indexing its text takes longer than a frame.
bool isLarge(const events::Dataset &dataset)
{
    return std::max(dataset.size(), dataset.claims().size()) >= events::rowsForTwoThreads;
}

} // namespace

DatasetLoader::DatasetLoader(QObject *parent)
    : QObject(parent)
{
    m_indexingDue.setSingleShot(true);
    m_indexingDue.setInterval(0);
    connect(&m_indexingDue, &QTimer::timeout, this, &DatasetLoader::indexText);
}

DatasetLoader::~DatasetLoader()
{
    cancel();
}

void DatasetLoader::load(const QString &path)
{
    cancel();
    m_loading = true;
    // The thread is joined in cancel() and by the destructor, so `this` outlives it.
    m_thread = std::jthread(
        [this, number = m_wanted, path](const std::stop_token &stop) { run(path, number, stop); });
}

/// On a thread of its own.
void DatasetLoader::run(const QString &path, quint64 number, const std::stop_token &stop)
{
    readers::ReadOptions options;
    options.stop = stop;
    // Showing it takes time from the threads that read.
    constexpr qint64 msBetween = 50;
    QElapsedTimer sinceProgress;
    options.progress = [this, number, &sinceProgress](double share) {
        if (sinceProgress.isValid() && !sinceProgress.hasExpired(msBetween))
            return;
        sinceProgress.start();
        QMetaObject::invokeMethod(this, [this, number, share] {
            if (number == m_wanted)
                Q_EMIT progressed(share);
        });
    };
    readers::ReadResult result = readers::readPackage(path, options);
    LoadedDataset loaded{path, nullptr, std::move(result.diagnostics)};
    if (result.dataset && !stop.stop_requested()) {
        const auto search = isLarge(*result.dataset) ? query::Crossfilter::TextSearch::WhenGiven
                                                     : query::Crossfilter::TextSearch::WhenAsked;
        loaded.dataset
            = std::make_shared<workspace::IndexedDataset>(std::move(result.dataset), search);
    }
    QMetaObject::invokeMethod(this, [this, number, loaded = std::move(loaded)] {
        if (number == m_wanted)
            finish(loaded);
    });
}

void DatasetLoader::finish(const LoadedDataset &loaded)
{
    m_loading = false;
    const std::shared_ptr<const events::Dataset> dataset
        = loaded.dataset ? loaded.dataset->dataset : nullptr;
    if (dataset) { // The one before is no longer shown.
        m_indexing = {};
        m_toIndex = isLarge(*dataset) ? dataset : nullptr;
        m_indexingDue.start();
    }
    Q_EMIT finished(loaded);
}

void DatasetLoader::indexText()
{
    const std::shared_ptr<const events::Dataset> dataset = std::exchange(m_toIndex, nullptr);
    if (!dataset)
        return;
    // Joined like the other one. Whoever gets the index looks whose it is.
    m_indexing = std::jthread([this, dataset](const std::stop_token &stop) {
        auto index = std::make_shared<const fulltext::TextIndex>(*dataset, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this,
                                  [this, dataset, index] { Q_EMIT textIndexed(dataset, index); });
    });
}

void DatasetLoader::cancel()
{
    ++m_wanted;
    m_loading = false;
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

QString bundledDataset()
{
    const QString name = QStringLiteral(DATELINE_BUNDLED_DATASET);
    const QDir program(QCoreApplication::applicationDirPath());
    const QStringList places{
        program.absoluteFilePath(u"../share/dateline/data/"_s + name),
        QStringLiteral(DATELINE_SOURCE_DATA) + u'/' + name,
    };
    for (const QString &place : places) {
        if (QDir(place).exists())
            return QDir::cleanPath(place);
    }
    return {};
}

} // namespace dateline::shell
