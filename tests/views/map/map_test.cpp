// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QApplication>
#include <QTest>

namespace ipclab {

namespace {

// What a map needs around it.
struct Stage {
    TimeCursor cursor;
    Selection selection;
    Look look;
    Story story;
    ViewContext context { cursor, selection, look };
};

void saveIfAsked(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace

class MapTest : public QObject {
    Q_OBJECT

private slots:
    void pictures()
    {
        for (const bool dark : { false, true }) {
            for (const bool projector : { false, true }) {
                const QString suffix = QString::fromLatin1(dark ? "-dark" : "-light")
                    + QString::fromLatin1(projector ? "-projector" : "");
                const auto draw = [&](const QString& name, auto tell) {
                    Stage stage;
                    stage.look.setDark(dark);
                    stage.look.setProjector(projector);
                    qApp->setStyleSheet(stage.look.styleSheet());
                    tell(stage.story);
                    MapView view(stage.context);
                    view.resize(790, 500);
                    stage.story.show(stage.cursor);
                    view.show();
                    QVERIFY(QTest::qWaitForWindowExposed(&view));
                    saveIfAsked(view, name + suffix);
                };
                draw(QStringLiteral("empty"), [](Story&) {});
                draw(QStringLiteral("delayed"), tellDelayedOutput);
                draw(QStringLiteral("dialog"), tellEndlessDialog);
                draw(QStringLiteral("crowd9"), [](Story& story) { tellCrowd(story, 9, 3); });
                draw(QStringLiteral("crowd40"), [](Story& story) { tellCrowd(story, 40, 7); });
            }
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapTest)
#include "map_test.moc"
