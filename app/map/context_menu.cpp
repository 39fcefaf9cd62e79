// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/context_menu.h>

#include <map/coordinates.h>
#include <map/country_filter.h>
#include <map/map_control.h>
#include <workspace/wording.h>

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace dateline::map {

namespace {

struct MenuText
{
    Q_DECLARE_TR_FUNCTIONS(dateline::map::ContextMenu)
};

void addCountry(QMenu *menu, workspace::Workspace *workspace, const QString &code)
{
    const std::vector<QString> &chosen = workspace->state().filters.values(query::Facet::Country);
    const QString name
        = workspace::facetValueLabel(workspace->dataset(), query::Facet::Country, code)
              .replace(u'&', u"&&"_s);
    const bool isChosen = areChosen(*workspace, {code});
    const auto add = [=](const QString &text, Choice choice) {
        QObject::connect(menu->addAction(text), &QAction::triggered, workspace,
                         [=] { toggleCountries(*workspace, {code}, choice); });
    };
    if (!isChosen)
        add(MenuText::tr("Only %1").arg(name), Choice::Only);
    if (isChosen)
        add(MenuText::tr("Take %1 out of the filter").arg(name), Choice::Besides);
    else if (!chosen.empty())
        add(MenuText::tr("%1 as well").arg(name), Choice::Besides);
}

} // namespace

QMenu *makeContextMenu(MapControl *control, const QPointF &pixel, QWidget *parent)
{
    workspace::Workspace *workspace = control->workspace();
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"mapMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setFont(control->palette().font);
    if (const std::optional<QString> code = control->countryUnder(pixel))
        addCountry(menu, workspace, *code);
    if (!workspace->state().filters.values(query::Facet::Country).empty())
        QObject::connect(menu->addAction(MenuText::tr("All countries")), &QAction::triggered,
                         workspace, [workspace] {
                             workspace->change([](workspace::ViewState &next) {
                                 next.filters.choose(query::Facet::Country, {});
                             });
                         });
    menu->addSeparator();
    const QString phrase = coordinatePhrase(toPoint(control->camera(), control->size(), pixel),
                                            control->camera().zoom);
    QObject::connect(menu->addAction(MenuText::tr("Copy coordinates: %1").arg(phrase)),
                     &QAction::triggered, menu,
                     [phrase] { QGuiApplication::clipboard()->setText(phrase); });
    return menu;
}

} // namespace dateline::map
