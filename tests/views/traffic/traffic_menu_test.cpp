// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/traffic/shown_traffic.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// The menu of a row, asked for as a person does; closed when it goes.
class RowMenu {
public:
    RowMenu(const ShownTraffic& shown, EventIndex event,
        QContextMenuEvent::Reason reason = QContextMenuEvent::Mouse)
    {
        const int row = *shown.panel.model().rowOf(event);
        const QPoint place
            = shown.table->visualRect(shown.panel.model().index(row, TrafficModel::Process))
                  .center();
        QWidget* const port = shown.table->viewport();
        if (reason == QContextMenuEvent::Mouse)
            QTest::mouseClick(port, Qt::RightButton, {}, place);
        else
            shown.choose(event);
        QContextMenuEvent asked(reason, place, port->mapToGlobal(place));
        QApplication::sendEvent(port, &asked);
        m_menu = shown.panel.findChild<QMenu*>(QStringLiteral("ways"));
    }
    ~RowMenu()
    {
        if (!m_menu)
            return;
        m_menu->setObjectName({}); // it goes later, and is not to be found any more
        m_menu->close();
    }
    RowMenu(const RowMenu&) = delete;
    RowMenu& operator=(const RowMenu&) = delete;

    [[nodiscard]] QStringList words() const
    {
        QStringList all;
        for (const QAction* const action : m_menu->actions()) {
            if (!action->isSeparator())
                all += QString(action->text()).remove(u'&').section(u'\t', 0, 0);
        }
        return all;
    }
    // False: there is none of these words.
    [[nodiscard]] bool choose(const char* words) const
    {
        const qsizetype at = this->words().indexOf(q(words));
        QList<QAction*> actions = m_menu->actions();
        actions.removeIf([](const QAction* one) { return one->isSeparator(); });
        if (at < 0)
            return false;
        actions[at]->trigger();
        return true;
    }

private:
    QPointer<QMenu> m_menu;
};

} // namespace

class TrafficMenuTest : public QObject {
    Q_OBJECT

private slots:
    void aReadLeadsToItsWriterAndToItsCall();
    void aWriteLeadsToItsReader();
    void whatAProgramKeepsIsNoCall();
    void theMenuComesByKeyForTheChosenRow();
    void noTwoOfItsEntriesHaveTheSameKey();
    void oneChannelIsFollowedFromARowAndAllAgain();
    void theMomentOfARowIsGoneTo();
    void bytesAndRowsAreCopiedFromTheMenu();
    void chosenBytesAreSavedFromTheMenu();
};

void TrafficMenuTest::aReadLeadsToItsWriterAndToItsCall()
{
    Joined bench;
    const EventIndex sent = bench.write("hello");
    const EventIndex taken = bench.read("hello");
    const ShownTraffic shown(bench);
    const RowMenu menu(shown, taken);
    QCOMPARE(shown.chosen(), taken);
    QVERIFY(menu.choose("Choose the writer, ana"));
    QCOMPARE(bench.selection.pid(), Pid { kWriter });
    QVERIFY(menu.choose("Choose the reader, bea"));
    QCOMPARE(bench.selection.pid(), Pid { kReader });
    QSignalSpy called(&shown.panel, &TrafficPanel::callWanted);
    QVERIFY(menu.choose("To its row among the calls"));
    QCOMPARE(called.count(), 1);
    QCOMPARE(called.front().front().value<EventIndex>(), taken);
    QVERIFY(menu.choose("To the write that sent these bytes"));
    QCOMPARE(shown.chosen(), sent);
}

void TrafficMenuTest::aWriteLeadsToItsReader()
{
    Joined bench;
    const EventIndex sent = bench.write("hello");
    const EventIndex taken = bench.read("hello");
    const ShownTraffic shown(bench);
    const RowMenu menu(shown, sent);
    QVERIFY(menu.words().contains(q("Choose the reader, bea")));
    QVERIFY(menu.choose("To the read that took these bytes"));
    QCOMPARE(shown.chosen(), taken);
}

