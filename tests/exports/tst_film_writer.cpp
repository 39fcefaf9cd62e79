// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/film_writer.h>

#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline::exports {

/// Films, with a program in the place of ffmpeg that keeps what it is given.
class FilmWriterTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formatsAreToldByTheName();
    void theProgramGetsEveryPixel();
    void framesAreNumberedPictures();
    void unfinishedFilmsLeaveNothing();
    void faultsAreTold();

private:
    QString program(const QString &name, const QByteArray &script);
    static QImage frame(QRgb colour);
    static FilmSheet sheet() { return {{6, 4}, 25, u"Lamps"_s, u"According to A"_s}; }
    [[nodiscard]] QStringList left() const;

    QTemporaryDir m_folder;
    QTemporaryDir m_programs;
    QString m_recorder;
};

void FilmWriterTest::initTestCase()
{
    // The last argument is the file; the arguments go beside the program.
    m_recorder = program(u"recorder"_s,
                         "#!/bin/sh\nfor last; do :; done\nprintf '%s\\n' \"$@\" > \"$0.args\"\n"
                         "cat > \"$last\"\n");
}

QString FilmWriterTest::program(const QString &name, const QByteArray &script)
{
    const QString path = m_programs.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        qFatal("no place for a script");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

QImage FilmWriterTest::frame(QRgb colour)
{
    QImage image(6, 4, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

QStringList FilmWriterTest::left() const
{
    return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void FilmWriterTest::formatsAreToldByTheName()
{
    QCOMPARE(filmFormatFor(u"a.webm"_s), std::optional(FilmFormat::Webm));
    QCOMPARE(filmFormatFor(u"a.MP4"_s), std::optional(FilmFormat::Mp4));
    QCOMPARE(filmFormatFor(u"a.gif"_s), std::optional(FilmFormat::Gif));
    QCOMPARE(filmFormatFor(u"frames/"_s), std::optional(FilmFormat::Frames));
    QCOMPARE(filmFormatFor(m_folder.path()), std::optional(FilmFormat::Frames));
    QCOMPARE(filmFormatFor(u"a.avi"_s), std::nullopt);
    QCOMPARE(filmFormatFor({}), std::nullopt);
}

void FilmWriterTest::theProgramGetsEveryPixel()
{
    for (const QString &ending : {u"webm"_s, u"mp4"_s, u"gif"_s}) {
        const QString name = m_folder.filePath(u"film."_s + ending);
        QFile before(name);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("old") == 3);
        before.close();
        QString fault;
        const auto writer = filmWriter(name, sheet(), fault, m_recorder);
        QVERIFY2(writer, qPrintable(fault));
        QByteArray expected;
        for (const QRgb colour : {0xff102030U, 0xffa0b0c0U, 0xff000000U}) {
            QCOMPARE(writer->add(frame(colour)), std::nullopt);
            for (int i = 0; i < 24; ++i)
                expected += QByteArray()
                                .append(char(qRed(colour)))
                                .append(char(qGreen(colour)))
                                .append(char(qBlue(colour)));
        }
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), "old");
        QCOMPARE(writer->finish([] { return true; }), std::nullopt);
        QFile film(name);
        QVERIFY(film.open(QIODevice::ReadOnly));
        QCOMPARE(film.readAll(), expected);
        QFile arguments(m_recorder + u".args"_s);
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const QStringList words = QString::fromUtf8(arguments.readAll()).split(u'\n');
        QVERIFY(words.contains(u"6x4"_s) && words.contains(u"25"_s) && words.contains(ending));
        QVERIFY(words.contains(u"title=Lamps"_s) && words.contains(u"comment=According to A"_s));
        QCOMPARE(left(), QStringList(u"film."_s + ending));
        QVERIFY(film.remove());
    }
}

void FilmWriterTest::framesAreNumberedPictures()
{
    const QString name = m_folder.filePath(u"frames/"_s);
    for (const bool exists : {false, true}) {
        if (exists)
            QVERIFY(QDir().mkdir(name));
        QString fault;
        const auto writer = filmWriter(name, sheet(), fault, u"/no/ffmpeg/needed"_s);
        QVERIFY2(writer, qPrintable(fault));
        for (const QRgb colour : {0xff102030U, 0xffa0b0c0U})
            QCOMPARE(writer->add(frame(colour)), std::nullopt);
        QCOMPARE(writer->finish([] { return true; }), std::nullopt);
        QCOMPARE(QDir(name).entryList(QDir::Files),
                 (QStringList{u"frame-00001.png"_s, u"frame-00002.png"_s}));
        QCOMPARE(QImage(name + u"frame-00002.png"_s).pixel(3, 3), 0xffa0b0c0U);
        QCOMPARE(left(), QStringList(u"frames"_s));
        QString taken;
        QVERIFY(!filmWriter(name, sheet(), taken));
        QVERIFY2(taken.contains(u"not an empty folder"), qPrintable(taken));
        QVERIFY(QDir(name).removeRecursively());
    }
}

void FilmWriterTest::unfinishedFilmsLeaveNothing()
{
    const QString endless = program(u"endless"_s,
                                    "#!/bin/sh\nfor last; do :; done\n"
                                    "echo begun > \"$last\"\nexec sleep 600\n");
    for (const QString &name : {u"a.webm"_s, u"a.gif"_s, u"frames/"_s}) {
        for (const QString &program : {m_recorder, endless}) {
            QString fault;
            auto writer = filmWriter(m_folder.filePath(name), sheet(), fault, program);
            QVERIFY2(writer, qPrintable(fault));
            QCOMPARE(writer->add(frame(0xff102030U)), std::nullopt);
            if (program == endless && name != u"frames/")
                QCOMPARE(writer->finish([] { return false; }), std::nullopt);
            writer.reset();
            QCOMPARE(left(), QStringList());
        }
    }
}

void FilmWriterTest::faultsAreTold()
{
    QString fault;
    QVERIFY(!filmWriter(u"a.avi"_s, sheet(), fault));
    QVERIFY(fault.contains(u".webm, .mp4 or .gif"));
    FilmSheet odd = sheet();
    odd.size = {7, 4};
    QVERIFY(!filmWriter(m_folder.filePath(u"a.mp4"_s), odd, fault, m_recorder));
    QVERIFY(fault.contains(u"even"));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_folder.path().toLocal8Bit());
    QVERIFY(!filmWriter(m_folder.filePath(u"a.mp4"_s), sheet(), fault));
    qputenv("PATH", path);
    QVERIFY(fault.contains(u"apt install ffmpeg"));
    fault.clear();
    QVERIFY(!filmWriter(u"/nowhere/a.mp4"_s, sheet(), fault, m_recorder));
    QVERIFY(fault.contains(u"/nowhere/a.mp4"));
    QVERIFY(!filmWriter(u"/nowhere/frames/"_s, sheet(), fault));
    QVERIFY(fault.contains(u"/nowhere/frames"));

    const QString broken
        = program(u"broken"_s, "#!/bin/sh\ncat > /dev/null\necho no such codec >&2\nexit 1\n");
    fault.clear();
    auto writer = filmWriter(m_folder.filePath(u"a.mp4"_s), sheet(), fault, broken);
    QVERIFY(writer);
    QCOMPARE(writer->add(frame(0xff102030U)), std::nullopt);
    const auto said = writer->finish([] { return true; });
    QVERIFY(said && said->contains(u"no such codec"));
    writer.reset();
    QCOMPARE(left(), QStringList());
}

} // namespace dateline::exports

DATELINE_TEST(film_writer, dateline::exports::FilmWriterTest)

#include "tst_film_writer.moc"
