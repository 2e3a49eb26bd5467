#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# on_screen.sh SCALE PROGRAM [ARGUMENT…]: runs a test on a screen of its own, under a window manager,
# which gives windows the focus. A point of the window is SCALE by SCALE pixels.
set -euo pipefail

# With a screen: the window manager first, for it does not focus what was there before it.
if [[ $1 == --managed ]]; then
    shift
    folder=$(mktemp -d)
    trap 'rm -rf -- "$folder"' EXIT
    openbox --sm-disable --startup "touch $folder/ready" </dev/null >/dev/null &
    until [[ -e $folder/ready ]]; do
        kill -0 %1 || exit 1 # it says why itself
        sleep 0.05
    done
    code=0
    "$@" || code=$?
    kill %1 || true
    exit "$code"
fi

scale=$1
shift
export QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale
exec xvfb-run -a -s "-screen 0 $((1440 * scale))x$((900 * scale))x24 -nolisten tcp" \
    "${BASH_SOURCE[0]}" --managed "$@"
