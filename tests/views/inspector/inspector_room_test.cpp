// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/inspector/shown_inspector.h"
#include "tests/views/support/found.h"
#include "views/common/elided_button.h"
#include "views/inspector/fact_list.h"
#include "views/inspector/signal_button.h"
#include "views/inspector/why_box.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

namespace ipclab {

namespace {

void nothingIsCut(bool projector, bool translated, void (*tell)(Story&))
{
    Stage stage;
    stage.look.setProjector(projector);
    qApp->setStyleSheet(stage.look.styleSheet());
    tell(stage.story);
    InspectorPanel panel(stage.context);
    panel.setFolds("+"); // all of it
    panel.resize(stage.look.px(290), 1200);
    panel.show();
    stage.story.show(stage.cursor);
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_COMPARE(cutOff(panel), QString());
    for (const auto* const list : test::found<FactList>(panel))
        QTRY_VERIFY(!list->isVisible() || list->height() >= list->sizeHint().height());
    const QString suffix = QString::fromLatin1(translated ? "-es" : "-en")
        + QString::fromLatin1(projector ? "-projector" : "");
    saveIfAsked(panel, QStringLiteral("inspector-whole") + suffix);
    stage.selection.choose(ChannelId { 2 });
    QTRY_COMPARE(cutOff(panel), QString());
    saveIfAsked(panel, QStringLiteral("inspector-channel") + suffix);
}

} // namespace

// Its words have room: in each language, at the desk and projected.
class InspectorRoomTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        Look look;
        qApp->setStyleSheet(look.styleSheet());
    }

    void theSentenceIsEscapedAndItsNamesAreStrong()
    {
        const WhyStyle style { QStringLiteral("Mono"), Qt::black, Qt::white };
        const LinkedText text
            = linked(QStringLiteral("a<b waits in read(0) for 58 bytes of cat, and of dog"),
                { { QStringLiteral("cat"), { Pid { 7 } } }, { QStringLiteral("ca"), { Pid { 8 } } },
                    { QStringLiteral("dog"), {} } },
                style, -1);
        const QString& rich = text.rich;
        QVERIFY2(rich.startsWith(QStringLiteral("a&lt;b waits")), qPrintable(rich));
        QVERIFY2(rich.contains(QStringLiteral(u"<b>58\u00A0bytes</b>")), qPrintable(rich));
        QVERIFY2(rich.contains(QStringLiteral(">cat</a>")), qPrintable(rich));
        QVERIFY2(rich.endsWith(QStringLiteral("<b>dog</b>")), qPrintable(rich)); // which, is open
        QVERIFY2(rich.contains(QStringLiteral(">read(0)</span>")), qPrintable(rich));
        QCOMPARE(text.links.size(), std::size_t { 1 });
        QCOMPARE(text.links.front().target.pid, Pid { 7 });
    }

    // HTML makes a plain space of every other.
    void aNumberIsNotTornApartNorFromItsUnit()
    {
        const WhyStyle style { QStringLiteral("Mono"), Qt::black, Qt::white };
        const QString rich = linked(QStringLiteral(u"all 65\u202F536 bytes"), {}, style, -1).rich;
        QVERIFY2(rich.contains(QStringLiteral(u"<b>65\u00A0536\u00A0bytes</b>")), qPrintable(rich));
    }

    void nothingIsCutAt290PixelsNorWhenProjected()
    {
        QTranslator spanish;
        QVERIFY(spanish.load(QStringLiteral(":/i18n/ipclab_es")));
        for (const bool translated : { false, true }) {
            if (translated)
                QCoreApplication::installTranslator(&spanish);
            for (const bool projector : { false, true }) {
                for (auto* const tell : { &tellDelayedOutput, &tellEndlessDialog })
                    nothingIsCut(projector, translated, tell);
            }
            QCoreApplication::removeTranslator(&spanish);
        }
    }

    // In a panel as wide as it is at 1280 pixels.
    // "waiting · wait4(4711) 4.0 s" beside a name: what it waits in and how long is read.
    void whatHasNoRoomBesideTheWordsStandsBelowThemWhole()
    {
        Look look;
        FactList list(look);
        FactRow row;
        row.left = QStringLiteral("child");
        row.words = QStringLiteral("a-long-name (18604)");
        row.right = QStringLiteral("waiting · read(0) 725 µs");
        list.resize(600, 100);
        list.show({ row, row });
        const int low = list.sizeHint().height();
        list.QWidget::show();
        list.resize(240, 100);
        QTRY_VERIFY(list.sizeHint().height() > low);
        list.resize(600, 100);
        QTRY_COMPARE(list.sizeHint().height(), low);
    }

    void aRowBelowATallOneIsFoundWhereItIs()
    {
        Look look;
        FactList list(look);
        FactRow tall;
        tall.words = QStringLiteral("a-long-name (18604)");
        tall.right = QStringLiteral("waiting · read(0) 725 µs, and so on and so on");
        FactRow link;
        link.words = QStringLiteral("pipe A");
        link.target = { {}, ChannelId { 7 }, {} };
        list.resize(240, 100);
        list.show({ tall, link });
        const QRect place = list.linkRect(1, false);
        QVERIFY(place.top() > list.sizeHint().height() / 2);
        QSignalSpy chosen(&list, &FactList::chosen);
        list.QWidget::show();
        QTest::mouseClick(&list, Qt::LeftButton, {}, place.center());
        QCOMPARE(chosen.size(), 1);
    }

    void wordsOnButtonsAreNotCutInEitherLanguage()
    {
        QTranslator spanish;
        QVERIFY(spanish.load(QStringLiteral(":/i18n/ipclab_es")));
        for (const bool translated : { false, true }) {
            if (translated)
                QCoreApplication::installTranslator(&spanish);
            Stage stage;
            tellDelayedOutput(stage.story);
            stage.story.tell(1, UserAction { "hold_process", {}, Pid { 4712 } });
            InspectorPanel panel(stage.context);
            panel.resize(290, 560);
            panel.show();
            stage.story.show(stage.cursor);
            stage.selection.choose(Pid { 4712 });
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            const auto* const hold = panel.findChild<ElidedButton*>(QStringLiteral("hold"));
            QTRY_VERIFY(hold->width() < 290 && hold->width() > 200);
            QVERIFY2(!hold->cut(), qPrintable(hold->text()));
            QVERIFY(!panel.findChild<ElidedButton*>(QStringLiteral("step"))->cut());
            stage.story.tell(1, UserAction { "release_process", {}, Pid { 4712 } });
            stage.cursor.advance();
            QVERIFY2(!hold->cut(), qPrintable(hold->text()));
            QVERIFY(hold->toolTip().contains(hold->text()));
            for (const auto* const button : test::found<SignalButton>(panel))
                QVERIFY2(!button->cut(), qPrintable(button->action()));
            QCoreApplication::removeTranslator(&spanish);
        }
    }

    void aButtonWithTooManyWordsIsCutInTheMiddle()
    {
        ElidedButton button(QStringLiteral("some words that are many more than it has room for"));
        button.resize(button.sizeHint());
        QVERIFY(!button.cut());
        button.resize(100, button.height());
        QVERIFY(button.cut());
        QVERIFY(!button.grab().isNull());
        button.resize(button.sizeHint());
        button.show();
        QVERIFY(QTest::qWaitForWindowActive(&button));
        button.setFocus();
        QVERIFY(button.hasFocus());
        QVERIFY(!button.cut()); // nor by the line around it
    }

    void pictures()
    {
        for (const bool dark : { false, true }) {
            for (const bool projector : { false, true }) {
                const QString suffix = QString::fromLatin1(dark ? "-dark" : "-light")
                    + QString::fromLatin1(projector ? "-projector" : "");
                const auto draw = [&](const QString& name, auto tell, auto choose) {
                    Stage stage;
                    stage.look.setDark(dark);
                    stage.look.setProjector(projector);
                    qApp->setStyleSheet(stage.look.styleSheet());
                    qApp->setPalette(stage.look.palette());
                    tell(stage.story);
                    InspectorPanel panel(stage.context);
                    panel.resize(stage.look.px(290), 620);
                    stage.story.show(stage.cursor);
                    choose(stage.selection);
                    panel.show();
                    panel.setFocus();
                    QVERIFY(QTest::qWaitForWindowExposed(&panel));
                    saveIfAsked(panel, QStringLiteral("inspector-") + name + suffix);
                };
                const auto nobody = [](Selection&) {};
                draw(
                    QStringLiteral("empty"), [](Story&) {}, nobody);
                draw(QStringLiteral("delayed"), tellDelayedOutput,
                    [](Selection& selection) { selection.choose(Pid { 4712 }); });
                draw(QStringLiteral("reader"), tellDelayedOutput,
                    [](Selection& selection) { selection.choose(Pid { 4711 }); });
                draw(QStringLiteral("dialog"), tellEndlessDialog, nobody);
                draw(QStringLiteral("family"), tellFamily,
                    [](Selection& selection) { selection.choose(Pid { 4711 }); });
                draw(QStringLiteral("pipe"), tellEndlessDialog,
                    [](Selection& selection) { selection.choose(ChannelId { 2 }); });
                draw(QStringLiteral("terminal"), tellEndlessDialog,
                    [](Selection& selection) { selection.choose(ChannelId { 1 }); });
            }
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::InspectorRoomTest)
#include "inspector_room_test.moc"
