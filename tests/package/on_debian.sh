#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tests/package/run does inside the clean system, with the package as /tmp/ipclab.deb.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root
type=application/x-ipclab-session

say() { printf '%s\n' "$*"; }
fail() {
    say "$*"
    exit 1
}
install() { apt-get install -y -qq --no-install-recommends "$@" >/tmp/apt.log 2>&1 || fail "$(</tmp/apt.log)"; }

# learner COMMAND…: as somebody who is not root, in their home.
learner() {
    setpriv --reuid=learner --regid=learner --init-groups env HOME=/home/learner USER=learner \
        XDG_CURRENT_DESKTOP=GNOME bash -c 'cd && exec "$@"' bash "$@"
}

# eventually COMMAND…: as soon as it is so; fails after a minute.
eventually() {
    local deadline=$((SECONDS + 60))
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

allFiles() { find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /home \) -prune -o -print | sort; }

aWindowOf() { xdotool search --onlyvisible --class '^ipclab$'; }
aWindowNamed() { xdotool search --onlyvisible --name "$1"; }
noWindow() { ! aWindowOf; }
closeIt() {
    kill "$(xdotool getwindowpid "$(aWindowOf | head -n 1)")"
    eventually noWindow || fail 'the window stays'
}

apt-get update -qq
useradd --create-home --shell /bin/bash learner
allFiles >/tmp/before

install /tmp/ipclab.deb
say 'installed, with what it depends on and nothing else'
for program in ipclab ipclab-window; do
    ! ldd "/usr/bin/$program" | grep 'not found' || fail "$program lacks a library"
done
learner ipclab --version
(($(learner ipclab labs --json | grep -c '"id"') > 30)) || fail 'it has no labs'
learner ipclab watch --record run.jsonl -- sh -c 'echo through | cat' >/tmp/told 2>&1 \
    || fail "watch: $(</tmp/told)"
code=0
learner ipclab run first-pipe >/tmp/told 2>&1 || code=$?
[[ $code == 3 && $(</tmp/told) == *'not installed'* ]] || fail "without a compiler: $(</tmp/told)"
learner ipclab export run.jsonl --to report -o report.html || fail 'the pictures of a report'
say 'the commands work, for somebody who is not root'

install gcc libc6-dev python3
learner ipclab run first-pipe --variant c >/tmp/told 2>&1 || fail "run: $(</tmp/told)"
learner ipclab run first-pipe --variant python >/tmp/told 2>&1 || fail "run: $(</tmp/told)"
say 'a lab is solved, in C and in Python'

install desktop-file-utils libglib2.0-bin shared-mime-info xdg-utils xdotool xvfb x11-utils
mkfifo /tmp/display
Xvfb -displayfd 7 -screen 0 1440x900x24 -nolisten tcp 7>/tmp/display >/dev/null 2>&1 &
read -r number </tmp/display
export DISPLAY=:$number

learner ipclab >/tmp/told 2>&1 &
eventually aWindowOf || fail "no window: $(</tmp/told)"
entry=/usr/share/applications/org.ipclab.IPCLab.desktop
xprop -id "$(aWindowOf | head -n 1)" WM_CLASS | grep -q "\"$(sed -n 's/^StartupWMClass=//p' $entry)\"" \
    || fail 'the window is not that of the desktop entry'
[[ $(xprop -id "$(aWindowOf | head -n 1)" _NET_WM_ICON) == *'Icon ('* ]] || fail 'the window has no icon'
closeIt
say 'the window opens'

[[ $(learner xdg-mime query filetype run.jsonl) == "$type" ]] || fail 'a session is not known as one'
[[ $(learner xdg-mime query default "$type") == "${entry##*/}" ]] || fail 'nothing opens sessions'
learner xdg-open run.jsonl >/tmp/told 2>&1 &
eventually aWindowNamed ' — .* — IPC Lab$' || fail "the session does not open: $(</tmp/told)
$(xwininfo -root -tree)"
say 'a session opens with a double click'
closeIt

apt-get purge -y -qq ipclab >/tmp/apt.log 2>&1 || fail "$(</tmp/apt.log)"
allFiles >/tmp/after
left=$(comm -13 /tmp/before /tmp/after | grep -i ipclab || true)
left+=$(grep -rli ipclab /usr /etc /var/lib/dpkg /var/cache/man 2>/dev/null || true)
[[ -z $left ]] || fail "this stays when it is removed: $left"
say 'it goes, and leaves nothing'
