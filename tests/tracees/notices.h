// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a program may notice, one function each. Part of notices.c.
extern char** environ;

static int times = 1;

static void handle(int number)
{
    (void)number;
}

static pid_t laterChild(int milliseconds)
{
    const pid_t pid = fork();
    if (pid == 0) {
        usleep((useconds_t)milliseconds * 1000);
        _exit(0);
    }
    return pid;
}

static long now(void) // ms
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// SIGCHLD is ignored by default and must not end the wait, signal(7).
static void tellEpoll(void)
{
    struct epoll_event event;
    const int set = epoll_create1(0);
    laterChild(150 * times);
    const long from = now();
    const int result = epoll_wait(set, &event, 1, 500 * times);
    const int error = result < 0 ? errno : 0;
    const long took = (now() - from) / times;
    printf("%d %d %s\n", result, error, took >= 495 && took < 640 ? "in time" : "late");
}

static void tellEpollHandler(void)
{
    struct epoll_event event;
    signal(SIGCHLD, handle);
    laterChild(150);
    const int result = epoll_wait(epoll_create1(0), &event, 1, 2000);
    printf("%d %s\n", result, result < 0 && errno == EINTR ? "EINTR" : "?");
}

static void tellTimedWait(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    const struct timespec moment = { 0, 400 * 1000 * 1000 };
    laterChild(100);
    const int result = sigtimedwait(&set, NULL, &moment);
    printf("%d %s\n", result, errno == EAGAIN ? "EAGAIN" : strerror(errno));
}

static void tellDescriptors(void)
{
    DIR* const folder = opendir("/proc/self/fd");
    for (struct dirent* entry = readdir(folder); entry; entry = readdir(folder))
        if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(folder))
            printf("%s ", entry->d_name);
}

static void tellParent(void)
{
    printf("%d %d %d", getppid() == atoi(getenv("PARENT")), getsid(0) == getsid(getppid()),
        getpgrp() == getpgid(getppid()));
}

static void tellSignals(void)
{
    const unsigned long ofTheLibrary = 3UL << 31; // 32 and 33: posix_spawn(3) leaves them ignored
    char line[256], name[8];
    unsigned long bits = 0;
    FILE* const status = fopen("/proc/self/status", "r");
    while (fgets(line, sizeof line, status))
        if (sscanf(line, "Sig%3[A-PR-Za-z]:%lx", name, &bits) == 2)
            printf("%s %lx\n", name, bits & ~ofTheLibrary);
}

// The last writer's end is heard of as soon as it has closed.
static void tellEnd(void)
{
    int ends[2];
    char byte;
    pipe(ends);
    if (fork() == 0) {
        close(ends[0]);
        close(ends[1]);
        usleep((useconds_t)times * 1000 * 1000);
        _exit(0);
    }
    close(ends[1]);
    const long from = now();
    const ssize_t got = read(ends[0], &byte, 1);
    printf("%zd %s", got, now() - from < 700 * times ? "in time" : "late");
}

static void tellBroken(void)
{
    int ends[2];
    signal(SIGPIPE, SIG_IGN);
    pipe(ends);
    close(ends[0]);
    printf("%zd %s", write(ends[1], "x", 1), strerror(errno));
}

static void tellWait(void)
{
    int status = 0;
    const pid_t pid = fork();
    if (pid == 0)
        raise(SIGSTOP), usleep(200 * 1000), _exit(3);
    waitpid(pid, &status, WUNTRACED);
    printf("%d ", WIFSTOPPED(status) ? WSTOPSIG(status) : -1);
    kill(pid, SIGCONT);
    waitpid(pid, &status, WCONTINUED);
    printf("%d ", WIFCONTINUED(status));
    waitpid(pid, &status, 0);
    printf("%d", WEXITSTATUS(status));
}

static void tellEnvironment(void)
{
    for (char** one = environ; *one; ++one)
        puts(*one);
}

// What a process inherits besides.
static void tellSettings(void)
{
    const mode_t mask = umask(0);
    umask(mask);
    printf("%o %d %d", mask, nice(0), sched_getscheduler(0));
    for (int resource = 0; resource < RLIM_NLIMITS; ++resource) {
        struct rlimit limit;
        getrlimit((__rlimit_resource_t)resource, &limit);
        printf(" %lx/%lx", limit.rlim_cur, limit.rlim_max);
    }
    printf(" %d %d %d %d\n", prctl(PR_GET_DUMPABLE), prctl(PR_GET_KEEPCAPS),
        prctl(PR_GET_CHILD_SUBREAPER, &mask), prctl(PR_GET_PDEATHSIG, &mask));
    char name[16];
    prctl(PR_GET_NAME, name);
    puts(name);
}

