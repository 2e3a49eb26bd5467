// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page_code.h"

#include "app/lab_copy.h"
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "app/notice_bar.h"
#include "app/whole_file.h"
#include "views/common/wording.h"
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

struct Read {
    QString text;
    bool whole = true; // the text says each byte
};

std::optional<Read> textIn(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // One byte more than is shown, so that the panel can say that there is more.
    const QByteArray bytes = file.read(CodePanel::kMostText + 1);
    const QString text = QString::fromUtf8(bytes);
    return Read { text, bytes.size() <= CodePanel::kMostText && text.toUtf8() == bytes };
}

std::optional<QString> originalIn(const QString& folder, const QString& source)
{
    const std::optional<Read> read
        = folder.isEmpty() ? std::nullopt : textIn(QDir(folder).filePath(source));
    return read ? std::optional(read->text) : std::nullopt;
}

// `original`: the folder of the lab that this is a copy of; empty: of none.
void addFile(std::vector<CodeFile>& files, const QDir& folder, const QString& source,
    const QString& original = {})
{
    const QString path = folder.filePath(source);
    std::optional<Read> read = textIn(path);
    if (!read)
        return;
    files.push_back({ QFileInfo(path).fileName(), path, std::move(read->text), languageOf(path),
        originalIn(original, source), read->whole });
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

bool LabPage::saveCode(const std::function<void()>& leave)
{
    std::optional<Error> why;
    const bool saved = m_code->save([&why](const QString& path, const QString& text) {
        const Status written = writeWhole(path, text.toUtf8());
        if (!written)
            why = written.error();
        return written.ok();
    });
    if (saved)
        return true;
    const auto words = [why] {
        return tr("What you changed is not saved. %1").arg(why ? errorSentence(*why) : QString());
    };
    if (!leave)
        m_notice->show(NoticeBar::Kind::Error, words);
    else
        m_notice->warn(
            words, [] { return tr("Leave without saving"); },
            [this, leave] {
                m_code->forgetEdits();
                leave();
            });
    return false;
}

// Somebody else saved what is edited here: neither text is lost.
void LabPage::offerChanged(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    m_notice->warn(
        [name] {
            return tr("“%1” was changed elsewhere while you edit it. You still see your text; "
                      "saving it writes over the other.")
                .arg(name);
        },
        [] { return tr("Take the other text"); }, [this, path] { m_code->takeFile(path); });
}

} // namespace ipclab
