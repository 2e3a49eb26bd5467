// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/reference.h"

#include "views/common/look.h"

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QImageWriter>
#include <QPainter>
#include <QRawFont>
#include <QtEndian>

#include <algorithm>
#include <cstdlib>

namespace ipclab::test {

namespace {

constexpr int kBlur = 2; // pixels to each side
constexpr int kMuch = 32; // of 255, that a pixel is another by
constexpr int kMostPixels = 40; // that may be: a word of three letters has more
const QString kNote = QStringLiteral("drawn-with.txt");

QString folder()
{
    return QStringLiteral(REFERENCES);
}

QString pathOf(const QString& name)
{
    return QStringLiteral("%1/%2.png").arg(folder(), name);
}

// "Inter 4.0": the version is the font's own (OpenType, table head, fontRevision: 16.16).
QString versionOf(const QFont& font)
{
    const QRawFont raw = QRawFont::fromFont(font);
    const QByteArray head = raw.fontTable("head");
    const double revision = head.size() < 8
        ? 0
        : static_cast<double>(qFromBigEndian<qint32>(head.constData() + 4)) / 65536;
    return QStringLiteral("%1 %2").arg(raw.familyName()).arg(revision, 0, 'f', 3);
}

// The mean of each pixel's neighbours, along rows and then along columns.
QImage blurredAlong(const QImage& image, bool rows)
{
    QImage blurred(image.size(), QImage::Format_RGB32);
    const int length = rows ? image.width() : image.height();
    const int lines = rows ? image.height() : image.width();
    const auto step = rows ? 1 : image.bytesPerLine() / 4;
    const auto next = rows ? image.bytesPerLine() / 4 : 1;
    const auto* const from = reinterpret_cast<const QRgb*>(image.constBits());
    auto* const to = reinterpret_cast<QRgb*>(blurred.bits());
    for (int line = 0; line < lines; ++line) {
        for (int i = 0; i < length; ++i) {
            int sums[3] {};
            const int first = std::max(0, i - kBlur);
            const int last = std::min(length - 1, i + kBlur);
            for (int j = first; j <= last; ++j) {
                const QRgb pixel = from[line * next + j * step];
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
            const int count = last - first + 1;
            to[line * next + i * step] = qRgb(sums[0] / count, sums[1] / count, sums[2] / count);
        }
    }
    return blurred;
}

QImage blurred(const QImage& image)
{
    return blurredAlong(blurredAlong(image.convertToFormat(QImage::Format_RGB32), true), false);
}

int apart(QRgb one, QRgb other)
{
    return std::max({ std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
        std::abs(qBlue(one) - qBlue(other)) });
}

QImage sideBySide(const QImage& now, const QImage& reference, const QImage& where)
{
    constexpr int kGap = 8;
    const int height = std::max(now.height(), reference.height());
    QImage all(
        now.width() + reference.width() + where.width() + 2 * kGap, height, QImage::Format_RGB32);
    all.fill(Qt::magenta);
    QPainter painter(&all);
    painter.drawImage(0, 0, now);
    painter.drawImage(now.width() + kGap, 0, reference);
    painter.drawImage(now.width() + reference.width() + 2 * kGap, 0, where);
    return all;
}

// As it is kept: one pixel a point.
QImage asKept(QImage image)
{
    const qreal ratio = image.devicePixelRatio();
    image.setDevicePixelRatio(1);
    image = image.convertToFormat(QImage::Format_RGB32);
    if (ratio <= 1)
        return image;
    return image
        .scaled((QSizeF(image.size()) / ratio).toSize(), Qt::IgnoreAspectRatio,
            Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

bool renewing()
{
    return qEnvironmentVariableIsSet("IPCLAB_RENEW_PICTURES");
}

QString drawnWith()
{
    const Look look;
    return QStringLiteral("%1, %2, Qt %3")
        .arg(versionOf(look.body()), versionOf(look.mono()), QString::fromLatin1(qVersion()));
}

QString referencesDrawnWith()
{
    QFile file(folder() + u'/' + kNote);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

bool noteDrawnWith()
{
    QFile file(folder() + u'/' + kNote);
    return QDir().mkpath(folder()) && file.open(QIODevice::WriteOnly)
        && file.write(drawnWith().toUtf8() + '\n') > 0;
}

Difference difference(const QImage& now, const QImage& reference)
{
    if (now.size() != reference.size())
        return { now.width() * now.height(), sideBySide(now, reference, {}) };
    const QImage one = blurred(now);
    const QImage other = blurred(reference);
    QImage where(now.size(), QImage::Format_RGB32);
    Difference found;
    for (int y = 0; y < one.height(); ++y) {
        const auto* const a = reinterpret_cast<const QRgb*>(one.constScanLine(y));
        const auto* const b = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        auto* const mark = reinterpret_cast<QRgb*>(where.scanLine(y));
        for (int x = 0; x < one.width(); ++x) {
            const bool much = apart(a[x], b[x]) > kMuch;
            found.pixels += much;
            mark[x] = much ? qRgb(220, 0, 0) : qRgb(255, 255, 255);
        }
    }
    if (found.pixels > kMostPixels)
        found.sideBySide = sideBySide(now, reference, where);
    return found;
}

QString unlikeReference(const QImage& now, const QString& name)
{
    if (now.isNull())
        return name + QStringLiteral(" does not come to rest");
    const QImage reference(pathOf(name));
    if (reference.isNull())
        return QStringLiteral("there is no %1: tests/run --pictures makes it").arg(pathOf(name));
    const Difference found
        = difference(asKept(now), reference.convertToFormat(QImage::Format_RGB32));
    if (found.pixels <= kMostPixels)
        return {};
    const QString seen = QStringLiteral("%1/%2.png").arg(QStringLiteral(DIFFERENCES), name);
    QDir().mkpath(QStringLiteral(DIFFERENCES));
    found.sideBySide.save(seen);
    return QStringLiteral("%1: %2 pixels are others than in its reference; see %3 (now, reference, "
                          "where they differ). If that is meant: tests/run --pictures")
        .arg(name)
        .arg(found.pixels)
        .arg(seen);
}

bool keepAsReference(const QImage& now, const QString& name)
{
    QImageWriter writer(pathOf(name), "png");
    writer.setQuality(0); // as small as it gets
    return QDir().mkpath(folder()) && writer.write(withFewColours(asKept(now)));
}

} // namespace ipclab::test
