// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "views/common/look.h"

#include <QFrame>

#include <array>
#include <optional>

class QBoxLayout;
class QLabel;

namespace ipclab {

class LegendEntry;

// "Where are the bytes?": the four places, the colour of each, and how many are there. Choosing one
// points it out on the map; choosing it again ends that.
class BytesLegend : public QFrame {
    Q_OBJECT

public:
    explicit BytesLegend(const Look& look, QWidget* parent = nullptr);

    void show(const BytePlaces& places);
    [[nodiscard]] std::optional<Place> chosen() const { return m_chosen; }
    void choose(std::optional<Place> place);
    void relook();
    void setCompact(bool compact); // one row of short words, where room is scarce
    [[nodiscard]] bool compact() const { return m_compact; }

signals:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Look& m_look;
    QBoxLayout* m_rows;
    QLabel* m_title;
    std::array<LegendEntry*, 4> m_entries {};
    BytePlaces m_places;
    std::optional<Place> m_chosen;
    bool m_compact = false;
};

} // namespace ipclab
