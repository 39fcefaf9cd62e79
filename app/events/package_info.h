// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <events/edtf.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dateline::events {

/// A doubt about the data that the package's editors state themselves.
struct Caveat
{
    QString heading;
    QString text;
    QStringList events; ///< ids of the events concerned
};

/// A moment at which the story that the data tells changes; playback slows down there.
struct TurningPoint
{
    Edtf date;
    QString label;
    QString event; ///< id, or empty
};

/// A time that the editors name to give what is drawn a context; it is no event.
struct Era
{
    Edtf date;
    QString label; ///< says who states it, where that is not an event's part
    QString event; ///< id of the event that is the source of it, or empty
};

/// What datapackage.json says about the package as a whole.
struct PackageInfo
{
    QString name; ///< stable, machine readable
    QString title;
    QString version;
    QString description;
    QString licence; ///< e.g. "CC-BY-4.0"
    std::optional<std::uint16_t> countedKind; ///< the kind the totals and the ledger count
    QString countedPlural; ///< what the counted things are called, e.g. the key of the summary
    std::optional<std::uint16_t>
        inquiryKind; ///< the kind of events in which somebody looks into others
    std::vector<Caveat> caveats;
    std::vector<TurningPoint> turningPoints;
    std::vector<Era> eras;
};

} // namespace dateline::events
