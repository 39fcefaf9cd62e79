// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/ledger_bar.h>

#include <panels/elided_label.h>
#include <panels/fitted_text.h>
#include <panels/plain_button.h>
#include <workspace/wording.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>

namespace dateline::panels {

namespace {

constexpr int widthOfOneLine = 96 * grid;

} // namespace

LedgerBar::LedgerBar(workspace::Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_sentence(new ElidedLabel(this))
    , m_reset(new PlainButton(PlainButton::Style::Outline, this))
    , m_located(new QLabel(this))
    , m_countryOnly(new PlainButton(PlainButton::Style::Outline, this))
    , m_plus(new QLabel(tr("+"), this))
    , m_unlocated(new PlainButton(PlainButton::Style::Outline, this))
    , m_total(new QLabel(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    buildLayout();
    connect(m_reset, &PlainButton::clicked, workspace, &workspace::Workspace::resetFilters);
    connect(m_countryOnly, &PlainButton::clicked, this, &LedgerBar::trayRequested);
    connect(m_unlocated, &PlainButton::clicked, this, &LedgerBar::trayRequested);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &LedgerBar::refresh);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &LedgerBar::refresh);
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
    refresh();
}

void LedgerBar::buildLayout()
{
    m_reset->setText(tr("Reset"));
    m_reset->setGlyph(Glyph::Cross);
    m_reset->setToolTip(tr("Takes all filters away; the selection stays"));
    auto *filter = new QHBoxLayout;
    filter->setSpacing(grid);
    filter->addWidget(m_sentence, 1);
    filter->addWidget(m_reset);
    auto *ledger = new QHBoxLayout;
    ledger->setSpacing(grid);
    ledger->addWidget(m_located);
    ledger->addWidget(m_countryOnly);
    ledger->addWidget(m_plus);
    ledger->addWidget(m_unlocated);
    ledger->addWidget(m_total);
    ledger->addStretch();
    m_layout->setContentsMargins(grid, grid / 2, grid, grid / 2);
    m_layout->setSpacing(3 * grid);
    m_layout->addLayout(filter, 1);
    m_layout->addLayout(ledger);
}

QSize LedgerBar::minimumSizeHint() const
{
    return {40 * grid, m_layout->minimumSize().height()};
}

void LedgerBar::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    m_look = Look(palette, theme);
    style();
}

void LedgerBar::style()
{
    setPalette(m_look.widgetPalette());
    m_sentence->setFont(typeFont(font(), TypeSize::Body, QFont::DemiBold));
    for (QLabel *label : {m_located, m_plus, m_total})
        label->setFont(typeFont(font(), TypeSize::Body));
    for (PlainButton *button : {m_reset, m_countryOnly, m_unlocated})
        button->setLook(m_look);
    refreshLedger();
}

void LedgerBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        style();
    QWidget::changeEvent(event);
}

void LedgerBar::resizeEvent(QResizeEvent *event)
{
    const bool wide = event->size().width() >= widthOfOneLine * fontMetrics().height() / 18;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(wide ? 3 * grid : grid / 2);
    QWidget::resizeEvent(event);
}

void LedgerBar::refresh()
{
    const workspace::ViewState &state = m_workspace->state();
    m_sentence->setText(workspace::filterSentence(*m_workspace));
    m_reset->setEnabled(!state.filters.isEmpty() || state.play.has_value());
    refreshLedger();
}

void LedgerBar::refreshLedger()
{
    const query::Ledger &ledger = m_workspace->ledger();
    const events::PackageInfo &info = m_workspace->dataset().info();
    const bool counted = info.countedKind.has_value();
    const query::LocatedSum &shown = counted ? ledger.passingCounted : ledger.passingEvents;
    const query::LocatedSum &all = counted ? ledger.counted : ledger.events;
    const QString plural = counted ? info.countedPlural : tr("events");
    const QLocale locale;
    setFittedText(m_located,
                  tr("%1: %2 in cities +", "what is counted")
                      .arg(workspace::sentenceCase(plural), locale.toString(shown.located)));
    setFittedText(m_countryOnly, tr("%1 by country only").arg(locale.toString(shown.countryOnly)));
    m_countryOnly->setToolTip(tr("Known to a country or region only: show the list"));
    setFittedText(m_unlocated, tr("%1 not on the map").arg(locale.toString(shown.unlocated)));
    m_unlocated->setToolTip(tr("Without a stated place: show the list"));
    setFittedText(
        m_total,
        shown == all
            ? tr("= %1").arg(locale.toString(all.total()))
            : tr("= %1 of %2").arg(locale.toString(shown.total()), locale.toString(all.total())));
    const QString sentence = workspace::ledgerSentence(*m_workspace);
    m_total->setToolTip(sentence);
    m_total->setAccessibleName(sentence.isEmpty() ? m_total->text() : sentence);
}

} // namespace dateline::panels
