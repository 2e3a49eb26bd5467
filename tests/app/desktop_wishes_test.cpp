// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_wishes.h"
#include "tests/app/open_window.h"
#include "tests/words.h"

#include <QAction>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QProcess>
#include <QSettings>

#include <memory>

using namespace ipclab;
using namespace ipclab::test;

using Groups = QMap<QString, QVariantMap>;

// Stands where xdg-desktop-portal does, on a bus of its own.
class Portal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        m_bus.registerObject(q("/org/freedesktop/portal/desktop"), this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(q("org.freedesktop.portal.Desktop"));
    }
    ~Portal() override
    {
        m_bus.unregisterService(q("org.freedesktop.portal.Desktop"));
        m_bus.unregisterObject(q("/org/freedesktop/portal/desktop"));
    }

    void have(const char* group, const char* key, const QVariant& value)
    {
        m_has[q(group)][q(key)] = value;
    }
    void change(const char* group, const char* key, const QVariant& value)
    {
        have(group, key, value);
        emit SettingChanged(q(group), q(key), QDBusVariant(value));
    }
    void holdBack() { m_holdsBack = true; }
    void answer() { m_bus.send(m_asked.createReply(QVariant::fromValue(m_has))); }
    [[nodiscard]] bool asked() const { return m_asked.type() != QDBusMessage::InvalidMessage; }

public slots:
    Groups ReadAll(const QStringList& groups)
    {
        m_asked = message();
        setDelayedReply(m_holdsBack);
        Groups said;
        for (const QString& group : groups)
            said[group] = m_has.value(group);
        return said;
    }

signals:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
    Groups m_has;
    QDBusMessage m_asked;
    bool m_holdsBack = false;
};

// What a person told their desktop, as the window hears of it.
class DesktopWishesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void whatTheDesktopWishesIsDone_data();
    void whatTheDesktopWishesIsDone();
    void theWindowDoesNotWaitForTheAnswer();
    void whereNobodyAnswersNothingIsWished();
    void whatBecomesOfAWishIsFollowed();
    void whatIsChosenInTheMenuOutdoesTheDesktop();
    void whoChoosesWhatTheDesktopHasFollowsItAgain();
    void theColoursOfTheDesktopAreForWhoChoseNoOthers();

private:
    void open();
    void trigger(const char* name) const;
    [[nodiscard]] const Look& look() const { return m_window->look(); }

    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<MainWindow> m_window;
};

// Before anything else in this process has taught Qt what a D-Bus message is made of.
void DesktopWishesTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("TEST_BUS"))
        QSKIP("dbus-daemon is not installed");
    DesktopPortal portal;
    portal.ask();
    QDBusConnection bus
        = QDBusConnection::connectToBus(qEnvironmentVariable("TEST_BUS"), q("another"));
    QDBusMessage said = QDBusMessage::createSignal(q("/org/freedesktop/portal/desktop"),
        q("org.freedesktop.portal.Settings"), q("SettingChanged"));
    said << q("org.freedesktop.appearance") << q("contrast")
         << QVariant::fromValue(QDBusVariant(1U));
    QTRY_VERIFY(bus.send(said) && portal.wishes().moreContrast);
    QDBusConnection::disconnectFromBus(q("another"));
    qDBusRegisterMetaType<Groups>();
}

void DesktopWishesTest::init()
{
    if (qEnvironmentVariableIsEmpty("TEST_BUS"))
        QSKIP("dbus-daemon is not installed");
    QSettings(QSettings::IniFormat, QSettings::UserScope, q("ipclab"), q("ipclab")).clear();
    m_portal = std::make_unique<Portal>(
        QDBusConnection::connectToBus(qEnvironmentVariable("TEST_BUS"), q("portal")));
}

void DesktopWishesTest::cleanup()
{
    m_window.reset();
    m_portal.reset();
    QApplication::setPalette(QPalette()); // of the system, which the window looked at first
}

void DesktopWishesTest::open()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_window->show();
}

void DesktopWishesTest::trigger(const char* name) const
{
    m_window->findChild<QAction*>(QLatin1String(name))->trigger();
}

void DesktopWishesTest::whatTheDesktopWishesIsDone_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<int>("wish"); // dark, contrast, motion
    const QString all = q("org.freedesktop.appearance");
    QTest::newRow("dark") << all << q("color-scheme") << QVariant(1U) << 0;
    QTest::newRow("contrast") << all << q("contrast") << QVariant(1U) << 1;
    QTest::newRow("motion") << all << q("reduced-motion") << QVariant(1U) << 2;
    QTest::newRow("contrast of GNOME")
        << q("org.gnome.desktop.a11y.interface") << q("high-contrast") << QVariant(true) << 1;
    QTest::newRow("motion of GNOME")
        << q("org.gnome.desktop.interface") << q("enable-animations") << QVariant(false) << 2;
}

