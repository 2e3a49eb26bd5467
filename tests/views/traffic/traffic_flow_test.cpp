// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/traffic/shown_traffic.h"
#include "views/common/contrast.h"
#include "views/traffic/process_signs.h"
#include "views/traffic/traffic_search.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

using namespace ipclab;
using namespace ipclab::test;

// Who moves bytes, what is on its way, what was lost; and rows that are looked for.
class TrafficFlowTest : public QObject {
    Q_OBJECT

private slots:
    void aLostDatagramDoesNotLookDelivered();
    void everyProcessHasAShapeOfItsOwn();
    void neighboursAreToldApartByColourBlindEyes();
    void signsAreSeenOnAnyGround();
    void whatIsUnreadIsSaidForEachDirection();
    void whoeverReadsUnwatchedIsNotSaidToBeNobody();
    void whatIsUnreadIsThatOfTheMoment();
    void ofAllChannelsTheFullestAreNamed();
    void whatWasLostIsCounted();
    void theNewestRowIsFoundFirst();
    void rowsThatAreNotShownAreFound();
    void bytesBeyondTheCellAreFound();
    void bytesAreFoundByTheirHexadecimalToo();
    void whatIsSaidOfARowIsFound();
    void aSearchOfALongLogDoesNotHoldTheScreen();
    void anotherTextEndsTheSearch();
};

void TrafficFlowTest::aLostDatagramDoesNotLookDelivered()
{
    Bench bench;
    bench.add(
        0, kWriter, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "udp:127.0.0.1:9", false });
    bench.add(1, kWriter, BytesWritten { lostBytes(4, 1, "hello") });
    bench.takeAll();
    TrafficModel model(bench.cursor);
    while (model.follow()) { }
    QCOMPARE(model.kindAt(1), TrafficKind::Lost);
    QCOMPARE(model.words(1).size, q("✗ 5 B"));
    QVERIFY(model.words(1).remark.startsWith(q("lost")));
}

void TrafficFlowTest::everyProcessHasAShapeOfItsOwn()
{
    Joined bench;
    bench.write("one");
    const ShownTraffic shown(bench);
    const TrafficModel& model = shown.panel.model();
    QCOMPARE(model.processAt(0), std::optional(0U));
    QCOMPARE(model.processAt(1), std::optional(1U));
    QCOMPARE(model.processAt(model.rowCount() - 1), std::optional(0U));
    const QModelIndex who = model.index(model.rowCount() - 1, TrafficModel::Process);
    QCOMPARE(who.data(Qt::AccessibleTextRole).toString(), q("ana 21"));
    std::set<std::pair<QString, QRgb>> signs;
    std::set<QString> shapes;
    Look look;
    for (unsigned i = 0; i < ProcessSigns::kShapes * ProcessSigns::kColours; ++i) {
        signs.emplace(processShape(i), processColour(i, look).rgb());
        shapes.insert(processShape(i));
    }
    QCOMPARE(signs.size(), std::size_t { ProcessSigns::kShapes * ProcessSigns::kColours });
    QCOMPARE(shapes.size(), std::size_t { ProcessSigns::kShapes });
}

namespace {

using Eyes = std::array<std::array<double, 3>, 3>;

// Who has no cones for green, for red, for blue: Machado, Oliveira and Fernandes (2009), on linear
// light.
constexpr Eyes kEyes[] = { { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
                               { -0.011820, 0.042940, 0.968881 } } },
    { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
        { -0.003882, -0.048116, 1.051998 } } },
    { { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 },
        { 0.004733, 0.691367, 0.303900 } } } };

std::array<double, 3> asSeen(const QColor& colour, const Eyes& eyes)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    const auto back = [](double part) {
        part = std::clamp(part, 0.0, 1.0);
        return part <= 0.0031308 ? part * 12.92 : 1.055 * std::pow(part, 1 / 2.4) - 0.055;
    };
    const std::array<double, 3> light { linear(colour.redF()), linear(colour.greenF()),
        linear(colour.blueF()) };
    std::array<double, 3> seen {};
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = back(std::inner_product(light.begin(), light.end(), eyes[i].begin(), 0.0));
    return seen;
}