void TrafficMenuTest::whatAProgramKeepsIsNoCall()
{
    Joined bench;
    bench.buffered(kSecond, kWriter, 4, "kept");
    const ShownTraffic shown(bench);
    const RowMenu menu(shown, last(bench));
    QVERIFY(menu.words().contains(q("To the write that took these bytes out")));
    QVERIFY(menu.words().contains(q("Choose ana")));
    QVERIFY(!menu.words().contains(q("To its row among the calls")));
}

void TrafficMenuTest::theMenuComesByKeyForTheChosenRow()
{
    Joined bench;
    bench.write("hello");
    const EventIndex taken = bench.read("hello");
    const ShownTraffic shown(bench);
    const RowMenu menu(shown, taken, QContextMenuEvent::Keyboard);
    QVERIFY(menu.words().contains(q("To the write that sent these bytes")));
}

void TrafficMenuTest::noTwoOfItsEntriesHaveTheSameKey()
{
    Joined bench;
    const EventIndex sent = bench.write("hello");
    const EventIndex taken = bench.read("hello");
    const ShownTraffic shown(bench);
    for (const EventIndex event : { sent, taken }) {
        const RowMenu menu(shown, event);
        QStringList keys;
        for (const QAction* const action :
            shown.panel.findChild<QMenu*>(QStringLiteral("ways"))->actions()) {
            const qsizetype at = action->text().indexOf(u'&');
            if (at >= 0)
                keys += action->text().mid(at + 1, 1).toLower();
        }
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
    }
}

void TrafficMenuTest::oneChannelIsFollowedFromARowAndAllAgain()
{
    Joined bench;
    bench.pipe(2, 2, kReader, 5, kWriter, 6);
    const EventIndex sent = bench.write("hello");
    bench.written(kSecond, kWriter, 6, 2, "other");
    const EventIndex other = last(bench);
    const ShownTraffic shown(bench);
    QVERIFY(RowMenu(shown, sent).choose("Show only what is on pipe A"));
    QCOMPARE(shown.panel.model().followed(), ChannelId { 1 });
    QVERIFY(!shown.panel.model().rowOf(other));
    QVERIFY(RowMenu(shown, sent).choose("Show all channels again"));
    QVERIFY(shown.panel.model().rowOf(other));
}

void TrafficMenuTest::theMomentOfARowIsGoneTo()
{
    Joined bench;
    const EventIndex sent = bench.write("hello");
    bench.read("hello");
    const ShownTraffic shown(bench);
    QSignalSpy lanes(&shown.panel, &TrafficPanel::lanesWanted);
    QVERIFY(RowMenu(shown, sent).choose("Show this moment in the lanes"));
    QCOMPARE(lanes.count(), 1);
    QCOMPARE(bench.cursor.moment(), sent + 1);
    QCOMPARE(bench.selection.pid(), Pid { kWriter });
    bench.cursor.goLive();
    QVERIFY(RowMenu(shown, sent).choose("Go to this moment"));
    QCOMPARE(bench.cursor.moment(), sent + 1);
}

void TrafficMenuTest::bytesAndRowsAreCopiedFromTheMenu()
{
    Joined bench;
    const EventIndex sent = bench.write("hi");
    const ShownTraffic shown(bench);
    const RowMenu menu(shown, sent);
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    QVERIFY(menu.choose("Copy the bytes as text"));
    QCOMPARE(clipboard.text(), q("hi"));
    QVERIFY(menu.choose("Copy the bytes as hex"));
    QCOMPARE(clipboard.text().trimmed(), q("68 69"));
    QVERIFY(menu.choose("Copy the rows"));
    QVERIFY(clipboard.text().contains(q("\thi")));
}

void TrafficMenuTest::chosenBytesAreSavedFromTheMenu()
{
    Joined bench;
    const EventIndex sent = bench.write("hello");
    const ShownTraffic shown(bench);
    QSignalSpy saved(&shown.panel, &TrafficPanel::saveWanted);
    QVERIFY(RowMenu(shown, sent).choose("Save the bytes…"));
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.front().front().value<TrafficFile>().content, QByteArray("hello"));
}

QTEST_MAIN(TrafficMenuTest)
#include "traffic_menu_test.moc"
