// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/shown_bytes.h"

#include <QPlainTextEdit>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

class Look;

// All kept bytes of one transfer, as text, as a dump, or both; as many bytes a line as the width
// takes. A line between two bytes: there one transfer of the other end ends, and the next begins.
// What is selected are bytes, and they are copied as such. GUI thread.
class BytesPane : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit BytesPane(Look& look, QWidget* parent = nullptr);

    void showBytes(std::string_view bytes, BytesShown shown);
    void setBoundaries(std::vector<std::size_t> before); // before which bytes, ascending
    void retranslate();
    [[nodiscard]] int wantedWidth() const; // for eight bytes a line

    [[nodiscard]] std::optional<ByteRange> selectedBytes() const;
    void selectBytes(const ByteRange& bytes);
    [[nodiscard]] const std::vector<std::size_t>& boundaries() const { return m_boundaries; }
    // Where they are drawn, of those in view.
    [[nodiscard]] std::vector<QRect> boundaryMarks() const;
    void copyAsText() const; // what is selected, or all
    void copyAsHex() const;

signals:
    void saveWanted(); // of what is selected, or all

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    void applyLook();
    void render();
    [[nodiscard]] std::size_t bytesPerLine() const;
    [[nodiscard]] std::string_view chosenBytes() const;
    [[nodiscard]] QRect markAt(int position, bool inside) const;
    void marksOfLine(int first, int behind, std::vector<QRect>& marks) const;

    Look& m_look;
    std::string m_bytes; // at most what the log keeps of one event
    std::vector<std::size_t> m_boundaries;
    ShownBytes m_page;
    BytesShown m_shown = BytesShown::Text;
    std::size_t m_perLine = 0;
};

} // namespace ipclab
