#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# format.sh [--fix] ROOT: is every C and C++ file as clang-format 14 would write it?
# (Versions differ, so it is this one everywhere.) Exit 77: it is not installed.
set -euo pipefail
shopt -s extglob
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/files.sh"

mode=(--dry-run --Werror)
[[ ${1:-} != --fix ]] || {
    mode=(-i)
    shift
}
root=${1:?usage: format.sh [--fix] ROOT}

tool=$(command -v clang-format-14) || {
    echo 'clang-format-14 is not installed: not checked'
    exit 77
}

files=()
while IFS= read -r -d '' file; do
    isOurCode "$file" && files+=("$file")
done < <(listFiles "$root")
((${#files[@]} > 0)) || {
    echo "no C or C++ file under $root"
    exit 1
}

cd "$root"
if ! "$tool" "${mode[@]}" "${files[@]}"; then
    echo 'Mend it with: tests/style/format.sh --fix .'
    exit 1
fi
echo "${#files[@]} files are formatted"
