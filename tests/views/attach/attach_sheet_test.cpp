// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/attach_refusal.h"
#include "views/attach/attach_sheet.h"
#include "views/attach/obstacle_words.h"
#include "views/attach/running_filter.h"
#include "views/attach/running_model.h"
#include "views/attach/running_table.h"
#include "views/common/look.h"
#include "views/common/wording.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <set>

using namespace ipclab;

namespace {

RunningProcess process(int pid, const char* name, std::string obstacle = {})
{
    return { Pid { pid }, static_cast<std::uint64_t>(pid), QString::fromLatin1(name),
        QString::fromLatin1(name) + QStringLiteral(" --option"), QStringLiteral("sh (1)"), true,
        std::move(obstacle) };
}

} // namespace

// Which process is to be watched, as the sheet for it asks.
class AttachSheetTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyRefusalHasWordsOfItsOwn();
    void theModelKeepsItsPromisesWhileProcessesComeAndGo();
    void theNewestStandsFirstAndWhatIsTypedIsFound();
    void theArrowsInTheFieldGoThroughTheList();
    void whoCannotBeWatchedSaysWhyAndIsNotAttachedTo();
    void othersAreShownOnlyWhenWanted();
    void whoEndsWhileChosenIsNotReplacedByANeighbour();
    void aRefusalIsShownUntilAnotherIsChosen();
    void theListIsAskedForAgainWhileItIsSeen();
    void whatIsSaidOfWhoIsChosenNeverLiesOverTheList();
    void whatIsTypedAtTheTableIsLookedFor();
    void aColumnThatWasMadeWiderIsSoTheNextTime();
    void damagedWidthsAreTheUsualOnes();
    void withLittleRoomTheCommandsStay();
    void howManyThereAreIsSaidUntilOneIsChosen();

