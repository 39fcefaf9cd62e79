// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace dateline::stories {

/// Lies over a whole window and hides it from the audience: one colour, or a picture of the window
/// as it was. Follows the size of the window.
class CoverScreen : public QWidget
{
    Q_OBJECT

public:
    /// A child of `window`, hidden at first.
    explicit CoverScreen(QWidget *window);

    void coverWith(const QColor &colour);
    /// Covers with what the window shows now.
    void freeze();
    void uncover();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void raiseOver();

    QColor m_colour;
    QPixmap m_picture; ///< null when covered with a colour
};

} // namespace dateline::stories
