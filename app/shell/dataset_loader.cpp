// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dataset_loader.h>

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
    const quint64 number = m_wanted;
    // The thread is joined in cancel() and by the destructor, so `this` outlives it.
    m_thread = std::jthread([this, number, path](const std::stop_token &stop) {
        const auto report = [this, number](double share) {
            QMetaObject::invokeMethod(this, [this, number, share] {
                if (number == m_wanted)
                    Q_EMIT progressed(share);
            });
        };
        readers::ReadOptions options;
        options.stop = stop;
        options.progress = report;
        readers::ReadResult result = readers::readPackage(path, options);
        LoadedDataset loaded{path, nullptr, std::move(result.diagnostics)};
        if (result.dataset && !stop.stop_requested())
            loaded.dataset = std::make_shared<workspace::IndexedDataset>(std::move(result.dataset));
        QMetaObject::invokeMethod(this, [this, number, loaded = std::move(loaded)] {
            if (number != m_wanted)
                return;
            m_loading = false;
            Q_EMIT finished(loaded);
        });
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
