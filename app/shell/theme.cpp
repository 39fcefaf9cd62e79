// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/theme.h>

#include <shell/program_style.h>
#include <symbology/theme_colours.h>

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

constexpr double basePointSize = 10;

QString styleSheet(const symbology::ThemeColours &colours)
{
    return uR"(
QMainWindow::separator { background: @line; width: 1px; height: 1px; margin: 3px; }
QMainWindow::separator:hover { background: @accent; }
QToolBar { background: @window; border: 0; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 4px 6px; }
QToolButton { color: @text; border: 1px solid transparent; border-radius: 4px; padding: 4px 6px; }
QToolButton:hover { background: @base; border-color: @line; }
QToolButton:pressed, QToolButton:checked { background: @base; border-color: @accent; }
QToolButton:focus { border: 1px solid @accent; }
QMenuBar { background: @window; color: @text; padding: 2px 6px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @accent; color: @onAccent; }
QMenu { background: @base; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 3px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QDockWidget { color: @text; titlebar-close-icon: none; }
QDockWidget::title { background: @window; padding: 6px 8px; border: 0; text-align: left; }
QTabBar::tab { background: transparent; color: @muted; border: 0; border-bottom: 2px solid transparent; padding: 6px 10px; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QAbstractSpinBox { background: @base; color: @text; border: 1px solid @line; border-radius: 4px; padding: 2px 22px 2px 6px; selection-background-color: @accent; selection-color: @onAccent; }
QAbstractSpinBox:focus { border-color: @accent; }
QAbstractSpinBox:disabled { color: @muted; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 18px; border: 0; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @window; border-radius: 3px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up.icon); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron-down.icon); width: 10px; height: 10px; }
QScrollBar:vertical { background: transparent; border: 0; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; border: 0; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: @window; color: @muted; border-top: 1px solid @line; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px 6px; }
)"_s.replace(u"@window"_s, colours.window.name())
        .replace(u"@base"_s, colours.base.name())
        .replace(u"@text"_s, colours.text.name())
        .replace(u"@muted"_s, colours.mutedText.name())
        .replace(u"@line"_s, colours.line.name())
        .replace(u"@onAccent"_s, colours.onAccent.name())
        .replace(u"@accent"_s, colours.accent.name());
}

} // namespace

double typeScale(workspace::Theme theme, double textScale)
{
    return workspace::paletteOf(theme).fontScale * textScale;
}

void applyTheme(workspace::Theme theme, double textScale)
{
    static QPointer<ProgramStyle> style; // the application's, which deletes it
    if (!style) {
        style = new ProgramStyle;
        QApplication::setStyle(style);
    }
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(basePointSize * typeScale(theme, textScale));
    QApplication::setFont(font);
    const symbology::ThemeColours colours = symbology::coloursOf(workspace::paletteOf(theme));
    QApplication::setPalette(symbology::widgetPalette(colours));
    qApp->setStyleSheet(styleSheet(colours));
}

} // namespace dateline::shell
