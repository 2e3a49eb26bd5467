#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# prepare_test.sh ROOT: app/run on machines that lack something. The machine is a folder of tools on
# PATH: real ones for files and text, stand-ins for dpkg, apt, sudo and cmake, which note how they
# were called. Nothing is installed or built.
# shellcheck disable=SC2016 # the scripts written here expand, not we
set -euo pipefail

root=${1:?usage: prepare_test.sh ROOT}
area=$(mktemp -d)
trap 'rm -rf -- "$area"' EXIT
chmod 755 "$area"
checkout="$area/a checkout"
tools=$area/tools
failures=0

script() { # script NAME: stdin becomes a tool on the machine
    { echo '#!/bin/bash' && cat; } >"$tools/$1"
    chmod +x "$tools/$1"
}

newMachine() {
    local tool
    rm -rf -- "$checkout" "$tools" "$area/calls"
    mkdir -p -- "$checkout/app" "$checkout/scripts" "$tools"
    cp -- "$root/app/run" "$checkout/app/"
    cp -- "$root/scripts/prepare.sh" "$checkout/scripts/"
    echo '{}' >"$checkout/CMakePresets.json"
    for tool in bash cat chmod dirname dpkg env flock grep mkdir readlink sed tee touch true; do
        ln -s "$(type -P "$tool")" "$tools/$tool"
    done
    : >"$area/lacking"
    echo 6.4.2 >"$area/qt"
    : >"$area/calls"
    chmod -R a+rwX "$area"

    # Every package is installed but those named in "lacking"; with -dev, apt has it all.
    script dpkg-query <<<'for name in "${@:3}"; do
        grep -qxF -- "$name" "$AREA/lacking" && continue
        case $name in qt6-base-dev) v=$(cat "$AREA/qt") ;; g++) v=4:12.2 ;; *) v=99 ;; esac
        echo "$name installed $v"
    done'
    script apt-cache <<<'echo "$2:"; echo "  Installed: (none)"
        case $2 in
        qt6-svg-dev) echo "  Candidate: (none)" ;;
        qt6-base-dev) echo "  Candidate: $(cat "$AREA/qt")" ;;
        *) echo "  Candidate: 4:99" ;;
        esac'
    script apt-get <<<'echo "apt-get $*" >>"$AREA/calls"
        cat >>"$AREA/calls"
        [[ ! -e $AREA/apt-fails ]] || { echo "E: no space left"; exit 100; }'
    script sudo <<<'echo "sudo $*" >>"$AREA/calls"; exec "$@"'
    script cmake <<<'cat # stdin is the program'\''s, so this has to end at once
        if [[ $1 == --build ]]; then
            echo "[1/2] Building one"
            [[ ! -e $AREA/build-fails ]] || { echo "one.cpp:3: error: that is wrong"; exit 1; }
            mkdir -p "$2/app"
            { echo "#!/bin/bash"; echo "[[ ! -e /proc/\$\$/fd/9 ]] || echo lock leaked"; echo "printf \"<%s>\" \"\$@\""; echo cat; } >"$2/app/ipclab"
            chmod +x "$2/app/ipclab"
        else
            echo "cmake $*" >>"$AREA/calls"
            echo "a line of configuring"
            touch "build/$2/build.ninja"
        fi'
    rm -f -- "$area/apt-fails" "$area/build-fails"
}

# start ARGUMENT…: runs it as this user, or as ${as[@]}; sets status, out, err.
as=()
start() {
    status=0
    (cd / && printf 'typed' | "${as[@]}" env -i PATH="$tools" AREA="$area" HOME=/ \
        "${entry:-$checkout/app/run}" "$@") >"$area/out" 2>"$area/err" || status=$?
    out=$(<"$area/out") err=$(<"$area/err")
}

expect() { # expect WHAT TEXT PATTERN
    # shellcheck disable=SC2053 # the right side is a pattern
    [[ $2 == $3 ]] && return 0
    printf '%s: expected %s, got: %s\n' "$what: $1" "$3" "$2"
    failures=$((failures + 1))
}

what='all is there'
newMachine
start 'two words' '' --help '*' --
expect status "$status" 0
expect 'arguments and stdin arrive, nothing else is on stdout' "$out" \
    '<two words><><--help><\*><-->typed'
expect 'nothing installed' "$(<"$area/calls")" 'cmake --preset release'
start
expect 'a second start only builds' "$(<"$area/calls")" 'cmake --preset release'

what='started through a link'
ln -s "$checkout/app/run" "$area/link to run"
entry="$area/link to run" start x
expect status "$status$out" '0<x>typed'

what='the checkout was moved after configuring'
echo 'CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere' >"$checkout/build/release/CMakeCache.txt"
start
expect 'configured afresh' "$(<"$area/calls")" '*cmake --fresh --preset release'

what='packages are missing'
newMachine
printf '%s\n' libseccomp-dev qt6-svg-dev libqt6svg6-dev pkgconf >"$area/lacking"
start x
expect status "$status$out" '0<x>typed'
expect 'says what and why' "$err" '*needs 2 package*qt6-svg-dev*icons*libseccomp-dev*system calls*'
expect 'updates first' "$(<"$area/calls")" '*apt-get update*apt-get install*'
expect 'installs the name apt has; the other name of pkgconf will do' "$(<"$area/calls")" \
    '*apt-get install * libqt6svg6-dev libseccomp-dev*'

what='apt-get fails'
newMachine
echo libseccomp-dev >"$area/lacking"
touch "$area/apt-fails"
start
expect 'status, nothing started' "$status$out" 3
expect 'its message is shown' "$err" '*E: no space left*could not install*'

what='Qt is too old'
newMachine
echo 6.2.4 >"$area/qt"
start
expect 'status, nothing started' "$status$out" 3
expect 'says which version' "$err" '*qt6-base-dev*6.4 or later*Ubuntu 24.04*'
expect 'nothing installed' "$(<"$area/calls")" '!(*install*)'

what='another distribution'
newMachine
rm -- "$tools/apt-get" "$tools/dpkg-query"
start
expect 'status, nothing started' "$status$out" 3
expect 'lists the packages' "$err" '*no apt*qt6-base-dev*libseccomp-dev*IPCLAB_PACKAGES_READY=yes*'

what='the build fails'
newMachine
touch "$area/build-fails"
start
expect 'status, nothing started' "$status$out" 1
expect 'the error is shown' "$err" '*one.cpp:3: error: that is wrong*build/release/build.log*'

if ((EUID == 0)); then
    if setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null; then
        as=("$(command -v setpriv)" --reuid=65534 --regid=65534 --clear-groups)
    fi
fi
if ((EUID != 0 || ${#as[@]} > 0)); then
    what='an ordinary user'
    newMachine
    echo libseccomp-dev >"$area/lacking"
    start x
    expect status "$status$out" '0<x>typed'
    expect 'asks sudo' "$(<"$area/calls")" '*sudo env *apt-get install * libseccomp-dev*'

    what='an ordinary user, no sudo'
    newMachine
    echo libseccomp-dev >"$area/lacking"
    rm -- "$tools/sudo"
    start x
    expect 'status, nothing started' "$status$out" 3
    expect 'says what to run' "$err" '*As root*apt-get install libseccomp-dev*'

    what='an ordinary user, a checkout of somebody else'
    newMachine
    if ((EUID == 0)); then
        chmod -R go-w "$checkout"
        start
        expect 'status, nothing started' "$status$out" 3
        expect 'says what to do' "$err" '*Cannot write to*'
    fi
fi

((failures == 0)) && echo 'app/run says what is missing, and hands everything else on'
