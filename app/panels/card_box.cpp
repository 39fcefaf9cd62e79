// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/card_box.h>

#include <panels/text_label.h>

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace dateline::panels {

namespace {

constexpr int signSize = 18;
constexpr int indentStep = 2 * grid;
constexpr int deepestIndent = 3;

} // namespace

CardBox::CardBox(QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(true, this))
{
    connect(m_label, &QLabel::linkActivated, this, &CardBox::linkActivated);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    setDepth(0);
}

int CardBox::indent() const
{
    return std::min(m_depth, deepestIndent) * indentStep;
}

void CardBox::setLook(const Look &look)
{
    m_look = look;
    update();
}

void CardBox::setSign(Sign sign)
{
    m_sign = std::move(sign);
    update();
}

void CardBox::setText(const QString &html)
{
    m_label->show(html);
}

void CardBox::setMark(const QString &mark)
{
    m_mark = mark;
    update();
}

void CardBox::setDepth(int depth)
{
    m_depth = depth;
    layout()->setContentsMargins(indent() + signSize + 5 * grid / 2, grid, grid, grid);
    update();
}

void CardBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(indent() + 0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_look.line());
    painter.setBrush(m_look.base());
    painter.drawRoundedRect(box, 4, 4);
    const QRectF sign(box.left() + grid + 1, box.top() + grid + 1, signSize, signSize);
    if (m_depth > 0) {
        const double x = box.left() - indentStep / 2.0;
        painter.setPen(QPen(m_look.mutedText(), 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, sign.center().y()));
        painter.drawLine(QPointF(x, sign.center().y()), QPointF(box.left(), sign.center().y()));
    }
    if (m_sign)
        m_sign(painter, sign, m_look.base());
    painter.setFont(typeFont(font(), TypeSize::Small));
    painter.setPen(m_look.mutedText());
    painter.drawText(QRectF(box.left(), sign.bottom() + 2, signSize + 2 * grid + 2, 2 * grid + 4),
                     Qt::AlignHCenter | Qt::AlignTop, m_mark);
}

} // namespace dateline::panels
