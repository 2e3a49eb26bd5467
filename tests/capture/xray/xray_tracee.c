/* SPDX-FileCopyrightText: 2026 The IPC Lab authors
   SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings its streams into the state that its first argument names, and says so by asking for the
   link /ipclab-test/ready, where the test holds it. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

static void mark(const char* path)
{
    char target[8];
    if (readlink(path, target, sizeof target) >= 0)
        abort();
}

static void ready(void)
{
    mark("/ipclab-test/ready");
}

static void openSocket(void)
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    FILE* const file = fdopen(ends[0], "r+");
    fputs("to the peer", file);
    ready();
    fclose(file);
    ready();
}

static void corrupt(const char* how)
{
    printf("fourteen bytes");
    char keptBack[sizeof(FILE)];
    memcpy(keptBack, stdout, sizeof keptBack);
    if (strcmp(how, "all") == 0)
        memset(stdout, 'A', sizeof *stdout);
    else if (strcmp(how, "end") == 0)
        stdout->_IO_write_ptr = stdout->_IO_buf_end + 1;
    else if (strcmp(how, "nowhere") == 0) {
        stdout->_IO_buf_base = stdout->_IO_write_base = (char*)64;
        stdout->_IO_write_ptr = (char*)78;
        stdout->_IO_buf_end = (char*)4096;
    } else if (strcmp(how, "huge") == 0)
        stdout->_IO_buf_end = stdout->_IO_buf_base + (1L << 40);
    else if (strcmp(how, "fd") == 0)
        stdout->_fileno = -7;
    else if (strcmp(how, "loop") == 0)
        stdout->_chain = stderr;
    ready();
    memcpy(stdout, keptBack, sizeof keptBack);
}

static void forkChild(void)
{
    printf("for both");
    const pid_t child = fork();
    if (child == 0) {
        alarm(30); /* if the test fails, nobody ends this */
        pause();
        _exit(0);
    }
    char path[64];
    snprintf(path, sizeof path, "/ipclab-test/child-%d", (int)child);
    mark(path);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

static void readLine(int pushBack)
{
    char line[64];
    if (fgets(line, sizeof line, stdin) == NULL)
        abort();
    if (pushBack) {
        ungetc('?', stdin);
        ungetc('!', stdin);
    }
    ready();
}

int main(int argc, char** argv)
{
    const char* const what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "untouched") == 0) {
        ready();
    } else if (strcmp(what, "pending") == 0) {
        printf("fourteen bytes");
        ready();
        fflush(stdout);
        ready();
    } else if (strcmp(what, "line") == 0) {
        printf("a line\nfourteen bytes");
        ready();
    } else if (strcmp(what, "much") == 0) {
        for (int i = 0; i < 1000; ++i)
            putchar('a' + i % 26);
        ready();
    } else if (strcmp(what, "none") == 0) {
        setvbuf(stdout, NULL, _IONBF, 0);
        printf("fourteen bytes");
        ready();
    } else if (strcmp(what, "own-buffer") == 0) {
        static char buffer[256]; /* of less than 128 glibc makes no use */
        setvbuf(stdout, buffer, argv[2][0] == 'l' ? _IOLBF : _IOFBF, sizeof buffer);
        printf("a line\nfourteen bytes");
        ready();
    } else if (strcmp(what, "many") == 0) {
        FILE* const opened = fopen("/dev/null", "w");
        FILE* const piped = popen("cat >/dev/null", "w");
        FILE* const duplicate = fdopen(dup(1), "w");
        fputs("one", opened);
        fputs("three", piped);
        fputs("seventh", duplicate);
        ready();
        fclose(opened);
        pclose(piped);
        ready();
    } else if (strcmp(what, "wide") == 0) {
        fwprintf(stdout, L"fourteen bytes");
        ready();
    } else if (strcmp(what, "socket") == 0) {
        openSocket();
    } else if (strcmp(what, "unread") == 0) {
        readLine(0);
    } else if (strcmp(what, "pushed-back") == 0) {
        readLine(1);
    } else if (strcmp(what, "corrupt") == 0) {
        corrupt(argv[2]);
    } else if (strcmp(what, "fork") == 0) {
        forkChild();
    } else if (strcmp(what, "exec") == 0) {
        printf("fourteen bytes");
        ready();
        execl(argv[0], argv[0], "untouched", (char*)NULL);
    }
    return 0;
}
