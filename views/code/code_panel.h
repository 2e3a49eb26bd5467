// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_highlighter.h"
#include "views/code/code_view.h"
#include "views/common/unseen.h"
#include "views/common/view_context.h"

#include <QString>
#include <QTime>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

class QEvent;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace ipclab {

class CodeDifference;
class CodeMessages;
class EmptyNote;
struct ComparedText;

struct CodeFile {
    QString title; // "child.py"
    QString path;
    QString text;
    CodeLanguage language = CodeLanguage::Plain;
    std::optional<QString> original = {}; // of a copy: the text of the lab's own file
    bool whole = true; // `text` says each byte of it: it is UTF-8
    bool operator==(const CodeFile&) const = default;
};

// The programs that run, one tab each: to be read, or edited where they are the learner's own. The
// lines that threads are in at the moment are marked, where they are known and the text is the one
// that runs. GUI thread.
class CodePanel : public QWidget {
    Q_OBJECT

public:
    // Of a file; the rest is left out, and dots say so.
    static constexpr qsizetype kMostText = 1 << 20;
    static constexpr int kMostLines = 20'000;

    explicit CodePanel(ViewContext context, QWidget* parent = nullptr);

    enum class Editing : std::uint8_t {
        None,
        OfACopy, // a copy may be asked for
        Here,
        HereOfACopy, // and the original may be asked for
    };

    // The same files with other texts stay where they were scrolled to. What is edited and not yet
    // saved stays; of a file that has another text now, changedElsewhere() tells.
    void setFiles(std::vector<CodeFile> files);
    void takeFile(const QString& path); // its text instead of what was edited; can be undone
    void forgetEdits(); // what is not saved
    // `kept`: a copy was put aside, and may be had again.
    void setEditing(Editing editing, bool kept = false);
    // Each file that was edited, with the ends of lines it has; one that could not be written stays
    // unsaved. False: there is one.
    bool save(const std::function<bool(const QString& path, const QString& text)>& write);

    // As a compiler or Python names the file, or another run's name for it. False: it is not here.
    bool goToLine(const QString& file, int line);
    void setSwitches(const std::vector<std::pair<QString, QString>>& switches); // as they are set
    void followRun(); // one was begun, of what is shown
    void beginRun(const QTime& at); // the learner's own, and what it runs is remembered
    void runFailed(); // the one that was begun: it ran nothing
    void showChanges(bool show); // against the lab's own text, or what a run ran
    [[nodiscard]] bool changesShown() const;
    void showMessages(const QString& messages); // of the compiler; until the next run
    void focusText(); // of the program that is shown

signals:
    void copyWanted();
    void originalWanted();
    void keptWanted(); // the copy that was put aside
    void saveWanted();
    void changedElsewhere(const QString& path); // while it is edited here

protected:
    void changeEvent(QEvent* event) override;

private:
    void createButtons();
    void fitButtons();
    void retranslate();
    void applyLook();
    void placeFiles(const std::vector<CodeFile>& files);
    CodeView* newView(const CodeFile& file);
    void addTab(const CodeFile& file, CodeView* view);
    void showEditing();
    void takeOver(std::size_t file, CodeFile now);
    void showWhyRead();
    [[nodiscard]] bool canBeEdited(std::size_t file) const;
    [[nodiscard]] QString written(std::size_t file) const; // what a save writes
    [[nodiscard]] CodeView* view(std::size_t file) const;
    [[nodiscard]] bool edited() const;
    void createPage();
    void noteChange(std::size_t file);
    [[nodiscard]] std::optional<std::size_t> fileNamed(const QString& name) const;
    void showMarks();
    void followChosen(const std::vector<std::vector<LineMark>>& marks);
    void showWhere();
    void choose(Pid pid);
    void createChanges();
    void retranslateChanges();
    void showSigns(std::size_t file);
    void compare();
    void goToChange(int by);
    [[nodiscard]] std::vector<ComparedText> compared() const;
    void showWhatRan();

    struct Ran {
        QString when;
        std::map<QString, QString> texts; // by path
    };
    static constexpr std::size_t kMostRuns = 6; // whose texts are kept

    ViewContext m_context;
    Unseen m_unseen;
    std::vector<CodeFile> m_files;
    Editing m_editing = Editing::None;
    bool m_kept = false;
    EmptyNote* m_empty;
    QPushButton* m_copy;
    QPushButton* m_original;
    QPushButton* m_keptCopy;
    QPushButton* m_changes;
    QPushButton* m_save;
    QTabWidget* m_tabs;
    CodeDifference* m_difference; // in place of the tabs
    CodeMessages* m_messages;
    QLabel* m_whyRead; // and not edited: the file that is shown
    QLabel* m_whatRan;
    QLabel* m_where; // the chosen process is
    QLabel* m_set; // the switches
    QStackedLayout* m_stack;
    std::vector<QString> m_ran; // the text of each file when the run began
    std::vector<bool> m_changed; // since
    std::vector<Ran> m_runs; // the latest last
    std::vector<Ran> m_runsBefore; // the last one was begun
    std::vector<std::pair<QString, QString>> m_switches;
    std::pair<Pid, int> m_followed; // whose line was brought into view
};

} // namespace ipclab
