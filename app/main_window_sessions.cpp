// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_dialog.h"
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/session_folder.h"
#include "app/session_input.h"
#include "app/session_opening.h"
#include "app/tour.h"
#include "views/catalog/command_words.h"
#include "views/common/menu_text.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include <utility>

namespace ipclab {

namespace {

constexpr qsizetype kLongestName = 60;
constexpr qint64 kSoon = 150; // ms: what is opened by then shows no progress

// One file, from a file manager.
QString fileIn(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

QString elided(const QString& name)
{
    return name.size() > kLongestName ? name.left(kLongestName) + QStringLiteral("…") : name;
}

} // namespace

// Read in another thread: what is open stays until it is there.
void MainWindow::openSession(const QString& path)
{
    giveUpOpening();
    m_opening = new SessionOpening(path, this);
    QElapsedTimer began;
    began.start();
    connect(m_opening, &SessionOpening::advanced, this,
        [this, began, opening = m_opening](int percent) {
            if (opening && opening == m_opening && began.hasExpired(kSoon))
                showOpening(percent);
        });
    connect(m_opening, &SessionOpening::opened, this, &MainWindow::showOpened);
    connect(m_opening, &SessionOpening::failed, this,
        [this](const Error& error) { noticeHere().show(NoticeBar::Kind::Error, error); });
}

void MainWindow::showOpening(int percent)
{
    const QString name = elided(QFileInfo(m_opening->path()).fileName());
    noticeHere().progress([name] { return tr("“%1” is being opened").arg(name); }, percent,
        [] { return tr("Cancel"); }, [this] { giveUpOpening(); });
}

void MainWindow::giveUpOpening()
{
    if (m_opening)
        m_opening->cancel();
    m_opening.clear();
}

void MainWindow::showOpened(const std::shared_ptr<OpenedSession>& session)
{
    const QString lab = text(session->saved.header.lab);
    m_opening.clear();
    if (!mayLeave([this, session] { showOpened(session); }))
        return;
    m_tour->end(); // who opens one wants to see it
    leaveLab();
    page().setNextLab({});
    showPage();
    m_presenter.openSession(session, m_catalog.find(lab));
    enableActions();
    nameWindow();
    m_page->focusPanel(4);
    sayWhatIsMissing(session->saved);
}

// What the file had, and is not shown.
void MainWindow::sayWhatIsMissing(const SavedSession& saved)
{
    const QString words = missingFrom(saved).join(u' ');
    const std::string& lab = saved.header.lab;
    if (!lab.empty() && !m_catalog.find(text(lab)))
        m_page->notice().show(
            NoticeBar::Kind::Error, [words, shown = elided(visibleText(saved.header.lab))] {
                return tr(
                    "The lab “%1” of this session is not on this machine: what happened is shown, "
                    "without its guide and its code. Add the lab to your labs, and open the "
                    "session again. %2")
                    .arg(shown, words)
                    .trimmed();
            });
    else if (!words.isEmpty())
        m_page->notice().show(NoticeBar::Kind::Error, [words] { return words; });
}

void MainWindow::chooseSession()
{
    auto* const dialog = newFileDialog(this, tr("Open a session"), QFileDialog::AcceptOpen,
        tr("Sessions (*.jsonl);;All files (*)"), sessionsFolder());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openSession);
    dialog->open();
}

QString MainWindow::sessionWords(const QString& lab, const QString& command) const
{
    const Lab* const known = m_catalog.find(lab);
    return elided(known     ? text(known->guideIn(m_languages.code().toStdString()).title)
            : lab.isEmpty() ? command
                            : lab);
}

// Those that are kept now; the menu is not open all the time.
void MainWindow::listSessions()
{
    QMenu& menu = m_actions->recentSessions();
    menu.clear();
    for (const KeptSession& one : keptSessions()) {
        const QString when = QLocale().toString(one.startedAt, QLocale::ShortFormat);
        const QString what = menuText(sessionWords(one.lab, commandLine(one.argv).simplified()));
        connect(menu.addAction(tr("%1 · %2").arg(what, when)), &QAction::triggered, this,
            [this, path = one.path] { openSession(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("None yet: each run is kept here"))->setEnabled(false);
}

// IPC Lab was killed, or the machine went down: what was recorded is there.
void MainWindow::offerRecovered()
{
    if (m_opening) // what it shows would hide the offer: at the next start
        return;
    const std::optional<KeptSession> session = takeRecovered();
    if (!session)
        return;
    noticeHere().offer(
        [this, one = *session] {
            return tr("Recovered: “%1”, as it was when IPC Lab ended without warning (%2).")
                .arg(sessionWords(one.lab, commandLine(one.argv).simplified()),
                    QLocale().toString(one.startedAt, QLocale::ShortFormat));
        },
        [] { return tr("Open"); }, [this, path = session->path] { openSession(path); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = fileIn(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openSession(path);
}

} // namespace ipclab
