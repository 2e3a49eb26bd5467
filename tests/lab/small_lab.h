// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_loader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <string>
#include <variant>

namespace ipclab::test {

// A whole lab that is right, as files; a test breaks one thing of it.
inline std::map<std::string, std::string> smallLab()
{
    return {
        { "lab.toml", R"(id = "small"
topic = "buffering"
[[switch]]
name = "flush"
values = ["no", "yes"]
[[switch]]
name = "output"
values = ["pipe", "terminal"]
[[run]]
name = "writer"
c = ["./writer"]
python = ["python3", "writer.py"]
stdout = { switch = "output" }
[[step]]
id = "where"
ask = { of = "writer.stdout", answer = "writer" }
do = [{ run = true }]
expect = [{ pending = "writer.stdout", above = 0 }]
hint = [{ when = { switch = "flush", is = "yes" }, say = "off" }]
[[step]]
id = "end"
ask = { choices = ["soon", "late"], answer = "late" }
do = [{ signal = "SIGTERM", to = "writer" }]
expect = [{ exited = "writer", signal = "SIGTERM" }]
)" },
        { "guide.en.md", R"(# Small
Why?

## where
Choose.
### hint off
Off.
## end
End it.
### choice soon
Soon.
### choice late
Late.
## explanation
So.
)" },
        { "guide.es.md", R"(# Pequeña
¿Por qué?

## where
Elige.
### hint off
No.
## end
Termina.
### choice soon
Pronto.
### choice late
Tarde.
## explanation
Por eso.
)" },
        { "writer.c", "int main(void) { return 0; }\n" },
        { "writer.py", "" },
    };
}

inline void writeFiles(const QTemporaryDir& folder, const std::map<std::string, std::string>& files)
{
    for (const auto& [name, content] : files) {
        QFile file(folder.filePath(QString::fromStdString(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content.data(), static_cast<qint64>(content.size()));
    }
}

inline Problems problemsOf(const std::map<std::string, std::string>& files)
{
    const QTemporaryDir folder;
    writeFiles(folder, files);
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    return problems ? *problems : Problems();
}

inline Lab loadedLab(const std::string& folder)
{
    LoadResult result = loadLab(folder);
    if (auto* lab = std::get_if<Lab>(&result))
        return std::move(*lab);
    for (const Problem& problem : std::get<Problems>(result)) {
        qWarning("%s:%d:%d: kind %d, %s (%s)", problem.file.c_str(), problem.line, problem.column,
            static_cast<int>(problem.kind), problem.subject.c_str(), problem.expected.c_str());
    }
    return {};
}

} // namespace ipclab::test
