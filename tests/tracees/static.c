// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A static program with bytes in its buffer for a moment.
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    printf("kept back");
    usleep(100 * 1000);
    return 0;
}
