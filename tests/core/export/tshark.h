// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

// What tshark says of a capture.
namespace ipclab::test {

QByteArrayList tshark(const QByteArray& capture, const QStringList& words); // lines, no newlines

// One line a packet, with what these fields of it say.
QByteArrayList fieldsOf(const QByteArray& capture, const char* fields, const char* filter = "");

// The bytes of a stream in one direction.
QByteArray followed(const QByteArray& capture, int stream, bool server = false);

} // namespace ipclab::test
