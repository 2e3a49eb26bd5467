#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shell.sh ROOT: shellcheck over every shell script. Exit 77: it is not installed.
set -euo pipefail
shopt -s extglob
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/files.sh"

root=${1:?usage: shell.sh ROOT}
command -v shellcheck >/dev/null || {
    echo 'shellcheck is not installed: not checked'
    exit 77
}

files=()
while IFS= read -r -d '' file; do
    [[ $file != resources/labs/* ]] && isShellScript "$root" "$file" && files+=("$file")
done < <(listFiles "$root")
((${#files[@]} > 0)) || {
    echo "no shell script under $root"
    exit 1
}

cd "$root"
shellcheck --external-sources --source-path=SCRIPTDIR:. --shell=bash "${files[@]}"
echo "${#files[@]} scripts are sound"
