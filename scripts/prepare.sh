# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# Sourced by app/run and tests/run: what has to be on the machine, and building one CMake preset.
# Everything said here goes to stderr, and nothing here reads stdin: both belong to the program.
# Exit codes: 1 the build failed, 3 the system refuses (the message has the remedy).

# "name>=version why". "a|b" is one package with two names: the first one apt knows is taken.
IPCLAB_PACKAGES=(
    'g++>=4:11 compiler'
    'cmake>=3.25 build description'
    'ninja-build build'
    'pkgconf|pkg-config finds the libraries'
    'qt6-base-dev>=6.4 Qt 6: the window'
    'qt6-svg-dev|libqt6svg6-dev Qt 6: icons'
    'qt6-tools-dev Qt 6: translations'
    'qt6-tools-dev-tools Qt 6: translations'
    'qt6-l10n-tools Qt 6: translations'
    'qt6-translations-l10n Qt 6: its own words in Spanish'
    'libgl1-mesa-dev OpenGL headers that Qt 6 asks for'
    'libqcustomplot-dev plots'
    'libtomlplusplus-dev reads the labs'
    'libsimdjson-dev reads sessions'
    'libfmt-dev text'
    'libseccomp-dev picks the system calls to watch'
    'libdw-dev tells the line that a C program is in'
    'libmnl-dev asks the kernel about sockets'
    'python3 runs the Python variant of the labs'
    'fonts-inter text in the window'
    'fonts-dejavu-core code in the window'
)
IPCLAB_TEST_PACKAGES=(
    'git lists the files to check'
    'mold links the test programs quickly'
    'xvfb a display for the window tests'
    'xauth a display for the window tests'
    'openbox gives windows the focus in the window tests'
    'weston a Wayland display for the window'
    'qt6-wayland the window on Wayland'
    'xdotool mouse and keyboard for the window tests'
    'strace what a program does without us, to compare'
    'lsof what is left open'
    'dbus-daemon a bus for the test of what a desktop wishes'
    'protobuf-compiler reads the traces exported for Perfetto'
    'shellcheck checks the shell scripts'
    'tidy checks the HTML reports'
    'tshark reads the packets exported for Wireshark'
    'clang-format-14 checks the formatting'
    'appstream checks what a software centre shows'
    'desktop-file-utils checks the desktop entry'
    'fish is asked what it completes'
    'libglib2.0-bin asks for the type of a session, as file managers do'
    'man-db checks the man page'
    'shared-mime-info makes sessions known to desktops'
    'zsh checks what it is to complete'
)
IPCLAB_TIDY_PACKAGES=(
    'clang-tidy-16 static analysis'
)

say() { printf '%s\n' "$*" >&2; }

refuse() {
    say "$@"
    exit 3
}

