// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/step_list.h>

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dateline::stories {

StepList::StepList(StoryPlayer *player, QWidget *window)
    : QFrame(window)
    , m_player(player)
    , m_prompt(new QLabel)
    , m_steps(new QListWidget)
{
    hide();
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    setAccessibleName(tr("All steps"));
    m_steps->setAccessibleName(tr("Steps of the story"));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setWordWrap(true);
    m_steps->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * storyGrid, 2 * storyGrid, 2 * storyGrid, 2 * storyGrid);
    layout->addWidget(m_prompt);
    layout->addWidget(m_steps, 1);
    connect(m_steps, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_steps->row(item)); });
    setLook({});
}

void StepList::setLook(const StoryLook &look)
{
    setPalette(look.widgetPalette());
    m_prompt->setFont(look.font(TypeSize::Small));
    m_steps->setFont(look.font(TypeSize::Body));
    m_steps->setSpacing(storyGrid / 4);
}

void StepList::open()
{
    m_typed.clear();
    m_steps->clear();
    const events::Story *story = m_player->story();
    if (!story)
        return;
    for (std::size_t i = 0; i < story->steps.size(); ++i)
        m_steps->addItem(tr("%1  %2", "number, heading").arg(i + 1).arg(story->steps[i].heading));
    m_steps->setCurrentRow(int(m_player->stepIndex()));
    showPrompt();
    const QRect room = parentWidget()->rect();
    int wanted = m_prompt->sizeHint().height() + 8 * storyGrid;
    for (int row = 0; row < m_steps->count(); ++row)
        wanted += m_steps->sizeHintForRow(row) + 2 * m_steps->spacing();
    const QSize size(std::min(room.width() - 4 * storyGrid, 720),
                     std::min(room.height() - 4 * storyGrid, wanted));
    setGeometry(QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
    raise();
    show();
}

bool StepList::takesKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_PageUp:
    case Qt::Key_End:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Backspace:
        return true;
    default:
        return event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9;
    }
}

void StepList::handleKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        moveBy(-1);
        break;
    case Qt::Key_Down:
    case Qt::Key_Right:
        moveBy(1);
        break;
    case Qt::Key_Home:
    case Qt::Key_PageUp:
        moveBy(-m_steps->count());
        break;
    case Qt::Key_End:
    case Qt::Key_PageDown:
        moveBy(m_steps->count());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(m_steps->currentRow());
        break;
    default:
        typeNumber(event);
        break;
    }
}

void StepList::typeNumber(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Backspace)
        m_typed.chop(1);
    else if (m_typed.size() < 4)
        m_typed += QChar(u'0' + (event.key() - Qt::Key_0));
    if (!m_typed.isEmpty())
        m_steps->setCurrentRow(std::clamp(m_typed.toInt() - 1, 0, m_steps->count() - 1));
    showPrompt();
}

void StepList::moveBy(int rows)
{
    m_typed.clear();
    m_steps->setCurrentRow(std::clamp(m_steps->currentRow() + rows, 0, m_steps->count() - 1));
    showPrompt();
}

void StepList::choose(int row)
{
    hide();
    if (row >= 0)
        m_player->goTo(std::size_t(row));
}

void StepList::showPrompt()
{
    m_prompt->setText(m_typed.isEmpty() ? tr("Choose a step or type its number, then Enter")
                                        : tr("Go to step %1, then Enter").arg(m_typed));
}

} // namespace dateline::stories
