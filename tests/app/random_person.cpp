// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/random_person.h"

#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace ipclab::test {

namespace {

// Such that harm nobody, end by themselves or are ended by the window.
constexpr std::array kCommands { "true", "echo said", "printf 'b\\na\\n' | sort", "sleep 60", "cat",
    "sh -c 'kill -STOP $$'", "seq 2000 | tail -n 1", "head -c 100000 /dev/zero | wc -c",
    "no-such-program", "echo '", "sh -c 'sleep 50 & sleep 50 & wait'", "sh -c 'exit 3'",
    "sh -c 'echo to stderr >&2; kill -SEGV $$'", "python3 -c 'print(1); input()'" };
constexpr std::array kWords { "write", "read", "pipe", "0", "10", "ñandú 漢字", "<b>&amp;",
    "%1 %n \\", "sh", "(", ".*", "A=1", "    ", "-1" };
constexpr std::array kKeys { Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Up, Qt::Key_Down,
    Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown,
    Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0,
    Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_F, Qt::Key_Delete,
    Qt::Key_Backspace, Qt::Key_A };
constexpr std::array<Qt::KeyboardModifiers::Int, 6> kModifiers { Qt::NoModifier, Qt::NoModifier,
    Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier };

QString nameOf(const QWidget& widget)
{
    const auto* const button = qobject_cast<const QAbstractButton*>(&widget);
    const QString words = !widget.accessibleName().isEmpty() ? widget.accessibleName()
        : button && !button->text().isEmpty()                ? button->text()
                                                             : widget.objectName();
    return QLatin1String(widget.metaObject()->className()) + QStringLiteral(" “") + words.left(40)
        + QStringLiteral("”");
}

} // namespace

RandomPerson::RandomPerson(unsigned seed, QString folder)
    : m_seed(seed)
    , m_folder(std::move(folder))
    , m_random(seed)
{
    QObject::connect(&m_whileItIsOpen, &QTimer::timeout, &m_whileItIsOpen, [this] {
        if (QThread::currentThread()->loopLevel() > 0 && m_closing < 3)
            close();
    });
    m_whileItIsOpen.start(20);
    openWindow();
}

RandomPerson::~RandomPerson() = default;

void RandomPerson::openWindow()
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, {}, false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        m_trouble = q("a window that is shown does not become active");
}

void RandomPerson::closeWindow()
{
    m_window->close();
    m_window.reset();
}

const std::vector<RandomPerson::Kind>& RandomPerson::kinds()
{
    static const std::vector<Kind> all { { "lab", 6, &RandomPerson::chooseLab },
        { "command", 4, &RandomPerson::runCommand }, { "catalog", 2, &RandomPerson::leave },
        { "run", 12, &RandomPerson::runKey }, { "time", 8, &RandomPerson::timeKey },
        { "go", 5, &RandomPerson::goKey }, { "key", 14, &RandomPerson::anyKey },
        { "view", 3, &RandomPerson::viewMenu }, { "menu", 3, &RandomPerson::anyMenu },
        { "button", 16, &RandomPerson::anyButton }, { "tab", 5, &RandomPerson::anyTab },
        { "type", 4, &RandomPerson::typeWords }, { "box", 3, &RandomPerson::chooseInBox },
        { "mouse", 12, &RandomPerson::mouse }, { "context", 5, &RandomPerson::contextMenu },
        { "save", 2, &RandomPerson::saveSession }, { "open", 2, &RandomPerson::openSession },
        { "resize", 2, &RandomPerson::resize }, { "code", 3, &RandomPerson::editCode },
        { "wait", 8, &RandomPerson::letHappen }, { "again", 1, &RandomPerson::startAgain } };
    return all;
}

QString RandomPerson::act(int number)
{
    // Each has a draw of its own: what one finds to do does not change what the next one is.
    m_random.seed(m_seed * 100003U + static_cast<unsigned>(number));
    std::vector<int> weights;
    std::ranges::transform(kinds(), std::back_inserter(weights), &Kind::weight);
    std::discrete_distribution<std::size_t> draw(weights.begin(), weights.end());
    for (int i = 0; i < 50; ++i) {
        const Kind& kind = kinds()[draw(m_random)];
        const QString did = (this->*kind.does)();
        close();
        if (!did.isEmpty())
            return QLatin1String(kind.name) + QStringLiteral(": ") + did;
    }
    return q("nothing is possible");
}

int RandomPerson::below(int limit)
{
    return limit <= 1 ? 0 : std::uniform_int_distribution<int>(0, limit - 1)(m_random);
}

template <typename Widget>
std::vector<Widget*> RandomPerson::seen(const std::function<bool(const Widget&)>& fits) const
{
    std::vector<Widget*> found;
    for (Widget* widget : m_window->findChildren<Widget*>()) {
        if (widget->window() == m_window.get() && widget->isEnabled() && Person::seen(*widget)
            && (!fits || fits(*widget)))
            found.push_back(widget);
    }
    return found;
}

void RandomPerson::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget* const focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

QString RandomPerson::path(int which) const
{
    return m_folder + q("/session-%1.jsonl").arg(which);
}

QPoint RandomPerson::placeIn(const QWidget& widget)
{
    const QRect room = widget.visibleRegion().boundingRect();
    return room.topLeft() + QPoint(below(room.width()), below(room.height()));
}

