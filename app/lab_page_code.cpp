// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page_code.h"

#include "app/lab_copy.h"
#include "app/lab_presenter.h"
#include "views/common/wording_tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>
#include <utility>

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

std::optional<QString> textIn(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // One byte more than is shown, so that the panel can say that there is more.
    return QString::fromUtf8(file.read(CodePanel::kMostText + 1));
}

// `original`: the folder of the lab that this is a copy of; empty: of none.
void addFile(std::vector<CodeFile>& files, const QDir& folder, const QString& source,
    const QString& original = {})
{
    const QString path = folder.filePath(source);
    std::optional<QString> text = textIn(path);
    if (!text)
        return;
    files.push_back({ QFileInfo(path).fileName(), path, std::move(*text), languageOf(path),
        original.isEmpty() ? std::nullopt : textIn(QDir(original).filePath(source)) });
}

} // namespace

std::vector<CodeFile> codeFiles(const LabPresenter& presenter)
{
    std::vector<CodeFile> files;
    if (const LabRunner* const runner = presenter.runner()) {
        const QDir folder(text(runner->lab().folder));
        const QString original = originalOf(runner->lab().folder);
        for (const std::string& source : runner->lab().sources(presenter.variant()))
            addFile(files, folder, text(source), original);
        if (presenter.variant() == Variant::C) { // what they include, after them
            for (const QString& header :
                folder.entryList({ QStringLiteral("*.h") }, QDir::Files | QDir::NoSymLinks))
                addFile(files, folder, header, original);
        }
    } else if (const WorkbenchCommand* const command = presenter.command()) {
        const QDir folder(command->wish.folder);
        for (const QString& word : command->argv) {
            if (isProgramText(folder.filePath(word)))
                addFile(files, folder, word);
        }
    }
    return files;
}

} // namespace ipclab
