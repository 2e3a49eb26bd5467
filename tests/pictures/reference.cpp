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

// The mean of each pixel's neighbours, so many to each side, along rows and then along columns.
QImage blurredAlong(const QImage& image, bool rows, int blur)
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
            const int first = std::max(0, i - blur);
            const int last = std::min(length - 1, i + blur);
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

QImage blurred(const QImage& image, int blur)
{
    return blurredAlong(blurredAlong(image, true, blur), false, blur);
}

int apart(QRgb one, QRgb other)
{
    return std::max({ std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
        std::abs(qBlue(one) - qBlue(other)) });
}

struct Apart {
    int pixels = 0;
    QImage where; // they are: red on white
};

// Both are RGB32.
Apart apartIn(const QImage& one, const QImage& other, int much)
{
    Apart found { 0, QImage(one.size(), QImage::Format_RGB32) };
    for (int y = 0; y < one.height(); ++y) {
        const auto* const a = reinterpret_cast<const QRgb*>(one.constScanLine(y));
        const auto* const b = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        auto* const mark = reinterpret_cast<QRgb*>(found.where.scanLine(y));
        for (int x = 0; x < one.width(); ++x) {
            const bool is = apart(a[x], b[x]) > much;
            found.pixels += is;
            mark[x] = is ? qRgb(220, 0, 0) : qRgb(255, 255, 255);
        }
    }
    return found;
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

bool isFine(const QImage& image)
{
    return image.devicePixelRatio() > 1;
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

// Each square of points as one grey.
QImage squaresOf(const QImage& image)
{
    constexpr int kSquare = 4; // points
    constexpr int kGreys = 32;
    QList<QRgb> greys;
    for (int i = 0; i < kGreys; ++i) {
        const int light = 255 * i / (kGreys - 1);
        greys << qRgb(light, light, light);
    }
    const QSizeF size = QSizeF(image.size()) / (image.devicePixelRatio() * kSquare);
    QImage pixels = image;
    pixels.setDevicePixelRatio(1);
    return pixels.scaled(size.toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Indexed8, greys, Qt::AvoidDither);
}

Difference difference(const QImage& now, const QImage& reference, const Tolerance& may)
{
    if (now.size() != reference.size())
        return { now.width() * now.height(), sideBySide(now, reference, {}) };
    const QImage one = now.convertToFormat(QImage::Format_RGB32);
    const QImage other = reference.convertToFormat(QImage::Format_RGB32);
    Apart found = apartIn(one, other, may.much);
    if (found.pixels > 0 && may.blur > 0) // of none, blurred ones are not apart either
        found = apartIn(blurred(one, may.blur), blurred(other, may.blur), may.much);
    if (found.pixels <= may.most)
        return { found.pixels, {} };
    return { found.pixels, sideBySide(now, reference, found.where) };
}

QString unlikeReference(const QImage& now, const QString& name)
{
    if (now.isNull())
        return name + QStringLiteral(" does not come to rest");
    const QImage reference(pathOf(name));
    if (reference.isNull())
        return QStringLiteral("there is no %1: tests/run --pictures makes it").arg(pathOf(name));
    const Difference found = isFine(now) ? difference(squaresOf(now), reference, kOfSquares)
                                         : difference(now, reference, kOfPixels);
    if (found.sideBySide.isNull())
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
    return QDir().mkpath(folder())
        && writer.write(isFine(now) ? squaresOf(now) : withFewColours(now));
}

} // namespace ipclab::test
