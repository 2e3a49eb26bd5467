/* Puts a letter into the letterbox of the house, and rings. */
#define _POSIX_C_SOURCE 200809L
#include <err.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

enum { LETTER = 16 };

int main(int argc, char **argv)
{
    if (argc < 2)
        errx(1, "usage: visitor NAME");
    int house;
    FILE *note = fopen("house.pid", "r");
    if (note == NULL || fscanf(note, "%d", &house) != 1)
        err(1, "house.pid");
    fclose(note);

    char letter[LETTER + 1];
    snprintf(letter, sizeof letter, "I am %-10.10s\n", argv[1]);
    int letterbox = open("letterbox", O_WRONLY);
    if (letterbox < 0 || write(letterbox, letter, LETTER) != LETTER)
        err(1, "letterbox");
    close(letterbox);
    if (kill(house, SIGUSR1) != 0)
        err(1, "kill");
    printf("I have left a letter and rung.\n");
    return 0;
}
