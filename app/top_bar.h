// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/segments.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <map>
#include <vector>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace ipclab {

class ElidedLabel;
class Look;
class WrapLayout;

// What is open, which variant and switches it runs with, and the buttons to run it. Knows no lab;
// is told, and says what the person wants. GUI thread.
class TopBar : public QWidget {
    Q_OBJECT

public:
    struct Switch {
        QString name;
        QStringList values;
        bool operator==(const Switch&) const = default;
    };

    explicit TopBar(const Look& look, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& where);
    void setVariants(std::vector<Segments::Segment> variants); // empty: there are none
    void chooseVariant(const QString& id);
    void setSwitches(const std::vector<Switch>& switches);
    void chooseSwitch(const QString& name, const QString& value);
    void setStarts(const QStringList& runs); // those that are started by themselves
    void setBusy(bool busy);
    [[nodiscard]] QWidget* runButton() const; // to be pointed at
    [[nodiscard]] QSize minimumSizeHint() const override; // in two rows, where that is less
    void setAttached(const QString& name); // who ran before, and is let go; empty: nobody
    void setReplay(bool replay); // what is open was recorded: nothing can be run

signals:
    void catalogWanted();
    void variantPicked(const QString& id);
    void switchPicked(const QString& name, const QString& value);
    void resetWanted();
    void stopWanted();
    void runWanted();
    void startWanted(const QString& run);
    void projectorWanted(bool on);

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createParts();
    void arrange();
    void connectParts();
    void retranslate();
    void applyLook();
    void nameStarts();
    void nameStop();
    void nameRun();
    void placeSwitches();
    void orderTabs();

    const Look& m_look;
    QPushButton* m_back;
    ElidedLabel* m_title;
    ElidedLabel* m_where;
    Segments* m_variants;
    QWidget* m_switches; // in the first row if there is room, else in the second
    WrapLayout* m_switchRow;
    std::vector<Switch> m_shown;
    std::map<QString, Segments*> m_byName;
    std::vector<QPushButton*> m_starts; // in the switches' row
    QPushButton* m_reset;
    QPushButton* m_stop;
    QPushButton* m_run;
    QPushButton* m_projector;
    QGridLayout* m_grid;
    QString m_attached;
    bool m_replay = false;
    bool m_oneRow = true;
};

} // namespace ipclab
