// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_row.h"

#include <QString>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace ipclab {

// Text that is looked for in rows, whatever their case: in what a row says, and in all bytes that
// are kept of it; what is written as hexadecimal, "0A 1B", in the bytes too. Made for going through
// millions of rows: what many have in common is looked at once. GUI thread.
class RowNeedle {
public:
    explicit RowNeedle(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isIn(const TrafficRow& row, const RowSources& from);

private:
    void prepareSteps();
    [[nodiscard]] bool isWithin(std::string_view bytes) const;
    [[nodiscard]] bool inBytes(std::string_view bytes) const;
    [[nodiscard]] bool inNames(const TrafficRow& row, const Event& event, const World& world);
    [[nodiscard]] bool in(const QString& words) const;
    [[nodiscard]] bool inCall(const Event& event);
    [[nodiscard]] bool inRemark(const TrafficRow& row, const RowSources& from);

    QString m_text;
    std::string m_folded; // as UTF-8, ASCII in small letters
    std::array<std::size_t, 256> m_steps {}; // by the byte in the place of its last
    std::string m_hex; // the bytes that it names in hexadecimal; empty: it does not
    bool m_asSeen = false; // has what only visible bytes have: ⏎, ‹ESC›, or letters beyond ASCII
    bool m_maybeNumber = false; // could be in a time or a size
    bool m_maybeRemark = false; // of a transfer
    std::map<Pid, bool> m_processes;
    std::map<ChannelId, bool> m_channels;
    std::map<std::pair<Call, int>, bool> m_calls; // on a descriptor
    std::optional<bool> m_inKept; // the remark of all that is kept in a process
};

} // namespace ipclab
