// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QProcess>
#include <QSet>

namespace ipclab {

// What a name runs in the end: there may be a script before it that chooses one. Empty if none.
inline QByteArray realPython(const QByteArray& name)
{
    QProcess process;
    process.start(QString::fromLocal8Bit(name),
        { QStringLiteral("-c"),
            QStringLiteral("import os, sys; print(os.path.realpath(sys.executable), end='')") });
    const bool ran = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    return ran ? process.readAllStandardOutput() : QByteArray();
}

// The interpreters: those of IPCLAB_TEST_PYTHONS (paths, colons between); else /usr/bin/python3 and
// each of python3.8 to python3.13 that is on the PATH.
inline QByteArrayList findPythons()
{
    const QByteArray given = qgetenv("IPCLAB_TEST_PYTHONS");
    if (!given.isEmpty())
        return given.split(':');
    QByteArrayList found { "/usr/bin/python3" };
    QSet<QByteArray> seen { realPython(found.front()) };
    for (int minor = 8; minor <= 13; ++minor) {
        const QByteArray python = realPython("python3." + QByteArray::number(minor));
        if (!python.isEmpty() && !seen.contains(python))
            found += python;
        seen.insert(python);
    }
    return found;
}

inline const QByteArrayList& testedPythons()
{
    static const QByteArrayList kFound = findPythons();
    return kFound;
}

} // namespace ipclab
