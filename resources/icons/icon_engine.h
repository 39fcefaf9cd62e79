// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QIconEnginePlugin>

/// Draws one of Dateline's icons in the text colour of the application's palette, so that a theme
/// recolours all of them and a view needs nothing but QIcon(u":/icons/play.icon"_s).
class IconEngine : public QIconEngine
{
public:
    void addFile(const QString &fileName, const QSize &size, QIcon::Mode mode,
                 QIcon::State state) override;
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    bool isNull() override;

private:
    [[nodiscard]] QPixmap rendered(const QSize &pixels, const QColor &colour) const;

    QString m_fileName;
    QByteArray m_drawing;
};

/// Gives the engine to QIcon for names that end in ".icon".
class DatelineIconPlugin : public QIconEnginePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QIconEngineFactoryInterface_iid FILE "icon_engine.json")

public:
    QIconEngine *create(const QString &fileName) override;
};
