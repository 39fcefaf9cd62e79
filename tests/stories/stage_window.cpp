// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage_window.h"

#include <support/sample_dataset.h>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace dateline::tests {

StageWindow::StageWindow()
    : pane(new QWidget)
    , field(new QLineEdit)
{
    auto *centre = new QWidget;
    room = new QHBoxLayout(centre);
    pane->setFocusPolicy(Qt::StrongFocus);
    pane->setAutoFillBackground(true);
    pane->setPalette(QPalette(QColor(0xC4D8E4)));
    pane->installEventFilter(this);
    room->addWidget(pane, 1);
    room->addWidget(field);
    setCentralWidget(centre);
    auto *action = new QAction(this);
    action->setShortcuts({QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_PageDown),
                          QKeySequence(Qt::Key_B), QKeySequence(Qt::Key_Escape),
                          QKeySequence(Qt::Key_F5), QKeySequence(Qt::Key_3)});
    connect(action, &QAction::triggered, this, [this] { ++menuTriggered; });
    addAction(action);
    resize(1280, 720);
}

void StageWindow::enter(QWidget *shown)
{
    panel = shown;
    shown->setFixedWidth(420);
    room->addWidget(shown);
    field->hide();
    pane->setFocus();
}

void StageWindow::leave()
{
    room->removeWidget(panel);
    panel = nullptr;
    field->show();
}

void StageWindow::setFullScreen(bool on)
{
    setWindowState(on ? windowState() | Qt::WindowFullScreen
                      : windowState() & ~Qt::WindowFullScreen);
}

bool StageWindow::isFullScreen() const
{
    return windowState().testFlag(Qt::WindowFullScreen);
}

bool StageWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == pane && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() != Qt::Key_Shift)
        ++paneKeys;
    return QMainWindow::eventFilter(watched, event);
}

std::shared_ptr<const events::Dataset> datasetWithStories()
{
    DatasetBuilder b;
    const events::Row society = b.actor(u"society"_s);
    const events::Row report = b.source(u"report"_s, society);
    const std::uint16_t opening = b.kind(u"opening"_s);
    const std::uint16_t visit = b.kind(u"visit"_s);
    const events::Row genoa = b.city(u"Genoa"_s, u"IT"_s, 44.4, 8.9);
    const events::Row suva = b.city(u"Suva"_s, u"FJ"_s, -18.1, 178.4);
    b.claim(b.event(u"one"_s, opening, u"2016"_s, genoa), society, report);
    b.claim(b.event(u"two"_s, opening, u"2017"_s, suva), society, report);
    b.claim(b.event(u"three"_s, visit, u"2018"_s, suva), society, report);

    const auto step = [](int order, const QString &heading, const QByteArray &view) {
        events::StoryStep result;
        result.order = order;
        result.heading = heading;
        result.text = u"The society states **%1**; the ministry *denies* it."_s.arg(heading);
        result.notes = u"Notes of %1."_s.arg(heading);
        result.question = order == 2 ? QString() : u"Who says %1?"_s.arg(heading);
        result.view = view;
        return result;
    };
    events::Story story{u"growth"_s, u"How the lamps grew"_s, u"class"_s, {}};
    story.steps = {
        step(1, u"Openings"_s, R"({"format":"dateline-view/1","filters":{"kinds":["opening"]}})"),
        step(2, u"The same again"_s, QByteArray()),
        step(3, u"Broken"_s, R"({"format":"dateline-view/1","filters":)"),
        step(4, u"One country"_s, R"({"format":"dateline-view/1","filters":{"countries":["IT"]}})"),
    };
    b.tables().stories.push_back(story);
    b.tables().stories.push_back({u"empty"_s, u"Empty"_s, {}, {}});
    return b.build();
}

} // namespace dateline::tests
