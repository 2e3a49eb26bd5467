// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/internet_address.h"
#include "tests/capture/watched.h"

#include <QFile>
#include <QLocalServer>
#include <QNetworkInterface>
#include <QTemporaryDir>

using namespace ipclab;
using namespace ipclab::test;

// Which two sockets belong together, where that is easily mistaken.
class ConnectionsTest : public QObject {
    Q_OBJECT

private slots:
    void anAddressOfThisMachineIsTold_data();
    void anAddressOfThisMachineIsTold();
    void aConnectionThatIsClosedBeforeItIsAcceptedIsTheOneAccepted_data();
    void aConnectionThatIsClosedBeforeItIsAcceptedIsTheOneAccepted();
    void theTwoNamesOfAConnectionToAnyAddressAreOne_data();
    void theTwoNamesOfAConnectionToAnyAddressAreOne();
    void whoHasTakenOverThePathIsNotMistakenForWhoListenedThereFirst();
};

void ConnectionsTest::anAddressOfThisMachineIsTold_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("here");
    QTest::newRow("loopback") << QStringLiteral("127.0.0.1:80") << true;
    QTest::newRow("any loopback") << QStringLiteral("127.1.2.3:80") << true;
    QTest::newRow("loopback, IPv6") << QStringLiteral("[::1]:80") << true;
    QTest::newRow("unspecified") << QStringLiteral("0.0.0.0:80") << true;
    QTest::newRow("unspecified, IPv6") << QStringLiteral("[::]:80") << true;
    QTest::newRow("for documentation, RFC 5737") << QStringLiteral("192.0.2.1:80") << false;
    QTest::newRow("for documentation, RFC 3849") << QStringLiteral("[2001:db8::1]:80") << false;
    QTest::newRow("a path") << QStringLiteral("/tmp/socket:80") << false;
    QTest::newRow("no address") << QStringLiteral("nobody:80") << false;
    for (const QHostAddress& own : QNetworkInterface::allAddresses()) {
        if (own.protocol() == QAbstractSocket::IPv4Protocol)
            QTest::newRow("our own") << own.toString() + QStringLiteral(":80") << true;
    }
}

void ConnectionsTest::anAddressOfThisMachineIsTold()
{
    QFETCH(QString, address);
    QFETCH(bool, here);
    QCOMPARE(isOfThisMachine(address.toStdString()), here);
}

void ConnectionsTest::aConnectionThatIsClosedBeforeItIsAcceptedIsTheOneAccepted_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("tcp") << QStringLiteral("tcp-closed-first");
    QTest::newRow("unix") << QStringLiteral("unix-closed-first");
}

void ConnectionsTest::aConnectionThatIsClosedBeforeItIsAcceptedIsTheOneAccepted()
{
    QFETCH(QString, way);
    const QTemporaryDir folder;
    Watched run({ tracee("connections"), way.toStdString(),
        folder.filePath(QStringLiteral("socket")).toStdString() });
    QVERIFY(run.ends());
    const auto accepted = all<SocketAccepted>(run.log());
    QCOMPARE(accepted.size(), 2U);
    const Pid client = run.children().front();
    for (const auto& [which, words] : { std::pair(0U, "first"), std::pair(1U, "second") }) {
        const ChannelId channel = accepted[which].body->channel;
        QCOMPARE(bytesWritten(run.log(), channel, client), std::string(words));
        QCOMPARE(bytesRead(run.log(), channel, run.pid()), std::string(words));
    }
}

void ConnectionsTest::theTwoNamesOfAConnectionToAnyAddressAreOne_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("IPv4 to a server of both") << QStringLiteral("dual-stack");
    QTest::newRow("to 0.0.0.0") << QStringLiteral("any");
}

void ConnectionsTest::theTwoNamesOfAConnectionToAnyAddressAreOne()
{
    QFETCH(QString, way);
    Watched run({ tracee("connections"), way.toStdString() });
    QVERIFY(run.ends());
    const auto accepted = all<SocketAccepted>(run.log());
    if (way == QStringLiteral("dual-stack") && accepted.empty())
        QSKIP("this machine has no IPv6");
    QCOMPARE(accepted.size(), 1U);
    const ChannelId channel = accepted.front().body->channel;
    QCOMPARE(bytesWritten(run.log(), channel, run.children().front()), std::string("words"));
    QCOMPARE(bytesRead(run.log(), channel, run.pid()), std::string("words"));
    const auto connected = all<SocketConnected>(run.log());
    QCOMPARE(connected.size(), 1U);
    QCOMPARE(connected.front().body->remote, accepted.front().body->local);
}

void ConnectionsTest::whoHasTakenOverThePathIsNotMistakenForWhoListenedThereFirst()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("socket"));
    Watched run({ tracee("connections"), "taken-over", path.toStdString() });
    QTRY_VERIFY(all<SocketListening>(run.log()).size() == 1 && !QFile::exists(path));
    QLocalServer other; // nobody watches it
    QVERIFY(other.listen(path));
    QVERIFY(run.sees([](const World& world) {
        return std::ranges::any_of(world.processes, [](const auto& entry) {
            const Process& process = entry.second;
            return process.threads.size() == 1 && process.threads.begin()->second.call
                && process.threads.begin()->second.call->call == Call::Read;
        });
    }));
    const auto connected = all<SocketConnected>(run.log());
    QCOMPARE(connected.size(), 1U);
    QVERIFY(!connected.front().body->listener);
}

CAPTURE_TEST_MAIN(ConnectionsTest)
#include "connections_test.moc"
