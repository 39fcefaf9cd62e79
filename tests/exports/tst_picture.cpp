// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/picture_export.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// How many pixels of the rows [top, bottom) differ from `ground`.
int inked(const QImage &image, int top, int bottom, QRgb ground)
{
    int count = 0;
    for (int y = top; y < bottom; ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != ground;
    }
    return count;
}

QImage plainPicture(int width, int height, qreal ratio = 1)
{
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

class PictureTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void captionNamesClaimantsAndDenials();
    void captionFollowsTheFilter();
    void captionStandsBelowThePicture();
    void narrowPicturesWrapTheCaption();
    void devicePixelsAreKept();
    void fileCarriesTheCaption();
    void faultsAreTold();

private:
    [[nodiscard]] exports::PictureCaption sampleCaption();
    workspace::Workspace m_workspace;
};

exports::PictureCaption PictureTest::sampleCaption()
{
    m_workspace.setDataset(tests::sampleDataset());
    return exports::captionFor(m_workspace, QDate(2026, 11, 23));
}

void PictureTest::captionNamesClaimantsAndDenials()
{
    const exports::PictureCaption caption = sampleCaption();
    QCOMPARE(caption.dataset, u"Lighthouses, version 1.0.0 (CC-BY-4.0)"_s);
    QVERIFY(caption.claimants.startsWith(u"According to society (12), ministry (3), paper (2)."));
    QVERIFY(caption.claimants.contains(u"Denied or disputed by "));
    QVERIFY(caption.claimants.contains(u"ministry (1)"));
    QVERIFY(caption.remainder.contains(u"9 in cities + 2 by country only + 1 not on the map = 12"));
    QVERIFY(caption.remainder.contains(u"Lamps:"));
    QVERIFY(caption.made.contains(u"2026-11-23"));
}

void PictureTest::captionFollowsTheFilter()
{
    const exports::PictureCaption all = sampleCaption();
    m_workspace.change([](workspace::ViewState &state) {
        state.filters.choose(query::Facet::Country, {u"FR"_s});
    });
    const exports::PictureCaption france = exports::captionFor(m_workspace, QDate(2026, 11, 23));
    QVERIFY(france.filter != all.filter);
    QVERIFY(france.remainder.contains(u"0 in cities + 2 by country only"));
    QVERIFY(!france.claimants.contains(u"paper"));
}

void PictureTest::captionStandsBelowThePicture()
{
    const workspace::Palette palette = workspace::paletteOf(workspace::Theme::Paper);
    const QImage result = exports::withCaption(plainPicture(800, 300), sampleCaption(), palette);
    QCOMPARE(result.width(), 800);
    QVERIFY(result.height() > 340);
    QCOMPARE(inked(result, 0, 300, qRgb(255, 0, 0)), 0);
    QVERIFY(inked(result, 302, result.height(), QRgb(0xFF000000 | palette.base)) > 500);
    QCOMPARE(inked(result, result.height() - 2, result.height(), QRgb(0xFF000000 | palette.base)),
             0);
    QVERIFY(exports::withCaption({}, sampleCaption(), palette).isNull());
}

void PictureTest::narrowPicturesWrapTheCaption()
{
    const workspace::Palette palette = workspace::paletteOf(workspace::Theme::Night);
    const exports::PictureCaption caption = sampleCaption();
    const QImage wide = exports::withCaption(plainPicture(1200, 100), caption, palette);
    const QImage narrow = exports::withCaption(plainPicture(200, 100), caption, palette);
    QVERIFY(narrow.height() > wide.height() + 50);
    QCOMPARE(exports::withCaption(plainPicture(4, 4), caption, palette).width(), 4);
}

void PictureTest::devicePixelsAreKept()
{
    const workspace::Palette palette = workspace::paletteOf(workspace::Theme::Paper);
    const exports::PictureCaption caption = sampleCaption();
    const QImage once = exports::withCaption(plainPicture(600, 100), caption, palette);
    const QImage twice = exports::withCaption(plainPicture(1200, 200, 2), caption, palette);
    QCOMPARE(twice.devicePixelRatio(), 2.0);
    QCOMPARE(twice.width(), 1200);
    QVERIFY(qAbs(twice.height() - 2 * once.height()) <= 12);
}

void PictureTest::fileCarriesTheCaption()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"map.png"_s);
    const exports::PictureCaption caption = sampleCaption();
    const QImage picture = exports::withCaption(plainPicture(300, 80), caption,
                                                workspace::paletteOf(workspace::Theme::Projector));
    QCOMPARE(exports::savePicture(picture, name), std::nullopt);
    const QImage read(name);
    QCOMPARE(read.size(), picture.size());
    QCOMPARE(read.text(u"Title"_s), caption.dataset);
    QCOMPARE(read.text(u"Copyright"_s), caption.dataset);
    QVERIFY(read.text(u"Description"_s).contains(caption.filter));
    QVERIFY(read.text(u"Description"_s).contains(caption.claimants));
}

void PictureTest::faultsAreTold()
{
    const QTemporaryDir folder;
    QVERIFY(exports::savePicture(plainPicture(2, 2), folder.filePath(u"no/map.png"_s)));
    QVERIFY(exports::savePicture({}, folder.filePath(u"map.png"_s)));
    QVERIFY(!QFile::exists(folder.filePath(u"map.png"_s)));
}

DATELINE_TEST(picture, PictureTest)
#include "tst_picture.moc"
