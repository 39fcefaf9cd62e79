// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/presentation.h>

#include <stories/cover_screen.h>
#include <stories/presenter_console.h>
#include <stories/step_list.h>
#include <stories/step_view.h>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextEdit>

#include <algorithm>

namespace dateline::stories {

namespace {

constexpr double smallestScale = 0.7;
constexpr double largestScale = 2.5;
constexpr double scaleStep = 1.1;

bool isTyping(const QWidget *focus)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(focus))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(focus))
        return !text->isReadOnly();
    return qobject_cast<const QAbstractSpinBox *>(focus) != nullptr;
}

/// True for keys that write something into a text field or move in it.
bool writes(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return !event.text().isEmpty() && event.text().front().isPrint();
    }
}

bool isDigit(const QKeyEvent &event)
{
    return event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9
        && !(event.modifiers() & ~Qt::KeypadModifier);
}

} // namespace

Presentation::Presentation(workspace::Workspace *workspace, PresentationStage *stage,
                           QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_player(workspace)
    , m_stepView(std::make_unique<StepView>(workspace, &m_player))
{
    connectParts();
}

Presentation::~Presentation()
{
    end();
}

void Presentation::connectParts()
{
    connect(&m_player, &StoryPlayer::stepChanged, this,
            [this] { m_here = {m_player.storyIndex(), m_player.stepIndex()}; });
    connect(&m_player, &StoryPlayer::ended, this, &Presentation::leave);
    connect(m_stepView.get(), &StepView::linkActivated, this, &Presentation::linkActivated);
    connect(m_stepView.get(), &StepView::endRequested, this, &Presentation::end);
    connect(m_stepView.get(), &StepView::overviewRequested, this,
            [this] { setOverviewVisible(!isOverviewVisible()); });
}

bool Presentation::start(std::size_t story, std::size_t step, bool fullScreen)
{
    if (!m_player.start(story, step))
        return false;
    if (m_running)
        return true;
    m_running = true;
    m_coverScreen = std::make_unique<CoverScreen>(m_stage->window());
    m_stepList = std::make_unique<StepList>(&m_player, m_stage->window());
    m_stage->enter(m_stepView.get());
    m_stepView->show();
    m_stage->setTextScale(m_look.textScale);
    spreadLook();
    m_wasFullScreen = m_stage->isFullScreen();
    if (fullScreen)
        m_stage->setFullScreen(true);
    if (m_console)
        m_console->restartClock();
    qApp->installEventFilter(this);
    Q_EMIT runningChanged(true);
    return true;
}

bool Presentation::startFromHere(bool fullScreen)
{
    return start(m_here.first, m_here.second, fullScreen)
        || start(0, 0, fullScreen); // another dataset may have fewer stories
}

void Presentation::end()
{
    m_player.end();
}

void Presentation::leave()
{
    if (!m_running)
        return;
    m_running = false;
    qApp->removeEventFilter(this);
    setCover(Cover::None);
    setConsoleVisible(false);
    m_stepList.reset();
    m_coverScreen.reset();
    m_stepView->hide();
    m_stage->setFullScreen(m_wasFullScreen);
    m_stage->leave();
    m_stepView->setParent(nullptr);
    Q_EMIT runningChanged(false);
}

void Presentation::setCover(Cover cover)
{
    if (cover == m_cover || !m_coverScreen)
        return;
    m_cover = cover;
    QString phrase;
    switch (cover) {
    case Cover::None:
        m_coverScreen->uncover();
        break;
    case Cover::Black:
        m_coverScreen->coverWith(Qt::black);
        phrase = tr("The audience sees black (B).");
        break;
    case Cover::White:
        m_coverScreen->coverWith(Qt::white);
        phrase = tr("The audience sees white (W).");
        break;
    case Cover::Frozen:
        m_coverScreen->freeze();
        phrase = tr("The audience's picture is frozen (Z).");
        break;
    }
    if (m_console)
        m_console->setCoverPhrase(phrase);
}

void Presentation::setTextScale(double scale)
{
    const double clamped = std::clamp(scale, smallestScale, largestScale);
    if (clamped == m_look.textScale)
        return;
    m_look.textScale = clamped;
    spreadLook();
    if (m_running)
        m_stage->setTextScale(clamped);
}

void Presentation::applyPalette(const workspace::Palette &palette)
{
    if (palette == m_look.palette)
        return;
    m_look.palette = palette;
    spreadLook();
}

void Presentation::spreadLook()
{
    m_stepView->setLook(m_look);
    if (m_stepList)
        m_stepList->setLook(m_look);
    if (m_console)
        m_console->setLook(m_look);
}

void Presentation::setConsoleVisible(bool visible)
{
    if (visible == isConsoleVisible())
        return;
    if (!visible) {
        m_console->close();
        return;
    }
    if (!m_running)
        return;
    if (!m_console) {
        m_console = std::make_unique<PresenterConsole>(&m_player);
        connect(m_console.get(), &PresenterConsole::freezeRequested, this,
                [this] { execute(Command::Freeze); });
    }
    m_console->setLook(m_look);
    m_console->showBeside(*m_stage->window());
}

bool Presentation::isConsoleVisible() const
{
    return m_console && m_console->isVisible();
}

void Presentation::setOverviewVisible(bool visible)
{
    if (!m_stepList || visible == isOverviewVisible())
        return;
    if (visible)
        m_stepList->open();
    else
        m_stepList->hide();
}

bool Presentation::isOverviewVisible() const
{
    return m_stepList && m_stepList->isVisible();
}

bool Presentation::isQuestionVisible() const
{
    return m_running && m_stepView->isQuestionVisible();
}

void Presentation::execute(Command command)
{
    if (!m_running)
        return;
    switch (command) {
    case Command::Next:
    case Command::Previous:
    case Command::First:
    case Command::Last:
    case Command::Restart:
        return move(command);
    case Command::Black:
        return toggleCover(Cover::Black);
    case Command::White:
        return toggleCover(Cover::White);
    case Command::Freeze:
        return toggleCover(Cover::Frozen);
    case Command::FullScreen:
        return m_stage->setFullScreen(!m_stage->isFullScreen());
    case Command::Overview:
        return setOverviewVisible(!isOverviewVisible());
    case Command::Console:
        return setConsoleVisible(!isConsoleVisible());
    case Command::Larger:
        return setTextScale(m_look.textScale * scaleStep);
    case Command::Smaller:
        return setTextScale(m_look.textScale / scaleStep);
    case Command::NormalSize:
        return setTextScale(1);
    case Command::Question:
        return m_stepView->setQuestionVisible(!m_stepView->isQuestionVisible());
    case Command::End:
        return peel();
    }
}

void Presentation::move(Command command)
{
    // A step is meant to be seen; a frozen picture is meant to stay.
    if (m_cover != Cover::Frozen)
        setCover(Cover::None);
    if (command == Command::Next)
        m_player.next();
    else if (command == Command::Previous)
        m_player.previous();
    else if (command == Command::Last)
        m_player.last();
    else
        m_player.first();
}

void Presentation::toggleCover(Cover cover)
{
    setCover(m_cover == cover ? Cover::None : cover);
}

void Presentation::peel()
{
    if (isOverviewVisible())
        setOverviewVisible(false);
    else if (m_cover != Cover::None)
        setCover(Cover::None);
    else
        end();
}

bool Presentation::takesKeysOf(const QObject *watched) const
{
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget)
        return false;
    return widget->window() == m_stage->window() || widget->window() == m_console.get();
}

bool Presentation::takeKey(const QKeyEvent &event, bool act)
{
    if (isOverviewVisible()) {
        if (StepList::takesKey(event)) {
            if (act)
                m_stepList->handleKey(event);
            return true;
        }
    } else if (isDigit(event)) {
        if (act) {
            setOverviewVisible(true);
            m_stepList->handleKey(event);
        }
        return true;
    }
    const std::optional<Command> command = commandFor(event.key(), event.modifiers());
    if (!command)
        return false;
    if (act && !(event.isAutoRepeat() && isSwitch(*command)))
        execute(*command);
    return true;
}

bool Presentation::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if ((!override && event->type() != QEvent::KeyPress) || !takesKeysOf(watched))
        return QObject::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (isTyping(qobject_cast<const QWidget *>(watched)) && writes(key))
        return QObject::eventFilter(watched, event);
    // Accepting the override keeps the key from the menus; the key itself follows.
    if (!takeKey(key, !override))
        return QObject::eventFilter(watched, event);
    event->accept();
    return true;
}

} // namespace dateline::stories
