// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace ipclab {

constexpr int kDeepestIndent = 12; // a line has to have room for what it says

// Names are chosen by anybody, a lab's author or a program: none shall steer the terminal.
QString printable(QString line);
QByteArray printableJson(const QJsonDocument& json, QJsonDocument::JsonFormat format);

} // namespace ipclab
