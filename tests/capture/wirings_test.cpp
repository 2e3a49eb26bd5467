// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include "ipc-core/endpoint/endpoints.h"

#include <QTemporaryDir>

#include <fcntl.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr auto kText = "one line of fifty bytes, for the lab to read it all\n";

// A program wired as the lab wires it, and our ends of that.
class WiredRun {
public:
    WiredRun(std::vector<std::string> argv, Wiring in, Wiring out)
    {
        StdioPlan plan;
        plan.in = in;
        plan.out = out;
        plan.error = Wiring::Null;
        auto made = Endpoints::make(plan, m_folder.path().toStdString());
        if (!made)
            qFatal("%s", made.error().step.c_str());
        m_ends = std::move(*made);
        LaunchSpec spec;
        spec.argv = std::move(argv);
        const std::array<int, 3> child = m_ends->childDescriptors();
        for (std::size_t i = 0; i < child.size(); ++i)
            spec.stdio.at(i) = UniqueFd(fcntl(child.at(i), F_DUPFD_CLOEXEC, 3));
        for (const LabEndFacts& end : m_ends->labEnds()) {
            for (std::size_t i = 0; i < 3; ++i) {
                if (end.streams.at(i))
                    spec.labEnds.at(i) = end.descriptor;
            }
        }
        m_known = spec.labEnds;
        spec.terminalStream = m_ends->terminalStream();
        m_ends->closeChildEnds();
        m_run = std::make_unique<Watched>(std::move(spec), CaptureOptions {});
        QObject::connect(
            m_ends.get(), &Endpoints::arrived, [this](int stream, const QByteArray& got) {
                m_run->capture().labRead(
                    m_known.at(static_cast<std::size_t>(stream)), got.toStdString());
                m_arrived += got;
            });
        QObject::connect(m_ends.get(), &Endpoints::sent, [this](int stream, qint64 count) {
            m_sentOn = static_cast<std::size_t>(stream);
            m_sent += m_sending.left(static_cast<qsizetype>(count));
            m_sending.remove(0, static_cast<qsizetype>(count));
            if (!reportLate)
                reportSent();
        });
        QObject::connect(m_ends.get(), &Endpoints::endReached, [this](int stream) {
            m_run->capture().labReachedEnd(m_known.at(static_cast<std::size_t>(stream)));
            m_end = true;
        });
    }

    void send(const QByteArray& bytes)
    {
        m_sending += bytes;
        m_ends->send(bytes);
    }
    void reportSent()
    {
        m_run->capture().labWrote(m_known.at(m_sentOn), m_sent.toStdString());
        m_sent.clear();
    }
    bool reportLate = false; // capture hears of what was sent only by reportSent()

    Endpoints& ends() { return *m_ends; }
    Watched& run() { return *m_run; }
    [[nodiscard]] const QByteArray& arrived() const { return m_arrived; }
    [[nodiscard]] bool atEnd() const { return m_end; }
    // The channel of our end for that stream of the child.
    ChannelId channel(std::size_t stream)
    {
        const Process* const self = m_run->world().self();
        const auto found = self->descriptors.find(m_known.at(stream));
        return found == self->descriptors.end() ? ChannelId {} : found->second.channel;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Endpoints> m_ends;
    std::array<int, 3> m_known {};
    QByteArray m_arrived;
    QByteArray m_sending;
    QByteArray m_sent; // and not reported
    std::size_t m_sentOn = 0;
    bool m_end = false;
    std::unique_ptr<Watched> m_run;
};

// Bytes were asked for, and there were none any more.
bool metEnd(const EventLog& log, ChannelId channel)
{
    for (EventIndex i = 0; i < log.size(); ++i) {
        const auto* const read = std::get_if<BytesRead>(&log[i].body);
        if (read && read->channel == channel && read->count == 0 && read->requested > 0)
            return true;
    }
    return false;
}

} // namespace

class WiringsTest : public QObject {
    Q_OBJECT

private slots:
    void whatAProgramPrintsReachesUsByteForByte_data();
    void whatAProgramPrintsReachesUsByteForByte();
    void whatWeSendReachesTheProgram_data();
    void whatWeSendReachesTheProgram();
    void aProgramMayReadWhatWeHaveNotReportedYet_data();
    void aProgramMayReadWhatWeHaveNotReportedYet();
};

void WiringsTest::whatAProgramPrintsReachesUsByteForByte_data()
{
    QTest::addColumn<QString>("wiring");
    for (const char* const one : { "pipe", "fifo", "socket", "unix", "terminal", "file" })
        QTest::newRow(one) << QString::fromLatin1(one);
}

