// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <shell/page_export.h>
#include <workspace/palette.h>
#include <workspace/playback.h>
#include <workspace/view_state.h>

#include <QDialog>
#include <QSizeF>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QSpinBox;

namespace dateline::shell {

/// What is exported: the view as it was when the dialog was opened.
struct PageSource
{
    QString program; ///< Dateline itself
    QString dataset; ///< its folder or .zip
    workspace::ViewState view;
    workspace::Theme theme = workspace::Theme::Paper;
    QSizeF mapSize; ///< of the map on screen
    workspace::PlaySettings play; ///< of the window's playback, as are:
    workspace::PlayMode mode = workspace::PlayMode::Cumulative;
    events::Instant width = workspace::PlayHead().width;
};

/// Export of a figure or a film: format, size, what to show, with a preview of the page. The work
/// is done beside the window (see PageExport), with progress, and can be cancelled at any time.
/// Opens without blocking the window.
class PageDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Product : std::uint8_t { Figure, Film };

    PageDialog(Product product, PageSource source, QWidget *parent = nullptr);

    /// Exports to `file` with the settings of the dialog; finished() of QDialog follows, or the
    /// fault is shown. What the button does once it has asked for a name.
    void exportTo(const QString &file);

    /// The options that the settings stand for, without output and dots per inch. They play as the
    /// window does, unless the settings say otherwise.
    [[nodiscard]] QStringList options() const;

Q_SIGNALS:
    void previewed(); ///< the preview is that of the settings, or the fault is shown

private:
    void buildSettings(QFormLayout *form);
    void buildFilm(QFormLayout *form);
    void buildPreview();
    void connectExport();
    void settingsChanged();
    void preview();
    void showPreview(const QString &fault);
    void chooseFile();
    void setWorking(bool working);
    [[nodiscard]] QString suggestedName() const;

    Product m_product;
    PageSource m_source;
    PageExport m_previewing;
    PageExport m_exporting;
    QTemporaryDir m_folder; ///< of the preview
    QTimer m_delay; ///< between a setting and its preview
    QWidget *m_settings;
    QComboBox *m_format;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_unit;
    QSpinBox *m_dpi;
    QCheckBox *m_map;
    QCheckBox *m_timeline;
    QCheckBox *m_growth;
    QCheckBox *m_legend;
    QComboBox *m_mode = nullptr; ///< of a film
    QSpinBox *m_frames = nullptr;
    QDoubleSpinBox *m_days = nullptr;
    double m_daysPerSecond; ///< not what m_days makes of it, which is rounded
    QLabel *m_picture;
    QLabel *m_note; ///< a fault, or how large the file's pixels are
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
};

} // namespace dateline::shell
