// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"

#include "views/common/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ipclab {

namespace {

constexpr int kDeskBody = 13; // px
constexpr int kRoomBody = 18;
constexpr qreal kSmallest = 0.8; // a scale at which all can be told apart still,
constexpr qreal kLargest = 2.5; // and one at which something fits on a screen

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
    { 0xFF1B63A7, 0xFF8FC7E2 }, // KernelBytes
    { 0xFF9C6EB3, 0xFFB67EDC }, // ReaderBytes
    { 0xFF3E8E5A, 0xFF63B37F }, // ReadBytes
});

static_assert(kShades.size() == static_cast<std::size_t>(Ink::Count));

// What high contrast does not work out.
struct Plain {
    Ink ink;
    Shades shades;
};
constexpr Plain kPlain[] = { { Ink::Background, { 0xFFFFFFFF, 0xFF000000 } },
    { Ink::Surface, { 0xFFFFFFFF, 0xFF000000 } }, { Ink::Line, { 0xFF767676, 0xFF8A8A8A } },
    { Ink::Text, { 0xFF000000, 0xFFFFFFFF } }, { Ink::QuietText, { 0xFF333333, 0xFFD0D0D0 } },
    { Ink::OnAccent, { 0xFFFFFFFF, 0xFF000000 } } };

double washShare(bool dark)
{
    return dark ? 0.22 : 0.14;
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
    mix();
}

void Look::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    mix();
    emit changed();
}

void Look::setHighContrast(bool high)
{
    if (m_highContrast == high)
        return;
    m_highContrast = high;
    mix();
    emit changed();
}

void Look::mix()
{
    const auto shade = [this](const Shades& shades) {
        return QColor::fromRgb(m_dark ? shades.dark : shades.light);
    };
    for (std::size_t i = 0; i < m_colours.size(); ++i)
        m_colours[i] = shade(kShades[i]);
    if (!m_highContrast)
        return;
    for (const Plain& plain : kPlain)
        m_colours[static_cast<std::size_t>(plain.ink)] = shade(plain.shades);
    const QColor stripe = wash(Ink::Line); // the ground nearest to the inks
    for (std::size_t i = static_cast<std::size_t>(Ink::Accent); i < m_colours.size(); ++i) {
        if (i != static_cast<std::size_t>(Ink::OnAccent))
            m_colours[i] = readable(m_colours[i], stripe, kHighContrast);
    }
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
    if (m_reducedMotion == reduced)
        return;
    m_reducedMotion = reduced;
    emit changed();
}

void Look::setTextScale(qreal scale)
{
    const qreal bounded = std::clamp(scale, kSmallest, kLargest);
    if (m_textScale == bounded)
        return;
    m_textScale = bounded;
    emit changed();
}

QColor Look::wash(Ink ink) const
{
    return blended(colour(Ink::Surface), colour(ink), washShare(m_dark));
}

qreal Look::scale() const
{
    const qreal room = m_projector ? static_cast<qreal>(kRoomBody) / kDeskBody : 1.0;
    return std::min(room * m_textScale, kLargest);
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
