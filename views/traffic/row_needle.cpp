// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/row_needle.h"

#include "views/common/numbers.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"

#include <QByteArray>
#include <QRegularExpression>

#include <algorithm>

namespace ipclab {

namespace {

char folded(char one)
{
    return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
}

// "0A 1B", by pairs; one pair alone is rather a word.
std::string bytesNamed(const QString& text)
{
    static const QRegularExpression pairs(
        QStringLiteral("^[0-9A-F]{2}( [0-9A-F]{2})+$"), QRegularExpression::CaseInsensitiveOption);
    if (!pairs.match(text.trimmed()).hasMatch())
        return {};
    return QByteArray::fromHex(text.toLatin1()).toStdString();
}

} // namespace

RowNeedle::RowNeedle(const QString& text)
    : m_text(text)
    , m_folded(text.toStdString())
    , m_hex(bytesNamed(text))
{
    std::ranges::transform(m_folded, m_folded.begin(), folded);
    m_asSeen = std::ranges::any_of(text, [](QChar one) { return one.unicode() > 0x7E; });
    m_maybeNumber = std::ranges::any_of(
        text, [](QChar one) { return one.isDigit() || one.unicode() > 0x7E; });
}

bool RowNeedle::in(const QString& words) const
{
    return words.contains(m_text, Qt::CaseInsensitive);
}

bool RowNeedle::inBytes(std::string_view bytes) const
{
    const auto same = [](char byte, char wanted) { return folded(byte) == wanted; };
    const auto found
        = std::search(bytes.begin(), bytes.end(), m_folded.begin(), m_folded.end(), same);
    if (found != bytes.end())
        return true;
    if (!m_hex.empty() && bytes.find(m_hex) != std::string_view::npos)
        return true;
    return m_asSeen && in(visibleText(bytes));
}

bool RowNeedle::inNames(const TrafficRow& row, const Event& event, const World& world)
{
    const auto [process, newProcess] = m_processes.try_emplace(event.pid);
    if (newProcess) {
        const Process* const known = world.process(event.pid);
        process->second = in(known ? processLabel(*known) : QString::number(event.pid.value));
    }
    if (process->second || !row.channel)
        return process->second;
    const auto [channel, newChannel] = m_channels.try_emplace(row.channel);
    if (newChannel)
        channel->second = in(channelLabel(world, row.channel));
    return channel->second;
}

bool RowNeedle::isIn(const TrafficRow& row, const RowSources& from)
{
    const Event& event = from.log[row.index];
    if (inBytes(bytesOf(row, event)) || inNames(row, event, from.world))
        return true;
    if (m_maybeNumber && (in(sinceStartText(event.at)) || in(sizeWords(row, event))))
        return true;
    return in(callWords(event)) || in(remarkWords(row, from));
}

} // namespace ipclab