// Which children are waited for, in which order, and what is said of their ends.
static void tellOrder(void)
{
    pid_t pids[4];
    for (int i = 0; i < 4; ++i) {
        pids[i] = fork();
        if (pids[i] > 0)
            continue;
        usleep((useconds_t)((4 - i) * times) * 60 * 1000);
        if (i == 1)
            raise(SIGPIPE);
        if (i == 2)
            abort();
        _exit(i);
    }
    int status = 0;
    for (pid_t pid = wait(&status); pid > 0; pid = wait(&status)) {
        for (int i = 0; i < 4; ++i)
            if (pids[i] == pid)
                printf("%d: %x\n", i, status);
    }
}

static int alarms = 0;

static void count(int number)
{
    (void)number;
    ++alarms;
}

static void tellTimer(void)
{
    const struct itimerval often = { { 0, 100 * 1000 }, { 0, 100 * 1000 } };
    signal(SIGALRM, count);
    setitimer(ITIMER_REAL, &often, NULL);
    while (alarms < 5)
        pause();
    struct timespec took;
    clock_gettime(CLOCK_MONOTONIC, &took);
    printf("%d\n", alarms);
}

// A process that is continued is told so at once; one that ignores a stop by the keyboard, too.
static void tellStops(void)
{
    int status = 0;
    int ends[2];
    char byte = 0;
    pipe(ends);
    const pid_t pid = fork();
    if (pid == 0) {
        signal(SIGCONT, handle);
        signal(SIGTSTP, SIG_IGN);
        raise(SIGTSTP);
        raise(SIGSTOP);
        write(ends[1], "c", 1);
        kill(getpid(), SIGSTOP);
        _exit(4);
    }
    for (int i = 0; i < 2; ++i) {
        waitpid(pid, &status, WUNTRACED);
        printf("%d ", WIFSTOPPED(status));
        kill(pid, SIGCONT);
        if (i == 0)
            read(ends[0], &byte, 1);
    }
    waitpid(pid, &status, 0);
    printf("%c %d\n", byte, WEXITSTATUS(status));
    const pid_t stopped = fork();
    if (stopped == 0) {
        raise(SIGSTOP);
        _exit(0);
    }
    waitpid(stopped, &status, WUNTRACED);
    kill(stopped, SIGKILL); // ends even who is stopped
    waitpid(stopped, &status, 0);
    printf("%x\n", status);
}

static void* endless(void* tell)
{
    write(*(int*)tell, "r", 1);
    pause();
    return NULL;
}

static pid_t childOfThreads(void) // returns when they all run
{
    enum { Threads = 5 };
    int ends[2];
    char ready[Threads];
    pipe(ends);
    const pid_t pid = fork();
    if (pid == 0) {
        pthread_t thread;
        for (int i = 0; i < Threads; ++i)
            pthread_create(&thread, NULL, endless, &ends[1]);
        pause();
    }
    for (ssize_t got = 0, all = 0; all < Threads && got >= 0; all += got)
        got = read(ends[0], ready, sizeof ready);
    return pid;
}

// What is new of a child, by a letter: stopped, continued, ended; none yet.
static char newsOf(pid_t pid, int options)
{
    int status = 0;
    const pid_t found = waitpid(pid, &status, options);
    if (found != pid)
        return found == 0 ? '-' : '?';
    return WIFSTOPPED(status) ? 's' : WIFCONTINUED(status) ? 'c' : 'e';
}

// A process of several threads stops and goes on as one, and is said to have once only.
static void tellStopsOfThreads(void)
{
    int status = 0;
    const pid_t pid = childOfThreads();
    for (int i = 0; i < 3; ++i) {
        kill(pid, SIGSTOP);
        putchar(newsOf(pid, WUNTRACED));
        usleep(20 * 1000);
        putchar(newsOf(pid, WUNTRACED | WNOHANG));
        kill(pid, SIGCONT);
        putchar(newsOf(pid, WCONTINUED));
        usleep(20 * 1000);
        putchar(newsOf(pid, WCONTINUED | WNOHANG));
    }
    kill(pid, SIGSTOP);
    putchar(newsOf(pid, WUNTRACED));
    kill(pid, SIGTERM); // is for when it goes on
    putchar(newsOf(pid, WNOHANG));
    kill(pid, SIGCONT);
    waitpid(pid, &status, 0);
    printf(" %x\n", status);
}

static const struct {
    const char* name;
    void (*tell)(void);
} all[] = { { "epoll", tellEpoll }, { "epoll-handler", tellEpollHandler },
    { "timed-wait", tellTimedWait }, { "descriptors", tellDescriptors }, { "parent", tellParent },
    { "signals", tellSignals }, { "end", tellEnd }, { "broken", tellBroken }, { "wait", tellWait },
    { "environment", tellEnvironment }, { "settings", tellSettings }, { "order", tellOrder },
    { "timer", tellTimer }, { "stops", tellStops }, { "stops-of-threads", tellStopsOfThreads } };
