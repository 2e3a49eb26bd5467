// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/process_signs.h"

#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QRgb>

#include <iterator>

namespace ipclab {

namespace {

constexpr char16_t kShapesShown[] = { u'●', u'■', u'▲', u'◆', u'▼', u'★', u'✚' };
static_assert(std::size(kShapesShown) == ProcessSigns::kShapes);

// Out of the colours of Okabe and Ito and of Tol, those that stay furthest apart with each kind of
// colour blindness on a light and on a dark ground, neighbours the furthest: sky blue, wine,
// vermilion, indigo, sand, brown.
constexpr QRgb kHues[] = { 0xFF56B4E9, 0xFF882255, 0xFFD55E00, 0xFF332288, 0xFFDDCC77, 0xFF6F4E00 };
static_assert(std::size(kHues) == ProcessSigns::kColours);

} // namespace

void ProcessSigns::take(const Event& event)
{
    if (event.pid)
        m_numbers.try_emplace(event.pid, static_cast<unsigned>(m_numbers.size()));
}

std::optional<unsigned> ProcessSigns::numberOf(Pid pid) const
{
    const auto found = m_numbers.find(pid);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

QString processShape(unsigned number)
{
    return QString(QChar(kShapesShown[number % ProcessSigns::kShapes]));
}

QColor processColour(unsigned number, const Look& look)
{
    const QColor hue = QColor::fromRgb(kHues[number % ProcessSigns::kColours]);
    return readable(
        hue, look.wash(Ink::Accent), look.highContrast() ? kHighContrast : kMarkContrast);
}

} // namespace ipclab