// Of 0 to 1.7, to the eyes that tell them apart the least.
double farAsSeen(const QColor& one, const QColor& other)
{
    double least = 2;
    for (const Eyes& eyes : kEyes) {
        const auto a = asSeen(one, eyes);
        const auto b = asSeen(other, eyes);
        least = std::min(least, std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
    }
    return least;
}

} // namespace

void TrafficFlowTest::neighboursAreToldApartByColourBlindEyes()
{
    Look look;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        for (unsigned i = 0; i < ProcessSigns::kColours; ++i) {
            const double next = farAsSeen(processColour(i, look), processColour(i + 1, look));
            QVERIFY2(next > 0.25, qPrintable(q("%1 and the next: %2").arg(i).arg(next)));
            for (unsigned k = 0; k < i; ++k) {
                const double any = farAsSeen(processColour(i, look), processColour(k, look));
                QVERIFY2(any > 0.1, qPrintable(q("%1 and %2: %3").arg(i).arg(k).arg(any)));
            }
        }
    }
}

void TrafficFlowTest::signsAreSeenOnAnyGround()
{
    Look look;
    for (const bool high : { false, true }) {
        look.setHighContrast(high);
        for (const bool dark : { false, true }) {
            look.setDark(dark);
            for (const QColor& ground :
                { look.colour(Ink::Surface), look.wash(Ink::Line), look.wash(Ink::Accent) }) {
                for (unsigned i = 0; i < ProcessSigns::kColours; ++i)
                    QVERIFY(contrast(processColour(i, look), ground)
                        >= (high ? kHighContrast : kMarkContrast));
            }
        }
    }
}

void TrafficFlowTest::whatIsUnreadIsSaidForEachDirection()
{
    Bench bench;
    bench.process(0, kWriter, 0, "/bin/ana", { "ana\0", 4 });
    bench.process(0, kReader, 0, "/bin/bea", { "bea\0", 4 });
    bench.add(1, kWriter, ChannelCreated { ChannelId { 1 }, ChannelKind::Unix, "unix", false });
    const auto open = [&](int pid, End end) {
        bench.add(2, pid,
            DescriptorOpened { 4, ChannelId { 1 }, Access::ReadWrite, end, Call::Socketpair, {} });
    };
    open(kWriter, End::First);
    open(kReader, End::Second);
    bench.add(3, kWriter, BytesWritten { movedBytes(4, 1, End::First, Call::Write, "abc") });
    const ShownTraffic shown(bench);
    bench.selection.choose(ChannelId { 1 });
    const auto* const label = shown.panel.findChild<QLabel*>(q("unread"));
    QTRY_VERIFY(label->isVisible());
    const QString words = plain(label->text());
    QVERIFY2(words.contains(q("■ bea: 3 B")), qPrintable(words));
    QVERIFY2(words.contains(q("● ana: nothing unread")), qPrintable(words));
}

void TrafficFlowTest::whoeverReadsUnwatchedIsNotSaidToBeNobody()
{
    for (const bool outside : { false, true }) {
        Bench bench;
        bench.process(0, kWriter, 0, "/bin/ana", { "ana\0", 4 });
        ChannelCreated made;
        made.channel = ChannelId { 1 };
        made.kind = ChannelKind::Pipe;
        made.outside = outside;
        bench.add(1, kWriter, made);
        bench.add(2, kWriter,
            DescriptorOpened { 4, ChannelId { 1 }, Access::Write, End::Second, Call::Pipe, {} });
        bench.written(3, kWriter, 4, 1, "abc");
        const ShownTraffic shown(bench);
        bench.selection.choose(ChannelId { 1 });
        const auto* const label = shown.panel.findChild<QLabel*>(q("unread"));
        QTRY_VERIFY(label->isVisible());
        const QString words = plain(label->text());
        QVERIFY2(words.contains(outside ? q("ana → not watched") : q("ana → nobody")),
            qPrintable(words));
    }
}

