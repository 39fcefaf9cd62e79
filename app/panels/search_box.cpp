// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/search_box.h>

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>

namespace dateline::panels {

SearchBox::SearchBox(workspace::Workspace *workspace, QWidget *parent)
    : FieldEdit(parent)
    , m_workspace(workspace)
    , m_find(new QAction(tr("Find"), this))
    , m_result(new QLabel(this))
{
    setPlaceholderText(tr("Search events, claims, places, actors"));
    setAccessibleName(tr("Search"));
    setToolTip(tr("Every word must occur in title, summary, claims, place, actors or tags"));
    m_result->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_find->setShortcut(QKeySequence::Find);
    QWidget::addAction(m_find);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(m_find, &QAction::triggered, this, &SearchBox::find);
    connect(this, &FieldEdit::cleared, this, &SearchBox::search);
    connect(&m_timer, &QTimer::timeout, this, &SearchBox::search);
    connect(this, &QLineEdit::textEdited, &m_timer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &SearchBox::search);
    connect(workspace, &workspace::Workspace::datasetChanged, this, &SearchBox::follow);
    connect(workspace, &workspace::Workspace::filtersChanged, this, &SearchBox::follow);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now == this && old != nullptr)
            m_cameFrom = old;
    });
    applyPalette(workspace::paletteOf(workspace::Theme::Paper), workspace::Theme::Paper);
    follow();
}

void SearchBox::applyPalette(const workspace::Palette &palette, workspace::Theme theme)
{
    setLook(Look(palette, theme));
    style();
}

void SearchBox::style()
{
    QPalette muted = look().widgetPalette();
    muted.setColor(QPalette::WindowText, look().mutedText());
    m_result->setPalette(muted);
    m_result->setFont(typeFont(font(), TypeSize::Small));
    placeResult();
}

QString SearchBox::resultText() const
{
    if (m_workspace->state().filters.text.isEmpty())
        return {};
    if (m_workspace->isSearchWaiting())
        return tr("Reading texts…");
    const query::Ledger &ledger = m_workspace->ledger();
    return tr("%1 of %2", "how many events a search finds")
        .arg(QLocale().toString(ledger.passingEvents.total()),
             QLocale().toString(ledger.events.total()));
}

QSize SearchBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 42, fontMetrics().height() + 2 * grid};
}

bool SearchBox::event(QEvent *event)
{
    // Esc means this box while it has the focus, whatever it means elsewhere.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return FieldEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        FieldEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty()) {
        leave();
        return;
    }
    clear();
    search();
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    if (m_timer.isActive())
        search();
    m_typing = false;
    FieldEdit::focusOutEvent(event);
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    FieldEdit::resizeEvent(event);
    placeResult();
}

void SearchBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        style();
    FieldEdit::changeEvent(event);
}

void SearchBox::find()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::leave()
{
    if (m_cameFrom)
        m_cameFrom->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
}

void SearchBox::search()
{
    m_timer.stop();
    const QString words = text().simplified();
    if (words == m_workspace->state().filters.text)
        return;
    const auto step = m_typing ? workspace::Step::Continue : workspace::Step::New;
    m_typing = hasFocus();
    m_workspace->change([&words](workspace::ViewState &next) { next.filters.text = words; }, step);
}

void SearchBox::follow()
{
    const QString &words = m_workspace->state().filters.text;
    // What a person is typing just now is newer than what the workspace says.
    if (!m_timer.isActive() && words != text().simplified()) {
        setText(words);
        m_typing = false;
    }
    m_result->setText(resultText());
    m_result->setVisible(!m_result->text().isEmpty());
    placeResult();
}

void SearchBox::placeResult()
{
    m_result->adjustSize();
    m_result->move(clearButtonLeft() - m_result->width(), (height() - m_result->height()) / 2);
    reserveRight(m_result->isHidden() ? 0 : m_result->width() + grid);
}

} // namespace dateline::panels
