// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_wishes.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFile>
#include <QMap>
#include <QStringList>
#include <QVariantMap>

#include <utility>

namespace ipclab {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");

const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kGnomeAccess = QStringLiteral("org.gnome.desktop.a11y.interface");

// Without one, libdbus would start one for us, which outlives the program (dbus-launch(1)).
bool hasBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

DesktopPortal::DesktopPortal(QObject* parent)
    : QObject(parent)
{
}

void DesktopPortal::ask()
{
    QDBusConnection bus = hasBus() ? QDBusConnection::sessionBus() : QDBusConnection(QString());
    if (!bus.isConnected())
        return;
    // Of no name: for one, Qt would wait until the bus has said whose it is.
    bus.connect(QString(), kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(note(QDBusMessage)));
    QDBusMessage call
        = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("ReadAll"));
    call << QStringList { kAppearance, kGnome, kGnomeAccess };
    auto* const reply = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply] {
        reply->deleteLater();
        const QList<QVariant> said = reply->reply().arguments();
        if (reply->isError() || said.isEmpty())
            return;
        const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(said.front());
        for (const auto& [group, values] : groups.asKeyValueRange()) {
            for (const auto& [key, value] : values.asKeyValueRange())
                take(group, key, value);
        }
        weigh();
    });
}

void DesktopPortal::note(const QDBusMessage& change)
{
    const QList<QVariant> said = change.arguments(); // group, key, value
    if (said.size() != 3)
        return;
    take(said[0].toString(), said[1].toString(), said[2].value<QDBusVariant>().variant());
    weigh();
}

void DesktopPortal::take(const QString& group, const QString& key, const QVariant& value)
{
    if (group == kAppearance && key == QLatin1String("color-scheme"))
        m_said.colourScheme = value.toUInt();
    else if (group == kAppearance && key == QLatin1String("contrast"))
        m_said.contrast = value.toUInt();
    else if (group == kAppearance && key == QLatin1String("reduced-motion"))
        m_said.reducedMotion = value.toUInt();
    else if (group == kGnome && key == QLatin1String("enable-animations"))
        m_said.gnomeAnimations = value.toBool();
    else if (group == kGnomeAccess && key == QLatin1String("high-contrast"))
        m_said.gnomeContrast = value.toBool();
}

void DesktopPortal::weigh()
{
    DesktopWishes wishes;
    if (m_said.colourScheme == 1 || m_said.colourScheme == 2)
        wishes.dark = m_said.colourScheme == 1;
    wishes.moreContrast = m_said.contrast == 1 || m_said.gnomeContrast;
    wishes.lessMotion = m_said.reducedMotion == 1 || !m_said.gnomeAnimations;
    if (wishes != std::exchange(m_wishes, wishes))
        emit changed();
}

} // namespace ipclab
