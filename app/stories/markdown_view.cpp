// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/markdown_view.h>

#include <QPointer>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>

#include <optional>

using namespace Qt::StringLiterals;

namespace dateline::stories {

namespace {

/// An image in a document, one character wide.
struct PlacedImage
{
    int position = 0;
    QTextImageFormat format;
};

std::optional<PlacedImage> firstImage(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (fragment.charFormat().isImageFormat())
                return PlacedImage{fragment.position(), fragment.charFormat().toImageFormat()};
        }
    }
    return std::nullopt;
}

/// Pictures become text before anything lays the document out and would look for them.
void replaceImages(QTextDocument &document)
{
    while (const std::optional<PlacedImage> image = firstImage(document)) {
        QTextCursor cursor(&document);
        cursor.setPosition(image->position);
        cursor.setPosition(image->position + 1, QTextCursor::KeepAnchor);
        const QString description = image->format.property(QTextFormat::ImageAltText).toString();
        cursor.insertText(MarkdownView::tr("[picture: %1]").arg(description), QTextCharFormat());
    }
}

/// A document that has no resources. QTextDocument itself would read local files and data: URLs
/// when the widget around it gives it nothing, so the widget's loadResource() is not enough.
class UnloadingDocument : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

    QVariant loadResource(int /*type*/, const QUrl & /*name*/) override { return {}; }
};

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    showMarkdown({});
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == u"https" || url.scheme() == u"http")
            Q_EMIT linkActivated(url);
    });
}

void MarkdownView::showMarkdown(const QString &markdown)
{
    auto *fresh = new UnloadingDocument(this);
    fresh->setUndoRedoEnabled(false);
    fresh->setDefaultFont(font());
    fresh->setDocumentMargin(0);
    fresh->setMarkdown(markdown,
                       QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark)
                           | QTextDocument::MarkdownNoHTML);
    replaceImages(*fresh);
    const QPointer<QTextDocument> shown(document());
    setDocument(fresh);
    delete shown; // null when it was the widget's own first one, which setDocument() deletes
}

} // namespace dateline::stories
