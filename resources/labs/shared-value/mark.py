# mark("name"): a place at which IPC Lab can hold this program, and which it calls by that name.
# It asks for a link that does not exist; nothing else happens, and nobody but IPC Lab notices.
import os


def mark(name):
    try:
        os.readlink("/ipclab-mark/1/" + name)
    except OSError:
        pass
