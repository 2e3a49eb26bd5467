// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/console/transcript.h"

#include <QPlainTextEdit>

#include <deque>

namespace ipclab {

class Look;

// Shows a transcript, a block a line. GUI thread.
class ConsoleText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ConsoleText(Look& look, QWidget* parent = nullptr);

    // Shows what the transcript has got since the last time; its own lines change only at the end.
    void showNew(const Transcript& transcript);
    void showAll(const Transcript& transcript);

private:
    void appendRest(const std::deque<TranscriptLine>& lines);
    [[nodiscard]] QTextCharFormat formatOf(Source source) const;
    [[nodiscard]] static QString signOf(const TranscriptLine& line);
    void applyLook();

    Look& m_look;
    std::uint64_t m_first = 0; // line of the transcript that the first block is
    std::uint64_t m_shown = 0; // lines shown, from the first that ever was
    qsizetype m_lastLength = 0; // of the last line's text
};

} // namespace ipclab
