// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>

#include <QWidget>

#include <functional>

namespace dateline::panels {

class TextLabel;

/// A box of the detail card: a sign at the left, text at its right. Claims and replies use the
/// same box with the same type, so that none weighs more than another; replies stand further in.
class CardBox : public QWidget
{
    Q_OBJECT

public:
    using Sign = std::function<void(QPainter &painter, const QRectF &box, const QColor &ground)>;

    explicit CardBox(QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setSign(Sign sign);
    /// Rich text; its links come out of linkActivated().
    void setText(const QString &html);
    /// A short mark below the sign, such as a number.
    void setMark(const QString &mark);
    /// How many steps the box stands in; the deepest ones stand as far in as the third.
    void setDepth(int depth);

    [[nodiscard]] TextLabel *label() const { return m_label; }
    [[nodiscard]] int depth() const { return m_depth; }

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int indent() const;

    TextLabel *m_label;
    Sign m_sign;
    QString m_mark;
    int m_depth = 0;
    Look m_look;
};

} // namespace dateline::panels