void TrafficFlowTest::whatIsUnreadIsThatOfTheMoment()
{
    Joined bench;
    const EventIndex sent = bench.write("abc");
    bench.read("abc");
    const ShownTraffic shown(bench);
    bench.selection.choose(ChannelId { 1 });
    const auto* const label = shown.panel.findChild<QLabel*>(q("unread"));
    QTRY_VERIFY2(plain(label->text()).endsWith(q("● ana → ■ bea: nothing unread")),
        qPrintable(plain(label->text())));
    bench.cursor.goTo(sent + 1);
    QTRY_VERIFY2(plain(label->text()).contains(q("3 B")), qPrintable(plain(label->text())));
}

void TrafficFlowTest::ofAllChannelsTheFullestAreNamed()
{
    Joined bench;
    bench.pipe(2, 2, kReader, 5, kWriter, 6);
    bench.write("abc");
    const ShownTraffic shown(bench);
    const auto* const label = shown.panel.findChild<QLabel*>(q("missing"));
    QTRY_COMPARE(label->text(), q("Unread now: 3 B in pipe A"));
    bench.written(kSecond, kWriter, 6, 2, "abcde");
    bench.takeAll();
    QTRY_COMPARE(label->text(), q("Unread now: 5 B in pipe B · 3 B in pipe A"));
    bench.read(kSecond, kReader, 5, 2, "abcde");
    bench.read(kSecond, kReader, 3, 1, "abc");
    bench.takeAll();
    QTRY_COMPARE(label->text(), QString());
}

void TrafficFlowTest::whatWasLostIsCounted()
{
    Bench bench;
    bench.add(0, kWriter, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "udp", false });
    for (int i = 0; i < 2; ++i)
        bench.add(1, kWriter, BytesWritten { lostBytes(4, 1, "hello") });
    const ShownTraffic shown(bench);
    const auto* const all = shown.panel.findChild<QLabel*>(q("missing"));
    QTRY_COMPARE(all->text(), q("✗ lost: 10 B of 2 writes"));
    bench.selection.choose(ChannelId { 1 });
    const auto* const one = shown.panel.findChild<QLabel*>(q("unread"));
    QTRY_VERIFY2(
        plain(one->text()).endsWith(q("✗ lost: 10 B of 2 writes")), qPrintable(plain(one->text())));
    bench.cursor.goTo(2);
    QTRY_VERIFY2(plain(one->text()).endsWith(q("✗ lost: 5 B")), qPrintable(plain(one->text())));
}

