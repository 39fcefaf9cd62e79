// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/transport_row.h>

#include <symbology/focus_reason.h>
#include <timeline/committed_field.h>
#include <timeline/pace_controls.h>
#include <timeline/period_text.h>
#include <timeline/transport_icons.h>
#include <workspace/wording.h>

#include <QButtonGroup>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace dateline::timeline {

using namespace Qt::StringLiterals;
using workspace::Playback;
using workspace::PlayMode;
using workspace::ViewState;
using workspace::Workspace;

namespace {

constexpr int smallGap = 4;
constexpr int groupGap = 12;
constexpr int widest = 36'500; ///< days of the sliding window
constexpr int widthStep = 10;

} // namespace

TransportRow::TransportRow(Workspace *workspace, Playback *playback, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_playback(playback)
    , m_pace(new PaceControls(playback, this))
    , m_countPlace(new QWidget(this))
    , m_count(new QLabel(m_countPlace))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, smallGap, 8, smallGap);
    row->setSpacing(2);
    makeTransport(row);
    makeModes(addGroup(row));
    addGroup(row)->addWidget(m_pace);
    row->addSpacing(groupGap);
    m_count->setObjectName("playCount"_L1);
    m_count->setTextFormat(Qt::PlainText);
    // In the row's layout its text would have the window laid out in every frame of a brush.
    m_countPlace->installEventFilter(this);
    row->addWidget(m_countPlace, 1);
    makeContainment(addGroup(row)); // it comes and goes, and nothing moves by that
    makeBrush(addGroup(row));
    makeParts(row);
    connectState();
    // Modes, period, how to read it, speed: that is set once, which events the head shows often.
    m_groups = {m_groups[0], m_groups[3], m_groups[2], m_groups[1]};
}

QHBoxLayout *TransportRow::addGroup(QHBoxLayout *row)
{
    auto *group = new QWidget(this);
    auto *layout = new QHBoxLayout(group);
    layout->setContentsMargins(groupGap, 0, 0, 0);
    layout->setSpacing(row->spacing());
    row->addWidget(group);
    m_groups.push_back(group);
    return layout;
}

int TransportRow::widthWithoutGroups() const
{
    int taken = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem *item = layout()->itemAt(i);
        if (std::ranges::find(m_groups, item->widget()) == m_groups.end())
            taken += item->sizeHint().width() + layout()->spacing();
    }
    return taken;
}

void TransportRow::fit()
{
    const int count = QFontMetrics(m_style.normal).horizontalAdvance(m_count->text());
    int room = width() - widthWithoutGroups() - count;
    const bool brushed = !m_workspace->state().filters.windows.empty();
    for (QWidget *group : m_groups) {
        if (group->isAncestorOf(m_containment) && !brushed) {
            group->hide(); // it says how to read the period
            continue;
        }
        room -= group->sizeHint().width() + layout()->spacing();
        group->setVisible(room >= 0);
    }
}

void TransportRow::resizeEvent(QResizeEvent *)
{
    fit();
}

QSize TransportRow::minimumSizeHint() const
{
    return {widthWithoutGroups(), QWidget::minimumSizeHint().height()};
}

