# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What bash completes after "ipclab". Needs nothing but bash.

# _ipclab_labs: the names of the labs on this machine; of letters, since compgen expands words.
_ipclab_labs() {
    "${COMP_WORDS[0]/#\~/$HOME}" labs --json 2>/dev/null | sed -n 's/^ *"id": "\([[:alnum:]_.-]*\)",*$/\1/p'
}

# _ipclab_offer WORD…: those that go on from what is typed.
_ipclab_offer() {
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$*" -- "$current")
}

# _ipclab_files [-d]: files, or folders.
_ipclab_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen "${1:--f}" -- "$current")
}

# Topics are a list with commas: the last one is completed.
_ipclab_topics() {
    local before='' topic topics='process signal wait call finding pipe fifo socket terminal file eventfd timerfd signalfd epoll inotify semaphore queue memory other'
    [[ $current != *,* ]] || before=${current%,*},
    compopt -o nospace 2>/dev/null
    for topic in $topics; do
        _ipclab_offer "$before$topic"
    done
}

# _ipclab_value OPTION: completes what an option takes; fails if it takes nothing.
_ipclab_value() {
    case $1 in
    --lab) _ipclab_offer "$(_ipclab_labs)" && _ipclab_files -d ;;
    --lang) _ipclab_offer 'en es' ;;
    --variant) _ipclab_offer 'c python' ;;
    --to) _ipclab_offer 'perfetto pcapng report' ;;
    --only) _ipclab_topics ;;
    --record | -o) _ipclab_files ;;
    --in) _ipclab_files -d ;;
    --pid) _ipclab_offer "$(ps -u "$EUID" -o pid= 2>/dev/null)" ;;
    --set | --timeout | --limit | --payload | --at) ;;
    *) return 1 ;;
    esac
}

# _ipclab_words COMMAND: what may stand there that is no option.
_ipclab_words() {
    case $1 in
    window) _ipclab_files ;;
    run) _ipclab_offer "$(_ipclab_labs)" && _ipclab_files -d ;;
    show | export) _ipclab_files ;;
    check | grade) _ipclab_files -d ;;
    why) _ipclab_offer "$(ps -u "$EUID" -o pid= 2>/dev/null)" ;;
    esac
}

# After "--" stands a command with words of its own: complete as if it stood alone.
_ipclab_of_another() {
    local at=$1
    COMP_LINE=${COMP_LINE#*' -- '}
    COMP_POINT=${#COMP_LINE}
    COMP_WORDS=("${COMP_WORDS[@]:at+1}")
    COMP_CWORD=$((COMP_CWORD - at - 1))
    if ((COMP_CWORD == 0)); then
        mapfile -t COMPREPLY < <(compgen -c -- "$current")
    elif declare -F _command_offset >/dev/null; then
        _command_offset 0
    else
        _ipclab_files
    fi
}

_ipclab() {
    local commands='labs run watch why show export grade check new' command=window i
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local -A options=(
        [window]='--lab --lang --projector --record --version'
        [labs]='--json --progress --csv'
        [run]='--variant --set --record --json --trust'
        [watch]='--json -o --only --record --timeout --parallel --limit --payload --closed-world --pid --'
        [why]='--json'
        [show]='--at --json'
        [export]='--to -o'
        [grade]='--json'
        [check]='--watch --variant --json'
        [new]='--in'
    )
    COMPREPLY=()
    ((COMP_CWORD > 1)) && [[ " $commands " == *" ${COMP_WORDS[1]} "* ]] && command=${COMP_WORDS[1]}
    for ((i = 2; i < COMP_CWORD; ++i)); do
        [[ $command != watch || ${COMP_WORDS[i]} != -- ]] || {
            _ipclab_of_another "$i"
            return
        }
    done
    _ipclab_value "$previous" && return
    if [[ $current == -* ]]; then
        _ipclab_offer "${options[$command]} --help"
        return
    fi
    ((COMP_CWORD > 1)) || _ipclab_offer "$commands"
    _ipclab_words "$command"
}

complete -F _ipclab ipclab
