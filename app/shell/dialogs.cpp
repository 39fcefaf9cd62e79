// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/dialogs.h>

#include <panels/caveats_view.h>
#include <shell/cheat_sheet.h>
#include <shell/check_report.h>
#include <shell/link_guard.h>
#include <workspace/wording.h>

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

struct DialogText
{
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

/// Shows `content` with a Close button in a window that deletes itself.
QDialog *openDialog(QWidget &parent, const QString &title, QWidget *content, const QSize &size)
{
    auto *dialog = new QDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(content);
    layout->addWidget(buttons);
    dialog->resize(size);
    dialog->show();
    return dialog;
}

QTextBrowser *browser(const QString &html, const QString &name)
{
    auto *text = new QTextBrowser;
    text->setOpenLinks(false);
    text->setHtml(html);
    text->setAccessibleName(name);
    text->document()->setDocumentMargin(16);
    return text;
}

} // namespace

QString diagnosticsText(std::span<const readers::Diagnostic> diagnostics, qsizetype limit)
{
    QStringList paragraphs;
    for (const readers::Diagnostic &diagnostic : diagnostics) {
        if (paragraphs.size() == limit) {
            paragraphs.append(
                DialogText::tr("and %1 more").arg(qsizetype(diagnostics.size()) - limit));
            break;
        }
        paragraphs.append(
            u"%1: %2"_s.arg(workspace::sentenceCase(severityWord(diagnostic.severity)),
                            readers::toText(diagnostic)));
    }
    return paragraphs.join(u"\n\n"_s);
}

void openDiagnostics(QWidget &parent, std::span<const readers::Diagnostic> diagnostics)
{
    auto *text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setAccessibleName(DialogText::tr("Faults found in the dataset"));
    text->setPlainText(diagnosticsText(diagnostics, qsizetype(diagnostics.size())));
    openDialog(parent, DialogText::tr("Faults in the dataset"), text, {720, 480});
}

void openDoubts(QWidget &parent, workspace::Workspace &workspace, workspace::Theme theme)
{
    auto *view = new panels::CaveatsView(&workspace);
    workspace::Palette palette = workspace::paletteOf(theme);
    palette.fontScale = 1.0;
    view->applyPalette(palette, theme);
    QDialog *dialog = openDialog(parent, DialogText::tr("Data doubts"), view, {640, 720});
    QObject::connect(view, &panels::CaveatsView::eventChosen, dialog, &QDialog::accept);
    QObject::connect(view, &panels::CaveatsView::linkActivated, dialog,
                     [dialog](const QUrl &url) { askAndOpen(url, dialog); });
}

void openAbout(QWidget &parent, const workspace::Workspace &workspace)
{
    const events::PackageInfo &info = workspace.dataset().info();
    const QString html
        = DialogText::tr(
              "<h2>Dateline %1</h2>"
              "<p>Reported events on a linked timeline and world map. Everything shown is what somebody "
              "stated; nothing is shown as established because it is shown.</p>"
              "<p>The program contacts no host. A link opens in your browser only after you were told "
              "its host and agreed.</p>"
              "<h3>Dataset</h3><p>%2, version %3. Licence: %4.</p>"
              "<h3>Program</h3><p>GPL-3.0-or-later. It uses Qt and Qt Location (LGPL-3.0), QCustomPlot "
              "(GPL-3.0), ICU with CLDR (Unicode-3.0), libcsv (LGPL-2.1), libzip (BSD-3-Clause) and jemalloc "
              "(BSD-2-Clause).</p>"
              "<h3>Base map</h3><p>Natural Earth, public domain. Borders are drawn as Natural Earth draws "
              "them: de facto, by who controls the land. Those that it marks as disputed, among them lines of "
              "control, are dashed. No position is taken on any of them. Names of cities: GeoNames "
              "(geonames.org), CC-BY-4.0.</p>")
              .arg(QStringLiteral(DATELINE_VERSION), info.title.toHtmlEscaped(),
                   info.version.toHtmlEscaped(), info.licence.toHtmlEscaped());
    openDialog(parent, DialogText::tr("About Dateline"),
               browser(html, DialogText::tr("About Dateline")), {560, 520});
}

void openCheatSheet(QWidget &parent, const QList<QAction *> &actions)
{
    openDialog(parent, DialogText::tr("Keys"),
               browser(cheatSheetHtml(actions), DialogText::tr("Keys")), {640, 720});
}

} // namespace dateline::shell
