// SPDX-License-Identifier: GPL-3.0-or-later
#include <timeline/laid_text.h>

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QGuiApplication>
#include <QHash>
#include <QPaintEngine>
#include <QPainter>
#include <QScreen>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dateline::timeline {

namespace {

constexpr qsizetype mostKept = 4000;

/// What glyphs and their places depend on.
struct TextKey
{
    QFont font;
    int resolution = 0; ///< dots per inch; points of a font are of that many pixels
    QString text;

    friend bool operator==(const TextKey &, const TextKey &) = default;
    friend std::size_t qHash(const TextKey &key, std::size_t seed = 0)
    {
        return qHashMulti(seed, key.text, key.resolution);
    }
};

struct LaidText
{
    QList<QGlyphRun> runs;
    double advance = 0;
    QSizeF size;
};

struct ElidedKey
{
    TextKey whole;
    double width = 0;

    friend bool operator==(const ElidedKey &, const ElidedKey &) = default;
    friend std::size_t qHash(const ElidedKey &key, std::size_t seed = 0)
    {
        return qHashMulti(seed, key.whole, key.width);
    }
};

/// Everything that is kept.
struct KeptText
{
    QHash<TextKey, LaidText> laid;
    QHash<TextKey, double> advances;
    QHash<ElidedKey, QString> elided;

    void clear()
    {
        laid.clear();
        advances.clear();
        elided.clear();
    }
};

KeptText &keptText()
{
    static KeptText kept;
    static bool isWatched = false;
    if (!isWatched) {
        isWatched = true;
        QObject::connect(qGuiApp, &QGuiApplication::fontDatabaseChanged, qGuiApp,
                         [] { kept.clear(); });
        // The engines of fonts must not outlive the application.
        qAddPostRoutine([] {
            kept.clear();
            isWatched = false;
        });
    }
    return kept;
}

int screenResolution()
{
    const QScreen *screen = QGuiApplication::primaryScreen(); // null while none is plugged in
    return screen ? int(std::lround(screen->logicalDotsPerInchY())) : 0;
}

/// The value of a key, made by `make` where it is not kept yet.
template<typename Key, typename Value, typename Make>
const Value &kept(QHash<Key, Value> &values, const Key &key, const Make &make)
{
    auto found = values.constFind(key);
    if (found != values.cend())
        return *found;
    if (values.size() >= mostKept)
        values.clear();
    return *values.insert(key, make());
}

LaidText layOutText(const QFont &font, const QString &text, QPaintDevice *device)
{
    constexpr double unbroken = 0x01000000;
    QTextLayout layout(text, font, device);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(unbroken);
    const double top = std::ceil(-QFontMetricsF(font, device).leading());
    line.setPosition({0, top});
    layout.endLayout();
    const double width = std::max(line.horizontalAdvance(), line.naturalTextWidth());
    return {layout.glyphRuns(), line.horizontalAdvance(), QSizeF(width, top + line.height())};
}

/// As QTextLine::draw() does before it maps a position to the device.
QPointF onTextGrid(const QPointF &at)
{
    constexpr double steps = 64;
    return {double(int(at.x() * steps)) / steps, double(int(at.y() * steps)) / steps};
}

/// Where the line goes in a box; nothing where QPainter would clip it, mirror it or break it.
std::optional<QPointF> placeInBox(const LaidText &laid, const QRectF &box, Qt::Alignment alignment)
{
    // Many boxes are as high as their font, and computed: a hair is no reason to clip.
    constexpr double hair = 1.0 / 64;
    QPointF at = box.topLeft();
    if (alignment.testFlag(Qt::AlignRight))
        at.rx() += box.width() - laid.advance;
    else if (alignment.testFlag(Qt::AlignHCenter))
        at.rx() += (box.width() - laid.advance) / 2;
    if (alignment.testFlag(Qt::AlignVCenter))
        at.ry() += (box.height() - laid.size.height()) / 2;
    if (!box.adjusted(-hair, -hair, hair, hair).contains(QRectF(at, laid.size)))
        return std::nullopt;
    return onTextGrid(at);
}

/// A letter of a script that runs from the right: QPainter orders such text by itself.
bool runsFromTheRight(QChar letter)
{
    return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL;
}

bool isPlain(const QPainter &painter, const QString &text)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine && engine->type() == QPaintEngine::Raster
        && painter.layoutDirection() != Qt::RightToLeft
        && !std::ranges::any_of(text, runsFromTheRight) && !text.contains(u'\n')
        && !text.contains(u'\t') && painter.deviceTransform().type() <= QTransform::TxScale;
}

} // namespace

double advanceOf(const QFont &font, const QString &text)
{
    return kept(keptText().advances, TextKey{font, screenResolution(), text},
                [&] { return QFontMetricsF(font).horizontalAdvance(text); });
}

QString elidedTo(const QFont &font, const QString &text, double width)
{
    return kept(keptText().elided, ElidedKey{{font, screenResolution(), text}, width},
                [&] { return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width); });
}

void drawLaidText(QPainter &painter, const QRectF &box, Qt::Alignment alignment,
                  const QString &text)
{
    if (text.isEmpty())
        return;
    if (!isPlain(painter, text)) {
        painter.drawText(box, int(alignment), text);
        return;
    }
    const TextKey key{painter.font(), painter.device()->logicalDpiY(), text};
    const LaidText &laid
        = kept(keptText().laid, key, [&] { return layOutText(key.font, text, painter.device()); });
    const std::optional<QPointF> at = placeInBox(laid, box, alignment);
    if (!at) {
        painter.drawText(box, int(alignment), text);
        return;
    }
    for (const QGlyphRun &run : laid.runs)
        painter.drawGlyphRun(*at, run);
}

} // namespace dateline::timeline
