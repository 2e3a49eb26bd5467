// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_check.h"

#include "app/distribution.h"
#include "app/interpreter.h"
#include "app/usual_signals.h"
#include "ipc-core/capture/capture.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <QVersionNumber>

#include <csignal>

namespace ipclab {

namespace {

constexpr int kCheckPatience = 10'000; // ms, for one program
constexpr int kSlice = 50; // ms, until one looks whether it is still wanted
constexpr qsizetype kMostSaid = 4096;
constexpr QByteArrayView kSmallProgram = "#include <stdio.h>\n#include <pthread.h>\n"
                                         "int main(void) { return puts(\"\") < 0; }\n";

QByteArray contentOf(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.read(kMostSaid) : QByteArray();
}

int ptraceScope()
{
    bool known = false;
    const int scope = contentOf("/proc/sys/kernel/yama/ptrace_scope").trimmed().toInt(&known);
    return known ? scope : -1;
}

bool isFiltered()
{
    return contentOf("/proc/self/status").contains("\nSeccomp:\t2");
}

WatchObstacle obstacleOf(const Error& error, int scope, bool filtered)
{
    if (error.step == "kernel")
        return WatchObstacle::Kernel;
    if (scope >= 3)
        return WatchObstacle::YamaForGood;
    if (scope == 2)
        return WatchObstacle::Yama;
    return filtered ? WatchObstacle::Container : WatchObstacle::Other;
}

QString remedyFor(WatchObstacle obstacle)
{
    switch (obstacle) {
    case WatchObstacle::Yama:
        return QStringLiteral("sudo sysctl kernel.yama.ptrace_scope=1");
    case WatchObstacle::YamaForGood:
        return QStringLiteral("grep -rs ptrace_scope /etc/sysctl.conf /etc/sysctl.d "
                              "/usr/lib/sysctl.d");
    case WatchObstacle::Container:
        return QStringLiteral("--cap-add=SYS_PTRACE --security-opt seccomp=unconfined");
    case WatchObstacle::None:
    case WatchObstacle::Kernel:
    case WatchObstacle::Other:
        break;
    }
    return {};
}

// The versions whose buffers the probe was tried with.
bool isTriedPython(const QString& version)
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    return number >= QVersionNumber(3, 8) && number < QVersionNumber(3, 14);
}

} // namespace

PartFact watchingFact(const Status& can, int scope, bool filtered)
{
    PartFact fact { MachinePart::Watching };
    if (can)
        return fact;
    fact.state = PartState::NotAllowed;
    fact.obstacle = obstacleOf(can.error(), scope, filtered);
    fact.remedy = remedyFor(fact.obstacle);
    return fact;
}

QString versionIn(const QString& said)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![\\w.~-])(?:v=)?(\\d+\\.\\d+[\\w.]*)"));
    QString version;
    auto all = form.globalMatch(said.section(QLatin1Char('\n'), 0, 0));
    while (all.hasNext())
        version = all.next().captured(1);
    return version;
}

MachineCheck::~MachineCheck()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

void MachineCheck::start(const std::map<MachinePart, int>& labs)
{
    if (m_looking)
        return;
    if (m_thread.joinable())
        m_thread.join(); // it has ended
    m_looking = true;
    m_thread = std::thread([this, labs] {
        MachineFacts facts = look();
        for (PartFact& fact : facts.parts) {
            if (const auto found = labs.find(fact.part); found != labs.end())
                fact.labs = found->second;
        }
        QMetaObject::invokeMethod(this, [this, facts] {
            m_looking = false;
            m_facts = facts;
            emit done();
        });
    });
}

MachineFacts MachineCheck::look() const
{
    MachineFacts facts;
    facts.parts.push_back(watchingFact(Capture::selfCheck(), ptraceScope(), isFiltered()));
    facts.parts.push_back(ask(MachinePart::Python, QStringLiteral("python3")));
    facts.parts.push_back(ask(MachinePart::Compiler, QStringLiteral("cc")));
    facts.parts.push_back(ask(MachinePart::Redis, QStringLiteral("redis-server")));
    facts.parts.push_back(ask(MachinePart::OpenSsl, QStringLiteral("openssl")));
    return facts;
}

PartFact MachineCheck::ask(MachinePart part, const QString& program) const
{
    PartFact fact { part, PartState::Missing };
    fact.remedy = installCommandHere(program);
    if (QStandardPaths::findExecutable(program).isEmpty())
        return fact;
    // A shim would look for the right one itself; a lab runs what the shim stands for.
    const QString path = QString::fromStdString(interpreterNamed(program.toStdString()));
    const auto argument
        = part == MachinePart::OpenSsl ? QStringLiteral("version") : QStringLiteral("--version");
    const Said said = run(path, { argument }, {});
    fact.version = versionIn(said.words);
    fact.state = said.well ? PartState::Works : PartState::Broken;
    if (part == MachinePart::Python && said.well && !isTriedPython(fact.version)) {
        fact.state = PartState::Untried;
        fact.remedy.clear();
    }
    // It may be there without the C library's headers.
    if (part == MachinePart::Compiler && said.well
        && !run(path,
            { QStringLiteral("-x"), QStringLiteral("c"), QStringLiteral("-fsyntax-only"),
                QStringLiteral("-") },
            kSmallProgram.toByteArray())
                .well)
        fact.state = PartState::Broken;
    return fact;
}

MachineCheck::Said MachineCheck::run(
    const QString& program, const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier(setUsualSignals);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    for (int waited = 0; process.state() != QProcess::NotRunning; waited += kSlice) {
        if (m_cancelled || waited >= kCheckPatience) {
            process.kill();
            process.waitForFinished();
            return { true };
        }
        process.waitForFinished(kSlice);
    }
    const bool well = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return { true, well, QString::fromLocal8Bit(process.readAll().left(kMostSaid)) };
}

} // namespace ipclab
