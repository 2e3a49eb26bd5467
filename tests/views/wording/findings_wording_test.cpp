// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

namespace ipclab {

namespace {

// Speaks Spanish for as long as it lives, where that is asked for.
class Spoken {
public:
    explicit Spoken(bool spanish)
    {
        QLocale::setDefault(spanish ? QLocale(QLocale::Spanish, QLocale::Spain)
                                    : QLocale(QLocale::English, QLocale::UnitedStates));
        m_loaded = !spanish || m_messages.load(QStringLiteral(":/i18n/ipclab_es"));
        if (spanish)
            QCoreApplication::installTranslator(&m_messages);
    }
    ~Spoken() { QCoreApplication::removeTranslator(&m_messages); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

private:
    QTranslator m_messages;
    bool m_loaded = false;
};

void begin(Story& story, FindingKind kind, std::vector<Pid> pids, unsigned channel)
{
    const ChannelId channels[] { ChannelId { channel } };
    FindingBegan began;
    began.kind = kind;
    began.pids = pids;
    began.channels = channels;
    story.tell(0, began);
}

QString told(const Story& story)
{
    return findingSentence(story.world, story.world.findings.front());
}

// reader waits at a pipe whose write end it, or a process that does something else, has open.
QString leakOf(int keeper)
{
    Story story;
    story.launch(10, 1, { "reader" });
    story.launch(11, 10, { "keeper" }, StartedBy::Fork);
    story.pipe(1);
    story.open(10, 0, 1, Access::Read);
    story.open(keeper, 7, 1, Access::Write, End::Second);
    story.enter(10, Call::Read, 0, 1);
    begin(story, FindingKind::DescriptorLeak, { Pid { 10 }, Pid { 11 } }, 1);
    return told(story);
}

QString lost()
{
    Story story;
    story.launch(10, 1, { "sender" });
    story.channel(1, ChannelKind::Udp, "socket:[7]");
    story.open(10, 3, 1, Access::ReadWrite);
    BytesWritten sent;
    sent.fd = 3;
    sent.channel = ChannelId { 1 };
    sent.call = Call::Sendto;
    sent.count = sent.requested = 5;
    sent.lost = true;
    sent.address = "127.0.0.1:4000";
    story.tell(10, sent);
    begin(story, FindingKind::LostDatagram, { Pid { 10 } }, 1);
    return told(story);
}

QString stranger(bool known)
{
    const Pid pids[] { Pid { 123 } };
    Story story;
    story.launch(10, 1, { "cat" });
    story.tell(10, ChannelCreated { ChannelId { 1 }, ChannelKind::Pipe, "pipe:[7]", true, false });
    story.open(10, 0, 1, Access::Read);
    story.enter(10, Call::Read, 0, 1);
    if (known)
        story.tell(10,
            ChannelHeld { ChannelId { 1 }, End::Second, pids, { std::string_view("sleep\0", 6) } });
    return whySentence(story.world, Pid { 10 });
}

} // namespace

// What a person reads of what was found, in both languages.
class FindingsWordingTest : public QObject {
    Q_OBJECT

private slots:
    void eachIsSaidInBothLanguages_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        const auto row = [](const char* what, const char* english, const char* spanish) {
            QTest::newRow(what) << QString::fromLatin1(what) << QString::fromUtf8(english)
                                << QString::fromUtf8(spanish);
        };
        row("leak of another",
            "reader waits at the end of pipe A, and nobody writes there any more. The end of file "
            "cannot come while keeper keeps a write end open, descriptor 7: closing it would end "
            "the wait.",
            "reader espera al final de tubería A, y ya nadie escribe ahí. El fin de archivo no "
            "puede llegar mientras keeper mantenga abierto un extremo de escritura, el descriptor "
            "7: cerrarlo acabaría con la espera.");
        row("leak of its own",
            "reader waits at the end of pipe A, and nobody writes there any more. The end of file "
            "cannot come while reader itself keeps a write end open, descriptor 7: closing it "
            "would end the wait.",
            "reader espera al final de tubería A, y ya nadie escribe ahí. El fin de archivo no "
            "puede llegar mientras el propio reader mantenga abierto un extremo de escritura, el "
            "descriptor 7: cerrarlo acabaría con la espera.");
        row("lost datagram",
            "A datagram that sender sent to 127.0.0.1:4000 was lost, though the call that sent it "
            "succeeded.",
            "Se ha perdido un datagrama que sender envió a 127.0.0.1:4000, aunque la llamada que "
            "lo envió tuvo éxito.");
        row("stranger",
            "cat waits in read(0) for data from pipe A. Of the programs that IPC Lab does not "
            "watch, these held the other end when it looked: sleep (pid 123).",
            "cat espera en read(0) a que lleguen datos (tubería A). De los programas que IPC Lab "
            "no observa, "
            "tenían el otro extremo cuando miró: sleep (pid 123).");
        row("nobody known",
            "cat waits in read(0) for data from pipe A. A program that IPC Lab does not watch may "
            "write.",
            "cat espera en read(0) a que lleguen datos (tubería A). Puede escribir un programa que "
            "IPC Lab no "
            "observa.");
    }

    void eachIsSaidInBothLanguages()
    {
        QFETCH(QString, what);
        QFETCH(QString, english);
        QFETCH(QString, spanish);
        for (const bool inSpanish : { false, true }) {
            const Spoken spoken(inSpanish);
            QVERIFY(spoken.isLoaded());
            const QString said = what == QLatin1String("leak of another") ? leakOf(11)
                : what == QLatin1String("leak of its own")                ? leakOf(10)
                : what == QLatin1String("lost datagram")
                ? lost()
                : stranger(what == QLatin1String("stranger"));
            QCOMPARE(said, inSpanish ? spanish : english);
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::FindingsWordingTest)
#include "findings_wording_test.moc"
