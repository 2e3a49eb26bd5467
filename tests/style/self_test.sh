#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# self_test.sh: a small tree that is good, then with one fault at a time: each check has to notice.
# shellcheck disable=SC2016 # the scripts written here expand, not we
set -euo pipefail

checks=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
tree=$(mktemp -d)
trap 'rm -rf -- "$tree"' EXIT
header=$'SPDX-FileCopyrightText: 2026 The IPC Lab authors\n'
failures=0

# expect pass|fail CHECK WHAT
expect() {
    local outcome=pass status=0 output
    output=$("$checks/$2" "$tree" 2>&1) || status=$?
    ((status != 77)) || return 0
    ((status == 0)) || outcome=fail
    [[ $outcome != "$1" ]] || return 0
    echo "$2: $3: expected to $1, it did $outcome (exit $status):"
    printf '%s\n' "$output"
    failures=$((failures + 1))
}

writeGoodTree() {
    mkdir -p -- "$tree/ipc-core/a b" "$tree/app" "$tree/resources/labs/x"
    cp -- "$checks/../../.clang-format" "$tree/"
    printf '// %s// SPDX-License-Identifier: GPL-3.0-or-later\n\nint one();\n' "$header" \
        >"$tree/ipc-core/a b/one.h"
    printf '#!/usr/bin/env bash\n# %s# SPDX-License-Identifier: GPL-3.0-or-later\necho "$1"\n' \
        "$header" >"$tree/app/run"
    printf 'int   main( ) { }\n' >"$tree/resources/labs/x/child.c"
}

writeGoodTree
for check in format.sh spdx.sh shell.sh; do
    expect pass "$check" 'a good tree'
done

echo 'int   two( );' >>"$tree/ipc-core/a b/one.h"
expect fail format.sh 'badly spaced header'
writeGoodTree

echo 'int one();' >"$tree/ipc-core/a b/one.h"
expect fail spdx.sh 'header without licence'
writeGoodTree

printf '#!/usr/bin/env bash\necho $1\n' >"$tree/app/run"
expect fail spdx.sh 'script without licence'
expect fail shell.sh 'unquoted expansion'
rm -rf -- "${tree:?}"/*
for check in format.sh spdx.sh shell.sh; do
    expect fail "$check" 'nothing to check'
done

((failures == 0)) && echo 'each check notices its faults'