private:
    template <typename Widget> [[nodiscard]] Widget& part(const char* name = nullptr) const
    {
        return *m_sheet->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString note() const { return part<QLabel>("attachNote").text(); }
    [[nodiscard]] QPushButton& button() const { return part<QPushButton>("attachNow"); }
    [[nodiscard]] RunningTable& table() const { return m_sheet->table(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }

    std::unique_ptr<Look> m_look;
    std::unique_ptr<AttachSheet> m_sheet;
};

void AttachSheetTest::init()
{
    m_sheet.reset();
    m_look = std::make_unique<Look>();
    m_sheet = std::make_unique<AttachSheet>(*m_look, nullptr);
    m_sheet->setProcesses({ process(10, "cat"), process(30, "python3"), process(20, "bash") });
    m_sheet->show();
    QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
}

void AttachSheetTest::everyRefusalHasWordsOfItsOwn()
{
    std::set<QString> said;
    for (int i = 0; i <= static_cast<int>(AttachRefusal::Unknown); ++i) {
        const std::string word(name(static_cast<AttachRefusal>(i)));
        const QString words = attachObstacleWords(word + " 4711");
        QVERIFY2(words.size() > 20 && !words.contains(u'%'), word.c_str());
        QVERIFY2(said.insert(words).second, word.c_str()); // not those of another
        QVERIFY(attachRefusalWords({ 1, "attach", word + " 4711" }).contains(words));
        const QString briefly = obstacleInShort(word + " 4711");
        QVERIFY2(!briefly.contains(u'%') && said.insert(briefly).second, word.c_str());
        QVERIFY2(briefly.size() <= 22, qPrintable(briefly)); // what its column has room for
    }
    QVERIFY(attachObstacleWords("traced 4711").contains(QStringLiteral("4711")));
}

void AttachSheetTest::theModelKeepsItsPromisesWhileProcessesComeAndGo()
{
    RunningModel model;
    const QAbstractItemModelTester strict(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunningFilter filter(model);
    const QAbstractItemModelTester alsoStrict(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setProcesses({ process(1, "a"), process(2, "b"), process(3, "c") });
    const QPersistentModelIndex two = model.index(1, 0);
    model.setProcesses({ process(2, "b"), process(4, "d"), process(5, "e") });
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(two.row(), 2);
    QCOMPARE(two.data().toString(), QStringLiteral("b"));
    RunningProcess renamed = process(2, "b");
    renamed.name = QStringLiteral("other");
    model.setProcesses({ renamed, process(4, "d"), process(5, "e") });
    QCOMPARE(two.data().toString(), QStringLiteral("other"));
    RunningProcess another = process(2, "new"); // with the number of who has ended
    another.started = 900;
    model.setProcesses({ another });
    QVERIFY(!two.isValid());
    QCOMPARE(model.rowCount(), 1);
}

void AttachSheetTest::theNewestStandsFirstAndWhatIsTypedIsFound()
{
    QCOMPARE(cell(0, RunningModel::Name), QStringLiteral("python3"));
    QCOMPARE(cell(2, RunningModel::Name), QStringLiteral("cat"));
    QVERIFY(!button().isEnabled()); // nobody is chosen
    QSignalSpy wanted(m_sheet.get(), &AttachSheet::attachWanted);
    QTest::keyClicks(&part<QLineEdit>("attachSearch"), QStringLiteral("CAT opt"));
    QCOMPARE(table().model()->rowCount(), 1);
    QVERIFY(button().isEnabled());
    QTest::keyClick(&part<QLineEdit>("attachSearch"), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<RunningProcess>().pid, Pid { 10 });
}

void AttachSheetTest::whatIsSaidOfWhoIsChosenNeverLiesOverTheList()
{
    m_sheet->hide();
    m_look->setProjector(true);
    qApp->setStyleSheet(m_look->styleSheet());
    m_sheet->resize(m_sheet->minimumSizeHint()); // no smaller does a window become
    m_sheet->show();
    QTest::keyClicks(&part<QLineEdit>("attachSearch"), QStringLiteral("cat"));
    QTRY_VERIFY(!note().isEmpty());
    QCoreApplication::sendPostedEvents();
    const QRect said = part<QLabel>("attachNote").geometry();
    QVERIFY(said.height() > 0 && !said.intersects(table().geometry()));
    QVERIFY(!said.intersects(button().geometry()));
}

void AttachSheetTest::whatIsTypedAtTheTableIsLookedFor()
{
    table().setFocus();
    QTest::keyClicks(&table(), QStringLiteral("p"));
    QLineEdit& search = part<QLineEdit>("attachSearch");
    QVERIFY(search.hasFocus());
    QTest::keyClicks(&search, QStringLiteral("yth"));
    QCOMPARE(search.text(), QStringLiteral("pyth"));
    QCOMPARE(table().model()->rowCount(), 1);
}

void AttachSheetTest::aColumnThatWasMadeWiderIsSoTheNextTime()
{
    table().horizontalHeader()->resizeSection(RunningModel::Name, 222);
    const QByteArray widths = table().widths();
    AttachSheet next(*m_look, nullptr);
    next.table().setWidths(widths);
    QCOMPARE(next.table().columnWidth(RunningModel::Name), 222);
    m_look->setProjector(true); // and as much wider as all is
    QCOMPARE(next.table().columnWidth(RunningModel::Name), m_look->px(222));
    QCOMPARE(next.table().widths(), widths);
}

void AttachSheetTest::damagedWidthsAreTheUsualOnes()
{
    const QByteArray usual = table().widths();
    for (const char* const damaged : { "", "x", "-5 0 99999999999 1", "1 2 3 4 5 6" }) {
        table().setWidths(damaged);
        QCOMPARE(table().widths(), usual);
    }
}

void AttachSheetTest::withLittleRoomTheCommandsStay()
{
    m_sheet->resize(900, 400);
    QTRY_VERIFY(!table().isColumnHidden(RunningModel::StartedBy));
    const int command = table().columnWidth(RunningModel::Command);
    QVERIFY(command >= 180);
    m_sheet->resize(m_sheet->minimumSizeHint());
    QTRY_VERIFY(table().isColumnHidden(RunningModel::StartedBy));
    QVERIFY(table().columnWidth(RunningModel::Command) >= 100);
}

void AttachSheetTest::howManyThereAreIsSaidUntilOneIsChosen()
{
    QVERIFY2(note().startsWith(QStringLiteral("3 of 3 processes.")), qPrintable(note()));
    table().selectRow(0);
    QVERIFY(!note().contains(QStringLiteral("of 3")));
}

void AttachSheetTest::theArrowsInTheFieldGoThroughTheList()
{
    QTest::keyClick(&part<QLineEdit>("attachSearch"), Qt::Key_Down);
    QTest::keyClick(&part<QLineEdit>("attachSearch"), Qt::Key_Down);
    QCOMPARE(table().currentIndex().row(), 1);
    QVERIFY2(note().contains(QStringLiteral("bash (20)")), qPrintable(note()));
}

void AttachSheetTest::whoCannotBeWatchedSaysWhyAndIsNotAttachedTo()
{
    m_sheet->setProcesses({ process(10, "cat"), process(50, "gdb", "traced 77") });
    QCOMPARE(cell(0, RunningModel::Obstacle), QStringLiteral("no: traced by 77"));
    const QModelIndex why = table().model()->index(0, RunningModel::Obstacle);
    for (const int role : { Qt::ToolTipRole, Qt::AccessibleTextRole })
        QVERIFY(why.data(role).toString().contains(attachObstacleWords("traced 77")));
    QSignalSpy wanted(m_sheet.get(), &AttachSheet::attachWanted);
    QTest::keyClicks(&part<QLineEdit>("attachSearch"), QStringLiteral("gdb"));
    QTest::keyClick(&part<QLineEdit>("attachSearch"), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(!button().isEnabled());
    QVERIFY2(note().contains(attachObstacleWords("traced 77")), qPrintable(note()));
}

void AttachSheetTest::othersAreShownOnlyWhenWanted()
{
    RunningProcess other = process(60, "sshd", "not_ours");
    other.ours = false;
    m_sheet->setProcesses({ process(10, "cat"), other });
    QCOMPARE(table().model()->rowCount(), 1);
    QTest::keyClick(&part<QCheckBox>("attachOthers"), Qt::Key_Space);
    QCOMPARE(table().model()->rowCount(), 2);
    QCOMPARE(cell(0, RunningModel::Name), QStringLiteral("sshd"));
}

void AttachSheetTest::whoEndsWhileChosenIsNotReplacedByANeighbour()
{
    QTest::keyClicks(&part<QLineEdit>("attachSearch"), QStringLiteral("b"));
    QVERIFY(button().isEnabled());
    QSignalSpy wanted(m_sheet.get(), &AttachSheet::attachWanted);
    part<QLineEdit>("attachSearch").clear();
    table().selectRow(1); // bash
    QVERIFY(note().contains(QStringLiteral("bash (20)")));
    m_sheet->setProcesses({ process(10, "cat"), process(30, "python3") });
    QVERIFY(!button().isEnabled());
    QVERIFY(table().selectionModel()->selectedRows().isEmpty());
    QVERIFY2(note().contains(QStringLiteral("bash (20) is not in the list")), qPrintable(note()));
    QTest::keyClick(&part<QLineEdit>("attachSearch"), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
}

void AttachSheetTest::aRefusalIsShownUntilAnotherIsChosen()
{
    table().selectRow(0);
    m_sheet->setTrying();
    QVERIFY(!button().isEnabled());
    m_sheet->setRefused(QStringLiteral("It said no."));
    QVERIFY2(note().contains(QStringLiteral("python3 (30) is not watched. It said no.")),
        qPrintable(note()));
    QVERIFY(button().isEnabled()); // it may be tried again
    m_sheet->setProcesses({ process(10, "cat"), process(30, "python3") });
    QVERIFY(note().contains(QStringLiteral("It said no.")));
    table().selectRow(1);
    QVERIFY(!note().contains(QStringLiteral("It said no.")));
}

void AttachSheetTest::theListIsAskedForAgainWhileItIsSeen()
{
    QSignalSpy wanted(m_sheet.get(), &AttachSheet::listWanted);
    QTRY_VERIFY(wanted.size() >= 1);
    m_sheet->hide();
    QVERIFY(!m_sheet->findChild<QTimer*>()->isActive());
}

QTEST_MAIN(AttachSheetTest)
#include "attach_sheet_test.moc"
