// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_line_edit.h"

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>
#include <QtTest>

using namespace ipclab;

namespace {

void put(const QString& path, bool program = false)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (program)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

// The line among other fields, with programs and files of the test's own.
class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void upAndDownGoThroughWhatWasRun();
    void onlyWhatHasTheTypedWordsIsRecalled();
    void programsAreOfferedAsOneTypes();
    void tabCompletesTheOnlyOne();
    void tabGoesAsFarAsAllAgreeAndThenChooses();
    void afterAPipeProgramsComeAgain();
    void filesAreThoseOfTheFolder();
    void blanksOfAFileAreEscaped();
    void escapeClosesWhatIsOffered();
    void enterRunsTheLineAlthoughSomethingIsOffered();
    void tabLeavesWhereNothingCanBeCompleted();
    void controlSpaceShowsAll();
    void aHugeFolderIsBounded();
    void fiveThousandProgramsDoNotHoldTheWindowUp();

private:
    void type(const QString& keys) { QTest::keyClicks(m_line, keys); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        // As the window system does it: an open popup gets the keys.
        QWidget* const popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : m_line, key, modifiers);
    }
    [[nodiscard]] QStringList offered() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    CommandLineEdit* m_line = nullptr;
    QLineEdit* m_next = nullptr;
};

void CommandLineTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("bin")));
    for (const char* const name : { "sorter", "sortest", "head" })
        put(m_folder->filePath(QStringLiteral("bin/") + QLatin1String(name)), true);
    put(m_folder->filePath(QStringLiteral("bin/sortnot"))); // no program
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("work/notes")));
    put(m_folder->filePath(QStringLiteral("work/my file")));
    put(m_folder->filePath(QStringLiteral("work/notes/one")));
    qputenv("PATH", QFile::encodeName(m_folder->filePath(QStringLiteral("bin"))));
    m_window = std::make_unique<QWidget>();
    auto* const column = new QVBoxLayout(m_window.get());
    m_line = new CommandLineEdit;
    m_next = new QLineEdit;
    column->addWidget(m_line);
    column->addWidget(m_next);
    m_line->setFolder(m_folder->filePath(QStringLiteral("work")));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_line->setFocus();
}

void CommandLineTest::cleanup()
{
    m_window.reset();
}

QStringList CommandLineTest::offered() const
{
    QStringList words;
    const QAbstractItemModel* const model = m_line->popup()->model();
    for (int row = 0; m_line->popup()->isVisible() && row < model->rowCount(); ++row)
        words.append(model->index(row, 0).data().toString());
    return words;
}

