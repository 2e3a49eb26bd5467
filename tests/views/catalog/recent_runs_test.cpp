// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/catalog/runs_of_a_day.h"
#include "tests/views/support/bench.h"
#include "views/catalog/catalog_view.h"
#include "views/catalog/command_box.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace ipclab;
using test::Bench;
using test::runs;

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
    [[nodiscard]] QLineEdit* line() const
    {
        return m_view->findChild<CommandBox*>()->findChildren<QLineEdit*>().first();
    }
    [[nodiscard]] QListWidget* list() const { return m_view->findChild<QListWidget*>(); }
    [[nodiscard]] QPushButton* button(const QString& text) const;
    [[nodiscard]] bool says(const QString& words) const;

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<CatalogView> m_view;
};

void RecentRunsTest::init()
{
    m_view.reset();
    m_bench = std::make_unique<Bench>();
    m_view = std::make_unique<CatalogView>(m_bench->context());
    m_view->resize(1280, 660);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

QPushButton* RecentRunsTest::button(const QString& text) const
{
    for (auto* const one : m_view->findChildren<QPushButton*>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

bool RecentRunsTest::says(const QString& words) const
{
    const QList<QLabel*> labels = m_view->findChildren<QLabel*>();
    return std::ranges::any_of(labels,
        [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

void RecentRunsTest::enterOpensARecentRun()
{
    const QSignalSpy wanted(m_view.get(), &CatalogView::sessionWanted);
    m_view->setRecentRuns(runs());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("/kept/two.jsonl"));
    const QPoint first = list()->visualItemRect(list()->item(0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(wanted.count(), 1);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(wanted.last().first().toString(), QStringLiteral("/kept/one.jsonl"));
}

void RecentRunsTest::aRecentRunIsRunAgainByKeyboard()
{
    m_view->setRecentRuns(runs());
    list()->setFocus();
    QTest::keyClick(button(QStringLiteral("Run again…")), Qt::Key_Space);
    QCOMPARE(line()->text(), runs().front().line);
    QTRY_VERIFY(line()->hasFocus());
    m_view->setRecentRuns(runs()); // the chosen one stays
    QCOMPARE(list()->currentRow(), 0);
}

void RecentRunsTest::howARunEndedIsSaidWhereItIsKnown()
{
    m_view->setRecentRuns(runs());
    const auto words
        = [&](int row) { return list()->item(row)->data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(words(0).contains(QStringLiteral("ended with 0")), qPrintable(words(0)));
    QVERIFY2(words(1).contains(QStringLiteral("ended by SIGKILL")), qPrintable(words(1)));
    QVERIFY2(!words(2).contains(QStringLiteral("ended")), qPrintable(words(2)));
}

void RecentRunsTest::withoutRunsItSaysWhatWouldStandThere()
{
    QVERIFY(says(QStringLiteral("each command that you run is recorded")));
    QVERIFY(!list()->isVisible());
    m_view->setRecentRuns(runs());
    QVERIFY(!says(QStringLiteral("each command that you run is recorded")));
}

QTEST_MAIN(RecentRunsTest)
#include "recent_runs_test.moc"
