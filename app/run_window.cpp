// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

#include "app/command_line.h"
#include "app/folders.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/terminal_text.h"
#include "ipc-core/capture/capture.h"
#include "views/common/wording.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QIcon>
#include <QScreen>

#include <cstdlib>
#include <optional>

namespace ipclab {

namespace {

// What Qt itself would end the program for, without a word of ours.
bool hasDisplay()
{
    return std::getenv("DISPLAY") || std::getenv("WAYLAND_DISPLAY")
        || std::getenv("QT_QPA_PLATFORM");
}

// What else stands there is a mistyped command.
bool looksLikeAFile(const QString& word)
{
    return word.contains(u'/') || word.endsWith(QStringLiteral(".jsonl")) || QFile::exists(word);
}

// Or nothing, and what is wrong, in the language of the moment.
std::optional<WindowOptions> optionsIn(const QStringList& words, QString& wrong)
{
    QCommandLineParser parser;
    const QCommandLineOption lab(QStringLiteral("lab"), {}, QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("lang"), {}, QStringLiteral("language"));
    const QCommandLineOption projector(QStringLiteral("projector"));
    const QCommandLineOption record(QStringLiteral("record"), {}, QStringLiteral("file"));
    parser.addOptions({ lab, language, projector, record });
    if (!parser.parse(words)) {
        wrong = parser.errorText();
        return std::nullopt;
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (!files.isEmpty() && !looksLikeAFile(files.front()))) {
        wrong = commandText(QT_TRANSLATE_NOOP("CommandLine",
                                "“%1” is neither a command of ipclab nor one session."))
                    .arg(files.join(u' '));
        return std::nullopt;
    }
    return WindowOptions { parser.value(lab), parser.value(language), parser.isSet(projector),
        QFile::encodeName(parser.value(record)).toStdString(), {}, files.value(0) };
}

// Without a screen there is no QApplication, and without one no language.
int refuse(
    int argc, char** argv, const QStringList& words, const std::optional<WindowOptions>& options)
{
    const QCoreApplication app(argc, argv);
    Languages languages;
    languages.speak(Languages::chosen(options ? options->language : QString()));
    if (QString wrong; !optionsIn(words, wrong)) {
        say(usageText() + printable(wrong)); // the last line is the one that is seen
        return static_cast<int>(ExitCode::Usage);
    }
    say(QCoreApplication::translate("CommandLine",
        "IPC Lab has no display to open its window on. Without one: ipclab labs, "
        "ipclab run LAB, ipclab watch -- COMMAND"));
    return static_cast<int>(ExitCode::Refused);
}

// Maximized where its foot would else be below the screen.
void showOnScreen(MainWindow& window)
{
    constexpr QSize kFrameAround { 16, 48 }; // what a window manager draws around it, at most
    const QSize room = window.screen()->availableSize() - kFrameAround;
    if (window.size().boundedTo(room) != window.size())
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
    window.show();
}

} // namespace

int runWindow(int argc, char** argv, const QStringList& words)
{
    QString wrong;
    std::optional<WindowOptions> options = optionsIn(words, wrong);
    if (!options || !hasDisplay())
        return refuse(argc, argv, words, options);
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.ipclab.IPCLab.svg")));
    QApplication::setDesktopFileName(QStringLiteral("org.ipclab.IPCLab"));
    options->labFolders = labFolders(); // only an application knows where it is
    options->greets = true;
    MainWindow window(std::move(*options));
    showOnScreen(window);
    return QApplication::exec();
}

} // namespace ipclab
