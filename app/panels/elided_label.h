// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace dateline::panels {

/// One line of plain text that ends in an ellipsis where the place is too narrow; the whole text
/// is then its tooltip and always its accessible name. It asks for no more room when its text is
/// longer, and nothing around it is laid out anew: the text may change with every frame.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_line; ///< in no layout
};

} // namespace dateline::panels
