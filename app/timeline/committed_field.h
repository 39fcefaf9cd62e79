// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>

namespace dateline::timeline {

/// A line of text that stands for a value elsewhere: Return commits what was typed, Escape or
/// leaving the field restores what holds. What cannot be read is not committed; the reason is
/// then the tooltip and the accessible description, and the frame says so.
class CommittedField : public QLineEdit
{
    Q_OBJECT

public:
    /// Tries to commit a text; the reason why it cannot be, else an empty string.
    using Commit = std::function<QString(const QString &)>;

    CommittedField(Commit commit, const QString &help, QWidget *parent = nullptr);

    /// What holds; shown unless a person is typing.
    void setValue(const QString &value);
    [[nodiscard]] const QString &value() const { return m_value; }

    [[nodiscard]] bool hasFault() const { return !m_fault.isEmpty(); }

    void setFaultColour(const QColor &colour);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void restore();
    void setFault(const QString &fault);

    Commit m_commit;
    QString m_help;
    QString m_value;
    QString m_fault;
    QColor m_faultColour;
};

} // namespace dateline::timeline
