// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/catalog/runs_of_a_day.h"
#include "tests/views/catalog/shown_catalog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace ipclab;
using test::runs;
using test::ShownCatalog;

// What was run before, beside the labs.
class RecentRunsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void enterOpensARecentRun();
    void aRecentRunIsRunAgainByKeyboard();
    void howARunEndedIsSaidWhereItIsKnown();
    void withoutRunsItSaysWhatWouldStandThere();

private:
    std::unique_ptr<ShownCatalog> m_shown;
};

void RecentRunsTest::init()
{
    m_shown.reset();
    m_shown = std::make_unique<ShownCatalog>();
    QVERIFY(m_shown->view.isActiveWindow());
}

void RecentRunsTest::enterOpensARecentRun()
{
    const QSignalSpy wanted(&m_shown->view, &CatalogView::sessionWanted);
    m_shown->view.setRecentRuns(runs());
    m_shown->list()->setFocus();
    QTest::keyClick(m_shown->list(), Qt::Key_Down);
    QTest::keyClick(m_shown->list(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("/kept/two.jsonl"));
    const QPoint first = m_shown->list()->visualItemRect(m_shown->list()->item(0)).center();
    QTest::mouseClick(m_shown->list()->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(wanted.count(), 1);
    QTest::mouseDClick(m_shown->list()->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(wanted.last().first().toString(), QStringLiteral("/kept/one.jsonl"));
}

void RecentRunsTest::aRecentRunIsRunAgainByKeyboard()
{
    m_shown->view.setRecentRuns(runs());
    m_shown->list()->setFocus();
    QTest::keyClick(m_shown->button(QStringLiteral("Run again…")), Qt::Key_Space);
    QCOMPARE(m_shown->line()->text(), runs().front().line);
    QTRY_VERIFY(m_shown->line()->hasFocus());
    m_shown->view.setRecentRuns(runs()); // the chosen one stays
    QCOMPARE(m_shown->list()->currentRow(), 0);
}

void RecentRunsTest::howARunEndedIsSaidWhereItIsKnown()
{
    m_shown->view.setRecentRuns(runs());
    const auto words = [&](int row) {
        return m_shown->list()->item(row)->data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(words(0).contains(QStringLiteral("ended with 0")), qPrintable(words(0)));
    QVERIFY2(words(1).contains(QStringLiteral("ended by SIGKILL")), qPrintable(words(1)));
    QVERIFY2(!words(2).contains(QStringLiteral("ended")), qPrintable(words(2)));
}

void RecentRunsTest::withoutRunsItSaysWhatWouldStandThere()
{
    QVERIFY(m_shown->says(QStringLiteral("each command that you run is recorded")));
    QVERIFY(!m_shown->list()->isVisible());
    m_shown->view.setRecentRuns(runs());
    QVERIFY(!m_shown->says(QStringLiteral("each command that you run is recorded")));
}

QTEST_MAIN(RecentRunsTest)
#include "recent_runs_test.moc"
