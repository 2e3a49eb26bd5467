#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install_test.sh SOURCE BUILD: installs the build under a prefix, moves that, and uses it where
# neither the sources nor the build can be reached. What desktops read is checked by their own tools.
# Exit 77: a tool is missing.
set -euo pipefail

source=$(readlink -f -- "${1:?usage: install_test.sh SOURCE BUILD}")
build=$(readlink -f -- "$2")
area=$(mktemp -d)
trap 'rm -rf -- "$area"' EXIT
prefix="$area/moved here"
type=application/x-ipclab-session
id=org.ipclab.IPCLab

say() { printf '%s\n' "$*"; }
fail() {
    say "$*"
    exit 1
}

for tool in appstreamcli desktop-file-validate gio man readelf update-desktop-database \
    update-mime-database; do
    command -v "$tool" >/dev/null || {
        say "$tool is not installed: not checked"
        exit 77
    }
done

cmake --install "$build" --prefix "$area/first" --strip >/dev/null
mv -- "$area/first" "$prefix"
share=$prefix/share
mkdir -- "$area/home" "$area/run"
chmod 700 "$area/run"
export HOME=$area/home XDG_RUNTIME_DIR=$area/run LC_ALL=C.UTF-8
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME DISPLAY WAYLAND_DISPLAY

nothingKnowsTheSources() {
    local program
    for program in ipclab ipclab-window; do
        ! readelf --dynamic "$prefix/bin/$program" | grep -E 'RPATH|RUNPATH' \
            || fail "$program looks for libraries where it was built"
    done
    python3 - "$source/resources" "$build/share" "$prefix/bin/"* <<'END' || fail 'they could read what they come from'
import pathlib
import sys
for program in sys.argv[3:]:
    content = pathlib.Path(program).read_bytes()
    for folder in sys.argv[1:3]:
        if any(folder.encode(code) in content for code in ("utf-8", "utf-16-le")):
            sys.exit(f"{program} names {folder}")
END
}

allOfItIsThere() {
    local file
    for file in bin/ipclab-window share/ipclab/{marks/mark.h,marks/mark.py,skeleton/lab.toml} \
        share/ipclab/probe/sitecustomize.py \
        share/icons/hicolor/{scalable/apps/$id.svg,48x48/apps/$id.png,128x128/apps/$id.png} \
        share/bash-completion/completions/ipclab share/fish/vendor_completions.d/ipclab.fish \
        share/zsh/site-functions/_ipclab share/doc/ipclab/writing-labs.e{n,s}.md; do
        [[ -f $prefix/$file ]] || fail "$file is not installed"
    done
    compgen -G "$share/ipclab/probe/__pycache__/sitecustomize.*.pyc" >/dev/null \
        || fail 'the probe is not compiled'
    diff -r --exclude=__pycache__ --exclude=CMakeLists.txt "$source/resources/labs" \
        "$share/ipclab/labs" || fail 'the labs are not those of the sources'
}

desktopsUnderstandIt() {
    local warnings
    desktop-file-validate "$share/applications/$id.desktop"
    appstreamcli validate --no-net --no-color "$share/metainfo/$id.metainfo.xml" >"$area/told" \
        || fail "$(<"$area/told")"
    warnings=$(update-mime-database -V "$share/mime" 2>&1 | grep -iE 'error|warning|invalid' || true)
    [[ -z $warnings ]] || fail "$warnings"
    for page in ipclab ipclab-window; do
        warnings=$(MANWIDTH=80 man --warnings -M "$share/man" "$page" 2>&1 >"$area/page")
        [[ -z $warnings ]] || fail "$warnings"
        grep -q 'ipclab  *watch' "$area/page" || fail "there is no man page of $page"
    done
}

# isOfType FILE TYPE: what file managers take it for.
isOfType() {
    local told
    told=$(gio info -a standard::content-type "$1")
    grep -qx " *standard::content-type: $2" <<<"$told" || fail "${1##*/} is not $2: $told"
}

sessionsOpenWithADoubleClick() {
    local XDG_DATA_HOME=$share XDG_DATA_DIRS=/usr/share PATH=$prefix/bin:$PATH
    export XDG_DATA_HOME XDG_DATA_DIRS
    update-desktop-database "$share/applications"
    cp -- "$source/tests/sessions/pipeline.jsonl" "$area/run.jsonl"
    cp -- "$area/run.jsonl" "$area/a session"
    printf '{"name": "something else"}\n' >"$area/other.jsonl"
    cp -- "$area/other.jsonl" "$area/named.ipclab.jsonl"
    isOfType "$area/run.jsonl" "$type"
    isOfType "$area/a session" "$type"
    isOfType "$area/other.jsonl" text/plain
    isOfType "$area/named.ipclab.jsonl" "$type"
    [[ $(gio mime "$type") == Default*": $id.desktop"* ]] || fail "$type opens nothing"
    grep -qx 'Exec=ipclab %f' "$share/applications/$id.desktop" || fail 'it is not given the file'
}

# elsewhere COMMAND…: runs it where the sources and the build are empty folders.
elsewhere() {
    local user=()
    ((EUID == 0)) || user=(--map-root-user)
    # shellcheck disable=SC2016 # the inner shell expands
    unshare "${user[@]}" --mount bash -c 'for folder in "$1" "$2"; do
            [[ ! -d $folder ]] || mount -t tmpfs none "$folder" || exit 99
        done
        cd / && shift 2 && exec "$@"' bash "$source" "$build" "$@"
}

itRunsWithoutTheSources() {
    local bare=$area/bare/bin code=0
    elsewhere true 2>/dev/null || {
        say 'no mount namespaces here: not run without the sources'
        exit 77
    }
    [[ -z $(elsewhere ls -A "$source") ]] || fail 'the sources can still be seen'
    (($(elsewhere "$prefix/bin/ipclab" labs --json | grep -c '"id"') == \
        $(find "$source/resources/labs" -name lab.toml | wc -l))) || fail 'labs are missing'
    elsewhere "$prefix/bin/ipclab" run first-pipe --variant c --record "$area/own.jsonl" \
        >"$area/told" 2>&1 || fail "run: $(<"$area/told")"
    elsewhere "$prefix/bin/ipclab" run first-pipe --variant python >"$area/told" 2>&1 \
        || fail "run: $(<"$area/told")"
    elsewhere "$prefix/bin/ipclab" check "$share/ipclab/labs/first-pipe" >"$area/told" 2>&1 \
        || fail "check: $(<"$area/told")"
    elsewhere "$prefix/bin/ipclab" new mine --in "$area" >"$area/told" 2>&1 \
        || fail "new: $(<"$area/told")"
    elsewhere "$prefix/bin/ipclab" export "$area/own.jsonl" --to report -o "$area/report.html" \
        >"$area/told" 2>&1 || fail "the window's program: $(<"$area/told")"
    grep -q 'src="data:image' "$area/report.html" || fail 'the report has no picture'

    # Without its labs it knows none, and then none is one of its own, which would run unasked.
    mkdir -p -- "$bare" && cp -- "$prefix/bin/ipclab" "$bare"
    [[ -z $("$bare/ipclab" labs) ]] || fail 'it has labs from nowhere'
    "$bare/ipclab" run "$area/mine" </dev/null >"$area/told" 2>&1 || code=$?
    ((code == 3)) || fail "a lab of somebody ran unasked: $(<"$area/told")"
}

nothingKnowsTheSources
allOfItIsThere
desktopsUnderstandIt
sessionsOpenWithADoubleClick
itRunsWithoutTheSources
say 'what is installed works from any prefix, by itself'
