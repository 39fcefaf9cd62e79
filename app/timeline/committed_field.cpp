// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/committed_field.h>

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace dateline::timeline {

CommittedField::CommittedField(Commit commit, const QString &help, QWidget *parent)
    : QLineEdit(parent)
    , m_commit(std::move(commit))
    , m_help(help)
{
    setToolTip(help);
    connect(this, &QLineEdit::textEdited, this, [this] { setFault({}); });
}

void CommittedField::setValue(const QString &value)
{
    if (m_value == value)
        return;
    m_value = value;
    if (!hasFocus() || !isModified())
        restore();
}

void CommittedField::setFaultColour(const QColor &colour)
{
    m_faultColour = colour;
    update();
}

void CommittedField::restore()
{
    setText(m_value);
    setModified(false);
    setFault({});
}

void CommittedField::setFault(const QString &fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    setToolTip(fault.isEmpty() ? m_help : fault);
    setAccessibleDescription(fault);
    update();
}

bool CommittedField::event(QEvent *event)
{
    // While a person types, Escape restores the text before it means anything to the window.
    if (event->type() == QEvent::ShortcutOverride && isModified()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void CommittedField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QString fault = m_commit(text());
        if (fault.isEmpty())
            restore();
        setFault(fault);
        selectAll();
    } else if (event->key() == Qt::Key_Escape && isModified()) {
        restore();
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

/// What is there is what the next letters replace, also after a click.
void CommittedField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        QTimer::singleShot(0, this, &QLineEdit::selectAll);
}

void CommittedField::focusOutEvent(QFocusEvent *event)
{
    restore();
    QLineEdit::focusOutEvent(event);
}

void CommittedField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_fault.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(m_faultColour, 2, Qt::DashLine));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace dateline::timeline
