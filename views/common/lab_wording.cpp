// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/lab_wording.h"

#include "views/common/wording_tr.h"

namespace ipclab {

namespace {

QString typeName(const std::string& type)
{
    if (type == "string")
        return Wording::tr("a text in quotes");
    if (type == "integer")
        return Wording::tr("a whole number, not below 0");
    if (type == "boolean")
        return Wording::tr("true or false");
    if (type == "array")
        return Wording::tr("a list in [ ], with as many items as it needs");
    return Wording::tr("a table in { }");
}

QString unknownWord(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::UnknownRun:
        return Wording::tr("there is no run named “%1”");
    case ProblemKind::UnknownSwitch:
        return Wording::tr("there is no switch named “%1”");
    case ProblemKind::UnknownValue:
        return Wording::tr("“%1” is not one of the values");
    case ProblemKind::UnknownWiring:
        return Wording::tr("there is no wiring “%1”");
    case ProblemKind::UnknownPlace:
        return Wording::tr("there is no place “%1” for a byte");
    case ProblemKind::UnknownMode:
        return Wording::tr("there is no buffer mode “%1”");
    case ProblemKind::UnknownFinding:
        return Wording::tr("there is no finding “%1”");
    case ProblemKind::UnknownSignal:
        return Wording::tr("there is no signal “%1”");
    case ProblemKind::UnknownStream:
        return Wording::tr("“%1” does not name a stream");
    case ProblemKind::UnknownAction:
        return Wording::tr("nothing is known to do for “%1”");
    case ProblemKind::UnknownCondition:
        return Wording::tr("this is not a condition");
    case ProblemKind::UnknownFact:
        return Wording::tr("“%1” is no fact that a text can tell");
    default:
        return Wording::tr("“%1” means nothing here");
    }
}

// Without the place, and for unknown words without the list of those there are.
QString whatIsWrong(const Problem& problem)
{
    const QString expected = text(problem.expected);
    switch (problem.kind) {
    case ProblemKind::MissingFile:
        return Wording::tr("the file “%1” is missing");
    case ProblemKind::Unreadable:
        return Wording::tr("“%1” cannot be read (%2)").arg(QStringLiteral("%1"), expected);
    case ProblemKind::TooLarge:
        return Wording::tr("“%1” is larger than the limit, %2").arg(QStringLiteral("%1"), expected);
    case ProblemKind::Syntax:
        return Wording::tr("this is not TOML: %1");
    case ProblemKind::MissingKey:
        return Wording::tr("the key “%1” is missing");
    case ProblemKind::WrongType:
        return Wording::tr("“%1” must be %2").arg(QStringLiteral("%1"), typeName(problem.expected));
    case ProblemKind::UnknownKey:
        return Wording::tr("the key “%1” is not known here");
    case ProblemKind::BadId:
        return Wording::tr("“%1” is no name: use a-z, 0-9, - and _, at most 64");
    case ProblemKind::DuplicateId:
        return Wording::tr("the name “%1” is taken already");
    case ProblemKind::OutsideFolder:
        return Wording::tr("“%1” is outside of the lab's folder");
    case ProblemKind::UnknownProgram:
        return Wording::tr("the program's file “%1” is not in the lab's folder");
    case ProblemKind::MissingText:
        return Wording::tr("the text under “%1” is missing");
    case ProblemKind::UnknownText:
        return Wording::tr("“%1” belongs to nothing, or is there twice");
    default:
        return unknownWord(problem.kind);
    }
}

bool listsWords(ProblemKind kind)
{
    return kind >= ProblemKind::UnknownRun && kind <= ProblemKind::UnknownFact;
}

} // namespace

QString problemSentence(const Problem& problem)
{
    QString place = text(problem.file);
    if (problem.line > 0)
        place += QStringLiteral(":%1:%2").arg(problem.line).arg(problem.column);
    QString what = whatIsWrong(problem);
    if (what.contains(QStringLiteral("%1")))
        what = what.arg(text(problem.subject));
    if (listsWords(problem.kind) && !problem.expected.empty())
        what = Wording::tr("%1; there is: %2", "a problem; the words that are allowed")
                   .arg(what, text(problem.expected));
    return place + QStringLiteral(": ") + what;
}

} // namespace ipclab
