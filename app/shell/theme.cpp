// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/theme.h>

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

constexpr double basePointSize = 10;

QPalette widgetPalette(const workspace::Palette &palette)
{
    const auto colour = [](std::uint32_t rgb) { return QColor::fromRgb(rgb); };
    QPalette result;
    result.setColor(QPalette::Window, colour(palette.window));
    result.setColor(QPalette::WindowText, colour(palette.text));
    result.setColor(QPalette::Base, colour(palette.base));
    result.setColor(QPalette::AlternateBase, colour(palette.window));
    result.setColor(QPalette::Text, colour(palette.text));
    result.setColor(QPalette::PlaceholderText, colour(palette.mutedText));
    result.setColor(QPalette::Button, colour(palette.window));
    result.setColor(QPalette::ButtonText, colour(palette.text));
    result.setColor(QPalette::BrightText, colour(palette.onAccent));
    result.setColor(QPalette::Highlight, colour(palette.accent));
    result.setColor(QPalette::HighlightedText, colour(palette.onAccent));
    result.setColor(QPalette::Accent, colour(palette.accent));
    result.setColor(QPalette::Link, colour(palette.accent));
    result.setColor(QPalette::LinkVisited, colour(palette.accent));
    result.setColor(QPalette::ToolTipBase, colour(palette.base));
    result.setColor(QPalette::ToolTipText, colour(palette.text));
    result.setColor(QPalette::Light, colour(palette.base));
    result.setColor(QPalette::Midlight, colour(palette.line));
    result.setColor(QPalette::Mid, colour(palette.line));
    result.setColor(QPalette::Dark, colour(palette.line));
    result.setColor(QPalette::Shadow, colour(palette.line));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor disabled = colour(palette.mutedText);
        disabled.setAlphaF(0.6F);
        result.setColor(QPalette::Disabled, role, disabled);
    }
    return result;
}

QString styleSheet(const workspace::Palette &palette)
{
    const auto name = [](std::uint32_t rgb) { return QColor::fromRgb(rgb).name(); };
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
QStatusBar { background: @window; color: @muted; border-top: 1px solid @line; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px 6px; }
)"_s.replace(u"@window"_s, name(palette.window))
        .replace(u"@base"_s, name(palette.base))
        .replace(u"@text"_s, name(palette.text))
        .replace(u"@muted"_s, name(palette.mutedText))
        .replace(u"@line"_s, name(palette.line))
        .replace(u"@onAccent"_s, name(palette.onAccent))
        .replace(u"@accent"_s, name(palette.accent));
}

} // namespace

double typeScale(workspace::Theme theme, double textScale)
{
    return workspace::paletteOf(theme).fontScale * textScale;
}

void applyTheme(workspace::Theme theme, double textScale)
{
    const workspace::Palette palette = workspace::paletteOf(theme);
    if (QApplication::style()->name() != u"fusion")
        QApplication::setStyle(QStyleFactory::create(u"fusion"_s));
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(basePointSize * typeScale(theme, textScale));
    QApplication::setFont(font);
    QApplication::setPalette(widgetPalette(palette));
    qApp->setStyleSheet(styleSheet(palette));
}

} // namespace dateline::shell
