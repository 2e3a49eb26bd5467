/* mark("name"): a place at which IPC Lab can hold this program, and which it calls by that name.
 * It asks for a link that does not exist; nothing else happens, and nobody but IPC Lab notices. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static inline void mark(const char *name)
{
    int before = errno;
    char path[100], link[1];
    snprintf(path, sizeof path, "/ipclab-mark/1/%s", name);
    if (readlink(path, link, sizeof link) == -1)
        errno = before;
}
