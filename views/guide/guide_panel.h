// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/unseen.h"
#include "views/common/view_context.h"
#include "views/guide/guide_content.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ipclab {

class StepRow;
class TermLabel;

// Leads through a lab: its question, the steps, predictions and hints. Is told what to show and
// knows no lab; what the learner decides goes out as signals. GUI thread.
class GuidePanel : public QWidget {
    Q_OBJECT

public:
    explicit GuidePanel(ViewContext context, QWidget* parent = nullptr);

    // May be called as often as one likes: the same content again changes nothing.
    void setContent(const GuideContent& content);
    void focusNow(); // what there is to do: never to start over
    void greet(); // the same of a lab that opens: its question is read first, from the top
    [[nodiscard]] const GuideContent& content() const { return m_content; }

signals:
    void predicted(const QString& step, const QString& choice);
    void showWanted(); // the step now
    void startOverWanted();
    void nextLabWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createParts();
    void retranslate();
    void applyLook();
    void rebuild();
    [[nodiscard]] StepRow* rowAt(int place) const;
    void dropRow(int place);
    StepRow* newRow(const GuideStep& step, int number);
    void tell(TermLabel& label, const QString& html);
    void orderTabs();
    void showHead();
    void showEnd();
    void keepFocus(const QString& name);
    void scrollToNow();
    void showExplanation();
    [[nodiscard]] bool isDone() const; // all steps are
    [[nodiscard]] QWidget* toDo() const;
    [[nodiscard]] const GuideStep* stepNow() const;

    ViewContext m_context;
    Unseen m_unseen;
    GuideContent m_content;
    QString m_picked; // a choice marked and not yet predicted
    QString m_pickedStep; // of that step
    bool m_anew = true; // another look or language: nothing that is shown can stay
    bool m_toNow = false; // the step now is to come into view; after the last, what it all means
    QScrollArea* m_scroll;
    QWidget* m_page;
    QLabel* m_where; // "GUIDE · STEP 3 OF 6"
    QPushButton* m_startOver;
    QLabel* m_question;
    TermLabel* m_intro;
    QVBoxLayout* m_steps;
    QLabel* m_summary;
    TermLabel* m_explanation;
    QPushButton* m_next;
    QLabel* m_foot;
};

} // namespace ipclab
