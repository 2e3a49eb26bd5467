// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distribution.h"

#include <QFile>
#include <QStringList>

#include <unistd.h>

namespace ipclab {

namespace {

constexpr qint64 kMostOfAFile = 64 << 10;

// In the order of PackageTool, from Apt on.
struct Packages {
    const char* program;
    const char* names[5];
};

constexpr Packages kPackages[] = {
    { "python3", { "python3", "python3", "python", "python3", "python3" } },
    { "cc", { "build-essential", "gcc", "base-devel", "gcc", "build-base" } },
    { "redis-server", { "redis-server", "redis", "valkey", "redis", "redis" } },
    { "openssl", { "openssl", "openssl", "openssl", "openssl", "openssl" } },
};

constexpr const char* kCommands[]
    = { "apt install", "dnf install", "pacman -S", "zypper install", "apk add" };

PackageTool toolOf(const QString& id)
{
    static const struct {
        PackageTool tool;
        QStringList ids;
    } kKnown[] = {
        { PackageTool::Apt,
            { QStringLiteral("debian"), QStringLiteral("ubuntu"), QStringLiteral("linuxmint"),
                QStringLiteral("raspbian") } },
        { PackageTool::Dnf,
            { QStringLiteral("fedora"), QStringLiteral("rhel"), QStringLiteral("centos") } },
        { PackageTool::Pacman,
            { QStringLiteral("arch"), QStringLiteral("archlinux"), QStringLiteral("manjaro") } },
        { PackageTool::Zypper,
            { QStringLiteral("suse"), QStringLiteral("opensuse"), QStringLiteral("opensuse-leap"),
                QStringLiteral("opensuse-tumbleweed") } },
        { PackageTool::Apk, { QStringLiteral("alpine") } },
    };
    for (const auto& [tool, ids] : kKnown) {
        if (ids.contains(id))
            return tool;
    }
    return PackageTool::Unknown;
}

QString valueIn(const QStringList& lines, QLatin1String key)
{
    for (const QString& line : lines) {
        if (line.startsWith(key + QLatin1Char('=')))
            return line.mid(key.size() + 1).remove(QLatin1Char('"')).remove(QLatin1Char('\''));
    }
    return {};
}

} // namespace

PackageTool packageToolIn(const QByteArray& osRelease)
{
    const QStringList lines = QString::fromUtf8(osRelease).split(QLatin1Char('\n'));
    // Its own name first; then whom it is like, the closest first.
    QStringList ids { valueIn(lines, QLatin1String("ID")) };
    ids += valueIn(lines, QLatin1String("ID_LIKE")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& id : std::as_const(ids)) {
        if (const PackageTool tool = toolOf(id.trimmed()); tool != PackageTool::Unknown)
            return tool;
    }
    return PackageTool::Unknown;
}

PackageTool packageToolHere()
{
    for (const auto* path : { "/etc/os-release", "/usr/lib/os-release" }) {
        QFile file(QString::fromLatin1(path));
        if (file.open(QIODevice::ReadOnly))
            return packageToolIn(file.read(kMostOfAFile));
    }
    return PackageTool::Unknown;
}

QString installCommand(const QString& program, PackageTool tool, bool root)
{
    if (tool == PackageTool::Unknown)
        return {};
    const auto at = static_cast<std::size_t>(tool) - 1;
    for (const Packages& one : kPackages) {
        if (program != QLatin1String(one.program))
            continue;
        const QString command = QString::fromLatin1(kCommands[at]) + QLatin1Char(' ')
            + QString::fromLatin1(one.names[at]);
        const auto before
            = tool == PackageTool::Apk ? QLatin1String("doas ") : QLatin1String("sudo ");
        return root ? command : before + command;
    }
    return {};
}

QString installCommandHere(const QString& program)
{
    static const PackageTool tool = packageToolHere();
    return installCommand(program, tool, geteuid() == 0);
}

} // namespace ipclab