QToolButton *TransportRow::addButton(QHBoxLayout *row, const QString &name, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(help);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

void TransportRow::makeTransport(QHBoxLayout *row)
{
    m_back = addButton(row, tr("Step back"), tr("Step back (Left)"));
    m_play = addButton(row, tr("Play"), tr("Play (Space)"));
    m_forward = addButton(row, tr("Step forward"), tr("Step forward (Right)"));
    m_play->setObjectName("play"_L1);
    for (QToolButton *button : {m_back, m_play, m_forward})
        button->installEventFilter(this);
    row->addSpacing(smallGap);
    m_head = new CommittedField([this](const QString &text) { return commitHead(text); },
                                tr("The date of the play head: a day, a month or a year, as "
                                   "2022-09-12, 2022-09 or 2022. Enter sets it."),
                                this);
    m_head->setObjectName("playHead"_L1);
    m_head->setAccessibleName(tr("Date of the play head"));
    m_head->setPlaceholderText(tr("Any date"));
    m_head->installEventFilter(this);
    row->addWidget(m_head);
    m_clear = addButton(row, tr("Show all dates"), tr("Take the play head away: show all dates"));
    m_clear->setObjectName("clearPlayHead"_L1);
    connect(m_back, &QToolButton::clicked, this, [this] { m_playback->step(-1); });
    connect(m_play, &QToolButton::clicked, m_playback, &Playback::toggle);
    connect(m_forward, &QToolButton::clicked, this, [this] { m_playback->step(1); });
    connect(m_clear, &QToolButton::clicked, m_playback, &Playback::stop);
}

void TransportRow::makeModes(QHBoxLayout *row)
{
    m_modes = new QButtonGroup(this);
    const auto add = [this, row](PlayMode mode, const QString &name, const QString &help) {
        QToolButton *button = addButton(row, name, help);
        button->setText(name);
        button->setCheckable(true);
        m_modes->addButton(button, int(mode));
    };
    add(PlayMode::Cumulative, tr("Until date"),
        tr("Show all that may have begun by the play head"));
    add(PlayMode::Moving, tr("Sliding window"),
        tr("Show what may fall in the window that ends at the "
           "play head"));
    makeWidth(row);
    add(PlayMode::Point, tr("On date"), tr("Show what may be going on at the play head"));
    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int id) { m_playback->setMode(PlayMode(id)); });
}

void TransportRow::makeWidth(QHBoxLayout *row)
{
    m_width = new QSpinBox(this);
    m_width->setObjectName("windowWidth"_L1);
    m_width->setRange(1, widest);
    m_width->setSingleStep(widthStep);
    m_width->setSuffix(tr(" days"));
    m_width->setAccessibleName(tr("Width of the sliding window in days"));
    m_width->setToolTip(tr("Width of the sliding window; its start stays"));
    m_width->setKeyboardTracking(false);
    row->addWidget(m_width);
    connect(m_width, &QSpinBox::valueChanged, m_playback,
            [this](int days) { m_playback->setWidth(days * events::millisecondsPerDay); });
}

void TransportRow::makeBrush(QHBoxLayout *row)
{
    auto *label = new QLabel(tr("Period"), this);
    row->addWidget(label);
    row->addSpacing(smallGap);
    m_brush = new CommittedField([this](const QString &text) { return commitBrush(text); },
                                 tr("The period that is shown, as 2016/2018, 2016-05 or "
                                    "2016/2018, 2022. Enter sets it; empty shows all."),
                                 this);
    m_brush->setObjectName("brush"_L1);
    m_brush->setAccessibleName(tr("Period"));
    m_brush->setPlaceholderText(tr("All time"));
    label->setBuddy(m_brush);
    row->addWidget(m_brush);
}

void TransportRow::makeContainment(QHBoxLayout *row)
{
    m_containment = addButton(row, tr("Only what certainly lies within the period"),
                              tr("Only events that certainly lie within the period; otherwise "
                                 "all that may touch it"));
    m_containment->setObjectName("containment"_L1);
    m_containment->setText(tr("only fully inside"));
    m_containment->setCheckable(true);
    connect(m_containment, &QToolButton::clicked, this, [this](bool within) {
        m_workspace->change([within](ViewState &next) {
            next.filters.containment
                = within ? query::Containment::Within : query::Containment::Touches;
        });
    });
}

void TransportRow::makeParts(QHBoxLayout *row)
{
    row->addSpacing(groupGap);
    m_growth = addButton(row, tr("Show growth"), tr("Show or hide the growth curve"));
    m_growth->setObjectName("growth"_L1);
    m_growth->setCheckable(true);
    m_legend = addButton(row, tr("Legend of the timeline"), tr("Show or hide what the marks mean"));
    m_legend->setObjectName("timelineLegend"_L1);
    m_legend->setCheckable(true);
}

void TransportRow::connectState()
{
    connect(m_workspace, &Workspace::datasetChanged, this, [this] {
        showHead();
        showBrush();
        showCount();
        showIcons();
    });
    connect(m_workspace, &Workspace::playHeadChanged, this, &TransportRow::showHead);
    connect(m_workspace, &Workspace::filtersChanged, this, [this] {
        showBrush();
        showCount();
    });
    connect(m_playback, &Playback::playingChanged, this, &TransportRow::showIcons);
    connect(m_playback, &Playback::settingsChanged, this, &TransportRow::showSettings);
}

