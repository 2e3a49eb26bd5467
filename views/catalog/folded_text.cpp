// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/folded_text.h"

namespace ipclab {

QString foldedText(const QString& text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar one) { return one.isMark(); });
    return folded;
}

} // namespace ipclab
