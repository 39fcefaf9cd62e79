// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <array>
#include <memory>

class QTextDocument;

namespace dateline::panels {

/// Wrapped text that is as high as its width asks for. Measures its text once for a width, where
/// QLabel lays it out several times for every question of a layout, and what is out of sight is
/// not laid out at all: a card of many labels stays quick.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    /// With links the text is rich and its links can be reached by mouse and keyboard; without,
    /// the format is the one that is set.
    TextLabel(bool withLinks, QWidget *parent);
    ~TextLabel() override;

    /// As QLabel::setText(); call this one.
    void show(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Measured
    {
        int width = 0;
        int height = 0;
    };

    void forget();
    [[nodiscard]] int measure(int width) const;

    /// Layouts ask for the narrowest and for the real width in turn, so more than one is kept.
    mutable std::array<Measured, 3> m_measured;
    mutable std::size_t m_oldest = 0;
    mutable std::unique_ptr<QTextDocument> m_document; ///< for measuring; null until it is needed
};

} // namespace dateline::panels
