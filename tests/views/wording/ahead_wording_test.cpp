// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/wording.h"
#include "views/common/wording_ahead.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <csignal>

namespace ipclab {

namespace {

// writer 10 and reader 11 on pipe A; what 10 is about to do.
QString ahead(const ThreadHeld& body)
{
    Story story;
    story.launch(10, 1, { "writer" });
    story.launch(11, 10, { "reader" }, StartedBy::Fork);
    story.pipe(1);
    story.open(10, 1, 1, Access::Write, End::Second);
    story.channel(2, ChannelKind::Fifo, "/tmp/orders");
    story.tell(10, body);
    return aheadWords(story.world, *story.world.process(Pid { 10 }))
        .replace(QChar(0x202F), QLatin1Char(' '));
}

struct Case {
    ThreadHeld held;
    const char* english;
    const char* spanish;
};

const Case kCases[] = {
    { { Call::Write, 1, ChannelId { 1 }, 29 }, "will write 29 bytes into pipe A",
        "va a escribir 29 bytes en la tubería A" },
    { { Call::Write, 1, ChannelId { 2 }, 1 }, "will write 1 byte into FIFO /tmp/orders",
        "va a escribir 1 byte en el FIFO /tmp/orders" },
    { { Call::Read, 0, ChannelId { 1 }, 4096 }, "will read up to 4 096 bytes from pipe A",
        "va a leer hasta 4 096 bytes desde la tubería A" },
    { { Call::Close, 4, ChannelId { 1 } }, "will close descriptor 4 (pipe A)",
        "va a cerrar el descriptor 4 (tubería A)" },
    { { Call::Kill, {}, {}, {}, Pid { 11 }, { SIGUSR1 } }, "will send SIGUSR1 to reader",
        "va a enviar SIGUSR1 a reader" },
    { { Call::Wait4, {}, {}, {}, Pid { 11 } }, "will wait for the end of reader",
        "va a esperar a que termine reader" },
    { { Call::Wait4, {}, {}, {}, Pid { -1 } }, "will wait for the end of a child",
        "va a esperar a que termine un hijo" },
    { { Call::Openat, {}, {}, {}, {}, {}, "/tmp/orders" }, "will open /tmp/orders",
        "va a abrir /tmp/orders" },
    { { Call::Pipe2 }, "will make a pipe", "va a crear una tubería" },
    { { Call::Connect, 3, {}, {}, {}, {}, "127.0.0.1:80" }, "will connect to 127.0.0.1:80",
        "va a conectarse a 127.0.0.1:80" },
    { { Call::ClockNanosleep }, "will sleep", "va a dormir" },
    { { Call::Eventfd2 }, "will call eventfd2()", "va a llamar a eventfd2()" },
    { { Call::Readlink, {}, {}, {}, {}, {}, {}, "after-read" }, "is at its mark “after-read”",
        "está en su marca «after-read»" },
    { { Call::Connect, 3 }, "will connect its socket", "va a conectar su socket" },
    { { Call::Bind, 3 }, "will give its socket an address", "va a dar una dirección a su socket" },
    { { Call::Openat, {}, {}, {}, {}, {}, "/tmp/\x1b[2J\n\xe2\x80\xae" },
        "will open /tmp/‹ESC›[2J⏎‹U+202E›", "va a abrir /tmp/‹ESC›[2J⏎‹U+202E›" },
    { { Call::Readlink, {}, {}, {}, {}, {}, {}, "a\rb" }, "is at its mark “a‹CR›b”",
        "está en su marca «a‹CR›b»" },
    { {}, "stands between two calls", "está parado entre dos llamadas" },
};

} // namespace

// What a held thread is about to do, in both languages.
class AheadWordingTest : public QObject {
    Q_OBJECT

private slots:
    void itIsSaidWhatComesNext()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        for (const Case& one : kCases)
            QCOMPARE(ahead(one.held), QString::fromUtf8(one.english));
    }

    void inSpanishToo()
    {
        QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Spain));
        QTranslator messages;
        QVERIFY(messages.load(QStringLiteral(":/i18n/ipclab_es")));
        QCoreApplication::installTranslator(&messages);
        for (const Case& one : kCases)
            QCOMPARE(ahead(one.held), QString::fromUtf8(one.spanish));
        QCoreApplication::removeTranslator(&messages);
    }

    void everyCallHasWords()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        for (std::uint16_t i = 1; i < static_cast<std::uint16_t>(Call::Count); ++i) {
            const QString words = ahead(ThreadHeld { static_cast<Call>(i) });
            QVERIFY2(!words.isEmpty() && !words.contains(QLatin1Char('%')), qPrintable(words));
            QCOMPARE(words, words.trimmed());
        }
    }

    void whatIsSlowIsSaid()
    {
        QCOMPARE(slowSentence(1), QString());
        QVERIFY(slowSentence(100).contains(QStringLiteral("200 ms")));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::AheadWordingTest)
#include "ahead_wording_test.moc"
