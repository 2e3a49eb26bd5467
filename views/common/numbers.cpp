// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/numbers.h"

#include "views/common/wording_tr.h"

#include <QLocale>

namespace ipclab {

namespace {

constexpr quint64 kMega = 1'000'000;
constexpr quint64 kGiga = 1'000'000'000;
constexpr Nanoseconds kHour = 60 * kMinute;

QString withOneDecimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

} // namespace

QString countText(quint64 count)
{
    constexpr QChar kNarrowSpace(0x202F);
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(count);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3)
        text.insert(at, kNarrowSpace);
    return text;
}

QString bytesText(quint64 count)
{
    if (count >= 10 * kGiga)
        return Wording::tr("%1 GB").arg(
            withOneDecimal(static_cast<double>(count) / static_cast<double>(kGiga)));
    if (count >= 10 * kMega)
        return Wording::tr("%1 MB").arg(
            withOneDecimal(static_cast<double>(count) / static_cast<double>(kMega)));
    return Wording::tr("%1 B").arg(countText(count));
}

QString bytesInWords(quint64 count)
{
    return count == 1 ? Wording::tr("1 byte") : Wording::tr("%1 bytes").arg(countText(count));
}

QString durationText(Nanoseconds duration)
{
    if (duration < 1000)
        return Wording::tr("%1 s").arg(0);
    if (duration < kMillisecond)
        return Wording::tr("%1 µs").arg(duration / 1000);
    if (duration < 100 * kMillisecond)
        return Wording::tr("%1 ms").arg(duration / kMillisecond);
    if (duration < kMinute) {
        // Downwards: a wait of 0.99 s has not lasted a second.
        const Nanoseconds tenths = duration / (100 * kMillisecond);
        return Wording::tr("%1 s").arg(withOneDecimal(static_cast<double>(tenths) / 10));
    }
    const auto twoDigits = [](Nanoseconds value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (duration < kHour)
        return Wording::tr("%1 min %2 s")
            .arg(duration / kMinute)
            .arg(twoDigits(duration % kMinute / kSecond));
    return Wording::tr("%1 h %2 min")
        .arg(duration / kHour)
        .arg(twoDigits(duration % kHour / kMinute));
}

QString shortDurationText(Nanoseconds duration)
{
    if (duration < kMinute)
        return durationText(duration);
    return duration < kHour ? Wording::tr("%1 min").arg(duration / kMinute)
                            : Wording::tr("%1 h").arg(duration / kHour);
}

QString tickText(Nanoseconds time, Nanoseconds step)
{
    constexpr Nanoseconds kTenth = 100 * kMillisecond; // what durationText tells apart from here on
    if (step >= kTenth || time < kTenth || time >= kMinute || step < kMillisecond)
        return durationText(time);
    return Wording::tr("%1 ms").arg(time / kMillisecond);
}

QString sinceStartText(Nanoseconds time)
{
    const double seconds = static_cast<double>(time) / static_cast<double>(kSecond);
    // Never longer than "+999.999 s": a column has room for that.
    const int digits = time < 1'000 * kSecond ? 3 : time < 10'000 * kSecond ? 2 : 1;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return QStringLiteral("+%1 s").arg(locale.toString(seconds, 'f', digits));
}

} // namespace ipclab
