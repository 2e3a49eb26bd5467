#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The IPC Lab authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# desktop.sh RESOURCES: the desktop entry, metainfo, icon and man page, each by its own validator
# where that is installed. The XML is always parsed.
set -euo pipefail

cd -- "${1:?usage: desktop.sh RESOURCES}"
for file in icons/org.ipclab.IPCLab.svg org.ipclab.IPCLab.{metainfo,mime}.xml; do
    python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$file"
done
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate org.ipclab.IPCLab.desktop
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net --no-color org.ipclab.IPCLab.metainfo.xml
fi
if command -v man >/dev/null; then
    warnings=$(MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings --local-file ipclab.1 2>&1 >/dev/null)
    [[ -z $warnings ]] || {
        printf '%s\n' "$warnings"
        exit 1
    }
fi
echo 'the desktop files are valid'
