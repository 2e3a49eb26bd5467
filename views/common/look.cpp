// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"

#include <QFontDatabase>

#include <array>
#include <cmath>

namespace ipclab {

namespace {

constexpr int kDeskBody = 13; // px
constexpr int kRoomBody = 18;

struct Shades {
    QRgb light;
    QRgb dark;
};

// In the order of Ink.
constexpr auto kShades = std::to_array<Shades>({
    { 0xFFF4F2EE, 0xFF15181C }, // Background
    { 0xFFFFFFFF, 0xFF1E2227 }, // Surface
    { 0xFFDDD9D0, 0xFF31373E }, // Line
    { 0xFF1F2328, 0xFFE8E6E1 }, // Text
    { 0xFF646B78, 0xFF9AA3AD }, // QuietText
    { 0xFF0F6E70, 0xFF5CC8C4 }, // Accent
    { 0xFFFFFFFF, 0xFF10201F }, // OnAccent
    { 0xFF0F8B8D, 0xFF2C9E90 }, // Running
    { 0xFFAC7C00, 0xFFC79A2B }, // Waiting
    { 0xFF7B5EA7, 0xFFA58BD0 }, // Stopped
    { 0xFF80858D, 0xFF898F97 }, // Gone
    { 0xFFD1373B, 0xFFF05C63 }, // Deadlock
    { 0xFFC17019, 0xFFF3A24F }, // WriterBytes
    { 0xFF2C7DA0, 0xFF6FB7DA }, // KernelBytes
    { 0xFF8E5AA8, 0xFFB48AD0 }, // ReaderBytes
    { 0xFF3E8E5A, 0xFF63B37F }, // ReadBytes
});

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](int x, int y) {
        return static_cast<int>(std::lround(x * (1 - share) + y * share));
    };
    return { part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()) };
}

QFont sized(const QStringList& families, int pixels)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixels);
    return font;
}

} // namespace

Look::Look(QObject* parent)
    : QObject(parent)
{
}

void Look::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    emit changed();
}

void Look::setProjector(bool projector)
{
    if (m_projector == projector)
        return;
    m_projector = projector;
    emit changed();
}

void Look::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    emit changed();
}

QColor Look::colour(Ink ink) const
{
    const Shades& shades = kShades.at(static_cast<std::size_t>(ink));
    return QColor::fromRgb(m_dark ? shades.dark : shades.light);
}

QColor Look::wash(Ink ink) const
{
    return mixed(colour(Ink::Surface), colour(ink), m_dark ? 0.22 : 0.14);
}

qreal Look::scale() const
{
    return m_projector ? static_cast<qreal>(kRoomBody) / kDeskBody : 1.0;
}

int Look::px(int length) const
{
    return static_cast<int>(std::lround(length * scale()));
}

QFont Look::body() const
{
    return sized({ QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
                     QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif") },
        px(kDeskBody));
}

QFont Look::small() const
{
    QFont font = body();
    font.setPixelSize(px(kDeskBody - 2));
    return font;
}

QFont Look::strong() const
{
    QFont font = body();
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Look::title() const
{
    QFont font = strong();
    font.setPixelSize(px(kDeskBody + 5));
    font.setWeight(QFont::Bold);
    return font;
}

QFont Look::mono() const
{
    return sized({ QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
                     QStringLiteral("monospace") },
        px(kDeskBody - 1));
}

QPalette Look::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(Ink::Surface));
    palette.setColor(QPalette::Base, colour(Ink::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Ink::Background));
    palette.setColor(QPalette::Button, colour(Ink::Surface));
    palette.setColor(QPalette::ToolTipBase, colour(Ink::Surface));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
             QPalette::ToolTipText, QPalette::BrightText })
        palette.setColor(role, colour(Ink::Text));
    palette.setColor(QPalette::PlaceholderText, colour(Ink::QuietText));
    palette.setColor(QPalette::Highlight, colour(Ink::Accent));
    palette.setColor(QPalette::HighlightedText, colour(Ink::OnAccent));
    palette.setColor(QPalette::Link, colour(Ink::Accent));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, colour(Ink::Gone));
    palette.setColor(QPalette::Mid, colour(Ink::Line));
    return palette;
}

} // namespace ipclab
