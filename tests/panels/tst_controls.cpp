// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/caveats_view.h>
#include <panels/detail_card.h>
#include <panels/event_table.h>
#include <panels/facet_panel.h>
#include <panels/ledger_bar.h>
#include <panels/plain_button.h>
#include <panels/search_box.h>
#include <panels/tray.h>

#include <support/test_main.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "panel_sample.h"

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// What holds for every control of every panel.
class ControlsTest : public TestCase
{
    Q_OBJECT

private:
    struct Panels
    {
        std::unique_ptr<workspace::Workspace> workspace = sampleWorkspace();
        QWidget window;
        panels::DetailCard card{workspace.get(), &window};
        panels::FacetPanel facets{workspace.get(), &window};
        panels::EventTable table{workspace.get(), &window};
        panels::LedgerBar ledger{workspace.get(), &window};
        panels::TrayPanel tray{workspace.get(), &window};
        panels::SearchBox search{workspace.get(), &window};
        panels::CaveatsView caveats{workspace.get(), &window};

        Panels()
        {
            auto *layout = new QVBoxLayout(&window);
            for (QWidget *panel : {static_cast<QWidget *>(&ledger), static_cast<QWidget *>(&search),
                                   static_cast<QWidget *>(&card), static_cast<QWidget *>(&facets),
                                   static_cast<QWidget *>(&table), static_cast<QWidget *>(&tray),
                                   static_cast<QWidget *>(&caveats)})
                layout->addWidget(panel);
            workspace->select(rowOf(*workspace, u"genoa"_s));
        }

        void apply(workspace::Theme theme)
        {
            const workspace::Palette palette = workspace::paletteOf(theme);
            card.applyPalette(palette, theme);
            facets.applyPalette(palette, theme);
            table.applyPalette(palette, theme);
            ledger.applyPalette(palette, theme);
            tray.applyPalette(palette, theme);
            search.applyPalette(palette, theme);
            caveats.applyPalette(palette, theme);
        }
    };

    static bool isControl(const QWidget *widget)
    {
        return qobject_cast<const QAbstractButton *>(widget) != nullptr
            || qobject_cast<const QAbstractItemView *>(widget) != nullptr
            || qobject_cast<const QLineEdit *>(widget) != nullptr
            || (widget->focusPolicy() & Qt::TabFocus) != 0;
    }

private Q_SLOTS:
    void everyControlHasAnAccessibleName()
    {
        Panels shown;
        shown.window.show();
        int controls = 0;
        for (QWidget *widget : shown.window.findChildren<QWidget *>()) {
            if (!isControl(widget) || widget->inherits("QTableCornerButton")
                || (qobject_cast<QHeaderView *>(widget) != nullptr && widget->isHidden()))
                continue;
            ++controls;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(face != nullptr);
            QVERIFY2(!face->text(QAccessible::Name).trimmed().isEmpty(),
                     widget->metaObject()->className());
        }
        QVERIFY(controls > 20);
    }

    void everyButtonTakesTheFocusAndShowsIt()
    {
        Panels shown;
        shown.window.resize(900, 1400);
        shown.window.show();
        QVERIFY(QTest::qWaitForWindowActive(&shown.window));
        for (panels::PlainButton *button : shown.window.findChildren<panels::PlainButton *>()) {
            if (!button->isVisible() || !button->isEnabled())
                continue;
            QVERIFY((button->focusPolicy() & Qt::TabFocus) != 0);
            button->clearFocus();
            const QImage without = button->grab().toImage();
            button->setFocus();
            QVERIFY2(button->grab().toImage() != without, qPrintable(button->text()));
        }
    }

    void everyThemeDraws_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("paper") << int(workspace::Theme::Paper);
        QTest::newRow("night") << int(workspace::Theme::Night);
        QTest::newRow("projector") << int(workspace::Theme::Projector);
    }

    void everyThemeDraws()
    {
        QFETCH(const int, theme);
        Panels shown;
        shown.window.resize(900, 1400);
        shown.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&shown.window));
        shown.apply(workspace::Theme(theme));
        const QColor base = panels::Look(workspace::Theme(theme)).base();
        const QImage table = shown.table.view()->viewport()->grab().toImage();
        QCOMPARE(table.pixelColor(1, table.height() - 2).name(), base.name());
    }

    void textStandsOutFromItsGround_data() { everyThemeDraws_data(); }

    void textStandsOutFromItsGround()
    {
        QFETCH(const int, theme);
        const panels::Look look{workspace::Theme(theme)};
        const auto luminance = [](const QColor &colour) {
            const auto channel = [](double c) {
                return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
                + 0.0722 * channel(colour.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const auto [low, high] = std::minmax({luminance(a), luminance(b)});
            return (high + 0.05) / (low + 0.05);
        };
        for (const QColor &ground : {look.base(), look.window(), look.rowGround(true, false)}) {
            QVERIFY(contrast(look.text(), ground) >= 7);
            QVERIFY2(contrast(look.mutedText(), ground) >= 4.5, qPrintable(ground.name()));
        }
        QVERIFY(contrast(look.accent(), look.base()) >= 4.5);
        QVERIFY(contrast(look.onAccent(), look.accent()) >= 4.5);
    }
};

DATELINE_TEST(controls, ControlsTest)

} // namespace dateline::tests

#include "tst_controls.moc"
