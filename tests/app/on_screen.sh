#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# on_screen.sh SCALE PROGRAM [ARGUMENT…]: runs a test on a screen of its own, under a window manager,
# which gives windows the focus. A point of the window is SCALE by SCALE pixels.
set -euo pipefail
scale=$1
shift
export QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale
# shellcheck disable=SC2016 # it is the inner shell that expands
exec xvfb-run -a -s "-screen 0 $((1440 * scale))x$((900 * scale))x24 -nolisten tcp" \
    bash -c 'openbox --sm-disable >/dev/null 2>&1 & "$@"; code=$?; kill %1; exit "$code"' bash "$@"