void DesktopWishesTest::whatTheDesktopWishesIsDone()
{
    QFETCH(const QString, group);
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    QFETCH(const int, wish);
    m_portal->have(qPrintable(group), qPrintable(key), value);
    open();
    const auto done = [this] {
        return std::vector { look().dark(), look().highContrast(), look().reducedMotion() };
    };
    std::vector wanted { false, false, false };
    QCOMPARE(done(), wanted);
    wanted.at(static_cast<std::size_t>(wish)) = true;
    QTRY_COMPARE(done(), wanted);
}

void DesktopWishesTest::theWindowDoesNotWaitForTheAnswer()
{
    m_portal->have("org.freedesktop.appearance", "contrast", 1U);
    m_portal->holdBack();
    open();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(m_portal->asked());
    QVERIFY(!look().highContrast());
    m_portal->answer();
    QTRY_VERIFY(look().highContrast());
}

void DesktopWishesTest::whereNobodyAnswersNothingIsWished()
{
    m_portal.reset();
    open();
    QTest::qWait(50); // the refusal is not seen from outside
    QVERIFY(!look().dark() && !look().highContrast() && !look().reducedMotion());
}

void DesktopWishesTest::whatBecomesOfAWishIsFollowed()
{
    open();
    QTRY_VERIFY(m_portal->asked());
    m_portal->change("org.freedesktop.appearance", "contrast", 1U);
    QTRY_VERIFY(look().highContrast());
    QVERIFY(m_window->findChild<QAction*>(q("high-contrast"))->isChecked());
    m_portal->change("org.freedesktop.appearance", "color-scheme", 1U);
    QTRY_VERIFY(look().dark());
    m_portal->change("org.gnome.desktop.interface", "enable-animations", false);
    QTRY_VERIFY(look().reducedMotion());
    m_portal->change("org.gnome.desktop.interface", "enable-animations", true);
    QTRY_VERIFY(!look().reducedMotion());
    m_portal->change("org.freedesktop.appearance", "contrast", 0U);
    QTRY_VERIFY(!look().highContrast());
    m_portal->change("org.freedesktop.appearance", "color-scheme", 2U);
    QTRY_VERIFY(!look().dark());
}

void DesktopWishesTest::whatIsChosenInTheMenuOutdoesTheDesktop()
{
    m_portal->have("org.freedesktop.appearance", "contrast", 1U);
    open();
    QTRY_VERIFY(look().highContrast());
    trigger("high-contrast");
    trigger("less-motion");
    QVERIFY(!look().highContrast() && look().reducedMotion());
    open(); // and is remembered
    m_portal->change("org.freedesktop.appearance", "color-scheme", 1U);
    QTRY_VERIFY(look().dark()); // the answer came before
    QVERIFY(!look().highContrast() && look().reducedMotion());
}

void DesktopWishesTest::whoChoosesWhatTheDesktopHasFollowsItAgain()
{
    open();
    trigger("high-contrast");
    QVERIFY(look().highContrast());
    trigger("high-contrast");
    QVERIFY(!look().highContrast());
    m_portal->change("org.freedesktop.appearance", "contrast", 1U);
    QTRY_VERIFY(look().highContrast());
}

void DesktopWishesTest::theColoursOfTheDesktopAreForWhoChoseNoOthers()
{
    m_portal->have("org.freedesktop.appearance", "color-scheme", 1U);
    open();
    QTRY_VERIFY(look().dark());
    trigger("theme-light");
    QVERIFY(!look().dark());
    trigger("theme-system");
    QVERIFY(look().dark());
}

namespace {

// A bus for nobody else; empty: there is no dbus-daemon. Said to the environment before Qt asks.
void startBus(QProcess& daemon)
{
    daemon.start(q("dbus-daemon"),
        { q("--session"), q("--nofork"), q("--nopidfile"), q("--print-address") });
    if (!daemon.waitForStarted() || !daemon.waitForReadyRead())
        return;
    const QByteArray address = daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    qputenv("TEST_BUS", address);
}

} // namespace

int main(int argc, char** argv)
{
    prepareProcess();
    const QTemporaryDir home;
    isolate(home);
    QProcess daemon;
    startBus(daemon);
    const QApplication app(argc, argv);
    QApplication::setStyle(q("Fusion"));
    DesktopWishesTest tests;
    const int code = QTest::qExec(&tests, argc, argv);
    QDBusConnection::disconnectFromBus(q("portal"));
    daemon.kill();
    daemon.waitForFinished();
    return code;
}

#include "desktop_wishes_test.moc"
