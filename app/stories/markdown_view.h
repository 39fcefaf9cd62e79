// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace dateline::stories {

/// Shows Markdown from a package, which may come from anywhere: raw HTML stays the text that it is,
/// nothing is ever loaded (no image, style sheet or file, local or remote; an image becomes its
/// description), and a link opens nothing but says that a person activated it.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);

    /// Replaces the text; empty text gives an empty view.
    void showMarkdown(const QString &markdown);

Q_SIGNALS:
    /// Only for http and https.
    void linkActivated(const QUrl &url);
};

} // namespace dateline::stories
