// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>
#include <cstddef>
#include <cstdint>

namespace ipclab {

// What a colour means; the same everywhere.
enum class Ink : std::uint8_t {
    Background,
    Surface,
    Line,
    Text,
    QuietText,
    Accent,
    OnAccent, // text on the accent
    Running,
    Waiting,
    Stopped,
    Gone,
    Deadlock,
    WriterBytes,
    KernelBytes,
    ReaderBytes,
    ReadBytes,
    Count
};

// How things look now: theme, size for the room, motion. Handed to every panel, which asks it when
// it paints and listens for `changed`. GUI thread.
class Look : public QObject {
    Q_OBJECT

public:
    explicit Look(QObject* parent = nullptr);

    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] bool projector() const { return m_projector; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }
    void setDark(bool dark);
    void setHighContrast(bool high); // on black or white, all that is said at 7 to 1 (WCAG 1.4.6)
    void setProjector(bool projector);
    void setReducedMotion(bool reduced);
    void setTextScale(qreal scale); // of the system's text: 1 is the usual size

    [[nodiscard]] QColor colour(Ink ink) const { return m_colours[static_cast<std::size_t>(ink)]; }
    // A quiet background of that meaning, on which text stays readable.
    [[nodiscard]] QColor wash(Ink ink) const;

    // Lengths and fonts for the desk or for the last row. Body text: 13 px, 18 px projected, where
    // the system's text has its usual size.
    [[nodiscard]] qreal scale() const; // 1, or what makes 13 px into that
    [[nodiscard]] int px(int length) const; // that many pixels at the desk
    [[nodiscard]] QFont body() const;
    [[nodiscard]] QFont small() const;
    [[nodiscard]] QFont strong() const; // body, bold
    [[nodiscard]] QFont title() const;
    [[nodiscard]] QFont mono() const;

    // For the application: Qt's own widgets follow.
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

signals:
    void changed();

private:
    void mix(); // the colours of now

    std::array<QColor, static_cast<std::size_t>(Ink::Count)> m_colours;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_projector = false;
    bool m_reducedMotion = false;
    qreal m_textScale = 1;
};

} // namespace ipclab
