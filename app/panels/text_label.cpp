// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/text_label.h>

#include <QEvent>
#include <QTextDocument>

#include <cmath>

namespace dateline::panels {

TextLabel::TextLabel(bool withLinks, QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(withLinks ? Qt::RichText : Qt::PlainText);
    setTextInteractionFlags(withLinks ? Qt::TextBrowserInteraction : Qt::TextSelectableByMouse);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

TextLabel::~TextLabel() = default;

void TextLabel::show(const QString &text)
{
    if (text == this->text())
        return;
    forget();
    setText(text);
}

void TextLabel::forget()
{
    m_measured = {};
    m_document.reset();
}

int TextLabel::heightForWidth(int width) const
{
    for (const Measured &known : m_measured) {
        if (known.width == width)
            return known.height;
    }
    Measured &fresh = m_measured.at(m_oldest);
    m_oldest = (m_oldest + 1) % m_measured.size();
    fresh = {width, measure(width)};
    return fresh.height;
}

int TextLabel::measure(int width) const
{
    if (!m_document) {
        // As QLabel sets its own document up when it comes to be painted.
        m_document = std::make_unique<QTextDocument>();
        m_document->setDocumentMargin(0);
        m_document->setDefaultFont(font());
        m_document->setTextWidth(width);
        if (textFormat() == Qt::RichText)
            m_document->setHtml(text());
        else
            m_document->setPlainText(text());
    }
    m_document->setTextWidth(width);
    return int(std::ceil(m_document->size().height()));
}

QSize TextLabel::sizeHint() const
{
    return {width(), fontMetrics().height()};
}

QSize TextLabel::minimumSizeHint() const
{
    return {1, fontMetrics().height()};
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        forget();
    QLabel::changeEvent(event);
}

} // namespace dateline::panels
