// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/plots/plot_feed.h"
#include "views/plots/plot_file.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QStackedLayout;

namespace ipclab {

class EmptyNote;
class PlotChooser;
class TimePlot;
struct CurveWish;
struct PlotCurve;

// How full channels and buffers were, how fast bytes went, what waited and who, over the run; two
// runs laid over each other from their starts. Works only while it is to be seen. GUI thread.
class PlotsPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlotsPanel(ViewContext context, QWidget* parent = nullptr);
    ~PlotsPanel() override;

    [[nodiscard]] TimePlot& plot() const { return *m_plot; }
    [[nodiscard]] PlotChooser& chooser() const { return *m_chooser; }
    [[nodiscard]] const PlotFeed& feed() const { return m_feed; }

    // A recorded session as the other run; nullptr: none. It may still grow.
    void setSession(std::shared_ptr<const EventLog> log, const QString& name);
    void sessionGrew(); // its log has more

    [[nodiscard]] QStringList curveNames() const; // as they are drawn
    [[nodiscard]] QByteArray remembered() const; // for the next start
    void remember(const QByteArray& remembered);

    [[nodiscard]] QByteArray file(PlotFormat format) const; // of what is shown
    [[nodiscard]] QString fileName() const; // for it, without what says the format

signals:
    void saveWanted();
    void sessionWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Shown { // by what is chosen
        unsigned run = 0; // 0: all
        unsigned over = 0; // 0: none
        bool session = false; // `over` is its run
        bool operator==(const Shown&) const = default;
    };
    void connectParts();
    void retranslate();
    void applyLook();
    void beginAgain();
    void followSoon();
    void follow();
    bool takeMore();
    void showTimes();
    void showRuns();
    void renew(); // which curves there are
    void renewIfNeeded();
    void describe(); // for who does not see it
    void goTo(Nanoseconds time);
    [[nodiscard]] Shown shown() const;
    [[nodiscard]] CurveWish wishFor(unsigned run) const;
    [[nodiscard]] QString note(std::size_t more) const;

    ViewContext m_context;
    PlotFeed m_feed;
    PlotFeed m_otherFeed; // of the session
    std::shared_ptr<const EventLog> m_session;
    QString m_sessionName;
    PlotChooser* m_chooser;
    TimePlot* m_plot;
    EmptyNote* m_empty;
    QStackedLayout* m_stack;
    QTimer m_soon;
    Shown m_shown;
    std::pair<unsigned, unsigned> m_versions; // of what is drawn
    std::size_t m_more = 0; // series that are not drawn
};

} // namespace ipclab
