// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/live_clock.h"
#include "views/common/view_context.h"
#include "views/lanes/lane_feed.h"
#include "views/lanes/lane_folds.h"
#include "views/lanes/lane_kept.h"
#include "views/lanes/lane_paint.h"
#include "views/lanes/lane_pieces.h"
#include "views/lanes/lane_rows.h"
#include "views/lanes/lane_words.h"
#include "views/lanes/time_window.h"

#include <QAbstractScrollArea>
#include <QLineF>
#include <QPixmap>
#include <QPoint>

#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

class QHelpEvent;

namespace ipclab {

// The lanes of a feed over time, their heads at the left, the axis above. The wheel, + and - and a
// pinch zoom; a drag moves; a double click or 0 shows all; a click goes to that moment and chooses
// the process. Keys go from lane to lane and from slice to slice. GUI thread.
class LanesView : public QAbstractScrollArea {
    Q_OBJECT

public:
    LanesView(ViewContext context, const LaneFeed& feed, QWidget* parent = nullptr);

    void follow(); // the feed or the moment is another
    void forget(); // another run
    // Their words, which nobody reads sixty times a second, are others when it is painted next.
    void readHeads();
    void setKinds(unsigned kinds); // of arrows to be drawn, by bitOf()

    void zoomBy(double factor); // below 1: closer; about the moment, if that is to be seen
    void fit();

    [[nodiscard]] const TimeWindow& window() const { return m_window; }
    [[nodiscard]] const std::vector<LaneRow>& rows() const { return m_rows; }
    [[nodiscard]] int focusedRow() const { return m_focus.row; }
    [[nodiscard]] std::size_t focusedSlice() const { return m_focus.slice; }
    [[nodiscard]] Nanoseconds now() const; // how far lanes are drawn
    [[nodiscard]] QRect timeArea() const; // of the viewport: where lanes are
    [[nodiscard]] QRect rowRect(int row) const; // of the viewport, all its width
    [[nodiscard]] std::size_t drawnArrows() const { return m_arrows.size(); }
    [[nodiscard]] std::size_t arrowsInWindow() const { return m_arrowsInWindow; }
    [[nodiscard]] QString wordsAt(const QPoint& place) const; // of the viewport
    void setFolded(int row, bool folded);
    [[nodiscard]] QByteArray folds() const { return m_folds.kept(); } // for the next time
    void restoreFolds(const QByteArray& kept);

signals:
    void menuWanted(const QPoint& place); // of what is chosen now; on the screen
    void painted(); // what is drawn of what there is may be another
    void ticked(); // time goes on: heads and ends are others

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Focus {
        int row = -1;
        std::size_t slice = LaneSlices::kNone;
    };
    struct Press {
        QPoint at;
        Nanoseconds from = 0; // of the window, then
        int scrolled = 0;
        bool dragged = false;
        bool live = false; // then
        EventIndex moment = 0; // then
    };
    struct Head {
        LaneHead words; // as painted
        bool old = true; // to be read again
    };
    struct HeadsAre { // what their picture depends on
        QSize size;
        double ratio = 1; // of pixels
        int scrolled = 0;
        int rowHeight = 0;
        bool compact = false;
        Pid chosen;
        int focused = -1;
        bool operator==(const HeadsAre&) const = default;
    };
    struct DrawnArrow {
        QLineF line;
        LaneArrow arrow;
    };

    void layOut();
    void forgetPainted();
    void applyLook();
    void renewRows();
    [[nodiscard]] int headWidth() const;
    [[nodiscard]] int axisHeight() const { return m_axisHeight; }
    [[nodiscard]] int rowAt(int y) const; // -1: none
    [[nodiscard]] const Lane& laneOf(int row) const;
    [[nodiscard]] LaneHead headOf(int row) const; // at the moment
    [[nodiscard]] Nanoseconds timeAt(int x) const; // of the viewport
    [[nodiscard]] int xOf(Nanoseconds time) const;
    [[nodiscard]] std::pair<int, int> visibleRows() const; // from, and up to, not with
    [[nodiscard]] QRect bandOf(int row) const;

    void paintLane(QPainter& painter, const LaneInks& inks, int row, KeptLane& kept) const;
    void paintDropped(QPainter& painter, const Lane& lane, const QRect& band) const;
    void paintArrows(QPainter& painter);
    void renewStamps();
    void paintLater(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintHeads(QPainter& painter);
    void paintHead(QPainter& painter, int row);
    void paintHeadWords(
        QPainter& painter, const LaneRow& row, const LaneHead& head, QRect rect) const;
    void paintFocus(QPainter& painter) const;
    [[nodiscard]] QString labelOf(const Lane& lane, std::size_t slice) const;

    bool showTip(const QHelpEvent& event);
    [[nodiscard]] const DrawnArrow* arrowAt(const QPoint& place) const;
    bool pinched(const QEvent& event);
    void clicked(const QPoint& place);
    void chooseRow(int row);
    void focusOn(int row, std::size_t slice);
    void stepRow(int by);
    void stepSlice(int by);
    void goToFocused();
    [[nodiscard]] QString programOf(const Lane& lane) const;
    [[nodiscard]] bool isFolded(const Lane& lane);
    [[nodiscard]] std::set<std::uint32_t> foldedLanes();
    bool keyZooms(const QKeyEvent& event);
    bool keySteps(const QKeyEvent& event);

    ViewContext m_context;
    const LaneFeed& m_feed;
    LiveClock m_clock;
    TimeWindow m_window;
    std::vector<LaneRow> m_rows;
    std::size_t m_lanesInRows = 0;
    LaneFolds m_folds;
    std::vector<Head> m_heads; // by row
    QPixmap m_headPicture;
    HeadsAre m_headsAre; // in the picture
    std::vector<KeptLane> m_kept; // of the rows that are visible
    std::vector<DrawnArrow> m_arrows; // as painted last
    std::array<ArrowStamps, 2> m_stamps; // not strong, and strong
    int m_axisHeight = 0; // its font is measured once: it is asked for with each bar and arrow
    int m_rowHeight = 1;
    bool m_compact = false;
    unsigned m_kinds = ~0U;
    std::size_t m_arrowsInWindow = 0;
    Focus m_focus;
    std::optional<Press> m_press;
    std::optional<Press> m_before; // the first click of what may be a double one
};

} // namespace ipclab