void CommandLineTest::upAndDownGoThroughWhatWasRun()
{
    m_line->setHistory({ QStringLiteral("newest"), QStringLiteral("older") });
    press(Qt::Key_Down);
    QCOMPARE(m_line->text(), QString());
    press(Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("newest"));
    press(Qt::Key_Up);
    press(Qt::Key_Up); // there is none before
    QCOMPARE(m_line->text(), QStringLiteral("older"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_line->text(), QString()); // what was there before
}

void CommandLineTest::onlyWhatHasTheTypedWordsIsRecalled()
{
    m_line->setHistory(
        { QStringLiteral("sort -n"), QStringLiteral("cat | wc"), QStringLiteral("wc -l") });
    type(QStringLiteral("W"));
    press(Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("cat | wc"));
    press(Qt::Key_Up);
    QCOMPARE(m_line->text(), QStringLiteral("wc -l"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_line->text(), QStringLiteral("W"));
}

void CommandLineTest::programsAreOfferedAsOneTypes()
{
    type(QStringLiteral("so"));
    QTRY_COMPARE(offered(), QStringList({ QStringLiteral("sorter"), QStringLiteral("sortest") }));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("sortest "));
    QVERIFY(!m_line->popup()->isVisible());
    QVERIFY(m_line->hasFocus());
}

void CommandLineTest::tabCompletesTheOnlyOne()
{
    type(QStringLiteral("h"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("head "));
}

void CommandLineTest::tabGoesAsFarAsAllAgreeAndThenChooses()
{
    type(QStringLiteral("s"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("sorte"));
    QCOMPARE(offered().size(), 2);
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("sorter "));
}

void CommandLineTest::afterAPipeProgramsComeAgain()
{
    type(QStringLiteral("sorter |he"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("sorter |head "));
}

void CommandLineTest::filesAreThoseOfTheFolder()
{
    type(QStringLiteral("head n"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("head notes/"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("head notes/one "));
}

void CommandLineTest::blanksOfAFileAreEscaped()
{
    type(QStringLiteral("head m"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("head my\\ file "));
    m_line->clear();
    type(QStringLiteral("head \"m"));
    press(Qt::Key_Tab);
    QTRY_COMPARE(m_line->text(), QStringLiteral("head \"my file\" "));
}

void CommandLineTest::escapeClosesWhatIsOffered()
{
    type(QStringLiteral("sor"));
    QTRY_VERIFY(m_line->popup()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_line->popup()->isVisible());
    QCOMPARE(m_line->text(), QStringLiteral("sor"));
}

void CommandLineTest::enterRunsTheLineAlthoughSomethingIsOffered()
{
    const QSignalSpy run(m_line, &QLineEdit::returnPressed);
    type(QStringLiteral("sor"));
    QTRY_VERIFY(m_line->popup()->isVisible());
    press(Qt::Key_Return);
    QCOMPARE(run.count(), 1);
    QVERIFY(!m_line->popup()->isVisible());
    type(QStringLiteral("t"));
    QTRY_VERIFY(m_line->popup()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return); // takes what is chosen, and no more
    QTRY_COMPARE(m_line->text(), QStringLiteral("sorter "));
    QCOMPARE(run.count(), 1);
}

void CommandLineTest::tabLeavesWhereNothingCanBeCompleted()
{
    press(Qt::Key_Tab);
    QVERIFY(m_next->hasFocus());
    m_line->setFocus();
    type(QStringLiteral("nosuchprogram"));
    press(Qt::Key_Tab);
    QTRY_VERIFY(m_next->hasFocus());
    m_line->setFocus();
    for (int i = 0; i < 2; ++i) { // the answer need not be waited for
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        QApplication::sendEvent(m_line, &tab);
    }
    QVERIFY(!m_line->hasFocus());
    m_line->setFocus();
    type(QStringLiteral("s"));
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(m_next->hasFocus());
}

void CommandLineTest::controlSpaceShowsAll()
{
    type(QStringLiteral("head "));
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(offered(), QStringList({ QStringLiteral("my file"), QStringLiteral("notes/") }));
}

void CommandLineTest::aHugeFolderIsBounded()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("huge")));
    for (qsizetype i = 0; i <= kMostCompletions; ++i)
        put(m_folder->filePath(QStringLiteral("huge/file%1").arg(i)));
    m_line->setFolder(m_folder->filePath(QStringLiteral("huge")));
    type(QStringLiteral("head fi"));
    QTRY_COMPARE(offered().size(), kMostCompletions + 1);
    QVERIFY2(offered().last().contains(QStringLiteral("more")), qPrintable(offered().last()));
    press(Qt::Key_Up); // the last that can be chosen, or none
    press(Qt::Key_Return);
    QVERIFY(!m_line->text().contains(QStringLiteral("more")));
}

void CommandLineTest::fiveThousandProgramsDoNotHoldTheWindowUp()
{
    for (int i = 0; i < 5000; ++i)
        put(m_folder->filePath(QStringLiteral("bin/many%1").arg(i)), true);
    type(QStringLiteral("many499"));
    QVERIFY(offered().isEmpty()); // nobody has waited for what there is
    QTRY_COMPARE(offered().size(), 11); // many499, many4990 to many4999
}

QTEST_MAIN(CommandLineTest)
#include "command_line_test.moc"
