// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/look.h>

#include <QLineEdit>

class QAction;

namespace dateline::panels {

/// A field to type words to look for, in the look of the panels, with a button that clears it.
class FieldEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FieldEdit(QWidget *parent = nullptr);

    void setLook(const Look &look);
    [[nodiscard]] const Look &look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The button has cleared the text.
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;

    /// Keeps so many pixels at the right free of text.
    void reserveRight(int width);

    /// Where the clear button begins.
    [[nodiscard]] int clearButtonLeft() const;

private:
    QAction *m_clear;
    Look m_look;
};

} // namespace dateline::panels
