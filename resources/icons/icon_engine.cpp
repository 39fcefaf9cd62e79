// SPDX-License-Identifier: GPL-3.0-or-later
#include "icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtPlugin>

using namespace Qt::StringLiterals;

namespace {

QColor colourFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

} // namespace

void IconEngine::addFile(const QString &fileName, const QSize & /*size*/, QIcon::Mode /*mode*/,
                         QIcon::State /*state*/)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_fileName = fileName;
    m_drawing = file.readAll();
}

QPixmap IconEngine::rendered(const QSize &pixels, const QColor &colour) const
{
    const QString key = u"dateline-icon:%1:%2:%3x%4"_s.arg(m_fileName, colour.name())
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap found;
    if (QPixmapCache::find(key, &found))
        return found;

    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QByteArray coloured = m_drawing;
    coloured.replace("currentColor", colour.name().toUtf8());
    QSvgRenderer renderer(coloured);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    found = QPixmap::fromImage(image);
    QPixmapCache::insert(key, found);
    return found;
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/,
                                 qreal scale)
{
    if (size.isEmpty() || isNull())
        return {};
    // `size` does not count device pixels (since Qt 6.8).
    QPixmap pixmap = rendered((QSizeF(size) * scale).toSize(), colourFor(mode));
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, scale));
}

QSize IconEngine::actualSize(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/)
{
    const int side = qMin(size.width(), size.height());
    return {side, side};
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"dateline"_s;
}

bool IconEngine::isNull()
{
    return m_drawing.isEmpty();
}

QIconEngine *DatelineIconPlugin::create(const QString &fileName)
{
    auto *engine = new IconEngine;
    if (!fileName.isEmpty())
        engine->addFile(fileName, {}, QIcon::Normal, QIcon::Off);
    return engine;
}

Q_IMPORT_PLUGIN(DatelineIconPlugin)
