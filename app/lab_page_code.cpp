// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page_code.h"

#include "app/lab_presenter.h"
#include "views/common/wording_tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ipclab {

namespace {

CodeLanguage languageOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix();
    if (ending == QLatin1String("c") || ending == QLatin1String("h"))
        return CodeLanguage::C;
    return ending == QLatin1String("py") ? CodeLanguage::Python : CodeLanguage::Plain;
}

bool isProgramText(const QString& path)
{
    static const QStringList endings { QStringLiteral("py"), QStringLiteral("c"),
        QStringLiteral("sh"), QStringLiteral("awk"), QStringLiteral("pl") };
    const QFileInfo info(path);
    return info.isFile() && endings.contains(info.suffix());
}

void addFile(std::vector<CodeFile>& files, const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return;
    // One byte more than is shown, so that the panel can say that there is more.
    files.push_back({ QFileInfo(path).fileName(), path,
        QString::fromUtf8(file.read(CodePanel::kMostText + 1)), languageOf(path) });
}

} // namespace

std::vector<CodeFile> codeFiles(const LabPresenter& presenter)
{
    std::vector<CodeFile> files;
    if (const LabRunner* const runner = presenter.runner()) {
        const QDir folder(text(runner->lab().folder));
        for (const std::string& source : runner->lab().sources(presenter.variant()))
            addFile(files, folder.filePath(text(source)));
        if (presenter.variant() == Variant::C) { // what they include, after them
            for (const QString& header :
                folder.entryList({ QStringLiteral("*.h") }, QDir::Files | QDir::NoSymLinks))
                addFile(files, folder.filePath(header));
        }
    } else if (const WorkbenchCommand* const command = presenter.command()) {
        const QDir folder(command->wish.folder);
        for (const QString& word : command->argv) {
            if (isProgramText(folder.filePath(word)))
                addFile(files, folder.filePath(word));
        }
    }
    return files;
}

} // namespace ipclab
