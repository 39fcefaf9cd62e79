// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dataset_loader.h>

#include <events/side_by_side.h>
#include <readers/package_reader.h>

#include <QCoreApplication>
#include <QDir>
#include <QMetaObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace dateline::shell {

DatasetLoader::DatasetLoader(QObject *parent)
    : QObject(parent)
{}

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

template<typename Then>
void DatasetLoader::deliver(quint64 number, Then then)
{
    QMetaObject::invokeMethod(this, [this, number, then = std::move(then)] {
        if (number == m_wanted)
            then();
    });
}

/// On a thread of its own.
void DatasetLoader::run(const QString &path, quint64 number, const std::stop_token &stop)
{
    using TextSearch = query::Crossfilter::TextSearch;
    readers::ReadOptions options;
    options.stop = stop;
    options.progress = [this, number](double share) {
        deliver(number, [this, share] { Q_EMIT progressed(share); });
    };
    readers::ReadResult result = readers::readPackage(path, options);
    const std::shared_ptr<const events::Dataset> dataset = std::move(result.dataset);
    LoadedDataset loaded{path, nullptr, std::move(result.diagnostics)};
    const bool isLarge = dataset && dataset->size() >= events::rowsForTwoThreads;
    if (dataset && !stop.stop_requested()) {
        loaded.dataset = std::make_shared<workspace::IndexedDataset>(
            dataset, isLarge ? TextSearch::WhenGiven : TextSearch::WhenAsked);
    }
    deliver(number, [this, loaded = std::move(loaded)] {
        m_loading = false;
        Q_EMIT finished(loaded);
    });
    if (!isLarge || stop.stop_requested())
        return;
    auto index = std::make_shared<const query::TextIndex>(*dataset, stop);
    if (!stop.stop_requested())
        deliver(number, [this, dataset, index] { Q_EMIT textIndexed(dataset, index); });
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
