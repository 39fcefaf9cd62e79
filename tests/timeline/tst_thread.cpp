// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/thread.h>
#include <timeline/timeline_drawing.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QImage>
#include <QPainter>
#include <QTest>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

using events::RelationKind;
using events::Row;

/// A lamp that is reported, denied in a statement, inquired into; the inquiry leads to a verdict.
/// It is part of a report, as another lamp is. `aside` answers a claim of the lamp by its own claim
/// alone.
std::shared_ptr<const events::Dataset> reportedLamp()
{
    tests::DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"visit"_s);
    const Row society = b.actor(u"society"_s);
    const Row page = b.source(u"page"_s, society);
    Row lampClaim = 0;
    for (const QString &id : {u"lamp"_s, u"denial"_s, u"inquiry"_s, u"verdict"_s, u"report"_s,
                              u"other-lamp"_s, u"stranger"_s}) {
        const Row claim = b.claim(b.event(id, kind, u"2019-03-10"_s), society, page);
        lampClaim = id == u"lamp"_s ? claim : lampClaim;
    }
    b.claim(b.event(u"aside"_s, kind, u"2020"_s), society, page, events::Stance::Disputes,
            lampClaim);
    // Relations name rows of the tables, in the order above.
    b.tables().relations = {{1, 0, RelationKind::Answers},
                            {2, 0, RelationKind::Answers},
                            {2, 3, RelationKind::LeadsTo},
                            {0, 4, RelationKind::PartOf},
                            {5, 4, RelationKind::PartOf}};
    return b.build();
}

/// The links of a thread in words, in an order of their own: "lamp>denial", "report:lamp" for a
/// part.
QStringList wordsOf(const events::Dataset &dataset, const QString &event)
{
    const std::vector<ThreadLink> thread
        = threadOf(threadLinks(dataset), dataset.eventRow(event).value());
    QStringList words;
    for (const ThreadLink &link : thread) {
        words.append(dataset.columns().id.at(link.from) + (link.isPart ? u':' : u'>')
                     + dataset.columns().id.at(link.to));
    }
    words.sort();
    return words;
}

class ThreadTest : public dateline::tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void runsFromTheClaimToItsOutcome();
    void noClaimWithoutItsDenial();
    void partsBelongToWhatIsSelectedAlone();
    void circlesEnd();
    void denialsAreTold();
    void linksOutOfSightLeave();
    void isDrawnWithTheSelection();
};

void ThreadTest::runsFromTheClaimToItsOutcome()
{
    const auto dataset = reportedLamp();
    const QStringList steps{u"inquiry>verdict"_s, u"lamp>aside"_s, u"lamp>denial"_s,
                            u"lamp>inquiry"_s};
    QCOMPARE(wordsOf(*dataset, u"lamp"_s), steps + QStringList{u"report:lamp"_s});
    QCOMPARE(wordsOf(*dataset, u"stranger"_s), QStringList());
}

void ThreadTest::noClaimWithoutItsDenial()
{
    const auto dataset = reportedLamp();
    for (const QString &id : {u"verdict"_s, u"inquiry"_s, u"denial"_s}) {
        QStringList words = wordsOf(*dataset, id);
        QVERIFY(words.contains(u"lamp>denial"_s) && words.contains(u"lamp>inquiry"_s));
        QVERIFY(words.contains(u"lamp>aside"_s));
        QCOMPARE(words.removeDuplicates(), 0);
    }
    // A denial did not lead to the verdict; the inquiry did.
    QVERIFY(!wordsOf(*dataset, u"denial"_s).contains(u"inquiry>verdict"_s));
    QVERIFY(wordsOf(*dataset, u"verdict"_s).contains(u"inquiry>verdict"_s));
}

void ThreadTest::partsBelongToWhatIsSelectedAlone()
{
    const auto dataset = reportedLamp();
    QCOMPARE(wordsOf(*dataset, u"report"_s),
             (QStringList{u"report:lamp"_s, u"report:other-lamp"_s}));
    QVERIFY(!wordsOf(*dataset, u"inquiry"_s).contains(u"report:lamp"_s));
}

void ThreadTest::circlesEnd()
{
    const ThreadLinks circle({{0, 1}, {1, 2}, {2, 0}, {3, 4}, {0, 1}});
    for (const Row row : {0U, 1U, 2U})
        QCOMPARE(threadOf(circle, row), (std::vector<ThreadLink>{{0, 1}, {1, 2}, {2, 0}}));
}

