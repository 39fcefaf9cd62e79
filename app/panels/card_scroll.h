// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace dateline::panels {

/// A column to read: it scrolls with Up, Down, PageUp, PageDown, Home and End, and leaves all
/// other keys to whoever holds it.
class CardScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit CardScroll(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace dateline::panels
