// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/address_in_use.h"
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <optional>
#include <string>
#include <vector>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::vector<std::string> python(const QString& script)
{
    return { "/usr/bin/python3", "-c",
        "from socket import *\nimport sys\n" + script.toStdString()
            + "try: s.bind(at)\nexcept OSError: pass\n" };
}

// Of the bind(2) that failed; nothing: none did, or several.
std::optional<CallReturned> refusal(const EventLog& log)
{
    std::optional<CallReturned> found;
    for (const auto& one : all<CallReturned>(log)) {
        if (one.body->error.value != EADDRINUSE)
            continue;
        if (found)
            return std::nullopt;
        found = *one.body;
    }
    return found;
}

SocketEntry tcp(SocketState state, std::string local, std::uint64_t inode)
{
    SocketEntry entry;
    entry.kind = ChannelKind::Tcp;
    entry.state = state;
    entry.local = std::move(local);
    entry.inode = inode;
    return entry;
}

} // namespace

// Why a socket does not get the address that it asks for: EADDRINUSE.
class AddressInUseTest : public QObject {
    Q_OBJECT

private slots:
    void whoKeepsAnAddressIsSaid_data();
    void whoKeepsAnAddressIsSaid();
    void aStrangerWhoListensIsNoneOfTheWatched();
    void everyAddressIsOneOfThem_data();
    void everyAddressIsOneOfThem();
    void whoListensIsSaidRatherThanWhatIsOver();
};

void AddressInUseTest::whoKeepsAnAddressIsSaid_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<AddressUser>("by");
    QTest::addColumn<bool>("held");
    QTest::addColumn<bool>("port");
    const QString connected = QStringLiteral(
        "l = socket(); l.bind(('127.0.0.1', 0)); l.listen(); at = l.getsockname()\n"
        "a = create_connection(at); b, _ = l.accept(); s = socket()\n");
    QTest::newRow("who listens") << connected << AddressUser::Listener << true << true;
    QTest::newRow("a connection") << connected + QStringLiteral("l.close()\n")
                                  << AddressUser::Connection << true << true;
    QTest::newRow("TIME_WAIT") << connected + QStringLiteral("l.close(); b.close(); a.close()\n")
                               << AddressUser::TimeWait << false << true;
    QTest::newRow("datagrams") << QStringLiteral("l = socket(AF_INET, SOCK_DGRAM)\n"
                                                 "l.bind(('127.0.0.1', 0)); at = l.getsockname()\n"
                                                 "s = socket(AF_INET, SOCK_DGRAM)\n")
                               << AddressUser::Socket << true << true;
    const QString named = QStringLiteral("l = socket(AF_UNIX); at = '%1'; l.bind(at); l.listen()\n"
                                         "s = socket(AF_UNIX)\n");
    QTest::newRow("a name") << named << AddressUser::Listener << true << false;
    QTest::newRow("a file that is left")
        << named + QStringLiteral("l.close()\n") << AddressUser::File << false << false;
}

void AddressInUseTest::whoKeepsAnAddressIsSaid()
{
    QFETCH(const QString, script);
    QFETCH(const AddressUser, by);
    QFETCH(const bool, held);
    QFETCH(const bool, port);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s"));
    Watched run(python(script.contains(QStringLiteral("%1")) ? script.arg(path) : script));
    QVERIFY(run.ends());
    const auto refused = refusal(run.log());
    QVERIFY(refused.has_value());
    QCOMPARE(refused->inUseBy, std::optional(by));
    QCOMPARE(refused->holder, held ? run.pid() : Pid {});
    QCOMPARE(refused->port.has_value(), port);
}

void AddressInUseTest::aStrangerWhoListensIsNoneOfTheWatched()
{
    const UniqueFd stranger(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)); // ours
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const at = reinterpret_cast<sockaddr*>(&address);
    QCOMPARE(::bind(stranger.get(), at, size), 0);
    QCOMPARE(::listen(stranger.get(), 1), 0);
    QCOMPARE(::getsockname(stranger.get(), at, &size), 0);
    const std::uint16_t port = ntohs(address.sin_port);
    Watched run(python(QStringLiteral("s = socket(); at = ('', %1)\n").arg(port)));
    QVERIFY(run.ends());
    const auto refused = refusal(run.log());
    QVERIFY(refused.has_value());
    QCOMPARE(refused->inUseBy, std::optional(AddressUser::Listener));
    QCOMPARE(refused->holder, Pid {});
    QCOMPARE(refused->port, std::optional(port));
}

void AddressInUseTest::everyAddressIsOneOfThem_data()
{
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("wants");
    QTest::addColumn<bool>("inUse");
    const auto row = [](const char* has, const char* wants, bool inUse) {
        QTest::addRow("%s, %s", has, wants)
            << QString::fromLatin1(has) << QString::fromLatin1(wants) << inUse;
    };
    row("127.0.0.1:80", "127.0.0.1:80", true);
    row("0.0.0.0:80", "127.0.0.1:80", true);
    row("127.0.0.1:80", "[::]:80", true);
    row("[::1]:80", "[::]:80", true);
    row("0.0.0.0:80", "[::1]:80", false);
    row("127.0.0.2:80", "127.0.0.1:80", false);
    row("127.0.0.1:81", "0.0.0.0:80", false);
}

void AddressInUseTest::everyAddressIsOneOfThem()
{
    QFETCH(const QString, has);
    QFETCH(const QString, wants);
    QFETCH(const bool, inUse);
    const auto found = addressInUse({ tcp(SocketState::Listening, has.toStdString(), 7) },
        ChannelKind::Tcp, wants.toStdString());
    QCOMPARE(found.has_value(), inUse);
    QVERIFY(!addressInUse({ tcp(SocketState::Listening, has.toStdString(), 7) }, ChannelKind::Udp,
        wants.toStdString()));
}

void AddressInUseTest::whoListensIsSaidRatherThanWhatIsOver()
{
    const std::string at = "127.0.0.1:80";
    std::vector<SocketEntry> sockets { tcp(SocketState::TimeWait, at, 0),
        tcp(SocketState::Connected, at, 0), tcp(SocketState::Connected, at, 8) };
    auto found = addressInUse(sockets, ChannelKind::Tcp, at);
    QVERIFY(found && found->by == AddressUser::Connection);
    QCOMPARE(found->inode, 8U);
    sockets.push_back(tcp(SocketState::Listening, "0.0.0.0:80", 9));
    found = addressInUse(sockets, ChannelKind::Tcp, at);
    QVERIFY(found && found->by == AddressUser::Listener);
    QCOMPARE(found->inode, 9U);
}

QTEST_GUILESS_MAIN(AddressInUseTest)
#include "address_in_use_test.moc"