/// A denial is known by its claim, or by the claim that it is filed as with what it denies.
void ThreadTest::denialsAreTold()
{
    tests::DatasetBuilder b;
    const std::uint16_t kind = b.kind(u"visit"_s);
    const Row society = b.actor(u"society"_s);
    const Row board = b.actor(u"board"_s);
    const Row page = b.source(u"page"_s, society);
    const Row lamp = b.event(u"lamp"_s, kind, u"2019"_s);
    const Row stated = b.claim(lamp, society, page);
    b.claim(lamp, board, page, events::Stance::Denies, stated);
    b.claim(b.event(u"conference"_s, kind, u"2020"_s), board, page);
    b.claim(b.event(u"inquiry"_s, kind, u"2020"_s), society, page);
    b.claim(b.event(u"letter"_s, kind, u"2021"_s), society, page, events::Stance::Denies, stated);
    const Row order = b.event(u"order"_s, kind, u"2021"_s);
    b.claim(order, society, page, events::Stance::Closes, stated);
    b.claim(order, board, page); // speaks in it, but it is not theirs
    b.tables().relations = {{1, 0, RelationKind::Answers},
                            {2, 0, RelationKind::Answers},
                            {order, 0, RelationKind::Supersedes}};
    const auto dataset = b.build();
    QStringList denials;
    for (const ThreadLink &link : threadLinks(*dataset).onward) {
        if (link.isDenial)
            denials.append(dataset->columns().id.at(link.to));
    }
    denials.sort();
    QCOMPARE(denials, (QStringList{u"conference"_s, u"letter"_s}));
    // Two links between the same events are one, and no denial is lost by that.
    QCOMPARE(ThreadLinks({{0, 1}, {0, 1, false, true}}).onward,
             (std::vector<ThreadLink>{{0, 1, false, true}}));
}

void ThreadTest::linksOutOfSightLeave()
{
    const std::vector<ThreadLink> thread{{0, 1}, {0, 2}, {0, 3, false, true},
                                         {4, 0}, {0, 5}, {2, 3}};
    const auto placeOf = [](Row row) {
        switch (row) {
        case 0:
        case 1:
            return ThreadPlace::Shown;
        case 4:
            return ThreadPlace::Earlier;
        case 5:
            return ThreadPlace::Missing;
        default:
            return ThreadPlace::Later;
        }
    };
    QCOMPARE(exitsOf(thread, placeOf),
             (std::vector<ThreadExit>{{0, false, false, 1}, {0, true, false, 2}}));
    QVERIFY(exitsOf({}, placeOf).empty());

    tests::TimelineWindow window;
    window.workspace.setDataset(reportedLamp());
    window.workspace.select(window.row(u"lamp"_s));
    window.workspace.change([](workspace::ViewState &next) {
        next.span = tests::TimelineWindow::span(u"2019"_s); // without aside, of 2020
    });
    const TimelinePicture &picture = window.canvas->picture();
    QImage image(window.canvas->size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawSelection(painter, picture);
    painter.end();
    const int edge = int(picture.layout().lanes.right()) - 3;
    QVERIFY(qAlpha(image.pixel(edge, window.markOf(u"lamp"_s).y())) > 0);
}

void ThreadTest::isDrawnWithTheSelection()
{
    tests::TimelineWindow window;
    window.workspace.setDataset(reportedLamp());
    // Whether the selection leaves anything on the upper edge of the ring around `aside`.
    const auto isAsideJoined = [&window] {
        const TimelinePicture &picture = window.canvas->picture();
        QImage image(window.canvas->size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawSelection(painter, picture);
        painter.end();
        const QPoint edge
            = window.markOf(u"aside"_s) - QPoint(0, int(picture.scene().metrics.symbol / 2 + 1.5));
        return qAlpha(image.pixel(edge)) > 0;
    };
    QVERIFY(window.canvas->picture().thread().empty());
    QVERIFY(!isAsideJoined());
    window.workspace.select(window.row(u"lamp"_s));
    QCOMPARE(window.canvas->picture().thread().size(), 5U);
    QVERIFY(isAsideJoined());
    window.workspace.select(window.row(u"stranger"_s));
    QVERIFY(window.canvas->picture().thread().empty());
    QVERIFY(!isAsideJoined());
    window.workspace.undo();
    QVERIFY(isAsideJoined());
    window.workspace.setDataset(tests::sampleDataset());
    QVERIFY(window.canvas->picture().thread().empty());
}

} // namespace

DATELINE_TEST(thread, ThreadTest)

} // namespace dateline::timeline

#include "tst_thread.moc"
