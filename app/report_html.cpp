// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report.h"
#include "app/terminal_text.h"
#include "app/whole_file.h"
#include "views/common/numbers.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace ipclab {

namespace {

constexpr auto kStyle = R"(
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1d2430; background: #fff; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d5dae2; }
.question { font-size: 1.1rem; color: #495366; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: #495366; }
dd { margin: 0; }
h1, p, li, dd, figcaption { overflow-wrap: anywhere; }
ol, ul { padding-left: 0; list-style: none; }
li { margin: 0 0 .8rem; padding-left: 2rem; position: relative; break-inside: avoid; }
.mark { position: absolute; left: .2rem; font-weight: 700; }
.done .mark, .right { color: #14713d; }
.wrong { color: #b3261e; }
.time { color: #495366; white-space: nowrap; }
.prediction { margin: .2rem 0 0; }
figure { margin: 1.2rem 0; break-inside: avoid; }
figcaption { font-weight: 600; margin: 0 0 .4rem; }
img { max-width: 100%; height: auto; border: 1px solid #d5dae2; }
footer { margin-top: 2rem; color: #495366; font-size: .9rem; }
@media print { main { max-width: none; padding: 0; } body { font-size: 11pt; } }
)";

QByteArray pngOf(const QImage& image)
{
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return png;
}

// Everything that is said goes through `text`, and is only ever text there.
class Page {
public:
    QByteArray html;

    void open(const char* tag, const char* kind = nullptr)
    {
        html += '<' + QByteArray(tag) + (kind ? QByteArray(" class=\"") + kind + '"' : "") + '>';
    }
    void close(const char* tag) { html += QByteArray("</") + tag + ">\n"; }
    void say(const QString& words) { html += escaped(words); }
    void text(const char* tag, const QString& words, const char* kind = nullptr)
    {
        open(tag, kind);
        say(words);
        close(tag);
    }
    void fact(const QString& what, const QString& words)
    {
        if (words.isEmpty())
            return;
        text("dt", what);
        text("dd", words);
    }
    static QByteArray escaped(const QString& words)
    {
        return printable(words.simplified()).toHtmlEscaped().toUtf8();
    }
};

void addHead(Page& page, const Report& report)
{
    const QByteArray hash
        = QCryptographicHash::hash(QByteArray(kStyle), QCryptographicHash::Sha256).toBase64();
    page.html += "<!DOCTYPE html>\n<html lang=\"" + Page::escaped(report.language)
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          "img-src data:; style-src 'sha256-"
        + hash
        + "'; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n";
    page.text("title",
        report.learner.isEmpty() ? report.title
                                 : report.learner + QStringLiteral(" — ") + report.title);
    page.html += QByteArray("<style>") + kStyle + "</style>\n</head>\n";
}

void addFacts(Page& page, const Report& report)
{
    page.open("header");
    page.text("h1", report.title);
    if (!report.question.isEmpty())
        page.text("p", report.question, "question");
    page.open("dl");
    page.fact(ReportWords::tr("Learner"), report.learner);
    page.fact(ReportWords::tr("Lab"), report.lab);
    page.fact(ReportWords::tr("Programs in"), report.variant);
    page.fact(ReportWords::tr("When"), report.when);
    page.fact(ReportWords::tr("Duration"), report.duration);
    page.close("dl");
    page.close("header");
}

void addPrediction(Page& page, const ReportStep& step)
{
    if (step.first.isEmpty() && step.shown.isEmpty())
        return;
    page.open("p", "prediction");
    if (!step.first.isEmpty()) {
        page.say(ReportWords::tr("Predicted: %1.").arg(step.first));
        page.html += ' ';
    }
    if (step.last != step.first) {
        page.say(ReportWords::tr("Then: %1.").arg(step.last));
        page.html += ' ';
    }
    if (!step.shown.isEmpty())
        page.say(ReportWords::tr("What happened: %1.").arg(step.shown));
    if (step.rightAtFirst) {
        page.html += ' ';
        page.text("strong",
            *step.rightAtFirst ? ReportWords::tr("Right at first")
                               : ReportWords::tr("Not right at first"),
            *step.rightAtFirst ? "right" : "wrong");
    }
    page.close("p");
}

QString whenDone(const ReportStep& step)
{
    if (!step.doneAt)
        return ReportWords::tr("(not done)");
    return step.demonstrated
        ? ReportWords::tr("(shown at %1, not done by the learner)").arg(durationText(*step.doneAt))
        : ReportWords::tr("(done at %1)").arg(durationText(*step.doneAt));
}

void addSteps(Page& page, const Report& report)
{
    if (report.steps.empty())
        return;
    const auto isDone
        = [](const ReportStep& step) { return step.doneAt.has_value() && !step.demonstrated; };
    const auto done = std::count_if(report.steps.begin(), report.steps.end(), isDone);
    page.open("section");
    page.text("h2", ReportWords::tr("Steps done: %1 of %2").arg(done).arg(report.steps.size()));
    page.open("ol");
    for (const ReportStep& step : report.steps) {
        const bool shown = step.doneAt && step.demonstrated;
        page.open("li", isDone(step) ? "done" : "open");
        page.text("span",
            isDone(step) ? QStringLiteral("✓")
                : shown  ? QStringLiteral("▷")
                         : QStringLiteral("○"),
            "mark");
        page.say(step.text);
        page.html += ' ';
        page.text("span", whenDone(step), "time");
        addPrediction(page, step);
        page.close("li");
    }
    page.close("ol");
    page.close("section");
}

void addFindings(Page& page, const Report& report)
{
    page.open("section");
    page.text("h2", ReportWords::tr("What IPC Lab found"));
    if (report.findings.empty()) {
        page.text("p", ReportWords::tr("Nothing that was stuck, lost or left behind."));
        page.close("section");
        return;
    }
    page.open("ul");
    for (const ReportFinding& finding : report.findings) {
        page.open("li");
        page.text("strong", finding.title);
        page.text("span", ReportWords::tr("(at %1)").arg(durationText(finding.at)), "time");
        page.text("p", finding.text);
        page.close("li");
    }
    if (report.moreFindings > 0)
        page.text("li", ReportWords::tr("And others: %1").arg(countText(report.moreFindings)));
    page.close("ul");
    page.close("section");
}

void addPictures(Page& page, const Report& report)
{
    page.open("section");
    page.text("h2", ReportWords::tr("Moments"));
    for (const ReportPicture& picture : report.pictures) {
        page.open("figure");
        page.open("figcaption");
        page.say(picture.captions.join(QStringLiteral(" · ")));
        page.html += ' ';
        page.text("span", ReportWords::tr("(at %1)").arg(durationText(picture.at)), "time");
        page.close("figcaption");
        page.html += "<img alt=\""
            + Page::escaped(picture.description.isEmpty() ? ReportWords::tr("Nothing runs.")
                                                          : picture.description)
            + "\" src=\"data:image/png;base64," + pngOf(picture.image).toBase64() + "\">\n";
        page.close("figure");
    }
    page.close("section");
}

} // namespace

QByteArray reportHtml(const Report& report)
{
    Page page;
    addHead(page, report);
    page.open("body");
    page.open("main");
    addFacts(page, report);
    addSteps(page, report);
    addFindings(page, report);
    addPictures(page, report);
    page.open("footer");
    page.text("p",
        ReportWords::tr("Written by IPC Lab %1 from the recorded session: what the kernel showed, "
                        "and what the learner chose.")
            .arg(QCoreApplication::applicationVersion()));
    if (report.damaged > 0)
        page.text("p",
            ReportWords::tr("Damaged lines of the session that were left out: %1.")
                .arg(countText(report.damaged)));
    page.close("footer");
    page.close("main");
    page.close("body");
    page.html += "</html>\n";
    return page.html;
}

Status writeHtml(const QByteArray& html, const QString& path)
{
    const QFileInfo there(path);
    if (!path.isEmpty() && (!there.exists() || there.isFile()))
        return writeWhole(path, html);
    QFile out(path); // a device, a FIFO: not to be replaced by a file
    errno = 0;
    const bool open
        = path.isEmpty() ? out.open(stdout, QIODevice::WriteOnly) : out.open(QIODevice::WriteOnly);
    if (open && out.write(html) == html.size() && out.flush())
        return Done {};
    return fileError("write", path.isEmpty() ? QStringLiteral("stdout") : path);
}

} // namespace ipclab
