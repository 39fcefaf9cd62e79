// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/shading_menu.h>

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace dateline::map {

using workspace::Shading;
using workspace::Workspace;

bool canShade(const events::Dataset &dataset, Shading shading)
{
    switch (shading) {
    case Shading::None:
        return true;
    case Shading::Stated:
        return dataset.info().countedKind.has_value();
    case Shading::Investigations:
        break;
    }
    return dataset.info().inquiryKind.has_value();
}

void addShadingActions(QMenu *menu, Workspace *workspace)
{
    struct Text
    {
        Q_DECLARE_TR_FUNCTIONS(dateline::map::ShadingMenu)
    };
    auto *group = new QActionGroup(menu);
    for (const auto &[shading, text] :
         {std::pair(Shading::None, Text::tr("&Not shaded")),
          std::pair(Shading::Stated, Text::tr("By what is &stated")),
          std::pair(Shading::Investigations, Text::tr("By what became of &inquiries"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(shading));
        group->addAction(action);
    }
    QObject::connect(
        group, &QActionGroup::triggered, workspace, [workspace](const QAction *action) {
            const auto shading = Shading(action->data().toInt());
            workspace->change([shading](workspace::ViewState &next) { next.shading = shading; });
        });
    const auto follow = [group, workspace] {
        for (QAction *action : group->actions()) {
            const auto shading = Shading(action->data().toInt());
            action->setChecked(shading == workspace->state().shading);
            action->setEnabled(canShade(workspace->dataset(), shading));
        }
    };
    QObject::connect(workspace, &Workspace::shadingChanged, group, follow);
    QObject::connect(workspace, &Workspace::datasetChanged, group, follow);
    follow();
}

} // namespace dateline::map
