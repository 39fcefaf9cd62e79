// SPDX-License-Identifier: GPL-3.0-or-later
#include <shell/page_dialog.h>

#include <shell/command_line.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPixmap>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::shell {

namespace {

using namespace std::chrono_literals;

constexpr int previewSide = 440;
constexpr double pixelsPerMillimetre = 96 / 25.4;
constexpr auto settingDelay = 250ms;

QSpinBox *spinBox(int least, int most, int value, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(false);
    box->setAccessibleName(name);
    return box;
}

QCheckBox *checkBox(const QString &text)
{
    auto *box = new QCheckBox(text);
    box->setChecked(true);
    return box;
}

} // namespace

PageDialog::PageDialog(Product product, PageSource source, QWidget *parent)
    : QDialog(parent)
    , m_product(product)
    , m_source(std::move(source))
    , m_previewing(m_source.program)
    , m_exporting(m_source.program)
    , m_settings(new QWidget)
    , m_daysPerSecond(m_source.play.daysPerSecond)
    , m_picture(new QLabel)
    , m_note(new QLabel)
    , m_progress(new QProgressBar)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(product == Product::Figure ? tr("Export figure") : tr("Export film"));
    auto *form = new QFormLayout(m_settings);
    form->setContentsMargins(0, 0, 0, 0);
    buildSettings(form);
    if (product == Product::Film)
        buildFilm(form);
    buildPreview();
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_settings);
    columns->addWidget(m_picture, 1);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(m_note);
    rows->addWidget(m_progress);
    rows->addWidget(m_buttons);
    connectExport();
    settingsChanged();
}

void PageDialog::buildSettings(QFormLayout *form)
{
    const bool isFilm = m_product == Product::Film;
    m_format = new QComboBox;
    m_format->setAccessibleName(tr("Format"));
    if (isFilm) {
        m_format->addItem(tr("WebM film"), u".webm"_s);
        m_format->addItem(tr("MP4 film"), u".mp4"_s);
        m_format->addItem(tr("Animated GIF"), u".gif"_s);
        m_format->addItem(tr("Folder of numbered pictures"), u"/"_s);
    } else {
        m_format->addItem(tr("PDF, for print"), u".pdf"_s);
        m_format->addItem(tr("SVG, to edit"), u".svg"_s);
        m_format->addItem(tr("PNG picture"), u".png"_s);
    }
    m_width = spinBox(320, 16'384, isFilm ? 1440 : 1200, tr("Width"));
    m_height = spinBox(320, 16'384, isFilm ? 1080 : 1200, tr("Height"));
    m_unit = new QComboBox;
    m_unit->setAccessibleName(tr("Unit of the size"));
    m_unit->addItem(tr("pixels"));
    m_unit->addItem(tr("millimetres"));
    m_unit->setVisible(!isFilm);
    auto *size = new QHBoxLayout;
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(u"×"_s));
    size->addWidget(m_height, 1);
    size->addWidget(m_unit);
    m_dpi = spinBox(36, 1200, isFilm ? 96 : 300, tr("Dots per inch"));
    m_map = checkBox(tr("&Map"));
    m_timeline = checkBox(tr("&Timeline"));
    m_growth = checkBox(tr("&Growth"));
    m_legend = checkBox(tr("Timeline &legend"));
    m_legend->setChecked(false);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("Size"), size);
    form->addRow(tr("&Dots per inch"), m_dpi);
    form->addRow(tr("Show"), m_map);
    form->addRow(QString(), m_timeline);
    form->addRow(QString(), m_growth);
    form->addRow(QString(), m_legend);
    for (QComboBox *box : {m_format, m_unit})
        connect(box, &QComboBox::currentIndexChanged, this, &PageDialog::settingsChanged);
    for (QSpinBox *box : {m_width, m_height, m_dpi})
        connect(box, &QSpinBox::valueChanged, this, &PageDialog::settingsChanged);
    for (QCheckBox *box : {m_map, m_timeline, m_growth, m_legend})
        connect(box, &QCheckBox::toggled, this, &PageDialog::settingsChanged);
}

