// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace ipclab {

class Look;

// **bold**, `code` and empty lines between paragraphs as Qt's rich text; all else stays as it is.
QString richText(const QString& text, const Look& look);
QString plainText(const QString& text); // without the signs

// A label for such text, wrapped, whole at any width.
QLabel* textLabel(QWidget* parent);

} // namespace ipclab
