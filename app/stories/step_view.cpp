// SPDX-License-Identifier: GPL-3.0-or-later
#include <stories/step_view.h>

#include <stories/icon_button.h>
#include <stories/markdown_view.h>
#include <workspace/citation.h>
#include <workspace/wording.h>

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline::stories {

namespace {

constexpr int leastCharacters = 30; ///< in a line

QLabel *textLabel(QVBoxLayout *layout)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
}

} // namespace

StepView::StepView(workspace::Workspace *workspace, StoryPlayer *player, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_player(player)
{
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * storyGrid, 2 * storyGrid, 2 * storyGrid, storyGrid);
    layout->setSpacing(storyGrid);
    buildTexts(layout);
    buildButtons(layout);
    connect(player, &StoryPlayer::stepChanged, this, &StepView::showStep);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &StepView::showAttribution);
    restyle();
    showStep();
}

void StepView::buildTexts(QVBoxLayout *layout)
{
    auto *top = new QHBoxLayout;
    layout->addLayout(top);
    m_story = new QLabel;
    m_story->setTextFormat(Qt::PlainText);
    m_story->setWordWrap(true);
    m_counter = new QLabel;
    m_counter->setAlignment(Qt::AlignRight | Qt::AlignTop);
    top->addWidget(m_story, 1);
    top->addWidget(m_counter);
    m_heading = textLabel(layout);
    m_text = new MarkdownView;
    m_text->setAccessibleName(tr("Text of the step"));
    connect(m_text, &MarkdownView::linkActivated, this, &StepView::linkActivated);
    layout->addWidget(m_text, 1);
    m_fault = textLabel(layout);
    m_fault->setAccessibleName(tr("Problem with this step"));
    m_question = textLabel(layout);
    m_attribution = textLabel(layout);
}

void StepView::buildButtons(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    layout->addLayout(row);
    m_previous = iconButton(u"previous"_s, tr("Previous step (PageUp)"));
    m_next = iconButton(u"next"_s, tr("Next step (PageDown)"));
    QToolButton *overview = iconButton(u"list"_s, tr("All steps (O)"));
    QToolButton *close = iconButton(u"close"_s, tr("End the presentation (Esc)"));
    m_ask = new QPushButton(tr("Question"));
    m_ask->setCheckable(true);
    m_ask->setToolTip(tr("Show the question of this step (Q)"));
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                            static_cast<QWidget *>(m_ask)})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(overview);
    row->addWidget(close);
    connect(m_previous, &QToolButton::clicked, m_player, &StoryPlayer::previous);
    connect(m_next, &QToolButton::clicked, m_player, &StoryPlayer::next);
    connect(m_ask, &QPushButton::toggled, this, &StepView::setQuestionVisible);
    connect(overview, &QToolButton::clicked, this, &StepView::overviewRequested);
    connect(close, &QToolButton::clicked, this, &StepView::endRequested);
}

void StepView::setLook(const StoryLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    restyle();
}

void StepView::restyle()
{
    const symbology::ThemeColours colours = m_look.colours();
    setPalette(m_look.widgetPalette());
    const auto style = [this](QWidget *widget, TypeSize size, const QColor &colour) {
        QPalette widgetColours = m_look.widgetPalette();
        widgetColours.setColor(QPalette::WindowText, colour);
        widget->setPalette(widgetColours);
        widget->setFont(m_look.font(size));
    };
    style(m_story, TypeSize::Small, colours.mutedText);
    style(m_counter, TypeSize::Small, colours.mutedText);
    style(m_heading, TypeSize::Title, colours.text);
    style(m_text, TypeSize::Body, colours.text);
    style(m_fault, TypeSize::Small, colours.text);
    style(m_question, TypeSize::Body, colours.accent);
    style(m_attribution, TypeSize::Small, colours.mutedText);
    style(m_ask, TypeSize::Small, colours.text);
    m_text->viewport()->setAutoFillBackground(false);
    updateGeometry();
    update();
}

QSize StepView::minimumSizeHint() const
{
    const QFontMetrics metrics(m_look.font(TypeSize::Body));
    return {metrics.averageCharWidth() * leastCharacters, 240};
}

void StepView::setQuestionVisible(bool visible)
{
    m_question->setVisible(visible && !m_question->text().isEmpty());
    m_ask->setChecked(isQuestionVisible());
}

bool StepView::isQuestionVisible() const
{
    return m_question->isVisibleTo(this);
}

void StepView::showStep()
{
    const events::StoryStep *step = m_player->step();
    if (!step)
        return;
    const std::size_t number = m_player->stepIndex() + 1;
    m_story->setText(m_player->story()->title);
    m_counter->setText(tr("%1 / %2", "step of steps").arg(number).arg(m_player->stepCount()));
    m_heading->setText(step->heading);
    m_text->showMarkdown(step->text);
    m_fault->setText(m_player->fault());
    m_fault->setVisible(!m_player->fault().isEmpty());
    m_question->setText(step->question);
    m_ask->setVisible(!step->question.isEmpty());
    setQuestionVisible(false);
    m_previous->setEnabled(number > 1);
    m_next->setEnabled(number < m_player->stepCount());
    showAttribution();
    announce();
}

void StepView::showAttribution()
{
    m_attribution->setText(workspace::filterSentence(*m_workspace) + u'\n'
                           + workspace::datasetCitation(m_workspace->dataset()));
}

void StepView::announce()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(
        this,
        tr("Step %1. %2. %3", "number of numbers, heading, text")
            .arg(m_counter->text(), m_heading->text(), m_text->toPlainText()));
    QAccessible::updateAccessibility(&event);
}

void StepView::paintEvent(QPaintEvent * /*event*/)
{
    const symbology::ThemeColours colours = m_look.colours();
    QPainter painter(this);
    painter.fillRect(rect(), colours.base);
    // A rule at the reading edge, like the margin of a printed column.
    painter.fillRect(QRect(0, 0, 4, height()), colours.accent);
    painter.setPen(colours.line);
    const int above = m_attribution->geometry().top() - storyGrid / 2;
    painter.drawLine(3 * storyGrid, above, width() - 2 * storyGrid, above);
}

} // namespace dateline::stories