void PageDialog::buildFilm(QFormLayout *form)
{
    m_mode = new QComboBox;
    m_mode->setAccessibleName(tr("Mode"));
    m_mode->addItems({tr("All that may have begun"), tr("A moving window of time"),
                      tr("What may be going on")}); // in the order of PlayMode
    m_mode->setCurrentIndex(int(m_source.mode));
    m_days = new QDoubleSpinBox;
    m_days->setRange(1, 100'000);
    m_days->setValue(m_daysPerSecond);
    m_days->setAccessibleName(tr("Days a second"));
    connect(m_days, &QDoubleSpinBox::valueChanged, this, [this](double days) {
        m_daysPerSecond = days;
        settingsChanged();
    });
    connect(m_mode, &QComboBox::currentIndexChanged, this, &PageDialog::settingsChanged);
    m_frames = spinBox(1, 120, 30, tr("Frames a second"));
    form->addRow(tr("M&ode"), m_mode);
    form->addRow(tr("Days a &second"), m_days);
    form->addRow(tr("F&rames a second"), m_frames);
}

void PageDialog::buildPreview()
{
    m_picture->setMinimumSize(previewSide, previewSide);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("Preview"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(settingDelay);
    connect(&m_delay, &QTimer::timeout, this, &PageDialog::preview);
    connect(&m_previewing, &PageExport::finished, this, &PageDialog::showPreview);
}

void PageDialog::connectExport()
{
    QPushButton *button = m_buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    button->setObjectName(u"export"_s);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PageDialog::chooseFile);
    connect(m_buttons, &QDialogButtonBox::rejected, this, [this] {
        // While it works, Cancel ends the work and leaves the settings to be mended.
        if (m_exporting.isRunning()) {
            m_exporting.cancel();
            setWorking(false);
        } else {
            reject();
        }
    });
    connect(&m_exporting, &PageExport::progressed, this, [this](int percent) {
        m_progress->setRange(0, 100);
        m_progress->setValue(percent);
    });
    connect(&m_exporting, &PageExport::finished, this, [this](const QString &fault) {
        setWorking(false);
        m_note->setText(fault);
        if (fault.isEmpty())
            accept();
    });
}

QStringList PageDialog::options() const
{
    QStringList parts;
    for (const auto &[box, name] :
         {std::pair(m_map, u"map"_s), std::pair(m_timeline, u"timeline"_s),
          std::pair(m_growth, u"growth"_s), std::pair(m_legend, u"legend"_s)})
        if (box->isChecked())
            parts.append(name);
    const QString unit = m_unit->currentIndex() == 1 ? u"mm"_s : QString();
    QStringList options{
        u"--size"_s,  u"%1x%2%3"_s.arg(m_width->value()).arg(m_height->value()).arg(unit),
        u"--show"_s,  parts.join(u','),
        u"--theme"_s, workspace::themeName(m_source.theme)};
    const workspace::PlayMode mode
        = m_mode ? workspace::PlayMode(m_mode->currentIndex()) : m_source.mode;
    options << u"--speed"_s << QString::number(m_daysPerSecond, 'g', QLocale::FloatingPointShortest)
            << u"--mode"_s << modeOption(mode) << u"--window"_s << daysOption(m_source.width);
    if (!m_source.play.breaks)
        options << u"--no-breaks"_s;
    if (m_frames)
        options << u"--fps"_s << QString::number(m_frames->value());
    if (m_frames && !m_source.play.stops)
        options << u"--no-stops"_s;
    if (!m_source.mapSize.isEmpty())
        options << u"--map-size"_s
                << u"%1x%2"_s.arg(m_source.mapSize.width()).arg(m_source.mapSize.height());
    return options;
}

void PageDialog::settingsChanged()
{
    const bool isPicture = m_product == Product::Film || m_format->currentData() == u".png"_s;
    m_dpi->setEnabled(isPicture);
    m_buttons->findChild<QPushButton *>(u"export"_s)->setEnabled(false);
    m_note->clear();
    m_previewing.cancel();
    m_delay.start();
}

void PageDialog::preview()
{
    const double unit = m_unit->currentIndex() == 1 ? pixelsPerMillimetre : 1;
    const double longest = std::max(m_width->value(), m_height->value()) * unit;
    const double dpi = std::clamp(96 * previewSide * devicePixelRatio() / longest, 36.0, 300.0);
    m_previewing.start(u"figure"_s, m_source.dataset, m_source.view,
                       options() << u"--dpi"_s << QString::number(dpi) << u"-o"_s
                                 << m_folder.filePath(u"preview.png"_s));
}

void PageDialog::showPreview(const QString &fault)
{
    QPixmap picture;
    if (fault.isEmpty())
        picture.load(m_folder.filePath(u"preview.png"_s));
    const double ratio = devicePixelRatio();
    if (!picture.isNull())
        picture = picture.scaled(QSize(previewSide, previewSide) * ratio, Qt::KeepAspectRatio,
                                 Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
    if (!fault.isEmpty())
        m_note->setText(fault);
    m_buttons->findChild<QPushButton *>(u"export"_s)
        ->setEnabled(fault.isEmpty() && !m_exporting.isRunning());
    Q_EMIT previewed();
}

QString PageDialog::suggestedName() const
{
    const QString name = m_product == Product::Film ? u"film"_s : u"figure"_s;
    const QString ending = m_format->currentData().toString();
    return ending == u"/" ? u"frames"_s : name + ending;
}

void PageDialog::chooseFile()
{
    const QString ending = m_format->currentData().toString();
    QString file = QFileDialog::getSaveFileName(
        this, windowTitle(), suggestedName(),
        ending == u"/" ? tr("New folder (*)") : u"%1 (*%2)"_s.arg(m_format->currentText(), ending));
    if (file.isEmpty())
        return;
    if (!file.endsWith(ending, Qt::CaseInsensitive))
        file += ending;
    exportTo(file);
}

void PageDialog::exportTo(const QString &file)
{
    QStringList arguments = options();
    if (m_dpi->isEnabled())
        arguments << u"--dpi"_s << QString::number(m_dpi->value());
    setWorking(true);
    m_exporting.start(m_product == Product::Film ? u"film"_s : u"figure"_s, m_source.dataset,
                      m_source.view, arguments << u"-o"_s << file);
}

void PageDialog::setWorking(bool working)
{
    m_settings->setEnabled(!working);
    m_buttons->findChild<QPushButton *>(u"export"_s)->setEnabled(!working);
    m_note->clear();
    m_progress->setRange(0, 0); // until it is known how far it is
    m_progress->setVisible(working);
}

} // namespace dateline::shell
