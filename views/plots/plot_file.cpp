// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_file.h"

#include "views/common/look.h"
#include "views/plots/plot_shapes.h"
#include "views/plots/plot_words.h"
#include "views/plots/time_plot.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace ipclab {

namespace {

constexpr QSize kLeastSize { 800, 420 };
constexpr int kSharp = 2; // pixels of a file for one at the desk

QSize sizeOf(const TimePlot& plot)
{
    return plot.size().expandedTo(kLeastSize);
}

int titleHeight(const TimePlot& plot)
{
    return QFontMetrics(plot.legend->font()).height() * 2;
}

void paint(QCPPainter& painter, TimePlot& plot, const QString& title)
{
    const QSize size = sizeOf(plot);
    const int height = titleHeight(plot);
    painter.fillRect(QRect(0, 0, size.width(), height), plot.look().colour(Ink::Surface));
    painter.setFont(plot.look().strong());
    painter.setPen(plot.look().colour(Ink::Text));
    painter.drawText(QRect(height / 2, 0, size.width() - height, height), Qt::AlignVCenter, title);
    painter.translate(0, height);
    plot.toPainter(&painter, size.width(), size.height() - height);
    plot.redraw(); // what is on the screen has its own size again
}

QByteArray png(TimePlot& plot, const QString& title)
{
    QImage image(sizeOf(plot) * kSharp, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharp);
    image.fill(plot.look().colour(Ink::Surface));
    QCPPainter painter(&image);
    paint(painter, plot, title);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(TimePlot& plot, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(plot));
    generator.setViewBox(QRect(QPoint(), sizeOf(plot)));
    generator.setTitle(title);
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    paint(painter, plot, title);
    painter.end();
    return bytes;
}

QByteArray pdf(TimePlot& plot, const QString& title)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int kDotsAnInch = 96;
    writer.setResolution(kDotsAnInch);
    writer.setTitle(title);
    writer.setPageMargins({});
    writer.setPageSize(
        QPageSize(QSizeF(sizeOf(plot)) / kDotsAnInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic, false);
    paint(painter, plot, title);
    painter.end();
    return bytes;
}

// A name is anybody's: it may have commas, and must be no formula in a spreadsheet.
QString field(QString text)
{
    static const QString signs = QStringLiteral("=+-@");
    if (!text.isEmpty() && signs.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString unitOf(Quantity quantity)
{
    constexpr const char* kUnits[]
        = { "bytes", "bytes_per_second", "bytes", "waiting", "waited_ns" };
    return QString::fromLatin1(kUnits[static_cast<std::size_t>(quantity)]);
}

std::vector<PlotPoint> pointsOf(const TimePlot& plot, const PlotCurve& curve)
{
    if (plot.quantity() == Quantity::Rate || plot.quantity() == Quantity::Waiting)
        return drawnPoints(plot.quantity(), *curve.series, plot.from() + curve.start,
            plot.to() + curve.start, curve.end, plot.pixels());
    std::vector<PlotPoint> points;
    for (const LevelPoint& point : curve.series->points())
        points.push_back({ point.at, static_cast<double>(point.level) });
    return points;
}

QByteArray csv(const TimePlot& plot)
{
    QByteArray table
        = "run,series,time_ns,since_run_start_ns," + unitOf(plot.quantity()).toLatin1() + "\r\n";
    for (const PlotCurve& curve : plot.curves()) {
        const QByteArray head
            = QByteArray::number(curve.key.run) + ',' + field(curve.name).toUtf8() + ',';
        for (const PlotPoint& point : pointsOf(plot, curve)) {
            table += head + QByteArray::number(point.at) + ','
                + QByteArray::number(point.at - curve.runStart) + ','
                + QByteArray::number(std::llround(point.value)) + "\r\n";
        }
    }
    return table;
}

} // namespace

QByteArray plotFile(TimePlot& plot, PlotFormat format, const QString& title)
{
    switch (format) {
    case PlotFormat::Png:
        return png(plot, title);
    case PlotFormat::Svg:
        return svg(plot, title);
    case PlotFormat::Pdf:
        return pdf(plot, title);
    case PlotFormat::Csv:
        break;
    }
    return csv(plot);
}

} // namespace ipclab
