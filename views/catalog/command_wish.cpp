// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_wish.h"

#include "views/catalog/command_words.h"

#include <QDir>
#include <QFileInfo>

namespace ipclab {

namespace {

QString commandTrouble(const QString& line)
{
    const CommandWords words = commandWords(line);
    if (!words.openQuote.isNull())
        return CommandProblem::tr("A quote %1 is not closed: close it, or write \\ before it.")
            .arg(words.openQuote);
    return words.argv.isEmpty() ? CommandProblem::tr("Type a command first.") : QString();
}

QString folderTrouble(const QString& folder)
{
    const QFileInfo facts(folder.isEmpty() ? QDir::currentPath() : folder);
    if (!facts.exists())
        return CommandProblem::tr("There is no folder “%1”: correct it, or choose one with “…”.")
            .arg(folder);
    if (!facts.isDir())
        return CommandProblem::tr("“%1” is no folder: choose the one that it is in.").arg(folder);
    return facts.isExecutable()
        ? QString()
        : CommandProblem::tr("You may not enter the folder “%1”: choose another.").arg(folder);
}

QString variableTrouble(const QString& setting)
{
    const QString name = setting.section(u'=', 0, 0);
    if (name.isEmpty())
        return CommandProblem::tr(
            "A variable has no name: type one before “%1”, or delete the row.")
            .arg(setting);
    return isVariableName(name)
        ? QString()
        : CommandProblem::tr("“%1” cannot be a variable's name: use letters without accents, "
                             "digits and _, and no digit first.")
              .arg(name);
}

} // namespace

std::optional<CommandProblem> problemOf(const CommandWish& wish)
{
    if (const QString words = commandTrouble(wish.line); !words.isEmpty())
        return CommandProblem { CommandField::Command, words };
    if (const QString words = folderTrouble(wish.folder); !words.isEmpty())
        return CommandProblem { CommandField::Folder, words };
    for (const QString& setting : wish.environment) {
        if (const QString words = variableTrouble(setting); !words.isEmpty())
            return CommandProblem { CommandField::Environment, words };
    }
    return std::nullopt;
}

} // namespace ipclab
