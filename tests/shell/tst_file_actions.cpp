// SPDX-License-Identifier: GPL-3.0-or-later
#include <fulltext/text_index.h>
#include <panels/background_job.h>
#include <shell/file_actions.h>
#include <shell/main_window.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dateline;
using panels::BackgroundJob;

namespace {

std::shared_ptr<const events::Dataset> manyOpenings(int count)
{
    tests::DatasetBuilder builder;
    builder.claimedEvents(count);
    return builder.build();
}

/// Lines behind the heading; -1 when there is no file.
qsizetype eventsIn(const QString &csv)
{
    QFile file(csv);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') - 1 : -1;
}

} // namespace

class FileActionsTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Answers what is asked, and closes what is told.
        connect(&m_look, &QTimer::timeout, this, [this] {
            auto *box = m_window ? m_window->findChild<QMessageBox *>() : nullptr;
            if (!box)
                return;
            m_told = box->text();
            box->defaultButton() ? box->defaultButton()->click() : box->accept();
        });
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        shell::MainWindow::Options options;
        options.remember = false;
        m_window = std::make_unique<shell::MainWindow>(options);
        m_actions = std::make_unique<shell::FileActions>(m_window.get(), nullptr);
        m_csv = m_folder->filePath(u"events.csv"_s);
        m_told.clear();
        m_look.start(10);
    }

    void cleanup()
    {
        m_actions.reset();
        m_window.reset();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(),
                 QFile::exists(m_csv) ? 1 : 0);
    }

    void eventsAreWrittenBesideTheWindow()
    {
        m_window->workspace().setDataset(manyOpenings(3000));
        m_actions->exportEventsTo(m_csv);
        QVERIFY(m_window->findChild<BackgroundJob *>());
        // What passes later is not what was asked for.
        m_window->workspace().change(
            [](workspace::ViewState &next) { next.filters.text = u"event-7"_s; });
        QVERIFY(isOver());
        QCOMPARE(eventsIn(m_csv), qsizetype(3000));
    }

    void aCancelledExportLeavesNothing()
    {
        m_window->workspace().setDataset(manyOpenings(20'000));
        m_actions->exportEventsTo(m_csv);
        m_window->findChild<QProgressDialog *>()->findChild<QPushButton *>()->click();
        QVERIFY(isOver());
        QVERIFY(!QFile::exists(m_csv));
    }

    void theWindowMayGoMeanwhile()
    {
        m_window->workspace().setDataset(manyOpenings(20'000));
        m_actions->exportEventsTo(m_csv);
        m_actions.reset();
        m_window.reset();
        QVERIFY(!QFile::exists(m_csv));
    }

    void closingAsksWhileEventsAreWritten()
    {
        m_window->workspace().setDataset(manyOpenings(20'000));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_actions->exportEventsTo(m_csv);
        QVERIFY(!m_window->close());
        QVERIFY(m_told.contains(u"still being written"_s));
        QVERIFY(m_window->isVisible());
        QVERIFY(isOver());
        QCOMPARE(eventsIn(m_csv), qsizetype(20'000));
        QVERIFY(m_window->close());
    }

    void anExportWaitsForASearch()
    {
        const auto dataset = tests::sampleDataset();
        const auto index = std::make_shared<const fulltext::TextIndex>(*dataset);
        workspace::Workspace &workspace = m_window->workspace();
        const auto search = [&workspace, &dataset] {
            workspace.setDataset(
                workspace::IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
            workspace.change([](workspace::ViewState &next) { next.filters.text = u"genoa"_s; });
        };
        search();
        QVERIFY(workspace.isSearchWaiting());
        m_actions->exportEventsTo(m_csv);
        QVERIFY(m_window->findChild<QProgressDialog *>());
        QVERIFY(!m_window->findChild<BackgroundJob *>());
        workspace.setTextIndex(dataset, index);
        QVERIFY(isOver());
        QCOMPARE(eventsIn(m_csv), qsizetype(workspace.crossfilter().passingCount()));
        QVERIFY(eventsIn(m_csv) < qsizetype(dataset->size()));
        QVERIFY(QFile::remove(m_csv));

        // Who has changed the filter meanwhile has not asked for what is written then.
        search();
        m_actions->exportEventsTo(m_csv);
        workspace.change([](workspace::ViewState &next) { next.filters.text.clear(); });
        QVERIFY(isOver());
        QVERIFY(!QFile::exists(m_csv));
        QVERIFY(QTest::qWaitFor([this] { return m_told.contains(u"passed"_s); }));
        m_told.clear();

        search();
        m_actions->exportEventsTo(m_csv);
        workspace.setDataset(tests::sampleDataset());
        QVERIFY(isOver());
        QVERIFY(!QFile::exists(m_csv));
        QVERIFY(QTest::qWaitFor([this] { return m_told.contains(u"passed"_s); }));
    }

    void faultsAreTold()
    {
        m_window->workspace().setDataset(tests::sampleDataset());
        m_actions->exportEventsTo(m_folder->filePath(u"none/events.csv"_s));
        QVERIFY(isOver());
        QVERIFY(m_told.contains(u"events.csv"_s));
    }

private:
    /// Whether in the end nothing runs and nothing says so.
    bool isOver()
    {
        return QTest::qWaitFor(
            [this] {
                return !m_window->findChild<BackgroundJob *>()
                    && !m_window->findChild<QProgressDialog *>();
            },
            60'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<shell::MainWindow> m_window;
    std::unique_ptr<shell::FileActions> m_actions;
    QString m_csv;
    QTimer m_look;
    QString m_told; ///< by the last box
};

DATELINE_TEST(file_actions, FileActionsTest)

#include "tst_file_actions.moc"
