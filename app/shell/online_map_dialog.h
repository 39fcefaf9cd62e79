// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map/tile_server.h>

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace dateline::shell {

/// The setting that keeps which server a person agreed to; it is asked for once.
inline constexpr QLatin1StringView agreedServerKey("online/server");

/// Asks whether a server may hear which part of the map is looked at: names it, says what it
/// learns, and lets another one be chosen. Nothing is sent before accepted().
class OnlineMapDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OnlineMapDialog(QWidget *parent = nullptr);

    /// The server as typed; nothing while it is no address that may be used.
    [[nodiscard]] std::optional<map::TileServer> server() const;

private:
    void refresh();

    QLabel *m_text;
    QLineEdit *m_address;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace dateline::shell
