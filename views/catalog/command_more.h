// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/command_wish.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace ipclab {

class EnvironmentTable;
class Look;

// What is seldom changed of how a command is run: its environment and its limits. GUI thread.
class CommandMore : public QWidget {
    Q_OBJECT

public:
    explicit CommandMore(const Look& look, QWidget* parent = nullptr);

    void setWish(const CommandWish& wish);
    void addTo(CommandWish& wish) const;
    [[nodiscard]] QString summary() const; // of what is not as usual; empty: nothing
    void setError(const QString& words); // of the environment; empty: none

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Limit {
        QLabel* label;
        QSpinBox* box;
    };
    Limit addLimit(int least, int most);
    [[nodiscard]] std::array<Limit, 5> limits() const;
    void applyLook();
    void retranslate();

    const Look& m_look;
    QLabel* m_environmentLabel;
    EnvironmentTable* m_environment;
    QLabel* m_error;
    QGridLayout* m_grid;
    Limit m_processes;
    Limit m_seconds;
    Limit m_memory; // this and what follows: of each process
    Limit m_cpu;
    Limit m_files;
};

} // namespace ipclab
