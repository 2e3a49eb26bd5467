// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_export.h"

#include "app/whole_file.h"
#include "ipc-core/export/pcapng.h"
#include "ipc-core/export/perfetto.h"
#include "views/common/wording.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <memory>

namespace ipclab {

namespace {

// Of a session file anybody wrote: only a time that can be.
Nanoseconds startOf(const SessionHeader& header)
{
    constexpr qint64 kLatest = 7'258'118'400'000; // ms: the year 2200
    const qint64 start
        = QDateTime::fromString(QString::fromStdString(header.startedAt), Qt::ISODate)
              .toMSecsSinceEpoch();
    return start > 0 && start < kLatest ? start * kMillisecond : 0;
}

Status write(TraceFormat format, const LogView& log, const SessionHeader& header, const Sink& sink,
    const std::function<void(int)>& advanced = {})
{
    ExportOptions options;
    options.startedAt = startOf(header);
    options.channelLabel
        = [](const World& world, ChannelId id) { return channelLabel(world, id).toStdString(); };
    if (advanced)
        options.advanced
            = [&](EventIndex written) { advanced(static_cast<int>(100 * written / log.size())); };
    return format == TraceFormat::Perfetto ? exportPerfetto(log, options, sink)
                                           : exportPcapng(log, options, sink);
}

} // namespace

std::optional<TraceFormat> traceFormatNamed(const QString& name)
{
    if (name == QStringLiteral("perfetto"))
        return TraceFormat::Perfetto;
    if (name == QStringLiteral("pcapng"))
        return TraceFormat::Pcapng;
    return std::nullopt;
}

Status exportTrace(TraceFormat format, const LogView& log, const SessionHeader& header,
    const QString& path, const std::atomic<bool>* cancelled,
    const std::function<void(int)>& advanced)
{
    errno = 0;
    const QFileInfo there(path);
    if (there.exists() && !there.isFile()) { // a device, a FIFO: not to be replaced by a file
        const auto shut = [](std::FILE* file) { std::fclose(file); };
        const std::unique_ptr<std::FILE, decltype(shut)> device(
            std::fopen(QFile::encodeName(path).constData(), "wbe"), shut);
        return device ? exportTrace(format, log, header, device.get(), path)
                      : fileError("write", path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError("write", path);
    const auto take = [&](std::string_view bytes) -> Status {
        if (cancelled && *cancelled)
            return Error { ECANCELED, "write", path.toStdString() };
        const auto size = static_cast<qint64>(bytes.size());
        if (file.write(bytes.data(), size) != size)
            return fileError("write", path);
        return Done {};
    };
    const Status written = write(format, log, header, take, advanced);
    if (!written)
        return written;
    if (!file.flush() || !file.commit()) // commit() does not notice what close() could not write
        return fileError("write", path);
    return Done {};
}

Status exportTrace(TraceFormat format, const LogView& log, const SessionHeader& header,
    std::FILE* to, const QString& name)
{
    const auto failure = [&] { return fileError("write", name); };
    const Status written = write(format, log, header, [&](std::string_view bytes) -> Status {
        if (std::fwrite(bytes.data(), 1, bytes.size(), to) != bytes.size())
            return failure();
        return Done {};
    });
    if (!written)
        return written;
    if (std::fflush(to) != 0)
        return failure();
    return Done {};
}

} // namespace ipclab
