// SPDX-License-Identifier: GPL-3.0-or-later
#include <map/tile_server.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dateline::map {

TileServer openStreetMapServer()
{
    return {QUrl(u"https://tile.openstreetmap.org/"_s)};
}

std::optional<TileServer> tileServerFrom(const QString &text)
{
    QString address = text.trimmed();
    if (!address.contains("://"_L1))
        address.prepend("https://"_L1);
    if (!address.endsWith(u'/'))
        address.append(u'/');
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty()
        || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return std::nullopt;
    return TileServer{url};
}

QString tileCredit(const TileServer &server)
{
    const QString host = server.prefix.host();
    // Whose data another server shows, only its operator knows.
    return server == openStreetMapServer()
        ? QCoreApplication::translate("dateline::map::Furniture",
                                      "Map © OpenStreetMap contributors, from %1")
              .arg(host)
        : QCoreApplication::translate("dateline::map::Furniture", "Map from %1").arg(host);
}

QString tileFolder(const TileServer &server)
{
    const QByteArray name
        = QCryptographicHash::hash(server.prefix.toEncoded(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/tiles/"_s
        + QString::fromLatin1(name.first(16));
}

} // namespace dateline::map
