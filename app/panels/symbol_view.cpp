// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/symbol_view.h>

#include <symbology/symbol_painting.h>

#include <QPainter>

namespace dateline::panels {

SymbolView::SymbolView(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void SymbolView::setSymbol(const symbology::EventSymbol &symbol, const QColor &ground)
{
    m_symbol = symbol;
    m_ground = ground;
    update();
}

void SymbolView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    symbology::paintSymbol(painter, QRectF(rect()), m_symbol, m_ground);
}

} // namespace dateline::panels
