// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_proof.h"

#include "ipc-core/lab/guide_names.h"
#include "ipc-core/lab/lab_files.h"
#include "ipc-core/lab/launch_plan.h"
#include "views/common/lab_wording.h"
#include "views/common/wording_tr.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kMostWait = 30'000; // ms
constexpr qsizetype kMostWords = 8192; // of a compiler

struct ProofWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ProofWords)
};

// `child.c` and `--flush=yes` mean the lab's own; `/etc/hosts` and `ls -l` do not.
bool isProgramName(const QString& words)
{
    static const QRegularExpression kProgram(QStringLiteral("\\A(\\./)?[\\w-]+\\.(c|py)\\z"));
    return kProgram.match(words).hasMatch();
}

class GuideProof {
public:
    GuideProof(const Lab& lab, const QString& file, QStringList& wrong)
        : m_lab(lab)
        , m_file(file)
        , m_wrong(wrong)
    {
    }

    void prove(const std::string& content)
    {
        for (const GuideName& name : guideNames(content)) {
            const QString words = text(name.text);
            if (name.kind == GuideName::Kind::Link ? isFileLink(name.text) : isProgramName(words))
                proveFile(name);
            else if (name.kind == GuideName::Kind::Code && words.startsWith(QLatin1String("--")))
                proveSetting(name);
        }
    }

private:
    void proveFile(const GuideName& name)
    {
        // #heading is a place within it
        const QString file = text(name.text).section(QLatin1Char('#'), 0, 0);
        if (!QFileInfo::exists(QDir(text(m_lab.folder)).filePath(file)))
            add(name,
                ProofWords::tr("“%1” is named here, and is not in the lab's folder").arg(file));
    }
    void proveSetting(const GuideName& name)
    {
        const std::size_t equals = name.text.find('=');
        const LabSwitch* const known = equals == std::string::npos
            ? nullptr
            : m_lab.switchNamed(name.text.substr(2, equals - 2));
        if (!known)
            return;
        const std::string value = name.text.substr(equals + 1);
        if (std::ranges::find(known->values, value) == known->values.end())
            add(name,
                ProofWords::tr("the switch “%1” has no value “%2”")
                    .arg(text(known->name), text(value)));
    }
    void add(const GuideName& name, const QString& what)
    {
        m_wrong.append(
            QStringLiteral("%1:%2:%3: %4")
                .arg(m_file, QString::number(name.line), QString::number(name.column), what));
    }

    const Lab& m_lab;
    QString m_file;
    QStringList& m_wrong;
};

// What it says; nothing if it succeeds in silence. Python keeps what it compiled in `scratch`.
QString complaintOf(const QStringList& argv, const Lab& lab, const QString& scratch)
{
    QProcess process;
    process.setWorkingDirectory(text(lab.folder));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONPYCACHEPREFIX"), scratch); // python3(1), 3.8
    process.setProcessEnvironment(environment);
    process.start(argv.front(), argv.mid(1));
    if (!process.waitForFinished(kMostWait)) {
        process.kill();
        process.waitForFinished();
        return ProofWords::tr("%1 did not end in time").arg(argv.join(QLatin1Char(' ')));
    }
    const QString said = QString::fromLocal8Bit(process.readAll().left(kMostWords)).trimmed();
    const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return said.isEmpty() && !good ? ProofWords::tr("%1 failed").arg(argv.join(QLatin1Char(' ')))
                                   : said;
}

QStringList argvOf(const BuildStep& step)
{
    QStringList argv;
    for (const std::string& word : step.argv)
        argv.append(word == step.source ? QFileInfo(text(word)).fileName() : text(word));
    return argv;
}

} // namespace

QStringList wrongNames(const Lab& lab)
{
    QStringList wrong;
    for (const auto& [language, guide] : lab.guides) {
        const std::string file = "guide." + language + ".md";
        if (const auto content = readLabFile(lab.folder + "/" + file))
            GuideProof(lab, text(file), wrong).prove(*content);
    }
    return wrong;
}

QStringList compilerComplaints(const Lab& lab, Variant variant)
{
    const QString tool = variant == Variant::C ? QStringLiteral("cc") : QStringLiteral("python3");
    const QTemporaryDir scratch;
    QStringList complaints;
    if (QStandardPaths::findExecutable(tool).isEmpty() || !scratch.isValid())
        return complaints;
    const auto prove = [&](const QStringList& argv) {
        const QString complaint = complaintOf(argv, lab, scratch.path());
        if (!complaint.isEmpty())
            complaints.append(complaint);
    };
    if (variant == Variant::C) {
        for (const BuildStep& step : buildSteps({ lab.folder, scratch.path().toStdString() }))
            prove(argvOf(step));
    } else {
        for (const std::string& file : lab.pythonSources)
            prove({ tool, QStringLiteral("-m"), QStringLiteral("py_compile"), text(file) });
    }
    return complaints;
}

} // namespace ipclab
