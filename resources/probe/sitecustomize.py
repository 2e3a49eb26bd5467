# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells a tracer where Python keeps the buffers of its streams; changes nothing else.

Found through PYTHONPATH, run by Python's `site` before the program, and gone afterwards. It
speaks by asking for a link that does not exist, readlink("/ipclab-probe/1/…"), which nobody but a
tracer notices. First it shows objects of which it knows the contents, so that the tracer learns
where each field lies in this Python; then it says where each stream is. ipc-core/capture/xray
listens. Without IPCLAB_PROBE=1 it says nothing.

Only modules that `site` has imported already may be used. What is kept is kept in closures:
the module itself is forgotten when it has run.
"""

import io
import os
import sys


def leave_no_trace(folder):
    """As if this folder had never been on the path. PYTHONPATH stays, for the children."""
    sys.path[:] = [entry for entry in sys.path if entry != folder]
    sys.path_importer_cache.pop(folder, None)
    sys.modules.pop("sitecustomize", None)


def make_voice():
    readlink = os.readlink

    def say(words):
        try:
            readlink("/ipclab-probe/1/" + words)
        except OSError:
            pass

    return say


def first_word(text, width=1):
    """The first eight bytes of the text as they lie in memory, as a number."""
    count = 8 // width
    codes = [ord(character) for character in text[:count]]
    return int.from_bytes(
        b"".join(code.to_bytes(width, sys.byteorder) for code in codes), sys.byteorder, signed=True
    )


def show_buffers(show):
    text = "ipclab-b" * 700
    data = text.encode("ascii")
    word = first_word(text)

    writer = io.BufferedWriter(io.BytesIO(), 12345)
    writer.write(data[:777])
    show("writer", writer, raw=id(writer.raw), size=12345, pos=777, write_pos=0, write_end=777,
         buffer=word)
    flushed = io.BufferedWriter(io.BytesIO(), 23456)
    flushed.write(data[:555])
    flushed.flush()
    show("writer", flushed, raw=id(flushed.raw), size=23456, write_pos=0, write_end=-1)
    both = io.BufferedRandom(io.BytesIO(data[:5000]), 12346)
    both.read(111)
    both.write(data[:22])
    show("random", both, raw=id(both.raw), size=12346, pos=133, read_end=5000, write_pos=111,
         write_end=133, buffer=word)
    reader = io.BufferedReader(io.BytesIO(data[:4321]), 12347)
    reader.read(55)
    show("reader", reader, raw=id(reader.raw), size=12347, pos=55, read_end=4321, buffer=word)
    fresh = io.BufferedReader(io.BytesIO(), 12348)
    show("reader", fresh, raw=id(fresh.raw), size=12348, pos=0, read_end=-1)


def show_texts(show, encoding):
    text = "ipclab-t" * 250

    def wrapped(buffer, line_buffering=False, write_through=False):
        return io.TextIOWrapper(buffer, encoding, "strict", "\n", line_buffering, write_through)

    for line, through in ((0, 0), (1, 0), (0, 1), (1, 1)):
        buffer = io.BufferedWriter(io.BytesIO())
        stream = wrapped(buffer, bool(line), bool(through))
        facts = dict(buffer=id(buffer), line=line, through=through, used=0)
        count = 333 + line
        stream.write(text[:count])
        if through:
            facts.update(pending=0)
        else:
            facts.update(pending=count, pending_text=first_word(text))
        show("text", stream, chunk=8192, **facts)
    buffer = io.BufferedReader(io.BytesIO(text.encode("ascii")))
    stream = wrapped(buffer)
    stream._CHUNK_SIZE = 4567
    stream.read(77)
    show("text", stream, chunk=4567, buffer=id(buffer), line=0, through=0, pending=0, used=77,
         decoded_text=first_word(text))


def show_values(show):
    def made(start, count):  # made anew, so that it shares nothing with a constant
        return start + "ipclab-s" + "." * count

    for text, width in ((made("", 30), 1), (made("\xe9", 31), 1), (made("\u20ac", 32), 2),
                        (made("\U0001f600", 33), 4)):
        show("str", text, length=len(text), width=width, data=first_word(text, width))
    data = made("", 34).encode("ascii")
    show("bytes", data, length=len(data), data=first_word(made("", 0)))
    for count in (5, 11):
        items = []
        for number in range(count):
            items.append(made(str(number), 9))
        show("list", items, length=count, items=id(items[0]))


def calibrate(say, encoding):
    words = ["calibrate"]
    alive = []

    def show(kind, thing, **facts):
        alive.append(thing)
        words.append("%s@%d" % (kind, id(thing)))
        flat = isinstance(thing, (str, bytes))
        extent = thing.__sizeof__() if flat else type(thing).__basicsize__
        words.append("type=%d extent=%d" % (id(type(thing)), extent))
        words.extend("%s=%d" % fact for fact in facts.items())

    show_buffers(show)
    show_texts(show, encoding)
    show_values(show)
    say(" ".join(words))


def show_frames(say):
    """Python frames that call each other, and the line that each is in."""
    if sys.version_info < (3, 11):  # their lines are kept in another way
        return
    thread = sys.modules["_thread"]

    def innermost():
        words = ["frames thread@%d native=%d" % (thread.get_ident(), thread.get_native_id())]
        frames = [sys._getframe()]
        while len(frames) < 4 and frames[-1].f_back is not None:
            frames.append(frames[-1].f_back)
        for frame in frames:
            code = frame.f_code
            words.append("frame@%d code=%d type=%d extent=%d" % (
                id(frame), id(code), id(type(code)), type(frame).__basicsize__))
            words.append("lines=%d file=%d first=%d" % (
                id(code.co_linetable), id(code.co_filename), code.co_firstlineno))
            if frame is not frames[0]:  # that one goes on until it speaks
                words.append("last=%d line=%d" % (frame.f_lasti, frame.f_lineno))
        say(" ".join(words))
        frames.clear()
        del frame

    def middle():
        count = 1
        innermost()
        return count

    middle()


def make_reporter(say):
    text_type = io.TextIOWrapper
    buffer_types = io.BufferedReader, io.BufferedWriter, io.BufferedRandom
    pair_type, raw_type = io.BufferedRWPair, io.FileIO

    def report(name, stream, socket=None):
        """Of a socket's stream the descriptor is the socket's, else the raw file's."""
        words = []
        if isinstance(stream, text_type):
            words.append("text=%d encoding=%s" % (id(stream), stream.encoding))
            stream = stream.buffer
        if isinstance(stream, buffer_types):
            words.append("buffer=%d" % id(stream))
            stream = stream.raw
        elif isinstance(stream, pair_type):
            words.append("pair=%d" % id(stream))
            stream = None
        if stream is not None:
            words.append("raw=%d" % id(stream))
        holder = socket if socket is not None else stream
        if socket is None and not isinstance(holder, raw_type):
            return
        say("stream %s@%d fd=%d %s" % (name, id(holder), holder.fileno(), " ".join(words)))

    return report


