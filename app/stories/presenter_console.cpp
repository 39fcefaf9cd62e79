// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/presenter_console.h>

#include <stories/icon_button.h>

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScreen>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline::stories {

PresenterConsole::PresenterConsole(StoryPlayer *player, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_player(player)
{
    setWindowTitle(tr("Presenter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * storyGrid, 2 * storyGrid, 3 * storyGrid, 2 * storyGrid);
    layout->setSpacing(2 * storyGrid);
    m_clock = addLabel(layout, tr("Clock"));
    m_cover = addLabel(layout, tr("What the audience sees"));
    m_heading = addLabel(layout, tr("Step"));
    m_notes = addLabel(layout, tr("Notes"));
    m_question = addLabel(layout, tr("Question"));
    layout->addStretch();
    m_next = addLabel(layout, tr("Next step"));
    buildButtons(layout);
    m_cover->hide();
    resize(560, 560);

    connect(player, &StoryPlayer::stepChanged, this, &PresenterConsole::showStep);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &PresenterConsole::showClock);
    m_sinceBegin.start();
    setLook({});
    showStep();
}

QLabel *PresenterConsole::addLabel(QVBoxLayout *layout, const QString &name)
{
    auto *label = new QLabel;
    label->setAccessibleName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
}

void PresenterConsole::buildButtons(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    layout->addLayout(row);
    QToolButton *previous = iconButton(u"previous"_s, tr("Previous step (PageUp)"));
    QToolButton *next = iconButton(u"next"_s, tr("Next step (PageDown)"));
    QToolButton *freeze = iconButton(u"eye"_s, tr("Freeze the audience's picture (Z)"));
    row->addWidget(previous);
    row->addWidget(next);
    row->addStretch();
    row->addWidget(freeze);
    connect(previous, &QToolButton::clicked, m_player, &StoryPlayer::previous);
    connect(next, &QToolButton::clicked, m_player, &StoryPlayer::next);
    connect(freeze, &QToolButton::clicked, this, &PresenterConsole::freezeRequested);
}

void PresenterConsole::setLook(const StoryLook &look)
{
    setPalette(look.widgetPalette());
    setAutoFillBackground(true);
    m_heading->setFont(look.font(TypeSize::Title));
    for (QLabel *label : {m_notes, m_question})
        label->setFont(look.font(TypeSize::Body));
    for (QLabel *label : {m_clock, m_cover, m_next})
        label->setFont(look.font(TypeSize::Small));
    QPalette accented = look.widgetPalette();
    accented.setColor(QPalette::WindowText, look.colours().accent);
    m_question->setPalette(accented);
    m_cover->setPalette(accented);
}

void PresenterConsole::setCoverPhrase(const QString &phrase)
{
    m_cover->setText(phrase);
    m_cover->setVisible(!phrase.isEmpty());
}

void PresenterConsole::restartClock()
{
    m_sinceBegin.restart();
    showClock();
}

void PresenterConsole::showBeside(const QWidget &audience)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        if (screen != audience.screen()) {
            move(screen->availableGeometry().topLeft() + QPoint(4 * storyGrid, 4 * storyGrid));
            break;
        }
    }
    showClock();
    m_tick.start();
    show();
}

void PresenterConsole::closeEvent(QCloseEvent *event)
{
    m_tick.stop();
    QWidget::closeEvent(event);
}

void PresenterConsole::showStep()
{
    const events::StoryStep *step = m_player->step();
    if (!step)
        return;
    m_heading->setText(tr("%1 / %2  %3", "step, steps, heading")
                           .arg(m_player->stepIndex() + 1)
                           .arg(m_player->stepCount())
                           .arg(step->heading));
    m_notes->setText(step->notes.isEmpty() ? tr("No notes for this step.") : step->notes);
    m_question->setText(step->question.isEmpty() ? QString()
                                                 : tr("Question: %1").arg(step->question));
    m_question->setVisible(!step->question.isEmpty());
    const events::StoryStep *next = m_player->nextStep();
    m_next->setText(next ? tr("Next: %1").arg(next->heading) : tr("This is the last step."));
}

void PresenterConsole::showClock()
{
    const QTime since = QTime(0, 0).addMSecs(int(m_sinceBegin.elapsed() % 86'400'000));
    m_clock->setText(tr("%1, running for %2", "time of day, duration")
                         .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat),
                              since.toString(u"H:mm:ss"_s)));
}

} // namespace dateline::stories
