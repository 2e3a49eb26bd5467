// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"
#include "app/lab_trust.h"
#include "app/new_lab.h"
#include "app/session.h"
#include "ipc-core/lab/lab_loader.h"
#include "tests/app/open_window.h"
#include "tests/words.h"
#include "views/common/time_cursor.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

// What a learner did, of a session: "predict where=reader".
QStringList learnerActions(const EventLog& log)
{
    QStringList found;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const auto* const action = std::get_if<UserAction>(&log[i].body);
        if (action
            && (action->what == "predict" || action->what == "step" || action->what == "answer"))
            found += QString::fromStdString(
                std::string(action->what) + ' ' + std::string(action->detail));
    }
    return found;
}

} // namespace

// What a learner does in a lab is in its session.
class LearnerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void everyChoiceAndEveryStepIsInTheSession();
    void theFirstRunEndsNobody();
    void whatWasChosenBeforeAResetIsNot();
    void aNameIsGivenOrNot_data();
    void aNameIsGivenOrNot();

private:
    void open(LabPresenter& lab) const;
    SavedSession saved(LabPresenter& lab) const;

    QTemporaryDir m_folder;
    QString m_lab;
};

void LearnerTest::initTestCase()
{
    const auto made = makeLab(q("mine"), m_folder.path());
    QVERIFY(made.ok());
    m_lab = *made;
    QVERIFY(trustFolder(m_lab.toStdString()).ok());
}

void LearnerTest::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void LearnerTest::open(LabPresenter& lab) const
{
    LoadResult loaded = loadLab(m_lab.toStdString());
    QVERIFY(std::holds_alternative<Lab>(loaded));
    lab.openLab(std::get<Lab>(loaded), Variant::Python);
}

SavedSession LearnerTest::saved(LabPresenter& lab) const
{
    const QString path = m_folder.filePath(q("saved.jsonl"));
    lab.save(path);
    lab.copy().finish();
    Result<SavedSession> session = readSession(path.toStdString());
    if (session)
        return std::move(*session);
    SavedSession none;
    none.log = std::make_unique<EventLog>();
    return none;
}

void LearnerTest::everyChoiceAndEveryStepIsInTheSession()
{
    TimeCursor cursor;
    LabPresenter lab(cursor, {});
    open(lab);
    lab.predict(q("where"), q("reader"));
    lab.predict(q("where"), q("writer"));
    lab.run();
    QTRY_VERIFY_WITH_TIMEOUT(lab.runner()->step(0).done, kPatience);
    lab.send(q("hello"), "\n");
    QTRY_VERIFY_WITH_TIMEOUT(lab.runner()->step(1).done, kPatience);
    const QStringList wanted { q("predict where=reader"), q("predict where=writer"),
        q("step where"), q("answer where=writer"), q("step end") };
    QTRY_COMPARE_WITH_TIMEOUT(learnerActions(lab.session()->log()), wanted, kPatience);
    const SavedSession session = saved(lab);
    QCOMPARE(learnerActions(*session.log), wanted);
    QCOMPARE(session.header.lab, std::string("mine"));
}

void LearnerTest::theFirstRunEndsNobody()
{
    TimeCursor cursor;
    LabPresenter lab(cursor, {});
    open(lab);
    lab.predict(q("where"), q("writer")); // still on its way to the log when the run begins
    lab.run();
    const auto said = [&](std::string_view what) {
        const EventLog& log = lab.session()->log();
        int count = 0;
        for (EventIndex i = 0; i < log.size(); ++i) {
            const auto* const action = std::get_if<UserAction>(&log[i].body);
            count += action && action->what == what ? 1 : 0;
        }
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(lab.runner()->step(0).done, kPatience);
    QCOMPARE(said("run"), 1);
    QCOMPARE(said("stop"), 0);
    lab.run();
    QTRY_COMPARE_WITH_TIMEOUT(said("run"), 2, kPatience);
    QCOMPARE(said("stop"), 1); // the one before
}

void LearnerTest::whatWasChosenBeforeAResetIsNot()
{
    TimeCursor cursor;
    LabPresenter lab(cursor, {});
    open(lab);
    lab.predict(q("where"), q("reader"));
    lab.reset();
    lab.predict(q("where"), q("kernel"));
    lab.run();
    QTRY_VERIFY_WITH_TIMEOUT(lab.runner()->step(0).done, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(learnerActions(lab.session()->log()),
        (QStringList { q("predict where=kernel"), q("step where"), q("answer where=writer") }),
        kPatience);
}

void LearnerTest::aNameIsGivenOrNot_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("one") << q("Ana <b>Núñez</b>");
}

void LearnerTest::aNameIsGivenOrNot()
{
    QFETCH(QString, name);
    TimeCursor cursor;
    LabPresenter lab(cursor, {});
    lab.setLearner(name);
    open(lab);
    lab.run();
    QCOMPARE(saved(lab).header.learner, name.toStdString());
}

WINDOW_TEST_MAIN(LearnerTest)
#include "learner_test.moc"
