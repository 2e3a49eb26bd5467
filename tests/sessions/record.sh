#!/bin/bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# record.sh IPCLAB FOLDER [NAME]…: records the sessions anew that are kept here, into FOLDER, which
# they name as the one they ran in. All but endless-dialog, which is written by hand. Nothing of
# who records is in them: no descriptor and no variable is handed on. The moments in
# tests/pictures/window_scenes.cpp are numbers of their events.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
ipclab=$(realpath "$1")
mkdir -p "$2"
cd "$2"
shift 2

build() { # NAME FILE
    [ "$1" -nt "$2" ] || cc -D_GNU_SOURCE -O1 -g -o "$1" "$2" -pthread -lm
}

record() { # NAME SECONDS COMMAND…
    local name=$1 seconds=$2
    shift 2
    [ -z "$wanted" ] || [[ " $wanted " == *" $name "* ]] || return 0
    ( for fd in /proc/self/fd/*; do
          fd=${fd##*/}
          [ "$fd" -le 2 ] || eval "exec $fd>&-"
      done 2>/dev/null
      exec env -i PATH=/usr/bin:/bin LANG=C.UTF-8 HOME="$PWD" "$ipclab" watch \
          --record "$name.jsonl" --timeout "$seconds" -- "$@" ) \
          < /dev/null > /dev/null 2>&1 || true
    [ -s "$name.jsonl" ]
}

wanted="$*"
build locks "$here/locks.c"
build board "$here/board.c"
build plights "$source/tests/tracees/plights.c"
build threads "$source/tests/tracees/threads.c"
build server "$source/resources/labs/backlog/server.c"
build client "$source/resources/labs/backlog/client.c"

record pipeline 10 /bin/sh -c 'yes | head -n 40 | sort | uniq -c'
# shellcheck disable=SC2016 # it is for that shell
record children 10 /bin/sh -c 'for i in 1 2 3; do (exit $i); done; sleep 0.1 & wait'
record fifo 10 /bin/sh -c 'mkfifo way; echo through >way & cat way; wait; rm way'
record signals 10 /bin/sh -c 'trap : USR1; kill -USR1 $$; sleep 5 & kill -TERM $!; wait'
record threads 10 ./threads three
record stuck-pair 3 ./plights kept
record locks 2 ./locks
record board 2 ./board
record backlog 3 sh -c 'sleep 60 | ./server --backlog=1 & sleep 0.3;
./client ana & ./client ben & ./client eva & wait'
