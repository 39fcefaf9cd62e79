// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/online_map_dialog.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace dateline::shell {

OnlineMapDialog::OnlineMapDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel)
    , m_address(new QLineEdit)
    , m_fault(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Online map"));
    for (QLabel *label : {m_text, m_fault})
        label->setWordWrap(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    const QString agreed = QSettings().value(agreedServerKey).toString();
    m_address->setText(agreed.isEmpty() ? map::openStreetMapServer().prefix.toString() : agreed);
    m_address->setAccessibleName(tr("Server"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Show its map"));
    auto *form = new QFormLayout;
    form->addRow(tr("Se&rver:"), m_address);
    form->addRow(QString(), m_fault);
    auto *all = new QVBoxLayout(this);
    all->addWidget(m_text);
    all->addLayout(form);
    all->addWidget(m_buttons);
    // Return alone, pressed once too often, agrees to nothing.
    m_buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(m_address, &QLineEdit::textChanged, this, &OnlineMapDialog::refresh);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

std::optional<map::TileServer> OnlineMapDialog::server() const
{
    return map::tileServerFrom(m_address->text());
}

void OnlineMapDialog::refresh()
{
    const std::optional<map::TileServer> typed = server();
    const QString host = typed ? typed->prefix.host() : tr("the server");
    m_text->setText(
        tr("<p>To show streets, Dateline would ask <b>%1</b>, and any server that it refers to, for "
           "pictures of the map.</p>"
           "<p>Whoever runs it learns the network address of this computer, that Dateline asks, and "
           "which parts of the world you look at, and how closely. It is not told anything of the "
           "dataset, your filters or what you select, but may guess from where you look.</p>"
           "<p>The pictures are kept on this computer. The map is off whenever Dateline starts; the "
           "built-in map needs no network.</p>")
            .arg(host.toHtmlEscaped()));
    m_fault->setText(typed ? QString()
                           : tr("Type an address such as https://tiles.example.org/world/ to which "
                                "zoom/x/y.png can be added. Only HTTPS is used."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(typed.has_value());
}

} // namespace dateline::shell
