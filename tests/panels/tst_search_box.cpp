// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/search_box.h>

#include <support/test_main.h>

#include <QAction>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::SearchBox;

/// The search box beside another control that can have the focus.
class SearchBoxTest : public TestCase
{
    Q_OBJECT

private:
    struct SearchWindow
    {
        std::unique_ptr<workspace::Workspace> workspace = sampleWorkspace();
        QWidget window;
        QPushButton other{u"other"_s, &window};
        SearchBox box{workspace.get(), &window};

        SearchWindow()
        {
            auto *layout = new QVBoxLayout(&window);
            layout->addWidget(&other);
            layout->addWidget(&box);
            window.show();
        }
    };

private Q_SLOTS:
    void typingFiltersSoonAndOnce()
    {
        SearchWindow w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.box.setFocus();
        QTest::keyClicks(&w.box, u"genoa"_s);
        QVERIFY(w.workspace->state().filters.text.isEmpty());
        QVERIFY(SearchBox::delay <= 150);
        QVERIFY(
            QTest::qWaitFor([&] { return w.workspace->state().filters.text == u"genoa"_s; }, 1000));
        QCOMPARE(w.box.resultText(), u"%1 of 12"_s.arg(w.workspace->crossfilter().passingCount()));
        QTest::keyClicks(&w.box, u" two"_s);
        QVERIFY(QTest::qWaitFor(
            [&] { return w.workspace->crossfilter().passingCount() == std::size_t(1); }, 1000));
        // All of the typing is one step.
        w.workspace->undo();
        QVERIFY(w.workspace->state().filters.isEmpty());
        QVERIFY(w.box.text().isEmpty());
        QVERIFY(w.box.resultText().isEmpty());
    }

    void saysThatASearchWaits()
    {
        SearchWindow w;
        const auto dataset = w.workspace->sharedDataset();
        w.workspace->setDataset(
            workspace::IndexedDataset(dataset, query::Crossfilter::TextSearch::WhenGiven));
        QVERIFY(w.box.resultText().isEmpty());
        w.box.setText(u"suva"_s);
        QTest::keyClick(&w.box, Qt::Key_Return);
        QCOMPARE(w.box.resultText(), u"Reading texts…"_s);
        w.workspace->finishSearch();
        QCOMPARE(w.box.resultText(), u"%1 of 12"_s.arg(w.workspace->crossfilter().passingCount()));
        QVERIFY(w.workspace->crossfilter().passingCount() < 12);
    }

    void enterDoesNotWait()
    {
        SearchWindow w;
        w.box.setText(u"suva"_s);
        QTest::keyClick(&w.box, Qt::Key_Return);
        QCOMPARE(w.workspace->state().filters.text, u"suva"_s);
    }

    void escClearsAndThenGivesTheFocusBack()
    {
        SearchWindow w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.other.setFocus();
        w.box.findAction()->trigger();
        QVERIFY(w.box.hasFocus());
        QTest::keyClicks(&w.box, u"suva"_s);
        QTest::keyClick(&w.box, Qt::Key_Return);
        QTest::keyClick(&w.box, Qt::Key_Escape);
        QVERIFY(w.box.text().isEmpty());
        QVERIFY(w.workspace->state().filters.isEmpty());
        QVERIFY(w.box.hasFocus());
        QTest::keyClick(&w.box, Qt::Key_Escape);
        QVERIFY(w.other.hasFocus());
    }

    void ctrlFGoesIntoTheBox()
    {
        SearchWindow w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.other.setFocus();
        QTest::keyClick(&w.other, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(w.box.hasFocus());
    }

    void resetElsewhereEmptiesTheBox()
    {
        SearchWindow w;
        w.box.setText(u"suva"_s);
        QTest::keyClick(&w.box, Qt::Key_Return);
        w.workspace->resetFilters();
        QVERIFY(w.box.text().isEmpty());
    }

    void leavingSearchesWhatIsTyped()
    {
        SearchWindow w;
        QVERIFY(QTest::qWaitForWindowActive(&w.window));
        w.box.setFocus();
        QTest::keyClicks(&w.box, u"apia"_s);
        w.other.setFocus();
        QCOMPARE(w.workspace->state().filters.text, u"apia"_s);
    }
};

DATELINE_TEST(searchBox, SearchBoxTest)

} // namespace dateline::tests

#include "tst_search_box.moc"
