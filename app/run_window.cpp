// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

#include "app/command_line.h"
#include "app/languages.h"

namespace ipclab {

void useLanguageOfSystem()
{
    static Languages languages; // its translators live as long as the program
    languages.speak(Languages::chosen({}));
}

int runWindow(int, char**, const QStringList&)
{
    say(usageText());
    return static_cast<int>(ExitCode::Usage);
}

} // namespace ipclab
