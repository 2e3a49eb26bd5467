// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/internet_address.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

namespace ipclab {

namespace {

constexpr std::string_view kAnyV4 = "0.0.0.0:";
constexpr std::string_view kAnyV6 = "[::]:";

std::string hostOf(std::string_view address)
{
    std::string_view host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return std::string(host);
}

// Where the kernel would send from. Port 9, discard: any will do.
template <typename Address, typename Bytes>
bool leadsBack(int family, Address to, Bytes Address::*host)
{
    const UniqueFd probe(::socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    Address from {};
    socklen_t size = sizeof from;
    return probe && ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0
        && ::getsockname(probe.get(), reinterpret_cast<sockaddr*>(&from), &size) == 0
        && std::memcmp(&(from.*host), &(to.*host), sizeof(Bytes)) == 0;
}

} // namespace

bool isInternet(std::string_view address)
{
    return !address.empty() && address.front() != '/' && address.front() != '@'
        && !portOf(address).empty();
}

std::string_view portOf(std::string_view address)
{
    const std::size_t colon = address.rfind(':');
    return colon == std::string_view::npos ? std::string_view {} : address.substr(colon + 1);
}

bool isLoopback(std::string_view address)
{
    return address.starts_with("127.") || address.starts_with("[::1]:");
}

std::string destinationOf(const std::string& address)
{
    if (address.starts_with(kAnyV4))
        return "127.0.0.1:" + address.substr(kAnyV4.size());
    if (address.starts_with(kAnyV6))
        return "[::1]:" + address.substr(kAnyV6.size());
    return address;
}

std::vector<std::string> placesOf(const std::string& address)
{
    if (!isInternet(address))
        return { address };
    const std::string port(portOf(address));
    return { address, std::string(kAnyV4) + port, std::string(kAnyV6) + port };
}

bool isOfThisMachine(const std::string& address)
{
    if (!isInternet(address))
        return false;
    const std::string destination = destinationOf(address);
    if (isLoopback(destination))
        return true;
    const std::string host = hostOf(destination);
    constexpr in_port_t kAnyPort = 9;
    sockaddr_in v4 {};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(kAnyPort);
    if (inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1)
        return leadsBack(AF_INET, v4, &sockaddr_in::sin_addr);
    sockaddr_in6 v6 {};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(kAnyPort);
    if (inet_pton(AF_INET6, host.c_str(), &v6.sin6_addr) == 1)
        return leadsBack(AF_INET6, v6, &sockaddr_in6::sin6_addr);
    return false;
}

std::string networkOf(Pid pid)
{
    return linkTarget("/proc/" + std::to_string(pid.value) + "/ns/net");
}

} // namespace ipclab
