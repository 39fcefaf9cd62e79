// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/command_line.h>
#include <shell/page_dialog.h>

#include <support/test_main.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::tests {

using shell::PageDialog;

/// Export from the window: the dialog runs the real program on the bundled dataset.
class PageDialogTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePageAndWritesIt();
    void aPageTooSmallCannotBeExported();
    void aFilmTellsHowFarItIsAndCanBeCancelled();
    void whatCannotBeWrittenIsTold();
    void everyControlOfItHasAName();
    void itPlaysAsTheWindowDoes();

private:
    static constexpr int patience = 60'000;

    static shell::PageSource source()
    {
        shell::PageSource source;
        source.program = QStringLiteral(DATELINE_PROGRAM);
        source.dataset = QStringLiteral(DATELINE_SOURCE_DIR "/data/overseas-stations");
        source.view.filters.chosen[0] = {u"station"_s};
        source.theme = workspace::Theme::Night;
        return source;
    }
    static QPushButton *exportButton(const PageDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(u"export"_s);
    }
    static QPixmap preview(const PageDialog &dialog)
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->accessibleName() == u"Preview")
                return label->pixmap();
        return {};
    }
    static void set(const PageDialog &dialog, const QString &name, int value)
    {
        for (QSpinBox *box : dialog.findChildren<QSpinBox *>())
            if (box->accessibleName() == name)
                box->setValue(value);
        for (QDoubleSpinBox *box : dialog.findChildren<QDoubleSpinBox *>())
            if (box->accessibleName() == name)
                box->setValue(value);
    }
    /// What the command line takes the settings for.
    static shell::CommandLine asked(const PageDialog &dialog, const QString &command,
                                    const QString &output)
    {
        const shell::CommandLineResult result = shell::readCommandLine(
            QStringList{u"dateline"_s, command, u"folder"_s, u"-o"_s, output} + dialog.options());
        if (!result.error.isEmpty())
            qFatal("%s", qPrintable(result.error));
        return result.line;
    }
};

void PageDialogTest::showsThePageAndWritesIt()
{
    const QTemporaryDir folder;
    auto *dialog = new PageDialog(PageDialog::Product::Figure, source());
    dialog->show();
    QSignalSpy previewed(dialog, &PageDialog::previewed);
    QVERIFY(!exportButton(*dialog)->isEnabled());
    QVERIFY(previewed.wait(patience));
    QVERIFY(exportButton(*dialog)->isEnabled());
    const QColor ground(0x22272E); // of the night theme
    QCOMPARE(preview(*dialog).toImage().pixelColor(2, 2), ground);

    dialog->findChild<QComboBox *>()->setCurrentIndex(2); // PNG
    set(*dialog, u"Width"_s, 1000);
    set(*dialog, u"Dots per inch"_s, 192);
    QVERIFY(previewed.wait(patience));
    QSignalSpy finished(dialog, &QDialog::finished);
    const QString file = folder.filePath(u"figure.png"_s);
    QElapsedTimer elapsed;
    elapsed.start();
    dialog->exportTo(file);
    QVERIFY(elapsed.elapsed() < 200); // the work is not done here
    QVERIFY(finished.wait(patience));
    QCOMPARE(finished.first().first().toInt(), int(QDialog::Accepted));
    const QImage image(file);
    QCOMPARE(image.size(), QSize(2000, 2400));
    QVERIFY(image.text(u"Description"_s).contains(u"79 of 253 events"));
}

void PageDialogTest::aPageTooSmallCannotBeExported()
{
    PageDialog dialog(PageDialog::Product::Figure, source());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    set(dialog, u"Height"_s, 320);
    QSignalSpy previewed(&dialog, &PageDialog::previewed);
    QVERIFY(previewed.wait(patience));
    QVERIFY(!exportButton(dialog)->isEnabled());
    QVERIFY(preview(dialog).isNull());
    bool isTold = false;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        isTold = isTold || label->text().contains(u"takes a height of");
    QVERIFY(isTold);
    set(dialog, u"Height"_s, 1200);
    QVERIFY(previewed.wait(patience));
    QVERIFY(exportButton(dialog)->isEnabled());
}

