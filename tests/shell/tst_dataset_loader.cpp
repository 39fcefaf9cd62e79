// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/side_by_side.h>
#include <shell/dataset_loader.h>

#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using shell::DatasetLoader;
using shell::LoadedDataset;

/// What a loader tells, and when.
class DatasetLoaderTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // The bundled package with as many more events as make a dataset large.
        QVERIFY(m_folder.isValid());
        const QDir from(shell::bundledDataset());
        for (const QString &name : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(name), m_folder.filePath(name)));
        QFile events(m_folder.filePath(u"events.csv"_s));
        QVERIFY(events.open(QIODevice::ReadOnly));
        const QByteArray header = events.readLine();
        const QByteArray first = events.readLine();
        events.close();
        QVERIFY(events.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(events.open(QIODevice::Append));
        for (std::size_t i = 0; i < events::rowsForTwoThreads; ++i)
            events.write("more-" + QByteArray::number(int(i)) + first.mid(first.indexOf(',')));
    }

    void textOfALargeDatasetComesLater()
    {
        DatasetLoader loader;
        std::shared_ptr<const events::Dataset> shown;
        bool isWaiting = false;
        connect(&loader, &DatasetLoader::finished, this, [&](const LoadedDataset &loaded) {
            QVERIFY(loaded.dataset);
            shown = loaded.dataset->dataset;
            query::Filters filters;
            filters.text = u"police"_s;
            loaded.dataset->crossfilter->setFilters(filters);
            isWaiting = loaded.dataset->crossfilter->isTextWaiting();
        });
        std::shared_ptr<const events::Dataset> indexed;
        std::size_t found = 0;
        connect(&loader, &DatasetLoader::textIndexed, this,
                [&](const auto &dataset, const auto &index) {
                    indexed = dataset;
                    found = index->search(u"police"_s).count();
                });
        loader.load(m_folder.path());
        QVERIFY(QTest::qWaitFor([&] { return indexed != nullptr; }, 60'000));
        QVERIFY(isWaiting);
        QCOMPARE(indexed, shown);
        QVERIFY(found > 0);
    }

    void textOfASmallDatasetIsThere()
    {
        DatasetLoader loader;
        bool isWaiting = true;
        connect(&loader, &DatasetLoader::finished, this, [&](const LoadedDataset &loaded) {
            query::Filters filters;
            filters.text = u"police"_s;
            loaded.dataset->crossfilter->setFilters(filters);
            isWaiting = loaded.dataset->crossfilter->isTextWaiting();
        });
        loader.load(shell::bundledDataset());
        QVERIFY(QTest::qWaitFor([&] { return !isWaiting; }, 60'000));
    }

    /// A package that cannot be opened leaves the one before on screen, and its text wanted.
    void whatCannotBeOpenedStopsNothing()
    {
        DatasetLoader loader;
        int failed = 0;
        connect(&loader, &DatasetLoader::finished, this, [&](const LoadedDataset &loaded) {
            if (loaded.dataset)
                loader.load(u"/nowhere"_s);
            else
                ++failed;
        });
        const QSignalSpy indexed(&loader, &DatasetLoader::textIndexed);
        loader.load(m_folder.path());
        QVERIFY(QTest::qWaitFor([&] { return failed == 1 && indexed.size() == 1; }, 60'000));
    }

    /// Only what is shown is told, and the end of the loader ends everything.
    void anotherDatasetTakesItsPlace()
    {
        std::shared_ptr<const events::Dataset> first;
        int finished = 0;
        {
            DatasetLoader loader;
            connect(&loader, &DatasetLoader::finished, this, [&](const LoadedDataset &loaded) {
                ++finished;
                if (finished == 1) {
                    first = loaded.dataset->dataset;
                    loader.load(shell::bundledDataset());
                }
            });
            connect(&loader, &DatasetLoader::textIndexed, this,
                    [&](const auto &dataset, const auto &) { QCOMPARE(dataset, first); });
            loader.load(m_folder.path());
            QVERIFY(QTest::qWaitFor([&] { return finished == 2; }, 60'000));
            loader.load(m_folder.path());
            QVERIFY(QTest::qWaitFor([&] { return finished == 3; }, 60'000));
        }
        QCOMPARE(first.use_count(), 1);
        QCoreApplication::processEvents();
    }

private:
    QTemporaryDir m_folder;
};

DATELINE_TEST(dataset_loader, DatasetLoaderTest)

} // namespace dateline::tests

#include "tst_dataset_loader.moc"
