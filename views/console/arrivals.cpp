// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/console/arrivals.h"

#include <utility>

namespace ipclab {

namespace {
constexpr std::size_t kPiece = 16 * 1024; // bytes in a row are dropped in pieces of about this
}

void Arrivals::add(Source source, std::string_view bytes, const QString& who)
{
    if (m_pieces.empty() || m_pieces.back().source != source || m_pieces.back().who != who
        || m_pieces.back().bytes.size() >= kPiece)
        m_pieces.push_back({ source, who, {} });
    m_pieces.back().bytes += bytes;
    m_bytes += bytes.size();
    while (
        m_pieces.size() > 1 && m_bytes - m_pieces.front().bytes.size() >= Transcript::kMostBytes) {
        m_bytes -= m_pieces.front().bytes.size();
        m_dropped += m_pieces.front().bytes.size();
        m_pieces.pop_front();
    }
}

void Arrivals::moveTo(Transcript& transcript)
{
    transcript.skip(std::exchange(m_dropped, 0));
    for (const Piece& piece : m_pieces)
        transcript.add(piece.source, piece.bytes, piece.who);
    clear();
}

void Arrivals::clear()
{
    *this = {};
}

} // namespace ipclab
