// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "tests/views/moved_bytes.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/view_context.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

#include <ctime>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab::test {

// All that a panel is given, and a real log to fill.
struct Bench {
    EventLog log;
    TimeCursor cursor;
    Selection selection;
    Look look;

    Bench() { cursor.setLog(&log); }

    [[nodiscard]] ViewContext context() { return { cursor, selection, look }; }

    void add(Nanoseconds at, int pid, const EventBody& body)
    {
        log.append({ at, Pid { pid }, Tid { pid }, body });
    }
    void takeAll()
    {
        while (cursor.advance()) { }
    }

    void process(Nanoseconds at, int pid, int parent, std::string_view path, std::string_view argv)
    {
        const auto by = parent == 0 ? StartedBy::Launch : StartedBy::Fork;
        add(at, pid, ProcessStarted { Pid { parent }, by, false });
        add(at, pid, ProgramExecuted { path, { argv } });
    }
    void pipe(Nanoseconds at, unsigned id, int reader, int readFd, int writer, int writeFd)
    {
        add(at, reader,
            ChannelCreated { ChannelId { id }, ChannelKind::Pipe, "pipe:[88123]", false });
        add(at, reader,
            DescriptorOpened {
                readFd, ChannelId { id }, Access::Read, End::First, Call::Pipe2, {} });
        add(at, writer,
            DescriptorOpened {
                writeFd, ChannelId { id }, Access::Write, End::Second, Call::Pipe2, {} });
    }
    void written(Nanoseconds at, int pid, int fd, unsigned channel, std::string_view bytes)
    {
        add(at, pid, BytesWritten { movedBytes(fd, channel, End::Second, Call::Write, bytes) });
    }
    void read(Nanoseconds at, int pid, int fd, unsigned channel, std::string_view bytes)
    {
        BytesMoved moved = movedBytes(fd, channel, End::First, Call::Read, bytes);
        moved.requested = 8192;
        add(at, pid, BytesRead { moved });
    }
    void buffered(Nanoseconds at, int pid, int fd, std::string_view bytes)
    {
        add(at, pid,
            StdioLevel { "stdout", fd, BufferMode::Full, bytes.size(), 0, 8192, { bytes }, false });
    }
};

// A writer that keeps two lines in its buffer, then lets them go through a pipe to a reader.
inline void fillWithABufferedPipe(Bench& bench)
{
    const std::string_view python { "python3\0writer.py\0", 18 };
    const std::string_view reader { "python3\0reader.py\0", 18 };
    bench.process(0, 4711, 0, "/usr/bin/python3", reader);
    bench.pipe(4 * kMillisecond, 1, 4711, 3, 4711, 4);
    bench.process(6 * kMillisecond, 4712, 4711, "/usr/bin/python3", python);
    bench.add(7 * kMillisecond, 4712,
        DescriptorOpened {
            1, ChannelId { 1 }, Access::Write, End::Second, Call::Dup2, std::optional(4) });
    bench.buffered(31 * kMillisecond, 4712, 1, "Fri Nov 20 21:10:02\nspam\n");
    bench.buffered(2033 * kMillisecond, 4712, 1,
        "Fri Nov 20 21:10:02\nspam\nFri Nov 20 21:10:04\n\x1b[1mspam\x1b[0m\n");
    bench.written(4040 * kMillisecond, 4712, 1, 1,
        "Fri Nov 20 21:10:02\nspam\nFri Nov 20 21:10:04\n\x1b[1mspam\x1b[0m\n");
    bench.buffered(4041 * kMillisecond, 4712, 1, "");
    bench.read(4050 * kMillisecond, 4711, 3, 1, "Fri Nov 20 21:10:02\nspam\n");
    bench.read(4060 * kMillisecond, 4711, 3, 1, "Fri Nov 20 21:10:04\n\x1b[1mspam\x1b[0m\n");
    bench.add(4100 * kMillisecond, 4712, ProcessExited { 0, {}, false });
    bench.read(4110 * kMillisecond, 4711, 3, 1, {});
}

// The processor's time that this thread has had: what else the machine does is left out.
inline double processorMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// A picture of the widget for a person to look at, where IPCLAB_RENDER says; with the application's
// palette and sheet for that look, as in the program.
inline QPixmap rendered(QWidget& widget, const Look& look, QSize size, const QString& name)
{
    qApp->setPalette(look.palette());
    qApp->setStyleSheet(look.styleSheet());
    widget.setMinimumSize(0, 0);
    widget.resize(size);
    widget.show();
    QApplication::processEvents();
    QPixmap picture = widget.grab();
    if (const QString folder = qEnvironmentVariable("IPCLAB_RENDER"); !folder.isEmpty())
        picture.save(QDir(folder).filePath(name + QStringLiteral(".png")));
    return picture;
}

} // namespace ipclab::test
