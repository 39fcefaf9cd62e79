// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/caveats_view.h>

#include <support/test_main.h>

#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// "Data doubts" shows the package's caveats and totals and leads to the events.
class CaveatsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void doubtsAndTotalsAreShown()
    {
        const auto workspace = sampleWorkspace();
        const panels::CaveatsView view(workspace.get());
        const QString text = view.findChild<QTextBrowser *>()->toPlainText();
        for (const QString &part : {u"Two lists"_s, u"The lists differ."_s, u"genoa"_s,
                                    u"denied by ministry"_s, u"5 openings"_s, u"9 openings"_s,
                                    u"society"_s, u"1 January 2016"_s, u"example.org"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void linksSelectAndAsk()
    {
        const auto workspace = sampleWorkspace();
        const panels::CaveatsView view(workspace.get());
        const QSignalSpy chosen(&view, &panels::CaveatsView::eventChosen);
        const QSignalSpy asked(&view, &panels::CaveatsView::linkActivated);
        auto *text = view.findChild<QTextBrowser *>();
        QVERIFY(!text->openLinks());
        const events::Row genoa = rowOf(*workspace, u"genoa"_s);
        Q_EMIT text->anchorClicked(QUrl(u"event:%1"_s.arg(genoa)));
        QCOMPARE(workspace->selected(), std::optional(genoa));
        QCOMPARE(chosen.size(), 1);
        Q_EMIT text->anchorClicked(QUrl(u"source:0"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toUrl().host(), u"example.org"_s);
    }
};

DATELINE_TEST(caveats, CaveatsTest)

} // namespace dateline::tests

#include "tst_caveats.moc"
