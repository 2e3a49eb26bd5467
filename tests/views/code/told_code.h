// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_panel.h"
#include "views/code/code_view.h"

#include <QTabWidget>

#include <vector>

// A lab of two programs that do the same, as the panel shows it.
namespace ipclab::test {

constexpr auto kPython = R"(#!/usr/bin/env python3
"""Writes a line every two seconds,
and keeps what it prints."""
import sys
import time

for i in range(5):  # twice a line
    print(f"line {i}", flush="--flush=yes" in sys.argv)
    time.sleep(2.0)
)";

constexpr auto kC = R"(/* Writes a line every two seconds,
   and keeps what it prints. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 5; ++i) { // twice a line
        printf("line %d\n", i);
        sleep(2);
    }
    return 0;
}
)";

inline std::vector<CodeFile> files()
{
    return { { QStringLiteral("writer.py"), QStringLiteral("/labs/delayed/writer.py"),
                 QString::fromUtf8(kPython), CodeLanguage::Python },
        { QStringLiteral("writer.c"), QStringLiteral("/labs/delayed/writer.c"),
            QString::fromUtf8(kC), CodeLanguage::C } };
}

inline CodeView* currentView(const CodePanel& panel)
{
    return qobject_cast<CodeView*>(panel.findChild<QTabWidget*>()->currentWidget());
}

} // namespace ipclab::test
