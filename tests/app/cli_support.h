// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>
#include <vector>

namespace ipclab::test {

struct Ran {
    int code = -1; // -1: it did not end, or by a signal
    QByteArray out;
    QByteArray err;
};

// Where the program is tried: with folders of its own for what it makes, and a mark by which all
// that descends from it can be found.
class Place {
public:
    Place();
    ~Place(); // ends whoever is left, so that one failure is not the next one's

    QProcessEnvironment environment;

    [[nodiscard]] Ran ipclab(const QStringList& words, const QByteArray& input = {}) const;
    void start(QProcess& process, const QStringList& words) const;
    [[nodiscard]] std::vector<int> marked() const; // the living processes with our mark
    [[nodiscard]] QStringList runFolders() const;
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QByteArray m_mark;
};

QString program(); // its path
QString tracee(const QString& name);
QString linkOf(const QString& path); // what a symbolic link leads to
QByteArray contentOf(const QString& path);

} // namespace ipclab::test
