// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/open_window.h"
#include "tests/pictures/witness.h"
#include "tests/words.h"
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"

#include <QTabWidget>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

// One thread reads what is typed, the first waits for it to end.
constexpr const char* kTalk = R"(
import os, threading
def listen():
    os.write(1, b"got " + os.read(0, 100))
os.write(1, b"ready\n")
listener = threading.Thread(target=listen)
listener.start()
listener.join()
os.read(0, 100)
)";

} // namespace

// What lanes and calls show of programs that run now, in the window.
class WindowLiveTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void lanesHaveTheThreadsAndTheirWaits();
    void callsHoldWhatIsCalled();

private:
    template <typename Panel> Panel& shown();
    void type(const QByteArray& bytes);
    [[nodiscard]] const Process* program() const;
    [[nodiscard]] std::vector<const Lane*> lanes() const; // of it, the first thread's first
    [[nodiscard]] bool waitsIn(std::size_t lane, Call call) const;
    [[nodiscard]] QString wordsNow(const Lane& lane) const; // as a hover says them
    [[nodiscard]] bool isPainted(const QString& words) const; // in a bar

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void WindowLiveTest::init()
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QFile file(m_folder.filePath(q("talk.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kTalk);
    file.close();
    m_window->openCommand({ q("python3 talk.py"), q("pipe"), q("pipe"), m_folder.path() });
}

void WindowLiveTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

template <typename Panel> Panel& WindowLiveTest::shown()
{
    auto& panel = *m_window->findChild<Panel*>();
    m_window->findChild<QTabWidget*>(q("panels"))->setCurrentWidget(&panel);
    return panel;
}

void WindowLiveTest::type(const QByteArray& bytes)
{
    LabPresenter& presenter = m_window->presenter();
    QTRY_VERIFY_WITH_TIMEOUT(
        presenter.session() && !presenter.session()->inputs().isEmpty(), kPatience);
    presenter.send(presenter.session()->inputs().front(), bytes);
}

const Process* WindowLiveTest::program() const
{
    for (const auto& [pid, process] : m_window->cursor().world().processes) {
        if (process.isWatched() && process.path.find("python") != std::string::npos)
            return &process;
    }
    return nullptr;
}

std::vector<const Lane*> WindowLiveTest::lanes() const
{
    const LanesPanel& panel = *m_window->findChild<LanesPanel*>();
    std::vector<const Lane*> found;
    for (const Lane& lane : panel.feed().lanes()) {
        if (program() && lane.pid == program()->pid)
            found.push_back(&lane);
    }
    return found;
}

bool WindowLiveTest::waitsIn(std::size_t lane, Call call) const
{
    const std::vector<const Lane*> all = lanes();
    if (lane >= all.size() || all[lane]->slices.size() == 0)
        return false;
    const LaneSlices& slices = all[lane]->slices;
    const LaneSlice& last = slices[slices.size() - 1];
    return last.state == LaneState::Waiting && last.call == call;
}

QString WindowLiveTest::wordsNow(const Lane& lane) const
{
    const LanesView& view = m_window->findChild<LanesPanel*>()->view();
    const std::vector<Lane>& all = m_window->findChild<LanesPanel*>()->feed().lanes();
    const auto row = std::ranges::find_if(
        view.rows(), [&](const LaneRow& one) { return &all.at(one.lane) == &lane; });
    if (row == view.rows().end())
        return {};
    const Nanoseconds since = lane.slices[lane.slices.size() - 1].at;
    const QRect area = view.timeArea();
    const int x = area.left() + view.window().xOf(since + (view.now() - since) / 2, area.width());
    const int place = static_cast<int>(row - view.rows().begin());
    return view.wordsAt({ x, view.rowRect(place).center().y() });
}

bool WindowLiveTest::isPainted(const QString& words) const
{
    const Witnessed now = witnessed(m_window->findChild<LanesPanel*>()->view());
    return std::ranges::any_of(
        now.texts, [&](const PaintedText& text) { return text.words.contains(words); });
}

void WindowLiveTest::lanesHaveTheThreadsAndTheirWaits()
{
    auto& panel = shown<LanesPanel>();
    QTRY_VERIFY_WITH_TIMEOUT(waitsIn(0, Call::Futex) && waitsIn(1, Call::Read), kPatience);
    const std::vector<const Lane*> two = lanes();
    QCOMPARE(two.size(), 2U);
    QCOMPARE(two[0]->tid.value, two[0]->pid.value);
    QVERIFY(two[1]->tid != two[0]->tid);
    QVERIFY(program()->threads.contains(two[1]->tid));
    QTRY_VERIFY_WITH_TIMEOUT(wordsNow(*two[1]).contains(q("read(0")), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(wordsNow(*two[0]).contains(q("futex")), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(isPainted(q("read(0)")), kPatience);

    // It ends, and with it the wait for it.
    type("go\n");
    const auto ended = [&](const Lane& lane) {
        return lane.slices[lane.slices.size() - 1].state == LaneState::Absent;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(*lanes().at(1)), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(waitsIn(0, Call::Read), kPatience);
    QVERIFY(panel.isVisible());
}

void WindowLiveTest::callsHoldWhatIsCalled()
{
    const CallsModel& model = shown<CallsPanel>().model();
    const auto rowOf = [&](const char* what) {
        for (int row = model.rowCount() - 1; row >= 0; --row) {
            if (model.line(row).contains(QLatin1String(what)))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf("read(0") >= 0 && model.waiting(rowOf("read(0")), kPatience);
    const int write = rowOf("write(1");
    QVERIFY(write >= 0 && write < rowOf("read(0"));
    QVERIFY2(model.line(write).contains(q("ready")), qPrintable(model.line(write)));
    QVERIFY(model.line(write).contains(q("→ 6")));
    QVERIFY(!model.waiting(write));
    QVERIFY2(model.line(write).contains(q("talk.py")), qPrintable(model.line(write)));

    // The same row then says what came of it.
    const EventIndex read = model.eventAt(rowOf("read(0"));
    type("go\n");
    QTRY_VERIFY_WITH_TIMEOUT(rowOf("got go") >= 0, kPatience);
    const auto row = model.rowOf(read);
    QVERIFY(row && !model.waiting(*row));
    QVERIFY2(model.line(*row).contains(q("← 3")), qPrintable(model.line(*row)));
}

WINDOW_TEST_MAIN(WindowLiveTest)

#include "window_live_test.moc"
