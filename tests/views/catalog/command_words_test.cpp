// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_words.h"

#include <QtTest>

using namespace ipclab;

class CommandWordsTest : public QObject {
    Q_OBJECT

private slots:
    void aShellRunsWhatOnlyAShellUnderstands_data();
    void aShellRunsWhatOnlyAShellUnderstands();
    void quotesHoldWordsTogether();
    void anOpenQuoteIsNotRun();
    void aLineIsMadeOfWhatWasRun_data();
    void aLineIsMadeOfWhatWasRun();
    void programsStandWhereACommandBegins_data();
    void programsStandWhereACommandBegins();
    void blanksAreEscaped();
};

void CommandWordsTest::aShellRunsWhatOnlyAShellUnderstands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sign");
    const std::pair<const char*, const char*> cases[] = {
        { "sort -n file", "" },
        { "sort a | head", "|" },
        { "make && ./a.out", "&&" },
        { "a || b", "||" },
        { "sleep 9 &", "&" },
        { "a; b", ";" },
        { "cat <in", "<" },
        { "cat 2>&1", ">&" },
        { "cat >> out", ">>" },
        { "echo $HOME", "$" },
        { "echo \"$HOME\"", "$" },
        { "echo `date`", "`" },
        { "ls *.c", "*" },
        { "ls a?c", "?" },
        { "ls [ab]", "[" },
        { "[ -f a ]", "" },
        { "ls ~/x", "~" },
        { "ls a~", "" },
        { "ls # all", "#" },
        { "ls a#b", "" },
        { "A=1 env", "=" },
        { "env A=1", "" },
        { "(cd /; ls)", "(" },
        { "echo '$HOME | *'", "" },
        { "echo \"a|b;c*\"", "" },
        { "echo a\\|b", "" },
    };
    for (const auto& [line, sign] : cases)
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(sign);
}

void CommandWordsTest::aShellRunsWhatOnlyAShellUnderstands()
{
    QFETCH(QString, line);
    QFETCH(QString, sign);
    const CommandWords words = commandWords(QStringLiteral("  ") + line);
    QCOMPARE(words.shellSign, sign);
    const QStringList shell { QStringLiteral("sh"), QStringLiteral("-c"), line };
    QCOMPARE(words.argv == shell, !sign.isEmpty());
}

void CommandWordsTest::quotesHoldWordsTogether()
{
    const QStringList wanted { QStringLiteral("sh"), QStringLiteral("-c"),
        QStringLiteral("echo \"a\"; read b"), QString(), QStringLiteral("a b"),
        QStringLiteral("c\"d") };
    QCOMPARE(commandWords(QStringLiteral("sh -c 'echo \"a\"; read b' '' a\\ b \"c\\\"d\"")).argv,
        wanted);
}

void CommandWordsTest::anOpenQuoteIsNotRun()
{
    const CommandWords words = commandWords(QStringLiteral("echo 'it is"));
    QCOMPARE(words.openQuote, QChar(u'\''));
    QVERIFY(words.argv.isEmpty());
    QVERIFY(commandWords(QStringLiteral("   ")).argv.isEmpty());
}

void CommandWordsTest::aLineIsMadeOfWhatWasRun_data()
{
    QTest::addColumn<QString>("line");
    for (const char* const line : { "sort -n /etc/passwd", "sort a | head -3", "echo 'a b' ''",
             "/bin/sh -c 'echo said; read line'", "echo 'it'\\''s'", "sh -c true", "ls '$HOME/'" })
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CommandWordsTest::aLineIsMadeOfWhatWasRun()
{
    QFETCH(QString, line);
    QCOMPARE(commandLine(commandWords(line).argv), line);
}

void CommandWordsTest::programsStandWhereACommandBegins_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<bool>("program");
    QTest::newRow("first") << "so"
                           << "so" << 0 << true;
    QTest::newRow("second") << "sort pa"
                            << "pa" << 5 << false;
    QTest::newRow("none yet") << "sort "
                              << "" << 5 << false;
    QTest::newRow("after a pipe") << "sort a | he"
                                  << "he" << 9 << true;
    QTest::newRow("after ;") << "a;b"
                             << "b" << 2 << true;
    QTest::newRow("after &&") << "a && b"
                              << "b" << 5 << true;
    QTest::newRow("target") << "a | b > fi"
                            << "fi" << 8 << false;
    QTest::newRow("program after a target") << "> out so"
                                            << "so" << 6 << true;
    QTest::newRow("after NAME=VALUE") << "A=1 so"
                                      << "so" << 4 << true;
    QTest::newRow("NAME=VALUE") << "A=1"
                                << "A=1" << 0 << false;
    QTest::newRow("in a quote") << "cat 'my fi"
                                << "my fi" << 4 << false;
    QTest::newRow("escaped") << "cat my\\ fi"
                             << "my fi" << 4 << false;
    QTest::newRow("a pipe in a quote") << "echo '| he"
                                       << "| he" << 5 << false;
}

void CommandWordsTest::programsStandWhereACommandBegins()
{
    QFETCH(QString, line);
    QFETCH(QString, text);
    QFETCH(int, begin);
    QFETCH(bool, program);
    const WordAtCursor word = wordAtCursor(line + QStringLiteral(" tail"), line.size());
    QCOMPARE(word.text, text);
    QCOMPARE(word.begin, qsizetype { begin });
    QCOMPARE(word.program, program);
}

void CommandWordsTest::blanksAreEscaped()
{
    const QString name = QStringLiteral("my \"old\" file's $1");
    for (const QChar quote : { QChar(), QChar(u'\''), QChar(u'"') }) {
        const QString typed = typedWord(name, quote);
        const CommandWords words = commandWords(QStringLiteral("cat ") + typed);
        QCOMPARE(words.shellSign, QString());
        QCOMPARE(words.argv.value(1), name);
    }
    QCOMPARE(typedWord(QStringLiteral("my dir/"), u'\''), QStringLiteral("'my dir/"));
}

QTEST_GUILESS_MAIN(CommandWordsTest)
#include "command_words_test.moc"
