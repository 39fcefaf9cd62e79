// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/field_edit.h>

#include <panels/glyphs.h>

#include <QAction>
#include <QPainter>
#include <QPainterPath>

namespace dateline::panels {

namespace {

constexpr int glassSize = 14;
constexpr int clearButtonWidth = 28;

QIcon glyphIcon(Glyph glyph, const QColor &colour)
{
    constexpr int size = 16;
    constexpr int oversampling = 3;
    QPixmap pixmap(size * oversampling, size * oversampling);
    pixmap.setDevicePixelRatio(oversampling);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintGlyph(painter, QRectF(2, 2, size - 4, size - 4), glyph, colour);
    painter.end();
    return QIcon(pixmap);
}

} // namespace

FieldEdit::FieldEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(addAction(QIcon(), TrailingPosition))
{
    setFrame(false);
    setTextMargins(glassSize + grid, 0, 0, 0);
    m_clear->setText(tr("Clear the field"));
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, [this] {
        clear();
        Q_EMIT cleared();
    });
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    setLook(Look());
}

void FieldEdit::setLook(const Look &look)
{
    m_look = look;
    setPalette(look.widgetPalette());
    m_clear->setIcon(glyphIcon(Glyph::Cross, look.mutedText()));
    update();
}

QSize FieldEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() + grid + grid / 2};
}

void FieldEdit::reserveRight(int width)
{
    // Setting the same margins again would lay out the window.
    if (const QMargins margins(glassSize + grid, 0, width, 0); margins != textMargins())
        setTextMargins(margins);
}

int FieldEdit::clearButtonLeft() const
{
    return width() - clearButtonWidth;
}

void FieldEdit::paintEvent(QPaintEvent *event)
{
    // Styles fill the whole box, so the corners are rounded off afterwards.
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath corners;
    corners.addRect(QRectF(rect()));
    corners.addRoundedRect(box, 4, 4);
    painter.fillPath(corners, m_look.window());
    painter.setPen(m_look.line());
    painter.drawRoundedRect(box, 4, 4);
    const QRectF glass(grid, (height() - glassSize) / 2.0, glassSize, glassSize);
    paintGlyph(painter, glass, Glyph::Search, m_look.mutedText());
    if (hasFocus())
        paintFocusRing(painter, rect(), m_look);
}

} // namespace dateline::panels