void PageDialogTest::aFilmTellsHowFarItIsAndCanBeCancelled()
{
    const QTemporaryDir folder;
    PageDialog dialog(PageDialog::Product::Film, source());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto *progress = dialog.findChild<QProgressBar *>();
    QVERIFY(!progress->isVisible());
    dialog.exportTo(folder.filePath(u"frames/"_s));
    QVERIFY(progress->isVisible());
    QVERIFY(QTest::qWaitFor(
        [progress] { return progress->maximum() == 100 && progress->value() >= 1; }, patience));
    dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(dialog.isVisible());
    QVERIFY(!progress->isVisible());
    QVERIFY(QTest::qWaitFor([&folder] { return QDir(folder.path()).isEmpty(); }, patience));

    set(dialog, u"Days a second"_s, 2000);
    set(dialog, u"Frames a second"_s, 1);
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.exportTo(folder.filePath(u"frames/"_s));
    QVERIFY(finished.wait(patience));
    QVERIFY(QFile::exists(folder.filePath(u"frames/frame-00002.png"_s)));
}

void PageDialogTest::whatCannotBeWrittenIsTold()
{
    PageDialog dialog(PageDialog::Product::Figure, source());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.exportTo(u"/nowhere/a.pdf"_s);
    const auto isTold = [&dialog] {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->text().contains(u"/nowhere/a.pdf"))
                return true;
        return false;
    };
    QVERIFY(QTest::qWaitFor(isTold, patience));
    QVERIFY(dialog.isVisible());

    shell::PageSource broken = source();
    broken.program = u"/nowhere/dateline"_s;
    PageDialog without(PageDialog::Product::Figure, broken);
    without.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy previewed(&without, &PageDialog::previewed);
    QVERIFY(previewed.wait(patience));
    QVERIFY(!exportButton(without)->isEnabled());
}

void PageDialogTest::everyControlOfItHasAName()
{
    for (const auto product : {PageDialog::Product::Figure, PageDialog::Product::Film}) {
        PageDialog dialog(product, source());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        for (const QSpinBox *box : dialog.findChildren<QSpinBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        for (const QDoubleSpinBox *box : dialog.findChildren<QDoubleSpinBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        for (const QComboBox *box : dialog.findChildren<QComboBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        for (const QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
            QVERIFY(!button->text().isEmpty());
    }
}

void PageDialogTest::itPlaysAsTheWindowDoes()
{
    shell::PageSource played = source();
    played.play.daysPerSecond = 2 * workspace::daysOf(workspace::StepUnit::Month); // 60.87375
    played.play.stops = false;
    played.play.breaks = false;
    played.width = 45 * events::millisecondsPerDay + 12'345;
    using workspace::PlayMode;
    for (const PlayMode mode : {PlayMode::Cumulative, PlayMode::Moving, PlayMode::Point}) {
        played.mode = mode;
        const PageDialog figure(PageDialog::Product::Figure, played);
        const PageDialog film(PageDialog::Product::Film, played);
        for (const shell::CommandLine &line :
             {asked(figure, u"figure"_s, u"a.png"_s), asked(film, u"film"_s, u"frames/"_s)}) {
            QCOMPARE(line.mode, std::optional(mode));
            QCOMPARE(line.playWidth, std::optional(played.width));
            QVERIFY(line.daysPerSecond == played.play.daysPerSecond); // to the last bit
            QVERIFY(!line.breaks);
        }
        QVERIFY(!asked(film, u"film"_s, u"frames/"_s).stops);
        QCOMPARE(asked(film, u"film"_s, u"frames/"_s).framesPerSecond, 30.0);
    }
    const PageDialog usual(PageDialog::Product::Film, source());
    QVERIFY(asked(usual, u"film"_s, u"frames/"_s).stops);
    QVERIFY(asked(usual, u"film"_s, u"frames/"_s).breaks);

    // What is set there goes before what the window does.
    const PageDialog changed(PageDialog::Product::Film, played);
    set(changed, u"Days a second"_s, 75);
    for (QComboBox *box : changed.findChildren<QComboBox *>())
        if (box->accessibleName() == u"Mode")
            box->setCurrentIndex(1);
    QCOMPARE(asked(changed, u"film"_s, u"frames/"_s).daysPerSecond, std::optional(75.0));
    QCOMPARE(asked(changed, u"film"_s, u"frames/"_s).mode, std::optional(PlayMode::Moving));
}

} // namespace dateline::tests

DATELINE_TEST(page_dialog, dateline::tests::PageDialogTest)

#include "tst_page_dialog.moc"
