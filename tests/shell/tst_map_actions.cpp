// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/map_view.h>
#include <shell/map_actions.h>
#include <shell/online_map_dialog.h>

#include <support/sample_dataset.h>
#include <support/test_main.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QNetworkProxy>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace dateline::tests {

/// The menus of the map, beside a real map.
class MapActionsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"dateline-tests"_s);
        QCoreApplication::setApplicationName(u"map-actions"_s);
        // No proxy of this kind can serve a request, so that each ends before anything is sent.
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::FtpCachingProxy));
    }
    void init();
    void cleanup();

    void shadingIsPartOfTheView();
    void namesInTheirOwnLanguages();
    void onlyInViewFollows();
    void aServerIsAskedForOnce();
    void aServerThatMayNotBeUsed();

private:
    QAction *action(const QMenu *menu, const QString &text)
    {
        const QList<QAction *> all = menu->findChildren<QAction *>();
        const auto found = std::ranges::find_if(
            all, [&](const QAction *each) { return QString(each->text()).remove(u'&') == text; });
        return found == all.end() ? nullptr : *found;
    }
    shell::OnlineMapDialog *dialog() { return m_map->findChild<shell::OnlineMapDialog *>(); }
    [[nodiscard]] QString address() const
    {
        return m_map->tileServer() ? m_map->tileServer()->prefix.toString() : QString();
    }
    [[nodiscard]] bool isNamed(const QString &place) const
    {
        return std::ranges::any_of(m_map->scene().labels, [&place](const map::SceneLabel &label) {
            return label.text == place;
        });
    }

    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<map::MapView> m_map;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<shell::MapActions> m_actions;
};

void MapActionsTest::init()
{
    failOnUnexpectedWarning();
    m_workspace = std::make_unique<workspace::Workspace>();
    m_workspace->setDataset(sampleDataset());
    m_map = std::make_unique<map::MapView>(m_workspace.get());
    m_map->setAnimated(false);
    m_map->resize(900, 560);
    m_map->show();
    QVERIFY(QTest::qWaitForWindowActive(m_map.get()));
    m_menu = std::make_unique<QMenu>();
    m_actions = std::make_unique<shell::MapActions>(m_map.get(), m_workspace.get(), nullptr);
    m_actions->addShading(m_menu.get());
    m_actions->addNames(m_menu.get());
    m_actions->addOnlineMap(m_menu.get());
    m_actions->addFilters(m_menu.get());
}

void MapActionsTest::cleanup()
{
    m_actions.reset();
    m_menu.reset();
    m_map.reset();
    m_workspace.reset();
    QSettings().clear();
}

void MapActionsTest::shadingIsPartOfTheView()
{
    QAction *stated = nullptr;
    for (QAction *each : m_menu->findChildren<QAction *>())
        if (each->isCheckable() && each->text().contains("stated"_L1, Qt::CaseInsensitive))
            stated = each;
    QVERIFY(stated && !stated->isChecked());
    stated->trigger();
    QVERIFY(m_workspace->state().shading != workspace::Shading::None);
    QVERIFY(stated->isChecked());
    m_workspace->undo();
    QVERIFY(!stated->isChecked());
}

void MapActionsTest::namesInTheirOwnLanguages()
{
    m_workspace->change(
        [](workspace::ViewState &state) { state.camera = workspace::Camera{8, 45, 4}; },
        workspace::Step::Passing);
    QVERIFY(QTest::qWaitFor([&] { return isNamed(u"Germany"_s); }, 2000));
    QAction *own = action(m_menu.get(), u"Names in their own languages"_s);
    QVERIFY(own && !own->isChecked());
    own->trigger();
    QVERIFY(isNamed(u"Deutschland"_s) && !isNamed(u"Germany"_s));
    m_workspace->change(
        [](workspace::ViewState &state) { state.camera = workspace::Camera{12, 42, 7}; },
        workspace::Step::Passing);
    QVERIFY(QTest::qWaitFor([&] { return isNamed(u"Roma"_s); }, 2000));
    m_workspace->change(
        [](workspace::ViewState &state) { state.camera = workspace::Camera{8, 45, 4}; },
        workspace::Step::Passing);
    own->trigger();
    QVERIFY(isNamed(u"Germany"_s));
}

void MapActionsTest::onlyInViewFollows()
{
    QAction *inView = action(m_menu.get(), u"Only events in view\tV"_s);
    QVERIFY(inView);
    inView->trigger();
    QVERIFY(m_workspace->state().areaFollowsMap && inView->isChecked());
    m_workspace->undo();
    QVERIFY(!inView->isChecked());
}

void MapActionsTest::aServerIsAskedForOnce()
{
    QAction *online = action(m_menu.get(), u"Show the map of a server"_s);
    QVERIFY(online && !online->isChecked());
    online->trigger();
    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(!online->isChecked() && !m_map->tileServer()); // nothing before it was agreed to
    const QLabel *text = dialog()->findChild<QLabel *>();
    QVERIFY(text->text().contains("<b>tile.openstreetmap.org</b>"_L1));
    QTest::keyClick(dialog()->findChild<QLineEdit *>(), Qt::Key_Return); // agrees to nothing
    QVERIFY(!online->isChecked() && !m_map->tileServer());
    QVERIFY(QSettings().value(shell::agreedServerKey).isNull());
    QVERIFY(QTest::qWaitFor([this] { return !dialog(); }, 2000));

    online->trigger();
    dialog()->findChild<QLineEdit *>()->setText(u"tiles.invalid/world"_s);
    dialog()->accept();
    QCOMPARE(address(), u"https://tiles.invalid/world/"_s);
    QVERIFY(online->isChecked());
    QCOMPARE(QString(online->text()).remove(u'&'), u"Show the map of tiles.invalid"_s);
    QVERIFY(QTest::qWaitFor([this] { return !dialog(); }, 2000));
    online->trigger();
    QVERIFY(!m_map->tileServer());
    online->trigger(); // agreed to before
    QVERIFY(!dialog());
    QCOMPARE(address(), u"https://tiles.invalid/world/"_s);
}

void MapActionsTest::aServerThatMayNotBeUsed()
{
    QAction *choose = action(m_menu.get(), u"Choose the server…"_s);
    QVERIFY(choose);
    choose->trigger();
    QVERIFY(dialog());
    auto *show = dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(show->isEnabled());
    for (const QString &bad : {u"http://tiles.invalid/"_s, u"file:///etc/"_s, QString()}) {
        dialog()->findChild<QLineEdit *>()->setText(bad);
        QVERIFY(!show->isEnabled());
        QVERIFY(!dialog()->server());
    }
    dialog()->findChild<QLineEdit *>()->setText(u"tiles.invalid"_s);
    QVERIFY(show->isEnabled());
}

} // namespace dateline::tests

DATELINE_TEST(map_actions, dateline::tests::MapActionsTest)

#include "tst_map_actions.moc"
