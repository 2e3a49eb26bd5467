// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include <vector>

namespace ipclab {

// The language that is spoken now: ours, Qt's own, and how numbers are written. A change reaches
// every widget as LanguageChange, at once. GUI thread; one at a time.
class Languages {
public:
    struct Language {
        QString code; // "en"
        QString name; // in itself: "Español"
    };

    Languages() = default;
    ~Languages();
    Languages(const Languages&) = delete;
    Languages& operator=(const Languages&) = delete;

    static const std::vector<Language>& all();
    // One of those: the wanted one, else the system's, else English.
    static QString chosen(const QString& wanted);

    [[nodiscard]] const QString& code() const { return m_code; }
    void speak(const QString& code);

private:
    QString m_code = QStringLiteral("en");
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace ipclab
