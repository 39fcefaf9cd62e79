// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_box.h>
#include <panels/card_content.h>
#include <panels/dataset_hint.h>
#include <panels/detail_card.h>
#include <panels/text_label.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

#include <algorithm>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

using panels::CardBox;
using panels::datasetHint;
using panels::DetailCard;
using panels::Look;

/// The detail card: what it shows for no, one and several events, and what its keys do.
class CardTest : public TestCase
{
    Q_OBJECT

private:
    static QString plain(const CardBox *box)
    {
        QTextDocument document;
        document.setHtml(box->label()->text());
        return document.toPlainText();
    }

    static QString shownText(const DetailCard &card)
    {
        QString text;
        for (const QLabel *label : card.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&card))
                text += label->text() + u'\n';
        }
        return text;
    }

private Q_SLOTS:
    void nothingSelectedSaysHowToSelect()
    {
        const auto workspace = sampleWorkspace();
        const DetailCard card(workspace.get());
        QVERIFY(shownText(card).contains(u"Click a symbol on the map"_s));
        QVERIFY(card.citation().isEmpty());
    }

    void nothingSelectedSaysWhatTheDatasetIs()
    {
        DatasetBuilder builder;
        builder.tables().info.title = u"Lamps <b>&</b> lenses"_s;
        builder.tables().info.version = u"1.2.0"_s;
        const events::Row society = builder.actor(u"society"_s);
        const events::Row report = builder.source(u"report"_s, society);
        builder.claim(builder.event(u"lamp"_s, builder.kind(u"light"_s), u"2016"_s), society,
                      report);
        builder.actor(u"silent"_s);
        builder.event(u"unclaimed"_s, builder.kind(u"light"_s), u"2017"_s);
        const QString hint = datasetHint(query::Crossfilter(builder.build()), Look());
        QVERIFY(hint.contains(u"Lamps &lt;b&gt;&amp;&lt;/b&gt; lenses"));
        QVERIFY(hint.contains(u"Events: 2, of which 0 have been denied"));
        QVERIFY(hint.contains(u"by 1 claimants, in 1 sources"));
        QVERIFY(hint.contains(u"Version 1.2.0"));
        QVERIFY(!hint.contains(u"F8")); // no doubts, no way to them
        const query::Crossfilter none(events::Dataset::build({}));
        QVERIFY(!datasetHint(none, Look()).contains(u"Events:"));
    }

    void everyDenialOfADeniedEventIsShown()
    {
        const auto workspace = sampleWorkspace();
        const DetailCard card(workspace.get());
        const events::Dataset &dataset = workspace->dataset();
        for (events::Row row = 0; row < dataset.size(); ++row) {
            if (!dataset.columns().isDenied(row))
                continue;
            workspace->select(row);
            for (const events::Claim &claim : dataset.claimsOf(row)) {
                if (claim.stance != events::Stance::Denies)
                    continue;
                const QString name = dataset.actors()[claim.actor].name;
                const auto boxes = card.content()->boxes();
                QVERIFY(std::ranges::any_of(boxes, [&name](const CardBox *box) {
                    return plain(box).startsWith(name + u" denies"_s);
                }));
            }
        }
    }

    void claimsAndRepliesWeighTheSame()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        const auto boxes = card.content()->boxes();
        QCOMPARE(boxes.size(), std::size_t(2));
        QCOMPARE(boxes[0]->depth(), 0);
        QCOMPARE(boxes[1]->depth(), 1);
        QCOMPARE(boxes[0]->label()->font(), boxes[1]->label()->font());
        QCOMPARE(boxes[0]->label()->palette(), boxes[1]->label()->palette());
        QCOMPARE(boxes[0]->metaObject(), boxes[1]->metaObject());
    }

    void oneReplyToTwoClaimsIsOneBoxThatBothName()
    {
        workspace::Workspace workspace;
        workspace.setDataset(threadDataset());
        const DetailCard card(&workspace);
        workspace.select(rowOf(workspace, u"light"_s));
        const auto boxes = card.content()->boxes();
        QCOMPARE(boxes.size(), std::size_t(6));
        QVERIFY2(plain(boxes[1]).contains(u"In reply to 1 and 5"_s), qPrintable(plain(boxes[1])));
        QCOMPARE(plain(boxes[1]).count(u"The actor spoke."_s), 1);
        QVERIFY(plain(boxes[4]).contains(u"Also answered: ministry disputes, in 2"_s));
        QVERIFY(plain(boxes[3]).contains(u"Filed under letter"_s));
        QVERIFY(plain(boxes[5]).contains(u"repeats Page report, society"_s));
    }

    void sourcesTellPublisherDateHostAndLanguage()
    {
        const auto workspace = sampleWorkspace();
        const DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        const QString text = plain(card.content()->boxes().front());
        for (const QString &part :
             {u"Page report"_s, u"society"_s, u"1 June 2020"_s, u"example.org"_s, u"English"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void aSourceOpensNothingByItself()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        const QSignalSpy asked(&card, &DetailCard::linkActivated);
        CardBox *box = card.content()->boxes().front();
        QVERIFY(!box->label()->openExternalLinks());
        Q_EMIT box->label()->linkActivated(u"source:0"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toUrl(), QUrl(u"https://example.org/report"_s));
    }

    void wordsOfTheDatasetAreNoMarkup()
    {
        DatasetBuilder b;
        const events::Row actor = b.actor(u"<b>society</b>"_s);
        const events::Row source = b.source(u"<img src=x>"_s, actor);
        const events::Row event = b.event(u"<i>light</i>"_s, b.kind(u"opening"_s), u"2016"_s);
        b.tables().claims[b.claim(event, actor, source)].text = u"<table>&amp;"_s;
        workspace::Workspace workspace;
        workspace.setDataset(b.build());
        const DetailCard card(&workspace);
        workspace.select(0);
        const QString text = plain(card.content()->boxes().front());
        QVERIFY(text.startsWith(u"<b>society</b> states"_s));
        QVERIFY(text.contains(u"<table>&amp;"_s));
        QVERIFY(text.contains(u"Page <img src=x>"_s));
    }

    void severalSelectedAreAList()
    {
        const auto workspace = sampleWorkspace();
        const DetailCard card(workspace.get());
        workspace->change([](workspace::ViewState &next) {
            next.selection = {u"genoa"_s, u"apia"_s, u"last"_s};
        });
        const auto *list = card.findChild<QAbstractItemView *>();
        QVERIFY(list->isVisibleTo(&card));
        QCOMPARE(list->model()->rowCount(), 4);
        QCOMPARE(list->selectionModel()->selectedIndexes().size(), 3);
        QVERIFY(card.citation().isEmpty());
    }

    void leftAndRightGoFromEventToEvent()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        card.show();
        auto *scroll = card.findChild<QScrollArea *>();
        workspace->select(workspace->dataset().byTime().front());
        QTest::keyClick(scroll, Qt::Key_Right);
        QCOMPARE(workspace->selected(), std::optional(workspace->dataset().byTime()[1]));
        QTest::keyClick(scroll, Qt::Key_Left);
        QCOMPARE(workspace->selected(), std::optional(workspace->dataset().byTime()[0]));
        QTest::keyClick(scroll, Qt::Key_Left);
        QCOMPARE(workspace->selected(), std::optional(workspace->dataset().byTime()[0]));
    }

    void keysScroll()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        card.resize(280, 200);
        card.show();
        workspace->select(rowOf(*workspace, u"genoa"_s));
        auto *scroll = card.findChild<QScrollArea *>();
        QVERIFY(QTest::qWaitFor([&] { return scroll->verticalScrollBar()->maximum() > 0; }));
        QTest::keyClick(scroll, Qt::Key_End);
        QCOMPARE(scroll->verticalScrollBar()->value(), scroll->verticalScrollBar()->maximum());
        QTest::keyClick(scroll, Qt::Key_Home);
        QCOMPARE(scroll->verticalScrollBar()->value(), 0);
        QTest::keyClick(scroll, Qt::Key_Down);
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
    }

    void theCitationNamesClaimantAndDenial()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        card.copyCitation();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(u"society"_s));
        QVERIFY(text.contains(u"ministry"_s));
        QVERIFY(text.contains(u"denies"_s));
        QVERIFY(!text.contains(u'<'));
    }

    void relatedEventsAreLinks()
    {
        const auto workspace = sampleWorkspace();
        DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"genoa"_s));
        const QString text = shownText(card);
        QVERIFY(text.contains(u"Answered by"_s));
        const QString link = u"event:%1"_s.arg(rowOf(*workspace, u"inquiry"_s));
        QVERIFY(text.contains(link));
        Q_EMIT card.content()->boxes().front()->linkActivated(link);
        QCOMPARE(workspace->selected(), std::optional(rowOf(*workspace, u"inquiry"_s)));
    }

    void aLongThreadBeginsShort()
    {
        DatasetBuilder b;
        const events::Row actor = b.actor(u"society"_s);
        const events::Row source = b.source(u"report"_s, actor);
        const events::Row event = b.event(u"light"_s, b.kind(u"opening"_s), u"2016"_s);
        for (int i = 0; i < 100; ++i)
            b.tables().claims[b.claim(event, actor, source)].said
                = events::Edtf::parse(QString::number(1900 + i));
        workspace::Workspace workspace;
        workspace.setDataset(b.build());
        const DetailCard card(&workspace);
        workspace.select(0);
        QCOMPARE(card.content()->boxes().size(), panels::CardContent::shownAtFirst);
        QCOMPARE(card.content()->thread().size(), std::size_t(100));
    }

    void anotherDatasetEmptiesTheCard()
    {
        const auto workspace = sampleWorkspace();
        const DetailCard card(workspace.get());
        workspace->select(rowOf(*workspace, u"last"_s));
        workspace->setDataset(threadDataset());
        QVERIFY(shownText(card).contains(u"Click a symbol on the map"_s));
        workspace->select(rowOf(*workspace, u"light"_s));
        QCOMPARE(card.content()->boxes().size(), std::size_t(6));
    }
};

DATELINE_TEST(card, CardTest)

} // namespace dateline::tests

#include "tst_card.moc"
