// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab.h"

#include <algorithm>

namespace ipclab {

namespace {

template <typename Things> auto find(const Things& things, std::string_view wanted)
{
    const auto found
        = std::ranges::find_if(things, [&](const auto& thing) { return thing.name == wanted; });
    return found == things.end() ? nullptr : &*found;
}

} // namespace

std::string_view name(Variant variant)
{
    return variant == Variant::C ? "c" : "python";
}

bool isLabId(std::string_view text)
{
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    return !text.empty() && text.size() <= 64
        && text.find_first_not_of(kAllowed) == std::string_view::npos;
}

std::optional<Variant> variantNamed(std::string_view wanted)
{
    for (const Variant variant : { Variant::C, Variant::Python }) {
        if (name(variant) == wanted)
            return variant;
    }
    return std::nullopt;
}

std::vector<std::string> choices(const Ask& ask)
{
    if (const auto* own = std::get_if<AskChoice>(&ask))
        return own->choices;
    std::vector<std::string> words;
    if (std::holds_alternative<AskPlace>(ask)) {
        for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read })
            words.emplace_back(name(place));
    } else {
        for (const BufferMode mode : { BufferMode::Full, BufferMode::Line, BufferMode::None })
            words.emplace_back(name(mode));
    }
    return words;
}

std::string answer(const Ask& ask)
{
    if (const auto* place = std::get_if<AskPlace>(&ask))
        return std::string(name(place->answer));
    if (const auto* mode = std::get_if<AskMode>(&ask))
        return std::string(name(mode->answer));
    return std::get<AskChoice>(ask).answer;
}

bool LabStep::asksToRun() const
{
    return std::ranges::any_of(actions, [](const Action& action) {
        const auto* const run = std::get_if<DoRun>(&action);
        return run && run->only.empty();
    });
}

const LabSwitch* Lab::switchNamed(std::string_view wanted) const
{
    return find(switches, wanted);
}

const LabRun* Lab::runNamed(std::string_view wanted) const
{
    return find(runs, wanted);
}

const Guide& Lab::guideIn(std::string_view language) const
{
    const auto found = guides.find(std::string(language));
    return found == guides.end() ? guides.at("en") : found->second;
}

const std::vector<std::string>& Lab::sources(Variant variant) const
{
    return variant == Variant::C ? cSources : pythonSources;
}

SwitchValues defaultSwitches(const Lab& lab)
{
    SwitchValues values;
    for (const LabSwitch& one : lab.switches)
        values[one.name] = one.values.front();
    return values;
}

} // namespace ipclab
