# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What fish completes after "ipclab".

function __ipclab_labs
    ipclab labs --json 2>/dev/null | string replace -rf '^ *"id": "([^"]*)",*$' '$1'
end

set -l commands labs run watch why show export grade check new
complete -c ipclab -f
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -F
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -l lab -r -a '(__ipclab_labs)' -d 'Lab to open'
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -l lang -x -a 'en es' -d Language
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -l projector -d 'All of it large'
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -l record -r -d 'Write a session'
complete -c ipclab -n "not __fish_seen_subcommand_from $commands" -l version -d 'Which version it is'
complete -c ipclab -l help -d 'How to use it'

complete -c ipclab -n __fish_use_subcommand -a labs -d 'List the labs'
complete -c ipclab -n __fish_use_subcommand -a run -d 'Solve a lab without a window'
complete -c ipclab -n __fish_use_subcommand -a watch -d 'Run a command and say what happens'
complete -c ipclab -n __fish_use_subcommand -a why -d 'Say why a process waits'
complete -c ipclab -n __fish_use_subcommand -a show -d 'Say what was true in a session'
complete -c ipclab -n __fish_use_subcommand -a export -d 'Write a session for other tools'
complete -c ipclab -n __fish_use_subcommand -a grade -d 'Say who did which steps'
complete -c ipclab -n __fish_use_subcommand -a check -d 'Prove labs'
complete -c ipclab -n __fish_use_subcommand -a new -d 'Make a lab'

complete -c ipclab -n '__fish_seen_subcommand_from labs run watch why show grade check' -l json -d 'Print data'
complete -c ipclab -n '__fish_seen_subcommand_from run watch' -l record -r -F -d 'Write a session'
complete -c ipclab -n '__fish_seen_subcommand_from watch export' -s o -r -F -d 'Write to this file'
complete -c ipclab -n '__fish_seen_subcommand_from run check' -l variant -x -a 'c python' -d Programs

complete -c ipclab -n '__fish_seen_subcommand_from labs' -l progress -d 'How far you got'
complete -c ipclab -n '__fish_seen_subcommand_from labs' -l csv -d 'The progress, as CSV'
complete -c ipclab -n '__fish_seen_subcommand_from run' -F -a '(__ipclab_labs)'
complete -c ipclab -n '__fish_seen_subcommand_from run' -l set -x -d 'Set a switch: NAME=VALUE'
complete -c ipclab -n '__fish_seen_subcommand_from run' -l trust -d 'Run it without asking'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l only -x -a '(__fish_append , process signal wait call finding pipe fifo socket terminal file eventfd timerfd signalfd epoll inotify semaphore queue memory other)' -d 'Print only these'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l timeout -x -d 'End it after SECONDS'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l parallel -d 'Use all processors'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l limit -x -d 'Most PROCESSES at once'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l payload -x -d 'Most BYTES kept of a channel'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l closed-world -d 'Nobody else opens its channels'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -l pid -x -a '(__fish_complete_pids)' -d 'One that runs already'
complete -c ipclab -n '__fish_seen_subcommand_from watch' -a '(__fish_complete_subcommand --fcs-skip=2)'
complete -c ipclab -n '__fish_seen_subcommand_from why' -a '(__fish_complete_pids)'
complete -c ipclab -n '__fish_seen_subcommand_from show export' -F
complete -c ipclab -n '__fish_seen_subcommand_from show' -l at -x -d 'SECONDS or #EVENT'
complete -c ipclab -n '__fish_seen_subcommand_from export' -l to -x -a 'perfetto pcapng report' -d Format
complete -c ipclab -n '__fish_seen_subcommand_from grade check' -a '(__fish_complete_directories)'
complete -c ipclab -n '__fish_seen_subcommand_from check' -l watch -d 'Again after each save'
complete -c ipclab -n '__fish_seen_subcommand_from new' -l in -x -a '(__fish_complete_directories)' -d Folder
