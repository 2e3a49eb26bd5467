// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"
#include "views/catalog/catalog_view.h"
#include "views/catalog/command_box.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QtTest>

#include <algorithm>

namespace ipclab::test {

// The catalog as it stands in the window, and what a person finds there.
struct ShownCatalog {
    Bench bench;
    CatalogView view { bench.context() };

    ShownCatalog()
    {
        view.resize(1280, 660);
        view.show();
        view.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&view);
    }

    [[nodiscard]] CommandBox* box() const { return view.findChild<CommandBox*>(); }
    [[nodiscard]] QLineEdit* line() const { return box()->findChildren<QLineEdit*>().first(); }
    [[nodiscard]] QListWidget* list() const { return view.findChild<QListWidget*>(); }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        const QList<QPushButton*> all = view.findChildren<QPushButton*>();
        const auto found = std::ranges::find(all, text, &QPushButton::text);
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] bool says(const QString& words) const
    {
        return std::ranges::any_of(view.findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
};

} // namespace ipclab::test