# splitEntry ENTRY: sets names (array), version (may be empty) and why of the caller.
splitEntry() {
    local spec
    read -r spec why <<<"$1"
    version=
    [[ $spec != *'>='* ]] || version=${spec#*>=}
    IFS='|' read -ra names <<<"${spec%%>=*}"
}

newEnough() { [[ -z $2 ]] || dpkg --compare-versions "$1" ge "$2"; }

# missingEntries ENTRY…: sets missing (array) of the caller. One question to dpkg for all.
missingEntries() {
    local entry name names version why all=() state found there
    local -A installed=()
    for entry in "$@"; do
        splitEntry "$entry"
        all+=("${names[@]}")
    done
    while read -r name state version; do
        [[ $state != installed ]] || installed[$name]=$version
    done < <(dpkg-query -W -f='${Package} ${db:Status-Status} ${Version}\n' "${all[@]}" 2>/dev/null)

    missing=()
    for entry in "$@"; do
        splitEntry "$entry"
        there=no
        for name in "${names[@]}"; do
            found=${installed[$name]:-}
            [[ -z $found ]] || ! newEnough "$found" "$version" || there=yes
        done
        [[ $there == yes ]] || missing+=("$entry")
    done
}

# candidate ENTRY: prints the name to install; fails if apt has none that is new enough.
candidate() {
    local name names version why offered
    splitEntry "$1"
    for name in "${names[@]}"; do
        offered=$(LC_ALL=C apt-cache policy "$name" 2>/dev/null | sed -n 's/^ *Candidate: //p')
        [[ -n $offered && $offered != '(none)' ]] || continue
        newEnough "$offered" "$version" || continue
        printf '%s' "$name"
        return 0
    done
    return 1
}

listEntries() {
    local entry names version why
    for entry in "$@"; do
        splitEntry "$entry"
        printf '  %-22s %s%s\n' "${names[0]}" "$why" "${version:+ (${version#*:} or later)}" >&2
    done
}

firstNames() {
    local entry names version why
    for entry in "$@"; do
        splitEntry "$entry"
        printf ' %s' "${names[0]}"
    done
}

# Runs a command as root; quiet, but what it printed is shown if it fails.
asRoot() {
    local prefix=() output status=0
    ((EUID == 0)) || prefix=(sudo)
    output=$("${prefix[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 "$@" \
        2>&1 </dev/null) || status=$?
    ((status == 0)) || say "$output"
    return "$status"
}

# ensurePackages ENTRY…: returns at once if all are there, which needs no network and no rights.
ensurePackages() {
    local entry name missing unknown=() chosen=()
    [[ ${IPCLAB_PACKAGES_READY:-} == yes ]] && return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say 'IPC Lab installs what it needs on Debian 12, Ubuntu 24.04 and later. This system has'
        say 'no apt: please install the equivalents of these packages yourself,'
        listEntries "$@"
        refuse "then run it again as: IPCLAB_PACKAGES_READY=yes $0"
    fi

    missingEntries "$@"
    ((${#missing[@]} == 0)) && return 0

    say "IPC Lab needs ${#missing[@]} package(s) that this machine does not have:"
    listEntries "${missing[@]}"
    if ((EUID != 0)) && ! { command -v sudo >/dev/null && sudo true </dev/null; }; then
        say 'Installing them takes root, and sudo is not here or refused. As root, please run:'
        refuse "  apt-get update && apt-get install$(firstNames "${missing[@]}")"
    fi

    say 'Installing them with apt-get; the first time, this takes some minutes…'
    asRoot apt-get update -qq -o DPkg::Lock::Timeout=300 \
        || say 'The package lists could not be renewed; trying with those at hand.'
    for entry in "${missing[@]}"; do
        if name=$(candidate "$entry"); then
            chosen+=("$name")
        else
            unknown+=("$entry")
        fi
    done
    if ((${#unknown[@]} > 0)); then
        say 'apt offers none of these, or only an older version:'
        listEntries "${unknown[@]}"
        refuse 'IPC Lab needs Debian 12, Ubuntu 24.04 or later, and a network for the first start.'
    fi
    asRoot apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "${chosen[@]}" \
        || refuse 'apt-get could not install them (its messages are above). Nothing was built.'
}

# Shows ninja's "[3/120] …" as one changing line on a terminal, elsewhere one line that something
# is built; nothing if all is up to date.
showProgress() {
    local line begun=no
    while IFS= read -r line; do
        [[ $line == '['*']'* ]] || continue
        if [[ -t 2 ]]; then
            printf '\r\033[KBuilding %s' "${line%%]*}]" >&2
        elif [[ $begun == no ]]; then
            say "Building ($1)…"
        fi
        begun=yes
    done
    [[ $begun == no || ! -t 2 ]] || printf '\r\033[K' >&2
}

# A build folder that was configured elsewhere or with a tool now gone has to start over.
cacheIsStale() {
    local cache=$1/CMakeCache.txt
    [[ -f $cache ]] || return 1
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$IPCLAB_ROOT" "$cache" || return 0
    grep -q '_COMPILER_LAUNCHER:[A-Z]*=ccache$' "$cache" && ! command -v ccache >/dev/null
}

configurePreset() {
    local preset=$1 folder=$2 fresh=()
    if [[ -f $folder/build.ninja && $folder/build.ninja -nt $IPCLAB_ROOT/CMakePresets.json ]] \
        && ! cacheIsStale "$folder"; then
        return 0 # ninja itself notices changed CMakeLists.txt
    fi
    cacheIsStale "$folder" && fresh=(--fresh)
    if command -v ccache >/dev/null; then
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    say "Configuring ($preset)…"
    (cd "$IPCLAB_ROOT" && cmake "${fresh[@]}" --preset "$preset") \
        >"$folder/configure.log" 2>&1 </dev/null && return 0
    cat -- "$folder/configure.log" >&2
    say "Configuring failed: the messages above are in $folder/configure.log too."
    exit 1
}

# buildPreset PRESET [TARGET…]: leaves build/PRESET up to date, or exits. A second call waits for
# the first to finish.
buildPreset() {
    local preset=$1 folder=$IPCLAB_ROOT/build/$1 targets=()
    shift
    if ! mkdir -p -- "$folder" 2>/dev/null || [[ ! -w $folder ]]; then
        refuse "Cannot write to $folder. Copy the folder to a place that is yours, or remove build/."
    fi
    exec 9>"$folder/.lock"
    flock --nonblock 9 || {
        say 'Another build of this folder is running; waiting for it…'
        flock 9
    }
    configurePreset "$preset" "$folder" 9>&-
    (($# == 0)) || targets=(--target "$@")
    if ! NINJA_STATUS='[%f/%t] ' cmake --build "$folder" "${targets[@]}" 2>&1 </dev/null 9>&- \
        | tee -- "$folder/build.log" 9>&- | showProgress "$preset"; then
        grep -Ev '^\[[0-9]+/[0-9]+\] ' -- "$folder/build.log" >&2 || true
        say "The build failed: the messages above are in $folder/build.log too."
        exit 1
    fi
    exec 9>&-
}
