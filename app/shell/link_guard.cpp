// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/link_guard.h>

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct LinkText
{
    Q_DECLARE_TR_FUNCTIONS(LinkGuard)
};

} // namespace

void askAndOpen(const QUrl &url, QWidget *parent)
{
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    if (!web || url.host().isEmpty()) {
        QMessageBox::warning(parent, LinkText::tr("Not a web page"),
                             LinkText::tr("Only http and https links are opened."));
        return;
    }
    QMessageBox box(QMessageBox::Question, LinkText::tr("Open a page outside?"),
                    LinkText::tr("Your browser will contact the host\n%1").arg(url.host()),
                    QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(url.toDisplayString());
    const QPushButton *open
        = box.addButton(LinkText::tr("Open in browser"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    if (box.clickedButton() == open)
        QDesktopServices::openUrl(url);
}

} // namespace dateline::shell
