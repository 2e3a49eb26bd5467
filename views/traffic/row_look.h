// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/process_signs.h"
#include "views/traffic/traffic_row.h"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QString>

#include <array>
#include <cstddef>

namespace ipclab {

class Look;

// The fonts and inks that rows are painted in: made once of a look, for a readable ink is dear to
// find, and a screen has hundreds of cells. GUI thread.
class RowLook {
public:
    struct Face {
        explicit Face(const QFont& one);
        // What is sure to fit is not measured.
        [[nodiscard]] QString elided(
            const QString& words, Qt::TextElideMode elide, int width) const;

        QFont font;
        QFontMetrics metrics;
        int widest; // px
    };

    explicit RowLook(const Look& look);

    [[nodiscard]] QColor ink(TrafficKind kind) const; // of how many bytes, and which way
    [[nodiscard]] QColor sign(unsigned process) const; // of that number

    Face body;
    Face strong;
    Face mono;
    QColor text;
    QColor quiet;
    int signWidth; // px

private:
    static constexpr std::size_t kKinds = static_cast<std::size_t>(TrafficKind::Person) + 1;

    std::array<QColor, kKinds> m_inks;
    std::array<QColor, ProcessSigns::kColours> m_signs;
};

} // namespace ipclab
