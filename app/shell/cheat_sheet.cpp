// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/cheat_sheet.h>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace dateline::shell {

using namespace Qt::StringLiterals;

namespace {

class CheatSheet
{
    Q_DECLARE_TR_FUNCTIONS(CheatSheet)

public:
    void head(const QString &title)
    {
        m_rows += u"<tr><td colspan='2' style='padding:14px 0 4px 0'><b>%1</b></td></tr>"_s.arg(
            title.toHtmlEscaped());
    }

    void add(const QString &keys, const QString &what)
    {
        m_rows += u"<tr><td style='padding:2px 24px 2px 0'>%1</td>"
                  "<td style='padding:2px 0 2px 0'>%2</td></tr>"_s.arg(keys.toHtmlEscaped(),
                                                                       what.toHtmlEscaped());
    }

    void addMenus(const QList<QAction *> &actions);
    void addMap();
    void addTimeline();
    void addPresenting();

    [[nodiscard]] QString html() const
    {
        return u"<table cellspacing='0'>%1</table>"_s.arg(m_rows);
    }

private:
    QString m_rows;
};

/// The menu that an action is in, or null.
const QMenu *menuOf(const QAction *action)
{
    const QObjectList objects = action->associatedObjects();
    for (const QObject *object : objects) {
        if (const auto *menu = qobject_cast<const QMenu *>(object))
            return menu;
    }
    return nullptr;
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

void CheatSheet::addMenus(const QList<QAction *> &actions)
{
    QString last;
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        const QMenu *menu = menuOf(action);
        const QMenu *outer = menu ? menuOf(menu->menuAction()) : nullptr;
        const QString title = menu ? plain((outer ? outer : menu)->title()) : QString();
        if (title != last)
            head(last = title);
        const QString text = plain(action->text());
        add(action->shortcut().toString(QKeySequence::NativeText),
            outer ? tr("%1: %2", "menu in a menu, its action").arg(plain(menu->title()), text)
                  : text);
    }
    head(tr("Everywhere"));
    add(tr("Esc"), tr("Take back one layer: selection, brush, line or view on the map, filters"));
}

void CheatSheet::addMap()
{
    head(tr("On the map"));
    add(tr("Arrows"), tr("Move"));
    add(tr("Wheel, + −"), tr("Zoom"));
    add(tr("Home"), tr("Whole world"));
    add(tr("Shift+drag"), tr("Zoom to a box"));
    add(tr("Shift+arrows, Shift+Page Down"), tr("Go from mark to mark; to the next one below"));
    add(tr("Enter"), tr("Select the mark, or open the events in it"));
    add(tr("Space"), tr("Play and pause"));
    add(tr("C"), tr("Place the events by another clock"));
    add(tr("L"), tr("Draw a line around events"));
    add(tr("V"), tr("Only events in view"));
    add(tr("Ctrl+click"), tr("Filter by a country"));
}

void CheatSheet::addTimeline()
{
    head(tr("On the timeline"));
    add(tr("Arrows, Home, End"), tr("Walk the marks, along a lane and from lane to lane"));
    add(tr("Enter"), tr("Select the mark; once more shows its detail"));
    add(tr("Space"), tr("Play and pause"));
    add(tr("Right, on the play button"), tr("Step, or go on from a turning point"));
    add(tr("Wheel, + −"), tr("Zoom"));
    add(tr("Shift+wheel, drag"), tr("Move in time"));
    add(tr("0, F"), tr("Whole time; what is selected or filtered"));
    add(tr("C"), tr("Place the events by another clock"));
    add(tr("Drag on the strip or the axis"), tr("Show only the events of a period"));
    add(tr("Shift+drag there"), tr("One more period"));
    add(tr("Alt while dragging"), tr("Ends between the bars"));
    add(tr("Double-click there"), tr("Take the periods away"));
    add(tr("Ctrl+Left, Ctrl+Right"), tr("The period before, the next one"));
    add(tr("Tab, then arrows"), tr("Move the play head and the ends of periods"));
}

void CheatSheet::addPresenting()
{
    head(tr("While presenting"));
    add(tr("PageDown, PageUp"), tr("Next step, previous step"));
    add(tr("B or ."), tr("Black screen"));
}

} // namespace

QString cheatSheetHtml(const QList<QAction *> &actions)
{
    CheatSheet sheet;
    sheet.addMenus(actions);
    sheet.addMap();
    sheet.addTimeline();
    sheet.addPresenting();
    return sheet.html();
}

} // namespace dateline::shell
