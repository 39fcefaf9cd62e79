// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <readers/diagnostic.h>
#include <workspace/indexed_dataset.h>

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace dateline::shell {

/// What came of loading a package.
struct LoadedDataset
{
    QString path;
    /// Null when it could not be read at all; who shows it may move from it.
    std::shared_ptr<workspace::IndexedDataset> dataset;
    std::vector<readers::Diagnostic> diagnostics;
};

/// Reads and indexes packages on a thread of its own, one at a time: a new load makes the answer of
/// the last one unwanted. The text of a large one is indexed on another thread when it is on screen
/// already, and until the next one is. Everything public is for the GUI thread.
class DatasetLoader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DatasetLoader)

public:
    explicit DatasetLoader(QObject *parent = nullptr);
    ~DatasetLoader() override;

    void load(const QString &path);

    /// Ends the running load without an answer; nothing when none runs.
    void cancel();

    [[nodiscard]] bool isLoading() const { return m_loading; }

Q_SIGNALS:
    /// Between 0 and 1, now and then.
    void progressed(double share);
    void finished(const dateline::shell::LoadedDataset &loaded);
    /// Behind finished(), for a dataset that came without it.
    void textIndexed(const std::shared_ptr<const dateline::events::Dataset> &dataset,
                     const std::shared_ptr<const dateline::fulltext::TextIndex> &index);

private:
    void run(const QString &path, quint64 number, const std::stop_token &stop);
    void finish(const LoadedDataset &loaded);
    void indexText();

    std::jthread m_thread;
    std::jthread m_indexing;
    std::shared_ptr<const events::Dataset> m_toIndex; ///< when m_indexingDue comes
    QTimer m_indexingDue; ///< behind all that is to be painted now, unlike a call that is queued
    quint64 m_wanted = 0; ///< number of the load whose answer is still wanted
    bool m_loading = false;
};

/// Where the dataset that comes with the program lies: beside the installed program, else in the
/// source tree. Empty when neither is there.
[[nodiscard]] QString bundledDataset();

} // namespace dateline::shell
