// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/row_needle.h"

#include "views/common/numbers.h"
#include "views/common/transfer.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"

#include <QByteArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

constexpr auto kFolded = [] {
    std::array<char, 256> folded {};
    for (std::size_t code = 0; code < folded.size(); ++code)
        folded.at(code) = static_cast<char>(code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code);
    return folded;
}();

char folded(char one)
{
    return kFolded[static_cast<unsigned char>(one)];
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

bool isBeyondAscii(QChar one)
{
    return one.unicode() > 0x7E;
}

// With a digit or a sign in it, and nothing that no time or size has.
bool mayBeNumber(const QString& text)
{
    const QString all = sinceStartText(0) + sizeUnits().join(QString());
    const auto mayBe = [&](QChar one) {
        return one.isDigit() || isBeyondAscii(one) || all.contains(one, Qt::CaseInsensitive);
    };
    const auto tells = [](QChar one) { return one.isDigit() || isBeyondAscii(one); };
    return std::ranges::any_of(text, tells) && std::ranges::all_of(text, mayBe);
}

// Each of its words is in one of the texts that are put together there.
bool mayBeRemark(const QString& text)
{
    const QStringList parts = transferRemarkParts();
    static const QRegularExpression noLetters(QStringLiteral("\\P{L}+"));
    const QStringList words = text.split(noLetters, Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString& word) {
        return std::ranges::any_of(
            parts, [&](const QString& part) { return part.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace

RowNeedle::RowNeedle(const QString& text)
    : m_text(text)
    , m_folded(text.toStdString())
    , m_hex(bytesNamed(text))
{
    std::ranges::transform(m_folded, m_folded.begin(), folded);
    prepareSteps();
    m_asSeen = std::ranges::any_of(text, isBeyondAscii);
    m_maybeNumber = mayBeNumber(text);
    m_maybeRemark = mayBeRemark(text);
}

bool RowNeedle::in(const QString& words) const
{
    return words.contains(m_text, Qt::CaseInsensitive);
}

// As Horspool has it: the last byte that was looked at tells how far on the text can be at the
// next. (The library's searcher has a hash table instead of the array once case does not count.)
void RowNeedle::prepareSteps()
{
    const std::size_t length = m_folded.size();
    m_steps.fill(std::max<std::size_t>(length, 1));
    for (std::size_t i = 0; i + 1 < length; ++i) {
        const char byte = m_folded[i];
        m_steps[static_cast<unsigned char>(byte)] = length - 1 - i;
        if (byte >= 'a' && byte <= 'z')
            m_steps[static_cast<unsigned char>(byte - 'a' + 'A')] = length - 1 - i;
    }
}

bool RowNeedle::isWithin(std::string_view bytes) const
{
    const std::size_t length = m_folded.size();
    for (std::size_t end = length; end > 0 && end <= bytes.size();
         end += m_steps[static_cast<unsigned char>(bytes[end - 1])]) {
        if (std::ranges::equal(bytes.substr(end - length, length), m_folded, {}, folded))
            return true;
    }
    return false;
}

bool RowNeedle::inBytes(std::string_view bytes) const
{
    if (isWithin(bytes))
        return true;
    if (!m_hex.empty() && bytes.find(m_hex) != std::string_view::npos)
        return true;
    return m_asSeen && in(visibleText(bytes));
}

bool RowNeedle::inNames(const TrafficRow& row, const Event& event, const World& world)
{
    const auto [process, newProcess] = m_processes.try_emplace(event.pid);
    if (newProcess)
        process->second = in(processLabel(world, event.pid));
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
    return inCall(event) || inRemark(row, from);
}

bool RowNeedle::inCall(const Event& event)
{
    const BytesMoved* const moved = transferIn(event.body);
    if (!moved)
        return in(callWords(event));
    const auto [call, isNew] = m_calls.try_emplace({ moved->call, moved->fd });
    if (isNew)
        call->second = in(callWords(event));
    return call->second;
}

bool RowNeedle::inRemark(const TrafficRow& row, const RowSources& from)
{
    switch (row.kind) {
    case TrafficKind::Written:
    case TrafficKind::Lost:
    case TrafficKind::Read:
        return m_maybeRemark && in(remarkWords(row, from));
    case TrafficKind::Kept:
        if (!m_inKept)
            m_inKept = in(remarkWords(row, from));
        return *m_inKept;
    default:
        return in(remarkWords(row, from));
    }
}

} // namespace ipclab
