// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/folders.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "ipc-core/capture/capture.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace ipclab::test {

// Whom this process has as children, by any of its threads.
inline QStringList livingChildren()
{
    QStringList children;
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + QStringLiteral("/children")));
        if (file.open(QIODevice::ReadOnly))
            children += QString::fromLatin1(file.readAll()).split(u' ', Qt::SkipEmptyParts);
    }
    return children;
}

// Settings, built programs and labs of one's own are those of the test alone; python3 is the
// machine's.
inline void isolate(const QTemporaryDir& home)
{
    const QByteArray path = QFile::encodeName(home.path());
    for (const char* const variable :
        { "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" })
        qputenv(variable, path + "/" + variable);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // what a desktop may wish
    qputenv("PATH", "/usr/bin:/bin");
    qputenv("LANG", "C.UTF-8");
}

// What the bar of notices says, where it is seen.
inline QString shownNotice(const MainWindow& window)
{
    for (const NoticeBar* bar : window.findChildren<NoticeBar*>()) {
        if (bar->isVisible())
            return bar->message();
    }
    return {};
}

} // namespace ipclab::test

#define WINDOW_TEST_MAIN(Class)                                                                    \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        ipclab::prepareProcess();                                                                  \
        const QTemporaryDir home;                                                                  \
        ipclab::test::isolate(home);                                                               \
        const QApplication app(argc, argv);                                                        \
        QApplication::setStyle(QStringLiteral("Fusion"));                                          \
        Class tests;                                                                               \
        return QTest::qExec(&tests, argc, argv);                                                   \
    }
