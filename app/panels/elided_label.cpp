// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/elided_label.h>

#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace dateline::panels {

namespace {

class ElidedLine : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip)
            setToolTip(shownText() == text() ? QString() : text());
        return QLabel::event(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         shownText());
    }

private:
    [[nodiscard]] QString shownText() const
    {
        return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    }
};

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
    , m_line(new ElidedLine(this))
{
    m_line->setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_line->setText(text);
}

QString ElidedLabel::text() const
{
    return m_line->text();
}

QSize ElidedLabel::sizeHint() const
{
    return minimumSizeHint();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 8, fontMetrics().height())
        .grownBy(contentsMargins());
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    m_line->setGeometry(contentsRect());
}

void ElidedLabel::changeEvent(QEvent *event)
{
    // Not all of a font is passed on by itself.
    if (event->type() == QEvent::FontChange)
        m_line->setFont(font());
    QWidget::changeEvent(event);
}

} // namespace dateline::panels
