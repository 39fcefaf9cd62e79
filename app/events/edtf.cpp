// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf.h>

#include <events/edtf_parser.h>

namespace dateline::events {

std::optional<Edtf> Edtf::parse(QStringView text, EdtfFault *fault)
{
    return EdtfParser(text, fault).parse();
}

} // namespace dateline::events
