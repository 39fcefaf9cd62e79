// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/plain_button.h>

#include <QEnterEvent>
#include <QPainter>

namespace dateline::panels {

namespace {

constexpr int buttonPadding = grid;
constexpr int glyphSize = 12;

} // namespace

PlainButton::PlainButton(Style style, QWidget *parent)
    : QAbstractButton(parent)
    , m_style(style)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(style == Style::Header ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                  QSizePolicy::Fixed);
}

void PlainButton::setLook(const Look &look)
{
    if (m_look == look)
        return;
    m_look = look;
    update();
}

void PlainButton::setGlyph(Glyph glyph)
{
    if (m_glyph == glyph)
        return;
    m_glyph = glyph;
    updateGeometry();
    update();
}

void PlainButton::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    updateGeometry();
    update();
}

QFont PlainButton::textFont() const
{
    return typeFont(font(), TypeSize::Body,
                    m_style == Style::Header ? QFont::DemiBold : QFont::Normal);
}

int PlainButton::glyphSpace() const
{
    if (m_glyph == Glyph::None)
        return 0;
    return text().isEmpty() ? glyphSize : glyphSize + grid / 2;
}

QSize PlainButton::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    int width = glyphSpace() + metrics.horizontalAdvance(text());
    if (!m_note.isEmpty())
        width += grid + metrics.horizontalAdvance(m_note);
    const int padding = m_style == Style::Header ? 0 : buttonPadding;
    return {width + 2 * padding, std::max(metrics.height() + grid, 3 * grid + 2)};
}

void PlainButton::paintGround(QPainter &painter) const
{
    if (m_style == Style::Header)
        return;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(isDown() || underMouse() ? m_look.rowGround(isDown(), underMouse())
                                              : QColor(Qt::transparent));
    painter.setPen(m_style == Style::Outline ? QPen(m_look.line()) : QPen(Qt::NoPen));
    if (isEnabled() || m_style == Style::Outline)
        painter.drawRoundedRect(box, 4, 4);
}

void PlainButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    QColor colour = m_style == Style::Link ? m_look.accent() : m_look.text();
    if (!isEnabled())
        colour = m_look.mutedText();
    const int padding = m_style == Style::Header ? 0 : buttonPadding;
    QRect area = rect().adjusted(padding, 0, -padding, 0);
    if (m_glyph != Glyph::None) {
        const QRectF box(area.left(), area.center().y() - glyphSize / 2.0 + 0.5, glyphSize,
                         glyphSize);
        paintGlyph(painter, box, m_glyph, colour);
        area.setLeft(area.left() + glyphSpace());
    }
    painter.setFont(textFont());
    painter.setPen(colour);
    QRect written;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text(), &written);
    if (!m_note.isEmpty()) {
        area.setLeft(written.right() + grid);
        painter.setFont(typeFont(font(), TypeSize::Body));
        painter.setPen(m_look.mutedText());
        const Qt::Alignment side = m_style == Style::Header ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(area, int(side | Qt::AlignVCenter) | int(Qt::TextSingleLine), m_note);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), m_look);
}

void PlainButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void PlainButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace dateline::panels