namespace {

struct Looking {
    explicit Looking(const ShownTraffic& shown)
        : search(shown.panel.findChild<TrafficSearch*>())
        , field(search->findChild<QLineEdit*>())
        , answer(search->findChild<QLabel*>(q("searchAnswer")))
    {
        search->open();
    }
    void look(const QString& text) const
    {
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    TrafficSearch* search;
    QLineEdit* field;
    QLabel* answer;
};

} // namespace

void TrafficFlowTest::theNewestRowIsFoundFirst()
{
    Joined bench;
    const EventIndex older = bench.write("needle one");
    bench.write("hay");
    const EventIndex newer = bench.write("NEEDLE two");
    bench.write("hay");
    const ShownTraffic shown(bench);
    const Looking finding(shown);
    finding.look(q("needle"));
    QTRY_COMPARE(shown.chosen(), newer);
    QTest::keyClick(finding.field, Qt::Key_Return);
    QTRY_COMPARE(shown.chosen(), older);
    QTest::keyClick(finding.field, Qt::Key_Return); // round
    QTRY_COMPARE(shown.chosen(), newer);
    QTest::keyClick(finding.field, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(shown.chosen(), older);
    finding.look(q("nowhere"));
    QTRY_VERIFY(finding.answer->text().startsWith(q("in none of the")));
    QVERIFY(bench.cursor.live());
}

void TrafficFlowTest::rowsThatAreNotShownAreFound()
{
    Joined bench;
    const EventIndex old = bench.write("needle");
    for (int i = 0; i < 15'000; ++i) {
        bench.write("0123456789abcdef");
        bench.read("0123456789abcdef");
    }
    const ShownTraffic shown(bench);
    QTRY_VERIFY(shown.panel.model().olderRows() > 0);
    QVERIFY(!shown.panel.model().rowOf(old));
    const Looking finding(shown);
    finding.look(q("needle"));
    QTRY_VERIFY(shown.panel.model().rowOf(old));
    QTRY_COMPARE(shown.chosen(), old);
}

void TrafficFlowTest::bytesBeyondTheCellAreFound()
{
    Joined bench;
    const EventIndex sent = bench.write(std::string(3000, 'x') + "Needle");
    bench.write("hay");
    const ShownTraffic shown(bench);
    const Looking finding(shown);
    finding.look(q("needle"));
    QTRY_COMPARE(shown.chosen(), sent);
}

void TrafficFlowTest::bytesAreFoundByTheirHexadecimalToo()
{
    Joined bench;
    const EventIndex sent = bench.write("a\x01\x02z");
    const EventIndex escape = bench.write("\x1b[1m");
    bench.write("hay");
    const ShownTraffic shown(bench);
    const Looking finding(shown);
    finding.look(q("01 02"));
    QTRY_COMPARE(shown.chosen(), sent);
    finding.look(q("‹esc›"));
    QTRY_COMPARE(shown.chosen(), escape);
    finding.look(q("read together"));
    QTRY_VERIFY(finding.answer->text().startsWith(q("in none of the")));
}

void TrafficFlowTest::whatIsSaidOfARowIsFound()
{
    Joined bench;
    const EventIndex sent = bench.write("hay");
    const EventIndex taken = bench.read("hay");
    const EventIndex unread = bench.write("straw");
    const ShownTraffic shown(bench);
    const Looking finding(shown);
    const auto said = [&](EventIndex event) {
        return shown.panel.model().words(*shown.panel.model().rowOf(event));
    };
    finding.look(said(sent).time);
    QTRY_COMPARE(shown.chosen(), sent);
    finding.look(said(unread).size);
    QTRY_COMPARE(shown.chosen(), unread);
    finding.look(q("READ(3)"));
    QTRY_COMPARE(shown.chosen(), taken);
    finding.look(said(unread).remark);
    QTRY_COMPARE(shown.chosen(), unread);
    QCOMPARE(said(unread).remark, q("unread"));
}

// Could be of a size, so that all that a row says is looked at: that takes long.
constexpr const char* kNowhere = "98765 B";

// In the processor's time, so that what else the machine does is left out.
void TrafficFlowTest::aSearchOfALongLogDoesNotHoldTheScreen()
{
    Joined bench;
    for (int i = 0; i < 50'000; ++i) {
        bench.write("0123456789abcdef");
        bench.read("0123456789abcdef");
    }
    const ShownTraffic shown(bench);
    QTRY_VERIFY(shown.panel.model().isComplete());
    const Looking finding(shown);
    finding.field->setText(q(kNowhere));
    const double begun = processorMilliseconds();
    finding.search->find(-1);
    const double first = processorMilliseconds() - begun;
    QVERIFY2(first < 50, qPrintable(QString::number(first)));
    QVERIFY(finding.search->looking());
    QVERIFY(finding.answer->text().startsWith(q("looking")));
    QTRY_VERIFY(!finding.search->looking());
    qInfo("100 000 rows: %.0f ms", processorMilliseconds() - begun);
    QVERIFY(finding.answer->text().startsWith(q("in none of the")));
}

void TrafficFlowTest::anotherTextEndsTheSearch()
{
    Joined bench;
    for (int i = 0; i < 50'000; ++i)
        bench.write("0123456789abcdef");
    const ShownTraffic shown(bench);
    QTRY_VERIFY(shown.panel.model().isComplete());
    const Looking finding(shown);
    finding.look(q(kNowhere));
    QVERIFY(finding.search->looking());
    bench.selection.choose(ChannelId { 1 }); // other rows
    QVERIFY(!finding.search->looking());
    finding.look(q(kNowhere));
    finding.field->setText(q("now"));
    QVERIFY(!finding.search->looking());
}

QTEST_MAIN(TrafficFlowTest)
#include "traffic_flow_test.moc"
