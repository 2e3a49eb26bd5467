// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/stage.h"

#include "app/folders.h"
#include "app/lab_page.h"
#include "app/session_opening.h"

#include <QFile>
#include <QTabWidget>
#include <QtTest>

#include <algorithm>

namespace ipclab::test {

namespace {

constexpr QSize kClassroom(1280, 720);
constexpr int kPatience = 10'000; // ms

} // namespace

Stage::Stage()
    : m_bench(std::make_unique<Bench>())
    , m_window(std::make_unique<MainWindow>(
          WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() }))
{
    m_window->look().setReducedMotion(true);
    m_window->resize(kClassroom);
    m_window->show();
}

Stage::~Stage()
{
    m_panel.reset();
}

void Stage::clear()
{
    m_panel.reset();
    m_bench = std::make_unique<Bench>();
}

void Stage::wear(const Dress& dress)
{
    m_window->look().setDark(dress.dark);
    m_window->look().setProjector(dress.projector);
    m_window->look().setTextScale(dress.text);
    m_window->look().setHighContrast(dress.highContrast);
    m_window->speak(QString::fromLatin1(dress.language));
    QApplication::processEvents();
}

MainWindow& Stage::session(const QString& name, EventIndex moment)
{
    if (m_open != name) {
        const QString copy = m_files.filePath(name + QStringLiteral(".jsonl"));
        QFile::copy(QStringLiteral("%1/%2.jsonl").arg(QStringLiteral(SESSIONS), name), copy);
        const auto opened = [&] {
            const OpenedSession* const one = m_window->presenter().opened();
            return one && one->path == copy;
        };
        m_window->openSession(copy);
        if (!QTest::qWaitFor(opened, kPatience))
            QTest::qFail(qPrintable(name + QStringLiteral(" is not opened")), __FILE__, __LINE__);
        m_open = name;
    }
    m_window->selection().clear();
    cursor().goTo(std::min(moment, cursor().end()));
    tab(0);
    QApplication::processEvents();
    return *m_window;
}

MainWindow& Stage::lab(const QString& name)
{
    if (m_open != QStringLiteral("lab ") + name)
        m_window->openLab(name);
    m_open = QStringLiteral("lab ") + name;
    tab(0);
    QApplication::processEvents();
    return *m_window;
}

MainWindow& Stage::catalog()
{
    m_window->showCatalog();
    m_open.clear();
    return *m_window;
}

QWidget& Stage::tab(int index)
{
    auto* const tabs = m_window->findChild<QTabWidget*>(QStringLiteral("panels"));
    tabs->setCurrentIndex(index);
    QApplication::processEvents();
    return *tabs;
}

} // namespace ipclab::test
