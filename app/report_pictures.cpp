// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/map/map_view.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidget>

namespace ipclab {

namespace {

constexpr QSize kSize { 960, 540 };
constexpr qreal kSharpness = 2; // pixels for a point: it is printed, too

QByteArray pngOf(QWidget& widget)
{
    QImage image(widget.size() * kSharpness, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharpness);
    image.fill(Qt::white);
    widget.render(&image);
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

// A map of our own, in light colours and of one size, whatever the window shows.
void drawPictures(Report& report, const EventLog& log)
{
    TimeCursor cursor;
    Selection selection;
    Look look;
    QWidget frame;
    frame.setPalette(look.palette());
    frame.setStyleSheet(look.styleSheet());
    auto* const map = new MapView({ cursor, selection, look }, &frame);
    auto* const column = new QVBoxLayout(&frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(map);
    frame.resize(kSize);
    frame.setAttribute(Qt::WA_DontShowOnScreen);
    frame.show(); // it lays itself out when it is seen

    cursor.setLog(&log);
    cursor.setGrowing(false);
    while (cursor.advance()) { }
    for (ReportPicture& picture : report.pictures) {
        cursor.goTo(picture.moment);
        map->fit();
        picture.png = pngOf(frame);
        picture.description
            = map->accessibleDescription().replace(QLatin1Char('\n'), QStringLiteral("; "));
    }
}

} // namespace ipclab
