// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_row.h"

#include <QPlainTextEdit>

#include <string>
#include <string_view>

namespace ipclab {

class Look;

// All kept bytes of one transfer: as text, one line a line, or as offset, hex and ASCII. As many
// bytes a line as the width takes. GUI thread.
class BytesPane : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit BytesPane(Look& look, QWidget* parent = nullptr);

    void showBytes(std::string_view bytes, BytesShown shown);
    void retranslate();
    [[nodiscard]] int wantedWidth() const; // for eight bytes a line

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyLook();
    void render();
    [[nodiscard]] std::size_t bytesPerLine() const;

    Look& m_look;
    std::string m_bytes; // at most what the log keeps of one event
    BytesShown m_shown = BytesShown::Text;
    std::size_t m_perLine = 0;
};

// The dump itself: "0010  48 65 …  He…" a line.
QString hexDump(std::string_view bytes, std::size_t perLine);
QString textLines(std::string_view bytes);

} // namespace ipclab
