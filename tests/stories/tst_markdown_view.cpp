// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/markdown_view.h>

#include <support/test_main.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

bool hasImage(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isImageFormat())
                return true;
        }
    }
    return false;
}

} // namespace

/// Markdown of a stranger's package.
class MarkdownViewTest : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rendersMarkdown();
    void rawHtmlStaysText_data();
    void rawHtmlStaysText();
    void imagesBecomeTheirDescription();
    void nothingIsEverLoaded();
    void linksOpenNothing();
    void onlyWebLinksAreReported();
    void emptyTextIsEmpty();
};

void MarkdownViewTest::rendersMarkdown()
{
    stories::MarkdownView view;
    view.showMarkdown(u"Some **bold** and *slanted* text.\n\n- one\n- two"_s);
    QCOMPARE(view.toPlainText(), u"Some bold and slanted text.\none\ntwo"_s);
}

void MarkdownViewTest::rawHtmlStaysText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("block") << u"before\n\n<div style=\"color:red\">evil</div>\n\nafter"_s;
    QTest::newRow("script") << u"before <script>alert(1)</script> after"_s;
    QTest::newRow("image") << u"before <img src=\"https://example.org/a.png\"> after"_s;
    QTest::newRow("frame") << u"before\n\n<iframe src=\"file:///etc/passwd\"></iframe>\n\nafter"_s;
}

void MarkdownViewTest::rawHtmlStaysText()
{
    QFETCH(const QString, markdown);
    stories::MarkdownView view;
    view.showMarkdown(markdown);
    QVERIFY(view.toPlainText().contains(u"before"));
    QVERIFY(view.toPlainText().contains(u"after"));
    QVERIFY(!hasImage(*view.document()));
    QVERIFY(!view.toHtml().contains(u"<img"));
    QVERIFY(!view.toHtml().contains(u"<script"));
    QVERIFY(!view.toHtml().contains(u"<div"));
    QVERIFY(!view.toHtml().contains(u"<iframe"));
    QCOMPARE(view.toPlainText().count(u'<'), markdown.count(u'<'));
}

void MarkdownViewTest::imagesBecomeTheirDescription()
{
    stories::MarkdownView view;
    view.showMarkdown(u"See ![a lamp](https://example.org/a.png) and ![b](file:///etc/passwd)."_s);
    QVERIFY(!hasImage(*view.document()));
    QVERIFY2(view.toPlainText().contains(u"[picture: a lamp]"), qPrintable(view.toPlainText()));
    QVERIFY(view.toPlainText().contains(u"[picture: b]"));
}

void MarkdownViewTest::nothingIsEverLoaded()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"a.png"_s);
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(name));
    stories::MarkdownView view;
    view.setSearchPaths({folder.path()});
    view.showMarkdown(u"![a](%1) ![b](a.png)"_s.arg(QUrl::fromLocalFile(name).toString()));
    for (const QUrl &url :
         {QUrl::fromLocalFile(name), QUrl(u"a.png"_s), QUrl(u":/icons/play.svg"_s),
          QUrl(u"data:text/plain,hello"_s), QUrl(u"https://example.org/a.png"_s)}) {
        for (const int type : {QTextDocument::ImageResource, QTextDocument::HtmlResource,
                               QTextDocument::StyleSheetResource, QTextDocument::MarkdownResource})
            QVERIFY(!view.document()->resource(type, url).isValid());
    }
}

void MarkdownViewTest::linksOpenNothing()
{
    stories::MarkdownView view;
    QVERIFY(!view.openLinks());
    QVERIFY(!view.openExternalLinks());
    view.resize(400, 200);
    view.showMarkdown(u"[report](https://example.org/report)"_s);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view, 20000));
    const QSignalSpy links(&view, &stories::MarkdownView::linkActivated);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(12, 8));
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.front().front().toUrl(), QUrl(u"https://example.org/report"_s));
    QCOMPARE(view.toPlainText(), u"report"_s);
    QVERIFY(view.source().isEmpty());
}

void MarkdownViewTest::onlyWebLinksAreReported()
{
    stories::MarkdownView view;
    const QSignalSpy links(&view, &stories::MarkdownView::linkActivated);
    for (const QString &link :
         {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"#top"_s, u"mailto:a@example.org"_s})
        Q_EMIT view.anchorClicked(QUrl(link));
    QCOMPARE(links.size(), 0);
    Q_EMIT view.anchorClicked(QUrl(u"http://example.org/"_s));
    QCOMPARE(links.size(), 1);
}

void MarkdownViewTest::emptyTextIsEmpty()
{
    stories::MarkdownView view;
    view.showMarkdown(u"text"_s);
    view.showMarkdown({});
    QCOMPARE(view.toPlainText(), QString());
}

DATELINE_TEST(markdown_view, MarkdownViewTest)
#include "tst_markdown_view.moc"
