// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Has nothing of its own: its target is where the header that all tests share is compiled.
