// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/endpoint/descriptor_end.h"
#include "ipc-core/endpoint/end_pair.h"
#include "ipc-core/endpoint/file_tail.h"
#include "ipc-core/endpoint/named_fifo.h"
#include "ipc-core/endpoint/wiring.h"

namespace ipclab {

// One of the lab's ends, as capture needs it to pair the ends of a channel.
struct LabEndFacts {
    int descriptor = -1; // in this process; -1 once closed
    Wiring wiring = Wiring::Terminal;
    Flow flow = Flow::Both;
    std::array<bool, 3> streams {}; // whose other end it is: of the child's 0, 1, 2
};

// Both ends of a launched program's stdio: those of the child until closeChildEnds(), and the lab's
// own. Owns every descriptor, FIFO and file name it made; the destructor removes them (the folder
// is its owner's). GUI thread only. Do not delete it in a slot of its own signals: deleteLater().
//
// A signal's `stream` is the child's stream at the other end: of a shared channel stdout, else
// stderr, else stdin (a socket or terminal that is stdin only can bring bytes too). The program
// that uses this ignores SIGPIPE; whoever launches the child sets it back to its default there.
class Endpoints : public QObject {
    Q_OBJECT

public:
    // FIFOs and files are made in `runFolder` under names not yet there, so several programs may
    // share one. Errors: the step ("mkfifo", "open", "bind", …), its errno, and the path or
    // address.
    static Result<std::unique_ptr<Endpoints>> make(
        const StdioPlan& plan, const std::string& runFolder);
    ~Endpoints() override;

    // What the launcher dups to 0, 1 and 2: always above 2, and close-on-exec; -1 once closed.
    [[nodiscard]] std::array<int, 3> childDescriptors() const;
    // The child's stream that is a terminal of ours, which its new session takes as the controlling
    // one (setsid(2), TIOCSCTTY); nothing when none is.
    [[nodiscard]] std::optional<int> terminalStream() const;
    [[nodiscard]] std::vector<LabEndFacts> labEnds() const;

    qint64 send(const QByteArray& bytes); // to stdin; how many were taken, at most 1 MiB waits
    void closeWriteSide(); // of stdin, once all is sent; a terminal gets ^D instead
    void setReading(bool reading); // of every end; while false the bytes stay in the kernel
    void closeChildEnds(); // after the launch, or no end ever comes
    void closeAll();

signals:
    void arrived(int stream, const QByteArray& bytes); // at most 64 KiB at once
    void sent(int stream, qint64 count);
    void endReached(int stream); // once: end of file, or the terminal was hung up
    void failed(const ipclab::Error& error); // subject: stdin, stdout or stderr

private:
    using End = std::variant<std::monostate, DescriptorEnd, FileTail>;
    struct LabEnd {
        LabEndFacts facts;
        End end;
    };

    Endpoints() = default;
    Status wire(int stream, const StdioPlan& plan, const std::string& runFolder);
    bool share(int stream, const StdioPlan& plan);
    Result<EndPair> pairFor(int stream, const StdioPlan& plan, const std::string& runFolder);
    Result<EndPair> makeFifo(const std::string& path, Flow flow);
    Result<EndPair> makeFile(const std::string& path, Flow flow);
    void open(LabEnd& labEnd, EndPair pair);
    EndListener listenerFor(const LabEnd& labEnd);

    std::array<UniqueFd, 3> m_child;
    std::deque<LabEnd> m_lab; // a deque: ends are told of by address, and cannot move
    std::deque<NamedFifo> m_fifos;
    std::vector<std::string> m_files;
};

} // namespace ipclab
