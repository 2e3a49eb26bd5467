// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace ipclab {

enum class PackageTool : std::uint8_t { Unknown, Apt, Dnf, Pacman, Zypper, Apk };

// By the ID and ID_LIKE of an os-release file; os-release(5).
PackageTool packageToolIn(const QByteArray& osRelease);
PackageTool packageToolHere(); // by /etc/os-release, else /usr/lib/os-release

// What one types to get a program that labs run ("python3", "cc", "redis-server", "openssl").
// Empty: we do not know. `root`: the person is, and needs no sudo(8).
QString installCommand(const QString& program, PackageTool tool, bool root);
QString installCommandHere(const QString& program);

} // namespace ipclab
