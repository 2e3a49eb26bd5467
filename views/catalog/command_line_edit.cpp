// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_line_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr qsizetype kOfferFrom = 2; // letters typed

QString commonBeginning(const QStringList& words)
{
    QString common = words.front();
    for (const QString& word : words) {
        const auto [end, other]
            = std::mismatch(common.begin(), common.end(), word.begin(), word.end());
        common.truncate(end - common.begin());
    }
    return common;
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

CommandLineEdit::CommandLineEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_choices(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_choices, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    popup()->setStyleSheet(QStringLiteral("QListView { border: 1px solid palette(mid); }"));
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_recalled = -1;
        ask(Why::Typed);
    });
    connect(&m_finder, &CompletionFinder::answered, this, &CommandLineEdit::takeAnswer);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
        [this](const QModelIndex& chosen) {
            if (const QString word = chosen.data(Qt::UserRole).toString(); !word.isEmpty())
                replaceWord(word, true);
        });
    retranslate();
}

void CommandLineEdit::setHistory(const QStringList& lines)
{
    m_history = lines;
    m_recalled = -1;
}

void CommandLineEdit::setFolder(const QString& folder)
{
    m_folder = folder;
}

QAbstractItemView* CommandLineEdit::popup() const
{
    return m_completer->popup();
}

bool CommandLineEdit::event(QEvent* event)
{
    // Before Tab means the next field.
    if (event->type() == QEvent::KeyPress) {
        auto* const key = static_cast<QKeyEvent*>(event);
        const WordAtCursor word = wordAtCursor(text(), cursorPosition());
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && !word.text.isEmpty()
            && !word.expands && !m_tabAsked) {
            if (popup()->isVisible() && popup()->currentIndex().isValid())
                key->ignore(); // the popup takes what is chosen
            else
                ask(Why::Tab);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void CommandLineEdit::keyPressEvent(QKeyEvent* event)
{
    const bool offers = popup()->isVisible();
    if (offers && (event->key() == Qt::Key_Escape || isEnter(event->key()))) {
        if (event->key() == Qt::Key_Escape || popup()->currentIndex().isValid())
            return event->ignore(); // the popup's
        popup()->hide();
    }
    if (!offers && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        && event->modifiers() == Qt::NoModifier)
        return recall(event->key() == Qt::Key_Up ? 1 : -1);
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        return ask(Why::All);
    QLineEdit::keyPressEvent(event);
}

void CommandLineEdit::recall(int step)
{
    if (m_recalled < 0)
        m_draft = text();
    const auto fits = [this](qsizetype at) {
        return m_history.at(at).contains(m_draft.trimmed(), Qt::CaseInsensitive)
            && m_history.at(at) != text();
    };
    qsizetype at = m_recalled + step;
    while (at >= 0 && at < m_history.size() && !fits(at))
        at += step;
    if (at >= m_history.size() || (at < 0 && m_recalled < 0))
        return;
    m_recalled = std::max<qsizetype>(at, -1);
    setText(m_recalled < 0 ? m_draft : m_history.at(m_recalled));
}

void CommandLineEdit::ask(Why why)
{
    m_why = why;
    m_tabAsked = why == Why::Tab;
    m_word = wordAtCursor(text(), cursorPosition());
    ++m_number; // what was asked before is of no interest now
    const bool little = m_word.text.size() < kOfferFrom;
    if (m_word.expands || (why == Why::Typed && little))
        return popup()->hide();
    m_finder.ask({ m_number, m_word.text, m_word.program, m_folder });
}

void CommandLineEdit::takeAnswer(quint64 number, const Completions& found)
{
    if (number != m_number)
        return;
    m_tabAsked = false;
    if (!hasFocus())
        return;
    if (wordAtCursor(text(), cursorPosition()).text != m_word.text)
        return; // it was typed on, or the cursor is elsewhere
    if (m_why == Why::Tab)
        completeByTab(found);
    else
        offer(found);
}

void CommandLineEdit::completeByTab(const Completions& found)
{
    if (found.words.isEmpty() || found.words == QStringList { m_word.text }) {
        popup()->hide();
        if (found.words.isEmpty() || m_word.text.endsWith(u'/'))
            focusNextPrevChild(true); // nothing to complete
        else
            replaceWord(m_word.text, true);
        return;
    }
    if (found.words.size() == 1)
        return replaceWord(found.words.front(), true);
    const QString common = commonBeginning(found.words);
    if (!found.more && common.size() > m_word.text.size())
        replaceWord(common, false);
    offer(found);
    popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void CommandLineEdit::offer(const Completions& found)
{
    const bool known = found.words == QStringList { m_word.text };
    if (found.words.isEmpty() || (known && m_why == Why::Typed))
        return popup()->hide();
    m_choices->clear();
    for (const QString& word : found.words) {
        // Of a path the last name: the folders are in the field.
        const qsizetype slash = word.lastIndexOf(u'/', word.size() - 2);
        auto* const item = new QStandardItem(word.mid(slash + 1));
        item->setData(word, Qt::UserRole);
        m_choices->appendRow(item);
    }
    if (found.more) {
        auto* const item = new QStandardItem(tr("… and more: type on"));
        item->setFlags(Qt::NoItemFlags);
        m_choices->appendRow(item);
    }
    m_completer->complete();
    popup()->setCurrentIndex({}); // Enter runs the line until one is chosen
}

// `whole`: it is all there, and the next word may follow.
void CommandLineEdit::replaceWord(const QString& text, bool whole)
{
    const WordAtCursor word = wordAtCursor(this->text(), cursorPosition());
    const bool home = word.quote.isNull() && text.startsWith(QLatin1String("~/"));
    QString typed = typedWord(home ? text.mid(2) : text, word.quote);
    if (home)
        typed.prepend(QLatin1String("~/"));
    const bool folder = text.endsWith(u'/');
    if (!whole && !word.quote.isNull() && !folder)
        typed.chop(1); // the quote stays open
    if (whole && !folder)
        typed += u' ';
    const int begin = static_cast<int>(word.begin);
    setSelection(begin, cursorPosition() - begin);
    insert(typed); // can be undone
    if (whole)
        popup()->hide();
    m_recalled = -1;
    if (!whole)
        ++m_number; // what is offered stays
    m_word = wordAtCursor(this->text(), cursorPosition());
}

void CommandLineEdit::retranslate()
{
    popup()->setAccessibleName(tr("Completions"));
}

void CommandLineEdit::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace ipclab
