// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QtTest>

#include <set>

using namespace ipclab;

namespace {

struct Ground {
    QString name;
    QColor colour;
};

constexpr Ink kMeanings[] = { Ink::Accent, Ink::Running, Ink::Waiting, Ink::Stopped, Ink::Gone,
    Ink::Deadlock, Ink::WriterBytes, Ink::KernelBytes, Ink::ReaderBytes, Ink::ReadBytes };

// What words and marks stand on, wherever they do: a panel, the window, each second row.
std::vector<Ground> groundsOf(const Look& look)
{
    return { { QStringLiteral("surface"), look.colour(Ink::Surface) },
        { QStringLiteral("background"), look.colour(Ink::Background) },
        { QStringLiteral("stripe"), look.wash(Ink::Line) } };
}

std::vector<Ground> allGroundsOf(const Look& look)
{
    std::vector<Ground> grounds = groundsOf(look);
    for (const Ink ink : kMeanings)
        grounds.push_back({ QStringLiteral("wash %1").arg(static_cast<int>(ink)), look.wash(ink) });
    return grounds;
}

QString tooClose(const QColor& ink, const Ground& ground, double least, const char* what, bool dark)
{
    const double apart = contrast(ink, ground.colour);
    if (apart >= least)
        return {};
    return QStringLiteral("%1 on %2, %3: %4\n")
        .arg(QLatin1String(what), ground.name,
            dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(apart, 0, 'f', 2);
}

} // namespace

// WCAG 2.1: 4.5 for words, 3 for marks, in each theme, by computation. What panels paint is
// measured where it stands, too (pictures_test).
class ContrastTest : public QObject {
    Q_OBJECT

private slots:
    void blackOnWhiteIsAsFarAsItGets();
    void wordsAreReadOnWhatTheyStandOn();
    void everyInkIsReadOnEveryGroundWhenItIsAskedTo();
    void marksAreSeenOnWhatTheyStandOn();
    void highContrastIsHighForAllThatIsSaid();
    void highContrastKeepsTheMeaningsApart();
};

void ContrastTest::blackOnWhiteIsAsFarAsItGets()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    // Worked out by hand: #777777 is the palest grey that just fails on white.
    QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < kTextContrast);
    QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= kTextContrast);
}

void ContrastTest::wordsAreReadOnWhatTheyStandOn()
{
    Look look;
    QString wrong;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        for (const Ground& ground : groundsOf(look)) {
            const std::pair<Ink, const char*> inks[] = { { Ink::Text, "text" },
                { Ink::QuietText, "quiet text" }, { Ink::Accent, "accent" } };
            for (const auto& [ink, name] : inks)
                wrong += tooClose(look.colour(ink), ground, kTextContrast, name, dark);
        }
        for (const Ground& ground : allGroundsOf(look))
            wrong += tooClose(look.colour(Ink::Text), ground, kTextContrast, "text", dark);
        wrong += tooClose(look.colour(Ink::Accent),
            { QStringLiteral("accent wash"), look.wash(Ink::Accent) }, kTextContrast, "accent",
            dark);
        wrong += tooClose(look.colour(Ink::OnAccent),
            { QStringLiteral("accent"), look.colour(Ink::Accent) }, kTextContrast, "on accent",
            dark);
        wrong += tooClose(look.colour(Ink::Deadlock),
            { QStringLiteral("surface"), look.colour(Ink::Surface) }, kTextContrast, "danger",
            dark);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ContrastTest::everyInkIsReadOnEveryGroundWhenItIsAskedTo()
{
    Look look;
    QString wrong;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        for (const Ground& ground : allGroundsOf(look)) {
            for (const Ink ink : kMeanings)
                wrong += tooClose(readable(look.colour(ink), ground.colour), ground, kTextContrast,
                    "readable", dark);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ContrastTest::marksAreSeenOnWhatTheyStandOn()
{
    Look look;
    QString wrong;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        for (const Ink ink : kMeanings) {
            std::vector<Ground> grounds = groundsOf(look);
            grounds.push_back({ QStringLiteral("its wash"), look.wash(ink) });
            grounds.push_back({ QStringLiteral("what is chosen"), look.wash(Ink::Accent) });
            const QByteArray name = "ink " + QByteArray::number(static_cast<int>(ink));
            for (const Ground& ground : grounds)
                wrong += tooClose(look.colour(ink), ground, kMarkContrast, name.constData(), dark);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ContrastTest::highContrastIsHighForAllThatIsSaid()
{
    Look look;
    look.setHighContrast(true);
    QString wrong;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        QCOMPARE(look.colour(Ink::Surface), QColor(dark ? Qt::black : Qt::white));
        std::vector<Ink> inks { Ink::Text, Ink::QuietText };
        inks.insert(inks.end(), std::begin(kMeanings), std::end(kMeanings));
        for (const Ground& ground : groundsOf(look)) {
            for (const Ink ink : inks)
                wrong += tooClose(look.colour(ink), ground, kHighContrast, "ink", dark);
        }
        for (const Ground& ground : allGroundsOf(look)) {
            wrong += tooClose(look.colour(Ink::Text), ground, kHighContrast, "text", dark);
            wrong += tooClose(look.colour(Ink::QuietText), ground, kTextContrast, "quiet", dark);
        }
        const Ground surface { QStringLiteral("surface"), look.colour(Ink::Surface) };
        wrong += tooClose(look.colour(Ink::Line), surface, kMarkContrast, "line", dark);
        const Ground accent { QStringLiteral("accent"), look.colour(Ink::Accent) };
        wrong += tooClose(look.colour(Ink::OnAccent), accent, kHighContrast, "on accent", dark);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void ContrastTest::highContrastKeepsTheMeaningsApart()
{
    Look look;
    look.setHighContrast(true);
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        std::set<QRgb> colours;
        for (const Ink ink : kMeanings)
            colours.insert(look.colour(ink).rgb());
        QCOMPARE(colours.size(), std::size(kMeanings));
    }
}

QTEST_MAIN(ContrastTest)
#include "contrast_test.moc"
