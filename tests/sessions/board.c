// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two read what a third writes on a board in shared memory, once it rings; it rings once.
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    const int shared = shm_open("/board", O_RDWR | O_CREAT | O_TRUNC, 0600);
    ftruncate(shared, 4096);
    char* const board = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    sem_t* const bell = sem_open("/bell", O_CREAT, 0600, 0);
    shm_unlink("/board"); // who has it, has it still
    sem_unlink("/bell");
    for (int i = 0; i < 2; ++i) {
        if (fork() == 0) {
            sem_wait(bell);
            puts(board);
            return 0;
        }
    }
    usleep(200 * 1000);
    strcpy(board, "read me");
    sem_post(bell);
    wait(NULL);
    sleep(60);
    return 0;
}
