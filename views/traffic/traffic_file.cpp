// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_file.h"

#include "views/common/numbers.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"
#include "views/traffic/traffic_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace ipclab {

namespace {

struct TrafficFileTr {
    Q_DECLARE_TR_FUNCTIONS(ipclab::TrafficFileTr)
};

QString cutSentence(std::uint64_t cut)
{
    return cut == 0
        ? QString()
        : TrafficFileTr::tr("Not in it, as they were not kept: %1.").arg(bytesInWords(cut));
}

// Of a name: what any file system takes, and no shell minds.
QString fileName(QString words, const QString& suffix)
{
    for (QChar& one : words) {
        if (!one.isLetterOrNumber() && one != u'.' && one != u'_')
            one = u'-';
    }
    return words + suffix;
}

} // namespace

TrafficFile wayFile(const ByteStreams::Way& way, const RowSources& from)
{
    std::vector<EventIndex> events = from.streams.transfers(way, true, from.log.size());
    if (events.empty())
        events = from.streams.transfers(way, false, from.log.size());
    TrafficFile file;
    std::uint64_t cut = 0;
    for (const EventIndex event : events) {
        const BytesMoved& moved = *transferIn(from.log[event].body);
        file.content.append(
            moved.bytes.kept.data(), static_cast<qsizetype>(moved.bytes.kept.size()));
        cut += moved.count - std::min<std::uint64_t>(moved.count, moved.bytes.kept.size());
    }
    file.name = fileName(channelLabel(from.world, way.channel), QStringLiteral(".bin"));
    file.missing = cutSentence(cut);
    return file;
}

TrafficFile rowsFile(const TrafficModel& model)
{
    QStringList header;
    for (int column = 0; column < TrafficModel::ColumnCount; ++column)
        header += model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QString text = header.join(u'\t') + u'\n';
    for (int row = 0; row < model.rowCount(); ++row)
        text += model.line(row) + u'\n';
    return { text.toUtf8(), QStringLiteral("traffic.txt"),
        model.olderRows() == 0
            ? QString()
            : TrafficFileTr::tr("Not in it: %1 older rows.").arg(countText(model.olderRows())) };
}

TrafficFile bytesFile(std::string_view bytes, std::uint64_t cut)
{
    return { QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())),
        QStringLiteral("bytes.bin"), cutSentence(cut) };
}

} // namespace ipclab
