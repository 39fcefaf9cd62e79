// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <symbology/event_symbol.h>

#include <QWidget>

namespace dateline::panels {

/// One symbol as a picture beside text that says the same.
class SymbolView : public QWidget
{
    Q_OBJECT

public:
    explicit SymbolView(QWidget *parent = nullptr);

    void setSymbol(const symbology::EventSymbol &symbol, const QColor &ground);

    [[nodiscard]] QSize sizeHint() const override { return {20, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    symbology::EventSymbol m_symbol;
    QColor m_ground;
};

} // namespace dateline::panels
