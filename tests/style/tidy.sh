#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# tidy.sh ROOT [FILE…]: clang-tidy 16 over the given sources, default all that build/tidy compiles
# (IPCLAB_BUILD_DIR names another folder). Slow, so it is not one of the tests.
set -euo pipefail
shopt -s extglob
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/files.sh"

root=${1:?usage: tidy.sh ROOT [FILE…]}
shift
build=${IPCLAB_BUILD_DIR:-$root/build/tidy}
[[ -f $build/compile_commands.json ]] || {
    echo "$build has no compile_commands.json: configure first (cmake --preset tidy)" >&2
    exit 1
}
tool=$(command -v clang-tidy-16 || command -v clang-tidy) || {
    echo 'clang-tidy-16 is not installed' >&2
    exit 1
}

files=("$@")
if ((${#files[@]} == 0)); then
    while IFS= read -r -d '' file; do
        isOurCode "$file" && [[ $file == @(ipc-core|views|app)/*.cpp ]] && files+=("$root/$file")
    done < <(listFiles "$root")
fi

# clang cannot read GCC's precompiled headers: each file has to stand on its own includes.
commands=$(mktemp -d)
trap 'rm -rf -- "$commands"' EXIT
sed -E 's/ -Winvalid-pch -include (\\"[^"]*\\"|[^ ]+)//' "$build/compile_commands.json" \
    >"$commands/compile_commands.json"

printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" \
    "$tool" --quiet -p "$commands" --extra-arg=-Wno-unknown-warning-option
echo "clang-tidy: ${#files[@]} files are clean"
