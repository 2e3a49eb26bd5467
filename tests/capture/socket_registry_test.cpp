// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_registry.h"

#include <QtTest>

using namespace ipclab;

namespace {

constexpr Pid kClient { 100 };
constexpr ChannelId kConnection { 7 };

void connects(SocketRegistry& registry, const std::string& to)
{
    registry.connecting({ kClient, 3, kConnection, to, {} });
    QVERIFY(registry.connected(kClient, 3, "127.0.0.1:40000"));
}

} // namespace

// Whom a connection gets to, and when nobody will ever accept it.
class SocketRegistryTest : public QObject {
    Q_OBJECT

private slots:
    void whoListensAtAnyAddressListensAtEach_data();
    void whoListensAtAnyAddressListensAtEach();
    void whatNobodyWillAcceptIsForgottenWithTheListener_data();
    void whatNobodyWillAcceptIsForgottenWithTheListener();
    void whatAnotherMayAcceptIsKept();
};

void SocketRegistryTest::whoListensAtAnyAddressListensAtEach_data()
{
    QTest::addColumn<QByteArray>("listens");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("there");
    const auto row = [](const char* listens, const char* to, bool there) {
        QTest::addRow("%s, %s", listens, to) << QByteArray(listens) << QByteArray(to) << there;
    };
    row("127.0.0.1:80", "127.0.0.1:80", true);
    row("0.0.0.0:80", "127.0.0.1:80", true);
    row("[::]:80", "127.0.0.1:80", true);
    row("[::]:80", "[::1]:80", true);
    row("0.0.0.0:80", "127.0.0.1:81", false);
    row("127.0.0.2:80", "127.0.0.1:80", false);
    row("/tmp/s:80", "/tmp/s:80", true);
    row("0.0.0.0:80", "/tmp/s:80", false);
    row("[::]:80", "@s:80", false);
}

void SocketRegistryTest::whoListensAtAnyAddressListensAtEach()
{
    QFETCH(QByteArray, listens);
    QFETCH(QByteArray, to);
    QFETCH(bool, there);
    SocketRegistry registry;
    registry.listening(listens.toStdString(), ChannelId { 1 });
    QCOMPARE(registry.listenersAt(to.toStdString()).size(), std::size_t { there ? 1U : 0U });
}

void SocketRegistryTest::whatNobodyWillAcceptIsForgottenWithTheListener_data()
{
    whoListensAtAnyAddressListensAtEach_data();
}

void SocketRegistryTest::whatNobodyWillAcceptIsForgottenWithTheListener()
{
    QFETCH(QByteArray, listens);
    QFETCH(QByteArray, to);
    QFETCH(bool, there);
    SocketRegistry registry;
    registry.listening(listens.toStdString(), ChannelId { 1 });
    connects(registry, to.toStdString());
    registry.closed(ChannelId { 1 });
    // Another listens there later: it never gets that one.
    const auto accepted = registry.accepted("127.0.0.1:40000", to.toStdString(), Pid { 101 });
    QCOMPARE(!accepted, there);
}

void SocketRegistryTest::whatAnotherMayAcceptIsKept()
{
    SocketRegistry registry;
    registry.listening("127.0.0.1:80", ChannelId { 1 });
    registry.listening("127.0.0.1:80", ChannelId { 2 }); // SO_REUSEPORT, or inherited
    connects(registry, "127.0.0.1:80");
    registry.closed(ChannelId { 1 });
    const auto accepted = registry.accepted("127.0.0.1:40000", "127.0.0.1:80", Pid { 101 });
    QVERIFY(accepted);
    QCOMPARE(accepted->channel, kConnection);
}

QTEST_GUILESS_MAIN(SocketRegistryTest)
#include "socket_registry_test.moc"
