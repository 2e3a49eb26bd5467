// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace ipclab {

namespace {

bool spoken(const QString& code)
{
    return std::ranges::any_of(
        Languages::all(), [&](const Languages::Language& one) { return one.code == code; });
}

} // namespace

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

const std::vector<Languages::Language>& Languages::all()
{
    static const std::vector<Language> languages {
        { QStringLiteral("en"), QStringLiteral("English") },
        { QStringLiteral("es"), QStringLiteral("Español") },
    };
    return languages;
}

QString Languages::chosen(const QString& wanted)
{
    if (spoken(wanted))
        return wanted;
    const QString system = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    return spoken(system) ? system : QStringLiteral("en");
}

void Languages::speak(const QString& code)
{
    m_code = chosen(code);
    // First, so that those who are told of the change write numbers the new way.
    const QLocale system = QLocale::system();
    const QLocale wanted(m_code);
    QLocale::setDefault(system.language() == wanted.language() ? system : wanted);
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_ours);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QStringLiteral("qtbase_") + m_code, folder))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/ipclab_") + m_code))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace ipclab
