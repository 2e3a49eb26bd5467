// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"
#include "app/folders.h"
#include "app/lab_catalog.h"
#include "app/lab_page.h"
#include "app/shortcuts_sheet.h"
#include "app/trust_sheet.h"
#include "tests/pictures/scenes.h"
#include "views/attach/attach_sheet.h"
#include "views/attach/running_table.h"
#include "views/machine/machine_sheet.h"
#include "views/tour/tour_bubble.h"

#include <QAction>
#include <QDialog>
#include <QtTest>

namespace ipclab::test {

namespace {

const QString kDeadlock = QStringLiteral("endless-dialog");

// What that entry of the menus opens. Closed ones go when the next is asked for.
QWidget& opened(Stage& stage, const char* action)
{
    MainWindow& window = stage.session(kDeadlock);
    for (auto* const dialog : window.findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly))
        dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* const entry = window.findChild<QAction*>(QLatin1String(action));
    if (!entry->isEnabled())
        stage.catalog();
    entry->trigger();
    for (auto* const dialog : window.findChildren<QDialog*>()) {
        if (dialog->isVisible())
            return *dialog;
    }
    QTest::qFail(action, __FILE__, __LINE__);
    return window;
}

Scene dialogScene(const char* name, const char* action)
{
    return { name, [action](Stage& stage) -> QWidget& { return opened(stage, action); }, false };
}

// As on a screen of 1280 by 720, which is larger than that of the tests.
QWidget& shortcuts(Stage& stage)
{
    QWidget& sheet = opened(stage, "shortcuts");
    sheet.resize(1240, 680);
    return sheet;
}

QWidget& machine(Stage& stage)
{
    // What is asked while a sheet is made is what the look is then.
    auto sheet = std::make_unique<MachineSheet>(stage.window().look(), nullptr);
    sheet->setFacts({ { { MachinePart::Watching },
        { MachinePart::Python, PartState::Missing, {}, 34,
            QStringLiteral("sudo apt install python3") },
        { MachinePart::Compiler, PartState::Works, QStringLiteral("12.2.0"), 34,
            QStringLiteral("sudo apt install build-essential") },
        { MachinePart::Redis, PartState::Missing, {}, 0, {} },
        { MachinePart::OpenSsl, PartState::Works, QStringLiteral("3.0.15") } } });
    const QSize size = sheet->sizeHint();
    return stage.put(std::move(sheet), size);
}

QWidget& bookmarks(Stage& stage)
{
    Bench& bench = stage.bench();
    if (bench.log.size() == 0) {
        fillWithABufferedPipe(bench);
        bench.add(
            5 * kSecond, 0, UserAction { "bookmark", "Here nothing has left the writer", {} });
        bench.add(6 * kSecond, 0, UserAction { "bookmark", "and here all of it came at once", {} });
        bench.cursor.setGrowing(false);
        bench.takeAll();
    }
    auto sheet = std::make_unique<BookmarksSheet>(stage.window().look(), bench.cursor);
    const QSize size = sheet->sizeHint();
    return stage.put(std::move(sheet), size);
}

QWidget& trust(Stage& stage)
{
    static const LabCatalog labs(labFolders());
    auto sheet = std::make_unique<TrustSheet>(
        stage.window().look(), *labs.find(QStringLiteral("first-pipe")), nullptr);
    const QSize size = sheet->sizeHint();
    return stage.put(std::move(sheet), size);
}

RunningProcess running(int pid, const QString& name, const QString& by, const QString& command,
    std::string obstacle = {})
{
    const auto started = static_cast<std::uint64_t>(pid);
    return { Pid { pid }, started, name, command, by, true, std::move(obstacle) };
}

// With one chosen that another watches.
QWidget& attach(Stage& stage)
{
    auto sheet = std::make_unique<AttachSheet>(stage.window().look(), nullptr);
    const QSize size = sheet->size();
    const auto q = [](const char* words) { return QString::fromUtf8(words); };
    sheet->setProcesses({
        running(4711, q("python3"), q("bash (4690)"), q("python3 server.py --port 8080")),
        running(4712, q("gunicorn-worker"), q("systemd--user (1290)"),
            q("/usr/lib/gunicorn/bin/python3 /usr/lib/gunicorn/bin/gunicorn-worker "
              "--bind=127.0.0.1:8000 --log-file=/var/log/gunicorn/worker.log")),
        running(4690, q("bash"), q("gnome-terminal- (4650)"), q("bash"), "ancestor 4690"),
        running(4720, q("editor"), q("gdb (4719)"), q("./editor letter.txt"), "traced 4719"),
        running(4719, q("gdb"), q("bash (4690)"), q("gdb ./editor")),
        running(1290, q("systemd"), QString(), q("/lib/systemd/systemd --user"), "descendants"),
    });
    AttachSheet& shown = stage.put(std::move(sheet), size);
    shown.table().selectRow(0);
    return shown;
}

Scene tourScene(const char* name, TourStop stop)
{
    return { name, [stop](Stage& stage) -> QWidget& {
                MainWindow& window = stage.session(kDeadlock);
                auto* const page = window.findChild<LabPage*>();
                auto bubble = std::make_unique<TourBubble>(window.look(), &window);
                bubble->showStop(stop);
                bubble->pointAt(page->placeOf(stop).translated(page->mapTo(&window, QPoint())));
                const QSize size = bubble->size();
                return stage.put(std::move(bubble), size);
            } };
}

} // namespace

// Without those for files, which are of Qt alone.
std::vector<Scene> sheetScenes()
{
    return {
        { "machine", machine },
        { "bookmarks", bookmarks },
        { "trust", trust, false },
        { "attach", attach },
        { "shortcuts", shortcuts },
        dialogScene("about", "about"),
        dialogScene("new-bookmark", "bookmark"),
        dialogScene("name", "learner"),
        dialogScene("forget", "forget-progress"),
        tourScene("tour-welcome", TourStop::Welcome),
        tourScene("tour-question", TourStop::Question),
        tourScene("tour-run", TourStop::Run),
        tourScene("tour-cards", TourStop::Cards),
        tourScene("tour-bytes", TourStop::Bytes),
        tourScene("tour-traffic", TourStop::Traffic),
        tourScene("tour-why", TourStop::Why),
        tourScene("tour-time", TourStop::Time),
    };
}

} // namespace ipclab::test
