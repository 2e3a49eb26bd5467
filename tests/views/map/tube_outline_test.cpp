// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/map/level_fill.h"
#include "views/map/map_facts.h"
#include "views/map/tube_item.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <cmath>

namespace ipclab {

namespace {

QImage drawn(TubeShape shape, QSizeF size, qreal unit)
{
    QImage image((size * unit).toSize(), QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillPath(tubeOutline(shape, QRectF(image.rect()), unit), Qt::black);
    return image;
}

int differingPixels(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            count += one.pixel(x, y) != other.pixel(x, y) ? 1 : 0;
    }
    return count;
}

TubeShape shown(ChannelKind kind, bool datagram = false, std::string name = {})
{
    Channel channel;
    channel.kind = kind;
    channel.datagram = datagram;
    channel.name = std::move(name);
    return shapeOf(channel);
}

} // namespace

class TubeOutlineTest : public QObject {
    Q_OBJECT

private slots:
    void theOutlinesOfEveryTwoKindsDifferSmallAndProjected()
    {
        for (const QSizeF size : { QSizeF(178, 30), QSizeF(178, 42) }) {
            for (const qreal unit : { 0.6, 1.0, 18 / 13.0 }) {
                for (int one = 0; one < int(TubeShape::Count); ++one) {
                    for (int other = 0; other < one; ++other) {
                        const int differing = differingPixels(
                            drawn(TubeShape(one), size, unit), drawn(TubeShape(other), size, unit));
                        QVERIFY2(differing > 40 * unit * unit,
                            qPrintable(QStringLiteral("%1 and %2: %3 px")
                                           .arg(one)
                                           .arg(other)
                                           .arg(differing)));
                    }
                }
            }
        }
    }

    void anOutlineKeepsWithinItsRectAndItsWordsWithinTheOutline()
    {
        const QRectF rect(3, 5, 178, 30);
        for (int shape = 0; shape < int(TubeShape::Count); ++shape) {
            const QPainterPath outline = tubeOutline(TubeShape(shape), rect, 1);
            QVERIFY2(rect.adjusted(-0.01, -0.01, 0.01, 0.01).contains(outline.boundingRect()),
                qPrintable(QString::number(shape)));
            const QRectF body = tubeBody(TubeShape(shape), rect, 1);
            QVERIFY(outline.contains(body.adjusted(26, 2, -26, -2)));
        }
    }

    void everyKindOfChannelHasItsShapeAndEachShapeAName()
    {
        QCOMPARE(int(shown(ChannelKind::Pipe)), int(TubeShape::Pipe));
        QCOMPARE(int(shown(ChannelKind::Fifo)), int(TubeShape::Fifo));
        QCOMPARE(int(shown(ChannelKind::Pty)), int(TubeShape::Terminal));
        QCOMPARE(int(shown(ChannelKind::Unix)), int(TubeShape::UnixStream));
        QCOMPARE(int(shown(ChannelKind::Unix, true)), int(TubeShape::UnixDatagrams));
        QCOMPARE(int(shown(ChannelKind::Tcp)), int(TubeShape::InternetStream));
        QCOMPARE(int(shown(ChannelKind::Udp, true)), int(TubeShape::InternetDatagrams));
        QCOMPARE(int(shown(ChannelKind::Shm, false, "shmid 7")), int(TubeShape::Memory));
        QCOMPARE(int(shown(ChannelKind::Shm, false, "/dev/shm/sem.x")), int(TubeShape::Semaphore));
        QCOMPARE(int(shown(ChannelKind::Eventfd)), int(TubeShape::Eventfd));
        QCOMPARE(int(shown(ChannelKind::Timerfd)), int(TubeShape::Wake));
        QSet<QString> names;
        for (int shape = 0; shape < int(TubeShape::Count); ++shape)
            names += shapeName(TubeShape(shape));
        QCOMPARE(names.size(), int(TubeShape::Count));
    }

    void aTubeIsPaintedInItsOutlineInEveryTheme()
    {
        for (int theme = 0; theme < 4; ++theme) {
            Look look;
            look.setDark(theme % 2 == 1);
            look.setHighContrast(theme >= 2);
            const auto painted = [&look](TubeShape shape) {
                TubeItem item(look);
                TubeFacts facts;
                facts.shape = shape;
                item.show(facts);
                QImage image(210, 110, QImage::Format_ARGB32); // room for each
                image.fill(look.colour(Ink::Background));
                QPainter painter(&image);
                painter.translate(-item.boundingRect().topLeft());
                item.paint(&painter, nullptr, nullptr);
                return image;
            };
            for (int shape = 1; shape < int(TubeShape::Count); ++shape)
                QVERIFY(differingPixels(painted(TubeShape(shape)), painted(TubeShape::Pipe)) > 40);
        }
    }

    void wordsAreReadableOnBothSidesOfALevel()
    {
        for (int theme = 0; theme < 4; ++theme) {
            Look look;
            look.setDark(theme % 2 == 1);
            look.setHighContrast(theme >= 2);
            const double least = theme >= 2 ? kHighContrast : kTextContrast;
            for (const Ink ink : { Ink::WriterBytes, Ink::KernelBytes, Ink::ReaderBytes }) {
                const QColor fill = levelFill(look, look.colour(ink));
                const double found = contrast(look.colour(Ink::Text), fill);
                QVERIFY2(found >= least, qPrintable(QString::number(found)));
                QVERIFY(contrast(look.colour(Ink::Text), look.colour(Ink::Surface)) > found);
            }
        }
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
        for (int theme = 0; theme < 4 && !folder.isEmpty(); ++theme) {
            Look look;
            look.setDark(theme % 2 == 1);
            look.setHighContrast(theme >= 2);
            QImage image(420, 8 * 80, QImage::Format_ARGB32);
            image.fill(look.colour(Ink::Background));
            QPainter painter(&image);
            for (int shape = 0; shape < int(TubeShape::Count); ++shape) {
                TubeItem item(look);
                TubeFacts facts;
                facts.shape = TubeShape(shape);
                facts.name = shapeName(facts.shape);
                if (facts.shape < TubeShape::Memory)
                    facts.flows = { { {}, QStringLiteral("9 B"), 0.4, 9 } };
                item.show(facts);
                painter.save();
                painter.translate(14 + shape % 2 * 205, 14 + shape / 2 * 80);
                item.paint(&painter, nullptr, nullptr);
                painter.restore();
            }
            QVERIFY(image.save(QStringLiteral("%1/outlines-%2.png").arg(folder).arg(theme)));
        }
    }

    void theTipSaysWhatTheOutlineStandsFor()
    {
        Story story;
        story.launch(100, 1, { "cat" });
        story.channel(1, ChannelKind::Fifo, "/tmp/f");
        MapTube tube;
        tube.channel = ChannelId { 1 };
        const TubeFacts facts = tubeFacts(story.world, tube);
        QVERIFY(facts.shape == TubeShape::Fifo);
        QVERIFY(facts.tip.contains(shapeName(TubeShape::Fifo)));
        QVERIFY(facts.tip.contains(QStringLiteral("/tmp/f")));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::TubeOutlineTest)
#include "tube_outline_test.moc"
