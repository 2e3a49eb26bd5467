// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace ipclab::test {

// As long as it lives, another language is spoken: every text has a mark, "~", before it.
class Marked : public QTranslator {
public:
    Marked() { QCoreApplication::installTranslator(this); }
    ~Marked() override { QCoreApplication::removeTranslator(this); }

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(
        const char*, const char* source, const char*, int) const override
    {
        return u'~' + QString::fromUtf8(source);
    }
};

} // namespace ipclab::test
