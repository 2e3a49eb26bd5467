#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# spdx.sh ROOT: does every source file say whose it is and under which licence, in its first lines?
# Lab programs do not: REUSE.toml speaks for them.
set -euo pipefail
shopt -s extglob
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/files.sh"

root=${1:?usage: spdx.sh ROOT}
count=0 bad=0
while IFS= read -r -d '' file; do
    [[ $file != resources/@(labs|marks|skeleton)/* ]] || continue
    isOurCode "$file" || isShellScript "$root" "$file" \
        || [[ $file == *.@(py|cmake) || $file == ?(*/)CMakeLists.txt ]] || continue
    count=$((count + 1))
    start=$(head -n 4 -- "$root/$file")
    for line in 'SPDX-FileCopyrightText: 2026 The IPC Lab authors' \
        'SPDX-License-Identifier: GPL-3.0-or-later'; do
        if [[ $start != *"$line"* ]]; then
            echo "$file:1: lacks \"$line\" in its first lines"
            bad=$((bad + 1))
        fi
    done
done < <(listFiles "$root")

echo "$count files, $bad lines missing"
((count > 0 && bad == 0))