void WiringsTest::whatAProgramPrintsReachesUsByteForByte()
{
    QFETCH(QString, wiring);
    const Wiring out = *wiringNamed(wiring.toStdString());
    WiredRun wired(
        { "/bin/sh", "-c", std::string("for i in 1 2 3 4; do echo '") + kText + "'; done" },
        Wiring::Null, out);
    QByteArray expected = (QByteArray(kText) + '\n').repeated(4);
    if (out == Wiring::Terminal)
        expected.replace("\n", "\r\n"); // its line discipline, termios(3)
    QTRY_COMPARE_WITH_TIMEOUT(wired.arrived(), expected, 30'000);
    QVERIFY(wired.run().ends());
    if (out != Wiring::File)
        QTRY_VERIFY(wired.atEnd());
    const ChannelId channel = wired.channel(1);
    QVERIFY(channel);
    QVERIFY(wired.run().sees([&](const World& world) {
        return bytesRead(wired.run().log(), channel, world.self()->pid).size()
            == static_cast<std::size_t>(expected.size());
    }));
    if (out != Wiring::File)
        QVERIFY(wired.run().sees([&](const World&) { return metEnd(wired.run().log(), channel); }));
    QCOMPARE(bytesRead(wired.run().log(), channel, Pid { getpid() }), expected.toStdString());
    QCOMPARE(bytesWritten(wired.run().log(), channel, wired.run().pid()),
        (QByteArray(kText) + '\n').repeated(4).toStdString());
    if (out == Wiring::Pipe || out == Wiring::Fifo || out == Wiring::TcpSocket
        || out == Wiring::UnixSocket) {
        for (const Queue& queue : wired.run().world().channel(channel)->queues)
            QCOMPARE(queue.bytes, 0U);
    }
}

void WiringsTest::whatWeSendReachesTheProgram_data()
{
    QTest::addColumn<QString>("wiring");
    for (const char* const one : { "pipe", "fifo", "socket", "unix" })
        QTest::newRow(one) << QString::fromLatin1(one);
}

void WiringsTest::whatWeSendReachesTheProgram()
{
    QFETCH(QString, wiring);
    const Wiring both = *wiringNamed(wiring.toStdString());
    WiredRun wired({ "/bin/cat" }, both, both);
    QVERIFY(!wired.run().error());
    for (int i = 0; i < 50; ++i)
        wired.send(kText);
    const QByteArray expected = QByteArray(kText).repeated(50);
    QTRY_COMPARE_WITH_TIMEOUT(wired.arrived(), expected, 30'000);
    const ChannelId in = wired.channel(0);
    QVERIFY(in);
    wired.ends().closeWriteSide();
    QTRY_VERIFY_WITH_TIMEOUT(wired.run().capture().atRest(), 30'000);
    QCOMPARE(bytesRead(wired.run().log(), in, wired.run().pid()), expected.toStdString());
    QCOMPARE(bytesWritten(wired.run().log(), in, Pid { getpid() }), expected.toStdString());
    for (const auto& [id, channel] : wired.run().world().channels) {
        for (const Queue& queue : channel.queues)
            QCOMPARE(channel.carriesBytes() ? queue.bytes : 0U, 0U);
    }
}

void WiringsTest::aProgramMayReadWhatWeHaveNotReportedYet_data()
{
    QTest::addColumn<QString>("wiring");
    for (const char* const one : { "pipe", "terminal" })
        QTest::newRow(one) << QString::fromLatin1(one);
}

void WiringsTest::aProgramMayReadWhatWeHaveNotReportedYet()
{
    QFETCH(QString, wiring);
    WiredRun wired({ "/bin/cat" }, *wiringNamed(wiring.toStdString()), Wiring::Pipe);
    QVERIFY(!wired.run().error());
    const EventLog& log = wired.run().log();
    const auto childHasRead = [&](std::string_view bytes) {
        return std::ranges::any_of(all<BytesRead>(log, wired.run().pid()),
            [&](const auto& one) { return one.body->bytes.kept == bytes; });
    };
    wired.reportLate = true;
    wired.send("first\n");
    QTRY_VERIFY(childHasRead("first\n"));
    wired.send("second\n");
    QTRY_VERIFY(childHasRead("second\n"));
    wired.reportSent();
    const ChannelId in = wired.channel(0);
    QTRY_COMPARE(bytesWritten(log, in, Pid { getpid() }), std::string("first\nsecond\n"));
    QVERIFY(wired.run().sees([&](const World& world) {
        return std::ranges::all_of(
            world.channel(in)->queues, [](const Queue& queue) { return queue.bytes == 0; });
    }));
    const auto reads = all<BytesRead>(log, wired.run().pid());
    for (const auto& one : all<BytesWritten>(log, Pid { getpid() })) {
        const auto read = std::ranges::find_if(reads, [&](const auto& other) {
            return other.body->channel == in && other.body->bytes.kept == one.body->bytes.kept;
        });
        QVERIFY(read != reads.end());
        QVERIFY(one.index < read->index);
    }
}

CAPTURE_TEST_MAIN(WiringsTest)
#include "wirings_test.moc"
