// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/clock_button.h>
#include <timeline/lag.h>
#include <timeline/timeline_drawing.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QAction>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "timeline_window.h"

using namespace Qt::StringLiterals;

namespace dateline::timeline {

namespace {

using events::Edtf;
using workspace::Clock;

class LagTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysNoMoreThanTheDatesAllow_data();
    void saysNoMoreThanTheDatesAllow();
    void isDrawnForTheSelectedAndWhereWanted();
    void aLineIsNoSurerThanItsDates();
};

void LagTest::saysNoMoreThanTheDatesAllow_data()
{
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("reported");
    QTest::addColumn<QString>("phrase");
    const auto row
        = [](const char *name, const QString &happened, const QString &reported,
             const QString &phrase) { QTest::newRow(name) << happened << reported << phrase; };
    row("same day", u"2020-02-01"_s, u"2020-02-01"_s, u"the same day"_s);
    row("days", u"2020-02-01"_s, u"2020-02-04"_s, u"3 day(s) after"_s);
    row("month end", u"2020-01-31"_s, u"2020-02-29"_s, u"29 day(s) after"_s);
    row("months", u"2020-01-31"_s, u"2020-05-31"_s, u"4 month(s) after"_s);
    row("years", u"2020-02-01"_s, u"2022-05-03"_s, u"2 year(s) 3 month(s) after"_s);
    row("before", u"2022-05-03"_s, u"2020-05-03"_s, u"2 year(s) before"_s);
    row("of a year", u"2016"_s, u"2018-01-01"_s, u"1 year(s) to 2 year(s) after"_s);
    row("in one month", u"2016-05"_s, u"2016-05-31"_s, u"up to 30 day(s) after"_s);
    row("in one year", u"2016-05-01"_s, u"2016"_s,
        u"between 4 month(s) before and 7 month(s) after"_s);
    row("what lasts", u"2014/2019"_s, u"2020"_s,
        u"5 year(s) to 6 year(s) 11 month(s) after it began"_s);
    row("across year 1", u"-0001-06-01"_s, u"0001-06-01"_s, u"2 year(s) after"_s);
    row("open", u"../2019"_s, u"2020"_s, {});
}

void LagTest::saysNoMoreThanTheDatesAllow()
{
    QFETCH(QString, happened);
    QFETCH(QString, reported);
    QFETCH(QString, phrase);
    QCOMPARE(lagPhrase(Edtf::parse(happened).value(), Edtf::parse(reported).value(),
                       QLocale(QLocale::English)),
             phrase);
}

/// A lamp of 2016 that is told of in 2020, and nothing else.
std::shared_ptr<const events::Dataset> oneLamp(const QString &happened = u"2016-03-10"_s,
                                               const QString &said = u"2020-03-12"_s)
{
    tests::DatasetBuilder b;
    const events::Row society = b.actor(u"society"_s);
    b.claim(b.event(u"lamp"_s, b.kind(u"opening"_s), happened), society,
            b.source(u"page"_s, society));
    b.tables().claims.back().said = Edtf::parse(said);
    return b.build();
}

void LagTest::isDrawnForTheSelectedAndWhereWanted()
{
    tests::TimelineWindow window;
    window.workspace.setDataset(oneLamp());
    // A span with both ends of the line.
    window.workspace.change([](workspace::ViewState &next) {
        next.span = tests::TimelineWindow::span(u"2015/2021"_s);
    });
    const auto inked = [&window](auto draw) {
        const TimelinePicture &picture = window.canvas->picture();
        QImage image(window.canvas->size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        draw(painter, picture);
        painter.end();
        const double middle
            = picture.scale().toPixel(tests::TimelineWindow::span(u"2018-03"_s).from);
        return qAlpha(image.pixel(QPoint(int(middle), window.markOf(u"lamp"_s).y()))) > 0
            || qAlpha(image.pixel(QPoint(int(middle), window.markOf(u"lamp"_s).y() - 1))) > 0;
    };
    for (const Clock clock : {Clock::Happened, Clock::Said}) {
        window.workspace.change([clock](workspace::ViewState &next) {
            next.clock = clock;
            next.selection.clear();
        });
        QVERIFY(!inked(drawLags) && !inked(drawSelection));
        window.workspace.select(window.row(u"lamp"_s));
        QVERIFY(inked(drawSelection) && !inked(drawLags));
        QVERIFY(QTest::qWaitFor([&window] { return !window.canvas->isMoving(); }));
        const QImage without = window.canvas->grab().toImage();
        window.canvas->clockButton()->lagAction()->trigger();
        QVERIFY(inked(drawLags));
        window.workspace.select(std::nullopt);
        const QImage alone = window.canvas->grab().toImage();
        window.canvas->clockButton()->lagAction()->trigger();
        QVERIFY(window.canvas->grab().toImage() != alone);
        window.workspace.select(window.row(u"lamp"_s));
        QCOMPARE(window.canvas->grab().toImage(), without);
        const QString text = window.canvas->toolTipAt(window.markOf(u"lamp"_s));
        QVERIFY2(text.contains(u"4 year(s)"_s) && text.contains(u"12 March 2020"_s),
                 qPrintable(text));
    }
}

/// What is dated to a month, or is not known to have ended, has no line to a day of it.
void LagTest::aLineIsNoSurerThanItsDates()
{
    tests::TimelineWindow window;
    // Whether a line is drawn at a date, within a month.
    const auto inkAt = [&window](const QString &date) {
        const TimelinePicture &picture = window.canvas->picture();
        QImage image(window.canvas->size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        const auto mark
            = picture.scene().find(window.row(u"lamp"_s), picture.dates(), picture.scale());
        drawLag(painter, picture, mark.value());
        painter.end();
        const int x = int(picture.scale().toPixel(tests::TimelineWindow::span(date).from));
        for (int dx = -3; dx <= 3; ++dx) {
            for (int y = 0; y < image.height(); ++y) {
                if (qAlpha(image.pixel(x + dx, y)) > 0)
                    return true;
            }
        }
        return false;
    };
    const auto show = [&window](const QString &happened, const QString &said) {
        window.workspace.setDataset(oneLamp(happened, said));
        window.workspace.change([](workspace::ViewState &next) {
            next.span = tests::TimelineWindow::span(u"2015/2024"_s);
        });
    };
    show(u"2016-03-10"_s, u"2019/.."_s); // said in 2019, and ever since
    QVERIFY(inkAt(u"2018-03"_s) && inkAt(u"2019-06"_s));
    QVERIFY(!inkAt(u"2020-06"_s) && !inkAt(u"2023-06"_s));
    show(u"2022-10-26"_s, u"2022-10"_s);
    for (const QString &date : {u"2022-10"_s, u"2022-10-16"_s, u"2022-11"_s})
        QVERIFY(!inkAt(date));
    show(u"2022-10-26"_s, u"2016"_s); // before it happened
    QVERIFY(inkAt(u"2020-03"_s) && inkAt(u"2016-06"_s) && !inkAt(u"2015-06"_s));
}

} // namespace

DATELINE_TEST(lag, LagTest)

} // namespace dateline::timeline

#include "tst_lag.moc"
