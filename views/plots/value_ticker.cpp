// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/value_ticker.h"

#include "views/plots/plot_words.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

class SecondsTicker : public QCPAxisTicker {
public:
    // The plot has the locale of when it was made.
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        const double shown = std::abs(tick) < 1e-12 ? 0 : tick;
        return locale.toString(shown, 'g', 7) + QStringLiteral(" s");
    }
};

// Nothing is less than none, and there is no half of a byte.
class CountTicker : public QCPAxisTicker {
public:
    explicit CountTicker(Quantity quantity)
        : m_quantity(quantity)
    {
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const bool shown = tick >= 0 && std::abs(tick - std::round(tick)) < 1e-6;
        return shown ? axisText(m_quantity, tick, m_most) : QString();
    }

protected:
    // All in the unit of the highest: numbers of one axis are compared.
    QVector<QString> createLabelVector(
        const QVector<double>& ticks, const QLocale& locale, QChar format, int precision) override
    {
        m_most = ticks.isEmpty() ? 0 : *std::max_element(ticks.begin(), ticks.end());
        return QCPAxisTicker::createLabelVector(ticks, locale, format, precision);
    }

private:
    Quantity m_quantity;
    double m_most = 0;
};

} // namespace

QSharedPointer<QCPAxisTicker> secondsTicker()
{
    return QSharedPointer<SecondsTicker>::create();
}

QSharedPointer<QCPAxisTicker> valueTicker(Quantity quantity)
{
    if (quantity == Quantity::Waiting)
        return secondsTicker();
    return QSharedPointer<CountTicker>::create(quantity);
}

} // namespace ipclab
