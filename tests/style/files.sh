# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Sourced by the style checks: which files they look at.

# listFiles ROOT: the project's files under ROOT, NUL between them, relative to it:
# those git knows and the new ones it does not ignore; without git, all but build/.
listFiles() {
    local root=$1
    if git -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git -C "$root" ls-files -z --cached --others --exclude-standard | existing "$root"
    else
        (cd "$root" && find . \( -path ./build -o -path ./.git \) -prune -o -type f -printf '%P\0')
    fi
}

# Of the names on stdin those that are regular files; git also lists what was just deleted.
existing() {
    local file
    while IFS= read -r -d '' file; do
        [[ ! -f $1/$file || -L $1/$file ]] || printf '%s\0' "$file"
    done
}

# The lab programs are left out: they are laid out for a learner, and shown whole.
isOurCode() {
    [[ $1 != resources/@(labs|marks|skeleton)/* && $1 == *.@(cpp|h|c) ]]
}

isShellScript() {
    local first
    [[ $2 == *.@(sh|bash) ]] && return 0
    [[ $2 == */run ]] || return 1
    IFS= read -r first <"$1/$2" || true
    [[ $first == '#!'*sh ]]
}
