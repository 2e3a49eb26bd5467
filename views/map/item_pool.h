// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsScene>

#include <cstddef>
#include <vector>

namespace ipclab {

// As many items in the scene as there is to be shown: `make` gives those that are missing. GUI
// thread.
template <typename Item, typename Make>
void resize(QGraphicsScene& scene, std::vector<Item*>& items, std::size_t count, Make make)
{
    while (items.size() < count) {
        items.push_back(make());
        scene.addItem(items.back());
    }
    while (items.size() > count) {
        delete items.back();
        items.pop_back();
    }
}

} // namespace ipclab
