// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace ipclab {

// What a typed line comes to. Quotes and backslashes mean what they mean to a shell, sh(1).
struct CommandWords {
    QStringList argv; // what is run; empty: nothing was typed, or a quote is open
    QString shellSign; // because of which sh -c runs it; empty: it runs without a shell
    QChar openQuote; // that is not closed; null: none
};

CommandWords commandWords(const QString& line);
bool isVariableName(QStringView word); // POSIX, 3.235: Name

// The line that commandWords makes these of.
QString commandLine(const QStringList& argv);

// The word that ends at the cursor, as it is completed.
struct WordAtCursor {
    qsizetype begin = 0; // with its quote
    QString text; // without quotes and backslashes
    QChar quote; // that is open; null: none
    bool program = false; // the first of a command
    bool expands = false; // only a shell knows what it comes to
};

WordAtCursor wordAtCursor(const QString& line, qsizetype cursor);

// The word as it is typed to mean `text`, within that quote if it is one. The quote of a folder
// ("…/") is left open: there is more to come.
QString typedWord(const QString& text, QChar quote);

} // namespace ipclab