QString RandomPerson::chooseLab()
{
    const auto lists = seen<QListView>([](const QListView& one) {
        return one.model() && one.model()->rowCount() > 0 && !one.inherits("QListWidget");
    });
    if (m_window->presenter().open() || lists.empty())
        return {};
    QListView& list = *lists.front();
    const QModelIndex index = list.model()->index(below(list.model()->rowCount()), 0);
    list.scrollTo(index);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
    return index.data(Qt::AccessibleTextRole).toString().left(40);
}

QString RandomPerson::runCommand()
{
    const auto lines = seen<QLineEdit>(
        [](const QLineEdit& one) { return one.inherits("ipclab::CommandLineEdit"); });
    if (lines.empty())
        return {};
    lines.front()->setFocus();
    lines.front()->selectAll();
    const QString command = q(oneOf(kCommands));
    QTest::keyClicks(lines.front(), command);
    QTest::keyClick(lines.front(), Qt::Key_Return);
    return command;
}

QString RandomPerson::leave()
{
    key(Qt::Key_L, Qt::ControlModifier);
    return q("Ctrl+L");
}

QString RandomPerson::runKey()
{
    static constexpr std::array kRunKeys { QKeyCombination(Qt::CTRL, Qt::Key_R),
        QKeyCombination(Qt::CTRL, Qt::Key_R), QKeyCombination(Qt::CTRL, Qt::Key_R),
        QKeyCombination(Qt::CTRL, Qt::Key_Period), QKeyCombination(Qt::CTRL, Qt::Key_P),
        QKeyCombination(Qt::CTRL, Qt::Key_P), QKeyCombination(Qt::Key_F9),
        QKeyCombination(Qt::Key_F9), QKeyCombination(Qt::SHIFT, Qt::Key_F9),
        QKeyCombination(Qt::Key_F2), QKeyCombination(Qt::Key_F2),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_R) };
    const QKeyCombination keys = oneOf(kRunKeys);
    key(keys.key(), keys.keyboardModifiers());
    return QKeySequence(keys).toString();
}

QString RandomPerson::timeKey()
{
    static constexpr std::array kTimeKeys { Qt::Key_F7, Qt::Key_F7, Qt::Key_F8, Qt::Key_End,
        Qt::Key_F6, Qt::Key_F4, Qt::Key_B };
    const Qt::Key which = oneOf(kTimeKeys);
    Qt::KeyboardModifiers modifiers = which == Qt::Key_End || which == Qt::Key_B
        ? Qt::ControlModifier
        : Qt::KeyboardModifiers::fromInt(oneOf(kModifiers));
    if (which == Qt::Key_F4) // with Alt or Ctrl it closes
        modifiers = {};
    const int times = which == Qt::Key_F7 || which == Qt::Key_F8 ? 1 + below(20) : 1;
    for (int i = 0; i < times; ++i)
        key(which, modifiers);
    return QKeySequence(which | modifiers).toString() + q(" ×%1").arg(times);
}

QString RandomPerson::goKey()
{
    static constexpr std::array kGoKeys { QKeyCombination(Qt::CTRL, Qt::Key_1),
        QKeyCombination(Qt::CTRL, Qt::Key_2), QKeyCombination(Qt::CTRL, Qt::Key_3),
        QKeyCombination(Qt::CTRL, Qt::Key_4), QKeyCombination(Qt::CTRL, Qt::Key_5),
        QKeyCombination(Qt::CTRL, Qt::Key_PageDown), QKeyCombination(Qt::CTRL, Qt::Key_F),
        QKeyCombination(Qt::Key_F10), QKeyCombination(Qt::Key_F1), QKeyCombination(Qt::Key_F11),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_B) };
    const QKeyCombination keys = oneOf(kGoKeys);
    key(keys.key(), keys.keyboardModifiers());
    return QKeySequence(keys).toString();
}

QString RandomPerson::anyKey()
{
    const Qt::Key which = oneOf(kKeys);
    const auto modifiers = Qt::KeyboardModifiers::fromInt(oneOf(kModifiers));
    const QWidget* const focus = QApplication::focusWidget();
    // A line of a program, or a command: what is typed there would be run.
    const QString where = focus ? nameOf(*focus) : q("nowhere");
    key(which, modifiers);
    return QKeySequence(which | modifiers).toString() + q(" in ") + where;
}

QString RandomPerson::anyTab()
{
    const auto bars = seen<QTabBar>();
    if (bars.empty())
        return {};
    QTabBar& bar = *oneOf(bars);
    const int tab = below(bar.count());
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(tab).center());
    return bar.tabText(tab);
}

QString RandomPerson::anyButton()
{
    const auto buttons = seen<QAbstractButton>();
    if (buttons.empty())
        return {};
    QAbstractButton& button = *oneOf(buttons);
    const QString name = nameOf(button);
    QTest::mouseClick(&button, Qt::LeftButton, {}, button.visibleRegion().boundingRect().center());
    return name;
}

QString RandomPerson::typeWords()
{
    const auto lines = seen<QLineEdit>([](const QLineEdit& one) {
        return !one.isReadOnly() && !one.inherits("ipclab::CommandLineEdit");
    });
    if (lines.empty())
        return {};
    QLineEdit& line = *oneOf(lines);
    const QString name = nameOf(line);
    const QString words = q(oneOf(kWords));
    line.setFocus();
    if (below(2) == 0)
        line.selectAll();
    for (const QChar letter : words) // QTest::keyClicks knows ASCII alone
        QTest::sendKeyEvent(QTest::Click, &line, Qt::Key_unknown, QString(letter), {});
    if (below(3) == 0)
        key(Qt::Key_Return);
    return words + q(" in ") + name;
}

} // namespace ipclab::test