void TransportRow::setStyle(const TimelineStyle &style)
{
    m_style = style;
    setFont(style.normal);
    m_count->setFont(style.normal); // its place passes not all of a font on
    const QFontMetricsF metrics(style.normal);
    m_head->setFixedWidth(int(metrics.horizontalAdvance(u"-0000-00-00"_s) + 20 * style.scale));
    m_brush->setFixedWidth(
        int(metrics.horizontalAdvance(u"0000-00-00/0000-00-00"_s) + 32 * style.scale));
    const int side = int(16 * style.scale);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize({side, side});
    m_pace->setStyle(style);
    m_head->setFaultColour(style.hover);
    m_brush->setFaultColour(style.hover);
    showHead();
    showBrush();
    showCount();
    showIcons();
    fit();
}

void TransportRow::showHead()
{
    const std::optional<workspace::PlayHead> &head = m_workspace->state().play;
    m_head->setValue(head ? dayText(head->at) : QString());
    m_clear->setEnabled(head.has_value());
}

void TransportRow::showBrush()
{
    const query::Filters &filters = m_workspace->state().filters;
    m_brush->setValue(periodsText(filters.windows));
    m_brush->setCursorPosition(0);
    m_containment->setChecked(filters.containment == query::Containment::Within);
    fit();
}

/// How many of the events that pass certainly and possibly are what the head shows.
void TransportRow::showCount()
{
    const QString phrase
        = tr("Events: %1", "counts").arg(workspace::tallyPhrase(m_playback->shownTally()));
    m_count->setText(phrase);
    m_count->setToolTip(phrase);
}

void TransportRow::showSettings()
{
    if (QAbstractButton *button = m_modes->button(int(m_playback->mode())))
        button->setChecked(true);
    {
        // A window of a view may be wider than can be typed, or not of whole days.
        const QSignalBlocker quiet(m_width);
        m_width->setValue(int(
            std::min<events::Instant>(m_playback->width() / events::millisecondsPerDay, widest)));
    }
    m_width->setVisible(m_playback->mode() == PlayMode::Moving);
    fit();
}

void TransportRow::showIcons()
{
    const bool playing = m_playback->isPlaying();
    m_back->setIcon(glyphIcon(Glyph::StepBack, m_style.text));
    m_forward->setIcon(glyphIcon(Glyph::StepForward, m_style.text));
    m_play->setIcon(glyphIcon(playing ? Glyph::Pause : Glyph::Play, m_style.text));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    m_clear->setIcon(glyphIcon(Glyph::Clear, m_style.text));
    m_growth->setIcon(glyphIcon(Glyph::Growth, m_style.text));
    m_legend->setIcon(glyphIcon(Glyph::Legend, m_style.text));
    m_growth->setVisible(m_workspace->dataset().info().countedKind.has_value());
    showSettings();
}

QString TransportRow::commitHead(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_playback->stop();
        return {};
    }
    QString fault;
    const std::optional<events::Instant> at = momentFromText(text, &fault);
    if (!at)
        return fault;
    m_playback->pause();
    m_playback->moveTo(*at, workspace::Step::New);
    return {};
}

QString TransportRow::commitBrush(const QString &text)
{
    QString fault;
    const std::optional<Windows> windows = windowsFromText(text, &fault);
    if (!windows)
        return fault;
    m_workspace->change([&windows](ViewState &next) { next.filters.windows = *windows; });
    return {};
}

/// A button would pass the focus on with the arrows. While a person types a date, it stands still.
bool TransportRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_countPlace)
        m_count->resize(m_countPlace->size());
    if (event->type() == QEvent::FocusIn && watched == m_head
        && symbology::showsRing(static_cast<QFocusEvent *>(event)->reason()))
        m_playback->pause();
    if (event->type() == QEvent::KeyPress && watched != m_head) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Right && m_playback->skipRest())
            return true;
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            m_playback->step(key == Qt::Key_Left ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dateline::timeline