def hear_of_files(report):
    """Of files that are made of a descriptor: ends of os.pipe(), mostly."""
    original = os.fdopen
    status_of = os.fstat

    def fdopen(*args, **kwargs):
        stream = original(*args, **kwargs)
        try:
            if status_of(stream.fileno()).st_mode & 0o170000 != 0o100000:  # no regular file
                report("os.fdopen", stream)
        except (AttributeError, TypeError, ValueError, OSError):
            pass
        return stream

    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__"):
        setattr(fdopen, name, getattr(original, name, original))
    os.fdopen = fdopen


def make_listener(report):
    """Hears of new pipes and sockets through audit events, which a program does not see."""
    modules, frame_at, flags = sys.modules, sys._getframe, sys.flags
    wrapped = False

    def wrap(socket_type):
        original = socket_type.makefile

        def makefile(*args, **kwargs):
            stream = original(*args, **kwargs)
            try:
                report("socket.makefile", stream, args[0])
            except (AttributeError, IndexError, TypeError, ValueError, OSError):
                pass
            return stream

        for name in ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__"):
            setattr(makefile, name, getattr(original, name, original))
        socket_type.makefile = makefile

    def heard(event, args):
        nonlocal wrapped
        if event == "subprocess.Popen":
            process = frame_at(2).f_locals.get("self")  # whose _execute_child asked
            for name in ("stdin", "stdout", "stderr"):
                stream = getattr(process, name, None)
                if stream is not None:
                    report("Popen." + name, stream)
        elif event == "socket.__new__" and not wrapped:
            socket = modules.get("socket")
            # Where Python is asked to warn of the caller of makefile, a wrapper would be it.
            if socket is not None and not getattr(flags, "warn_default_encoding", 0):
                wrapped = True
                wrap(socket.socket)

    def listener(event, args):
        if event == "subprocess.Popen" or event == "socket.__new__":
            try:
                heard(event, args)
            except (AttributeError, TypeError, ValueError, OSError):
                pass

    return listener


def probe():
    say = make_voice()
    report = make_reporter(say)
    calibrate(say, sys.getfilesystemencoding())
    show_frames(say)
    for name in ("stdin", "stdout", "stderr"):
        stream = getattr(sys, name, None)
        if stream is not None:
            report("sys." + name, stream)
    if not getattr(sys.flags, "warn_default_encoding", 0):  # a wrapper would be the caller
        hear_of_files(report)
    sys.addaudithook(make_listener(report))


try:
    leave_no_trace(os.path.dirname(__file__))
    if os.environ.get("IPCLAB_PROBE") == "1":
        probe()
except Exception:  # whatever is unusual here, the program must not suffer
    pass

import sitecustomize  # the one that would have been found without this one, or its ImportError
