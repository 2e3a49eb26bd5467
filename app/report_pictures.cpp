// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_pictures.h"

#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace ipclab {

namespace {

constexpr QSize kSize { 960, 540 };
constexpr qreal kSharpness = 2; // pixels for a point: it is printed, too

QImage imageOf(QWidget& widget)
{
    QImage image(widget.size() * kSharpness, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharpness);
    image.fill(Qt::white);
    widget.render(&image);
    return image;
}

} // namespace

ReportPictures::ReportPictures(const EventLog& log, std::unique_ptr<WorldHistory> history)
    : m_map(new MapView({ m_cursor, m_selection, m_look }, &m_frame))
{
    m_frame.setPalette(m_look.palette());
    m_frame.setStyleSheet(m_look.styleSheet());
    auto* const column = new QVBoxLayout(&m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_map);
    m_frame.resize(kSize);
    m_frame.setAttribute(Qt::WA_DontShowOnScreen);
    m_frame.show(); // it lays itself out when it is seen
    m_cursor.setLog(log, std::move(history));
    m_cursor.setGrowing(false);
}

void ReportPictures::draw(ReportPicture& picture)
{
    m_cursor.goTo(picture.moment);
    m_map->fit();
    picture.image = imageOf(m_frame);
    picture.description
        = m_map->accessibleDescription().replace(QLatin1Char('\n'), QStringLiteral("; "));
}

void drawAll(Report& report, const EventLog& log)
{
    const EventIndex end = log.size();
    auto history = std::make_unique<WorldHistory>(log);
    while (history->size() < end)
        history->extend(end - history->size());
    ReportPictures pictures(log, std::move(history));
    for (ReportPicture& picture : report.pictures)
        pictures.draw(picture);
}

} // namespace ipclab
