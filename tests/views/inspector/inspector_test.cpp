// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/inspector/inspector_panel.h"

#include <QApplication>
#include <QTest>

namespace ipclab {

namespace {

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

class InspectorTest : public QObject {
    Q_OBJECT

private slots:
    void pictures()
    {
        for (const bool dark : { false, true }) {
            for (const bool projector : { false, true }) {
                const QString suffix = QString::fromLatin1(dark ? "-dark" : "-light")
                    + QString::fromLatin1(projector ? "-projector" : "");
                const auto draw = [&](const QString& name, auto tell, auto choose) {
                    Stage stage;
                    stage.look.setDark(dark);
                    stage.look.setProjector(projector);
                    qApp->setStyleSheet(stage.look.styleSheet());
                    qApp->setPalette(stage.look.palette());
                    tell(stage.story);
                    InspectorPanel panel(stage.context);
                    panel.resize(stage.look.px(290), 620);
                    stage.story.show(stage.cursor);
                    choose(stage.selection);
                    panel.show();
                    QVERIFY(QTest::qWaitForWindowExposed(&panel));
                    saveIfAsked(panel, QStringLiteral("inspector-") + name + suffix);
                };
                const auto nobody = [](Selection&) {};
                draw(QStringLiteral("empty"), [](Story&) {}, nobody);
                draw(QStringLiteral("delayed"), tellDelayedOutput,
                    [](Selection& selection) { selection.choose(Pid { 4712 }); });
                draw(QStringLiteral("reader"), tellDelayedOutput,
                    [](Selection& selection) { selection.choose(Pid { 4711 }); });
                draw(QStringLiteral("dialog"), tellEndlessDialog, nobody);
                draw(QStringLiteral("pipe"), tellEndlessDialog,
                    [](Selection& selection) { selection.choose(ChannelId { 2 }); });
                draw(QStringLiteral("terminal"), tellEndlessDialog,
                    [](Selection& selection) { selection.choose(ChannelId { 1 }); });
            }
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::InspectorTest)
#include "inspector_test.moc"
