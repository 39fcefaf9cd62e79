// SPDX-License-Identifier: GPL-3.0-or-later
#include <events/edtf.h>

#include <fuzz/fuzz_target.h>

using dateline::tests::require;
using namespace dateline::events;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    EdtfFault fault;
    const std::optional<Edtf> date = Edtf::parse(text, &fault);
    if (!date) {
        require(fault.offset >= 0 && fault.offset <= text.size(), "the fault is within the text");
        require(!fault.message.isEmpty() && !fault.hint.isEmpty(), "a fault has message and hint");
        return 0;
    }
    const FuzzyInterval &bounds = date->bounds();
    require(bounds.earliestStart <= bounds.latestStart, "earliest start <= latest start");
    require(bounds.earliestEnd <= bounds.latestEnd, "earliest end <= latest end");
    require(bounds.earliestStart <= bounds.earliestEnd, "earliest start <= earliest end");
    require(bounds.latestStart <= bounds.latestEnd, "latest start <= latest end");
    require(date->text() == text, "the text is kept");
    return 0;
}
