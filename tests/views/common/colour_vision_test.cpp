// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/common/state_mark.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace ipclab;

namespace {

// The rule: two inks that mean different things of the same kind are this far apart for everyone,
// or a shape tells them apart that is another by this share of its pixels. Of CIE Lab's unit, two
// and a half is what can just be told side by side.
constexpr double kFarEnough = 10;
constexpr double kOtherShape = 0.1;

// Four colours alone tell these apart: tubes, buckets, curves and the legend have one shape.
constexpr Ink kPlaces[] = { Ink::WriterBytes, Ink::KernelBytes, Ink::ReaderBytes, Ink::ReadBytes };

// A mark of its own stands beside each of these.
constexpr StateMark kMarks[] = { StateMark::Running, StateMark::Waiting, StateMark::Sleeping,
    StateMark::Stopped, StateMark::Held, StateMark::Ended, StateMark::Deadlock, StateMark::You };

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Vision {
    const char* name;
    Matrix seen; // of linear red, green and blue
};

// Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision
// Deficiency, 2009; each at its strongest.
constexpr Vision kVisions[] = {
    { "usual", { { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } } },
    { "protan",
        { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
            { -0.003882, -0.048116, 1.051998 } } } },
    { "deutan",
        { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
            { -0.011820, 0.042940, 0.968881 } } } },
    { "tritan",
        { { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
            { 0.004733, 0.691367, 0.303900 } } } },
};

// Of sRGB under D65, divided by what white has.
constexpr Matrix kXyz = { { { 0.433953, 0.376219, 0.189828 }, { 0.212673, 0.715152, 0.072175 },
    { 0.017758, 0.109477, 0.872766 } } };

Triple times(const Matrix& matrix, const Triple& of)
{
    Triple result {};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * of[0] + matrix[i][1] * of[1] + matrix[i][2] * of[2];
    return result;
}

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double root(double part)
{
    constexpr double kLow = 216.0 / 24389;
    return part > kLow ? std::cbrt(part) : (part * 24389 / 27 + 16) / 116;
}

// CIE Lab.
Triple labOf(const QColor& colour, const Matrix& seen)
{
    Triple light
        = times(seen, { linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF()) });
    for (double& part : light)
        part = std::clamp(part, 0.0, 1.0);
    const auto [x, y, z] = times(kXyz, light);
    return { 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z)) };
}

double apart(const QColor& one, const QColor& other, const Matrix& seen)
{
    const Triple a = labOf(one, seen);
    const Triple b = labOf(other, seen);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

QImage painted(StateMark mark)
{
    QImage image(16, 16, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStateMark(painter, QRectF(1, 1, 14, 14), mark, Qt::black);
    return image;
}

double otherPixels(const QImage& one, const QImage& other)
{
    int others = 0;
    for (int x = 0; x < one.width(); ++x) {
        for (int y = 0; y < one.height(); ++y)
            others += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 128 ? 1 : 0;
    }
    return static_cast<double>(others) / (one.width() * one.height());
}

void addLooks()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("highContrast");
    QTest::newRow("light") << false << false;
    QTest::newRow("dark") << true << false;
    QTest::newRow("light, high contrast") << false << true;
    QTest::newRow("dark, high contrast") << true << true;
}

} // namespace

// What those see who lack one of three kinds of cones, by computation.
class ColourVisionTest : public QObject {
    Q_OBJECT

private slots:
    void redAndGreenAreOneForWhoLacksEither();
    void placesOfBytesAreTold_data() { addLooks(); }
    void placesOfBytesAreTold();
    void statesThatAreOfOneColourAreOfOtherShapes_data() { addLooks(); }
    void statesThatAreOfOneColourAreOfOtherShapes();
};

// That the computation is one: black and white stay, and a known pair comes together.
void ColourVisionTest::redAndGreenAreOneForWhoLacksEither()
{
    for (const Vision& vision : kVisions)
        QVERIFY(std::abs(apart(Qt::black, Qt::white, vision.seen) - 100) < 0.1);
    const QColor red(0xA6, 0x56, 0x28);
    const QColor green(0x55, 0x70, 0x20);
    QVERIFY(apart(red, green, kVisions[0].seen) > 40);
    QVERIFY(apart(red, green, kVisions[2].seen) < 15);
    QVERIFY(apart(red, green, kVisions[3].seen) > 30);
}

void ColourVisionTest::placesOfBytesAreTold()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    Look look;
    look.setDark(dark);
    look.setHighContrast(highContrast);
    QStringList wrong;
    for (const Vision& vision : kVisions) {
        for (const Ink* one = std::begin(kPlaces); one != std::end(kPlaces); ++one) {
            for (const Ink* other = one + 1; other != std::end(kPlaces); ++other) {
                const double far = apart(look.colour(*one), look.colour(*other), vision.seen);
                if (far < kFarEnough)
                    wrong << QStringLiteral("%1: inks %2 and %3 are %4 apart")
                                 .arg(QLatin1String(vision.name))
                                 .arg(static_cast<int>(*one))
                                 .arg(static_cast<int>(*other))
                                 .arg(far, 0, 'f', 1);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void ColourVisionTest::statesThatAreOfOneColourAreOfOtherShapes()
{
    QFETCH(bool, dark);
    QFETCH(bool, highContrast);
    Look look;
    look.setDark(dark);
    look.setHighContrast(highContrast);
    QStringList wrong;
    for (const StateMark one : kMarks) {
        for (const StateMark other : kMarks) {
            if (one >= other)
                continue;
            const bool told = std::ranges::all_of(kVisions, [&](const Vision& vision) {
                return apart(look.colour(inkOf(one)), look.colour(inkOf(other)), vision.seen)
                    >= kFarEnough;
            });
            const double shape = otherPixels(painted(one), painted(other));
            if (!told && shape < kOtherShape)
                wrong << QStringLiteral("marks %1 and %2: %3 of their pixels are other ones")
                             .arg(static_cast<int>(one))
                             .arg(static_cast<int>(other))
                             .arg(shape, 0, 'f', 2);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

QTEST_MAIN(ColourVisionTest)
#include "colour_vision_test.moc"
