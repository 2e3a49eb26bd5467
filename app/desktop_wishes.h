// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QObject>
#include <QString>
#include <QVariant>

#include <optional>

namespace ipclab {

// What a person has told their desktop that every program shall do.
struct DesktopWishes {
    std::optional<bool> dark; // absent: no preference, or nobody told
    bool moreContrast = false;
    bool lessMotion = false;
    bool operator==(const DesktopWishes&) const = default;
};

// Asks the desktop for them over the session bus (org.freedesktop.portal.Settings of
// xdg-desktop-portal), and follows what becomes of them. Nobody waits for the answer: until it
// comes, where there is no bus, and where nobody answers, nothing is wished. GUI thread.
class DesktopPortal : public QObject {
    Q_OBJECT

public:
    explicit DesktopPortal(QObject* parent = nullptr);

    void ask();
    [[nodiscard]] const DesktopWishes& wishes() const { return m_wishes; }

signals:
    void changed();

private slots:
    void note(const QDBusMessage& change);

private:
    struct Said { // as the portal has it
        uint colourScheme = 0; // 1 dark, 2 light
        uint contrast = 0; // 1 more
        uint reducedMotion = 0; // 1 less
        bool gnomeContrast = false; // of a portal that does not know the two above
        bool gnomeAnimations = true;
    };

    void take(const QString& group, const QString& key, const QVariant& value);
    void weigh();

    Said m_said;
    DesktopWishes m_wishes;
};

} // namespace ipclab
