// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/elided_label.h>
#include <panels/fitted_text.h>
#include <panels/ledger_bar.h>
#include <panels/plain_button.h>
#include <workspace/wording.h>

#include <support/test_main.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::LedgerBar;
using panels::PlainButton;

/// The bar with the filter sentence and the ledger.
class LedgerBarTest : public TestCase
{
    Q_OBJECT

private:
    static PlainButton *button(const LedgerBar &bar, const QString &text)
    {
        const auto all = bar.findChildren<PlainButton *>();
        const auto found = std::ranges::find_if(
            all, [&text](const PlainButton *b) { return b->text().contains(text); });
        return found == all.end() ? nullptr : *found;
    }

    /// All the numbers that the ledger shows, in order.
    static QList<int> figures(const LedgerBar &bar)
    {
        QString text = button(bar, u"by country only"_s)->text() + u' '
            + button(bar, u"not on the map"_s)->text();
        for (const QLabel *label : bar.findChildren<QLabel *>()) {
            if (label->text().contains(u"in cities"_s))
                text.prepend(label->text() + u' ');
            else if (label->text().startsWith(u'='))
                text += label->text();
        }
        QList<int> numbers;
        static const QRegularExpression digits(u"[0-9]+"_s);
        for (const QRegularExpressionMatch &match : digits.globalMatch(text))
            numbers.append(match.captured().toInt());
        return numbers;
    }

private Q_SLOTS:
    void theSentenceFollowsTheFilter()
    {
        const auto workspace = sampleWorkspace();
        const LedgerBar bar(workspace.get());
        const auto *sentence = bar.findChild<panels::ElidedLabel *>();
        QCOMPARE(sentence->text(), workspace::filterSentence(*workspace));
        workspace->change([](workspace::ViewState &next) { next.filters.text = u"genoa"_s; });
        QCOMPARE(sentence->text(), workspace::filterSentence(*workspace));
        QVERIFY(sentence->text().contains(u"genoa"_s));
    }

    void countsAddUpUnderEveryFilter()
    {
        const auto workspace = sampleWorkspace();
        const LedgerBar bar(workspace.get());
        QCOMPARE(figures(bar), (QList<int>{5, 3, 1, 9}));
        for (const QString &country : {u"IT"_s, u"FR"_s, u"FJ"_s, QString()}) {
            workspace->change([&country](workspace::ViewState &next) {
                next.filters.choose(query::Facet::Country, {country});
            });
            const QList<int> shown = figures(bar);
            QCOMPARE(shown.size(), 5);
            QCOMPARE(shown[0] + shown[1] + shown[2], shown[3]);
            QCOMPARE(shown[4], 9);
        }
    }

    /// A number that changes with every frame must not have the window laid out each time.
    void otherTextsOfOneSizeDisturbNothing()
    {
        struct Requests : QObject
        {
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::LayoutRequest ? 1 : 0;
                return false;
            }
            int count = 0;
        };
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *number = new QLabel(&window);
        auto *sentence = new panels::ElidedLabel(&window);
        layout->addWidget(sentence, 1);
        layout->addWidget(number);
        panels::setFittedText(number, u"12"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCoreApplication::sendPostedEvents();
        Requests requests;
        window.installEventFilter(&requests);
        panels::setFittedText(number, u"21"_s);
        sentence->setText(u"12 of 345 events in Italy, which is quite a long sentence"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(requests.count, 0);
        QCOMPARE(sentence->findChild<QLabel *>()->geometry(), sentence->contentsRect());

        panels::setFittedText(number, u"1,234,567"_s);
        QCoreApplication::sendPostedEvents();
        QVERIFY(requests.count > 0);
        QCOMPARE(number->size(), number->sizeHint());
    }

    void resetClearsEverything()
    {
        const auto workspace = sampleWorkspace();
        const LedgerBar bar(workspace.get());
        PlainButton *reset = button(bar, u"Reset"_s);
        QVERIFY(!reset->isEnabled());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        workspace->change([](workspace::ViewState &next) {
            next.filters.choose(query::Facet::Kind, {u"visit"_s});
            next.filters.text = u"a"_s;
            next.filters.windows = {{0, events::millisecondsPerDay}};
            next.play = workspace::PlayHead{.at = 0};
        });
        QVERIFY(reset->isEnabled());
        reset->click();
        QVERIFY(workspace->state().filters.isEmpty());
        QVERIFY(!workspace->state().play.has_value());
        QCOMPARE(workspace->crossfilter().passingCount(), std::size_t(12));
        QVERIFY(workspace->selected().has_value());
        QVERIFY(!reset->isEnabled());
    }

    void whatIsNotOnTheMapAsksForTheTray()
    {
        const auto workspace = sampleWorkspace();
        const LedgerBar bar(workspace.get());
        const QSignalSpy asked(&bar, &LedgerBar::trayRequested);
        button(bar, u"not on the map"_s)->click();
        QCOMPARE(asked.size(), 1);
    }

    void aPackageThatCountsNothingCountsEvents()
    {
        workspace::Workspace workspace;
        workspace.setDataset(threadDataset());
        const LedgerBar bar(&workspace);
        QCOMPARE(figures(bar), (QList<int>{0, 0, 2, 2}));
    }

    void aNarrowBarTakesTwoLines()
    {
        const auto workspace = sampleWorkspace();
        LedgerBar bar(workspace.get());
        bar.resize(1400, 40);
        bar.show();
        const int oneLine = bar.sizeHint().height();
        bar.resize(500, 80);
        QVERIFY(QTest::qWaitFor([&] { return bar.sizeHint().height() > oneLine; }));
        QVERIFY(bar.minimumSizeHint().width() <= 320);
    }
};

DATELINE_TEST(ledgerBar, LedgerBarTest)

} // namespace dateline::tests

#include "tst_ledger_bar.moc"
