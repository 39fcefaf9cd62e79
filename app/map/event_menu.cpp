// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/event_menu.h>

#include <map/symbol_painter.h>
#include <symbology/event_symbol.h>
#include <workspace/wording.h>

#include <QCoreApplication>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

constexpr std::size_t mostListed = 200;
// In pixels at text scale 1. The title gives way first: who states and who denies stays.
constexpr int titleWidth = 260;
constexpr int sayersWidth = 560;

struct EventMenuText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::map::EventMenu)
};

QIcon symbolIcon(const symbology::EventSymbol &symbol, const MapPalette &palette, double pixelRatio)
{
    const double side = (2 * symbolRadius + 8) * palette.scale();
    QPixmap picture((QSizeF(side, side) * pixelRatio).toSize());
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawEventSymbol(painter, {side / 2, side / 2}, symbol, palette);
    painter.end();
    return picture;
}

} // namespace

QMenu *makeEventMenu(const events::Dataset &dataset, std::span<const events::Row> rows,
                     const MapPalette &palette, const std::function<void(events::Row)> &choose,
                     QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"eventList"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(palette.font);
    const QFontMetrics metrics = menu->fontMetrics();
    for (const events::Row row : rows.first(std::min(rows.size(), mostListed))) {
        QString text = EventMenuText::tr("%1 — %2").arg(
            metrics.elidedText(dataset.columns().texts.at(row, events::EventText::Title),
                               Qt::ElideRight, int(titleWidth * palette.scale())),
            metrics.elidedText(workspace::attribution(dataset, row), Qt::ElideRight,
                               int(sayersWidth * palette.scale())));
        QAction *line
            = menu->addAction(symbolIcon(symbology::symbolOf(dataset, row, palette.theme), palette,
                                         parent->devicePixelRatio()),
                              text.replace(u'&', u"&&"_s), menu, [choose, row] { choose(row); });
        line->setIconVisibleInMenu(true);
    }
    if (rows.size() > mostListed)
        menu->addAction(EventMenuText::tr("and %Ln more: see the table", nullptr,
                                          int(rows.size() - mostListed)))
            ->setEnabled(false);
    return menu;
}

} // namespace dateline::map
