// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/film_writer.h>
#include <exports/gif_comment.h>

#include <support/test_main.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
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
    void theCaptionIsInTheMetadata();
    void aGifGetsItsPaletteWithoutItsFramesInMemory();
    void framesAreNumberedPictures();
    void unfinishedFilmsLeaveNothing();
    void faultsAreTold();

private:
    QString program(const QString &name, const QByteArray &script);
    static QImage frame(QRgb colour);
    static FilmSheet sheet()
    {
        FilmSheet sheet{{6, 4}, 25, {}};
        sheet.caption = {u"Lamps, version 2.1"_s, u"3 of 9 events, in Chad"_s, u"According to A."_s,
                         u"1 not on the map"_s, u"Made on 2026-11-23."_s};
        return sheet;
    }
    [[nodiscard]] QStringList left() const;
    /// A film of three frames by the recorder; `pixels` becomes all of theirs.
    void makeFilm(const QString &name, QByteArray &pixels);
    /// The arguments of the recorder's runs, the last one last; forgets them.
    [[nodiscard]] std::vector<QStringList> runs() const;
    static QByteArray contentOf(const QString &name);

    QTemporaryDir m_folder;
    QTemporaryDir m_programs;
    QString m_recorder;
};

void FilmWriterTest::initTestCase()
{
    // The last argument is the file. It gets what the first input holds: as a GIF when it becomes
    // one, which takes a palette, that has its own run. The arguments go beside the program.
    m_recorder = program(u"recorder"_s, R"SCRIPT(#!/bin/sh
printf '%s\0' "$@" end-of-run >> "$0.args"
input= palette= previous=
for last; do
    [ "$previous" != -i ] || [ -n "$input" ] || input=$last
    case $last in *.png) palette=$last ;; esac
    previous=$last
done
if [ "$input" = pipe:0 ]; then
    exec cat > "$last"
elif [ "$palette" = "$last" ]; then
    cp "$input" "$last"
else
    cmp "$input" "$palette" && { printf GIF89a; cat "$input"; printf ';'; } > "$last"
fi
)SCRIPT");
}

QByteArray FilmWriterTest::contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

std::vector<QStringList> FilmWriterTest::runs() const
{
    std::vector<QStringList> runs(1);
    for (const QByteArray &word : contentOf(m_recorder + u".args"_s).split('\0')) {
        if (word == "end-of-run")
            runs.emplace_back();
        else
            runs.back().append(QString::fromUtf8(word));
    }
    runs.pop_back();
    QFile::remove(m_recorder + u".args"_s);
    return runs;
}

void FilmWriterTest::makeFilm(const QString &name, QByteArray &pixels)
{
    QString fault;
    const auto writer = filmWriter(name, sheet(), fault, m_recorder);
    QVERIFY2(writer, qPrintable(fault));
    for (const QRgb colour : {0xff102030U, 0xffa0b0c0U, 0xff000000U}) {
        QCOMPARE(writer->add(frame(colour)), std::nullopt);
        for (int i = 0; i < 24; ++i)
            pixels += QByteArray()
                          .append(char(qRed(colour)))
                          .append(char(qGreen(colour)))
                          .append(char(qBlue(colour)));
    }
    if (QFileInfo::exists(name))
        QCOMPARE(contentOf(name), "old");
    QCOMPARE(writer->finish([] { return true; }), std::nullopt);
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
        QByteArray pixels;
        makeFilm(name, pixels);
        const QByteArray film = contentOf(name);
        QVERIFY(ending == u"gif" ? film.startsWith("GIF89a" + pixels) : film == pixels);
        const std::vector<QStringList> told = runs();
        QVERIFY(told.front().contains(u"6x4"_s) && told.front().contains(u"25"_s));
        QVERIFY(told.back().contains(ending));
        QCOMPARE(left(), QStringList(u"film."_s + ending));
        QVERIFY(QFile::remove(name));
    }
}

void FilmWriterTest::theCaptionIsInTheMetadata()
{
    const QString caption = u"3 of 9 events, in Chad\nAccording to A.\n1 not on the map\n"
                            "Made on 2026-11-23."_s;
    QByteArray pixels;
    for (const QString &ending : {u"webm"_s, u"mp4"_s}) {
        const QString name = m_folder.filePath(u"film."_s + ending);
        makeFilm(name, pixels);
        const QStringList words = runs().front();
        for (const QString &word : {u"title=Lamps, version 2.1"_s,
                                    u"copyright=Lamps, version 2.1"_s, u"comment="_s + caption})
            QVERIFY2(words.contains(word), qPrintable(word));
        QVERIFY(QFile::remove(name));
    }

    const QString name = m_folder.filePath(u"film.gif"_s);
    makeFilm(name, pixels);
    QCOMPARE(runs().size(), std::size_t(3));
    const QByteArray comment = ("Lamps, version 2.1\n"_L1 + caption).toUtf8();
    QVERIFY2(contentOf(name).endsWith("\x21\xFE" + QByteArray(1, char(comment.size())) + comment
                                      + QByteArray(1, '\0') + ';'),
             contentOf(name).constData());
    // A comment is in blocks of at most 255 bytes.
    const QByteArray before = contentOf(name);
    QCOMPARE(addGifComment(name, QString(300, u'x')), std::nullopt);
    QCOMPARE(contentOf(name),
             before.chopped(1) + "\x21\xFE\xFF" + QByteArray(255, 'x') + '\x2D'
                 + QByteArray(45, 'x') + QByteArray(1, '\0') + ';');
    QVERIFY(QFile::remove(name));
    QVERIFY(addGifComment(m_recorder, u"x"_s).has_value());
    QVERIFY(addGifComment(name, u"x"_s).has_value());
    QCOMPARE(left(), QStringList());
}

void FilmWriterTest::aGifGetsItsPaletteWithoutItsFramesInMemory()
{
    QByteArray pixels;
    makeFilm(m_folder.filePath(u"film.gif"_s), pixels);
    const std::vector<QStringList> told = runs();
    QCOMPARE(told.size(), std::size_t(3));
    // A run that makes the palette, which is known at the end only, and does anything else with the
    // frames keeps all of them until then.
    for (const QStringList &words : told) {
        const QString all = words.join(u' ');
        const bool makesPalette = all.contains(u"palettegen"_s);
        QVERIFY2(!makesPalette || !(all.contains(u"paletteuse"_s) || all.contains(u"split"_s)),
                 qPrintable(all));
        QVERIFY2(!makesPalette || !words.contains(u"pipe:0"_s), qPrintable(all));
    }
    QVERIFY(told.at(1).join(u' ').contains(u"palettegen"_s));
    QVERIFY(told.at(2).join(u' ').contains(u"paletteuse"_s));
    QCOMPARE(left(), QStringList(u"film.gif"_s));
    QVERIFY(QFile::remove(m_folder.filePath(u"film.gif"_s)));
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
