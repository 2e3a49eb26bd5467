// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace ipclab {

// Names are chosen by anybody, a lab's author or a program: none shall steer the terminal.
QString printable(QString line);
QByteArray printableJson(const QJsonDocument& json, QJsonDocument::JsonFormat format);

// One colour a process, of those that are readable on light and on dark.
QString coloured(const QString& text, Pid pid);

} // namespace ipclab
