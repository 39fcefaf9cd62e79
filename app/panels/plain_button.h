// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/glyphs.h>
#include <panels/look.h>

#include <QAbstractButton>

namespace dateline::panels {

/// A flat button in the look of the panels. Its text is its accessible name unless one is set.
class PlainButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Style : std::uint8_t {
        Link, ///< text in the accent colour
        Outline, ///< a thin frame
        Header, ///< as wide as its place, text at the left, bold
    };

    explicit PlainButton(Style style, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setGlyph(Glyph glyph);

    /// A second text at the right of a header, or behind the text of the others, muted.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int glyphSpace() const;
    void paintGround(QPainter &painter) const;

    Style m_style;
    Glyph m_glyph = Glyph::None;
    QString m_note;
    Look m_look;
};

} // namespace dateline::panels
