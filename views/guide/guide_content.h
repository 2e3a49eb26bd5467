// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

enum class GuideStage : std::uint8_t { Done, Current, Later };

struct GuideChoice {
    QString id;
    QString label;
    bool operator==(const GuideChoice&) const = default;
};

// One step as the learner sees it, in the language of the moment. Texts may have **bold** and
// `code`.
struct GuideStep {
    QString id;
    QString text;
    GuideStage state = GuideStage::Later;
    std::vector<GuideChoice> choices {}; // a prediction is asked for
    std::optional<QString> chosen {}; // the choice predicted
    // The choice that the kernel showed, once it did; several are "a, b".
    std::optional<QString> correct {};
    std::optional<QString> hint {};
    bool canBeShown = false; // on request
    bool showing = false; // it is being done for the learner to see
    bool shown = false; // it was, and so is not done by them
    QString actionLabel {}; // what the learner is to do: "Run", "Switch flush to yes"
    bool operator==(const GuideStep&) const = default;
};

struct GuideContent {
    QString labTitle;
    QString question;
    QString intro {}; // what there is to see; may be empty
    std::vector<GuideStep> steps {};
    bool past = false; // of an earlier moment, or a file: nothing of it can be done
    QString summary {}; // of the way through it; shown when all steps are done
    QString explanation {}; // shown when all steps are done
    QString nextLabTitle {}; // empty: there is none
    bool operator==(const GuideContent&) const = default;
};

} // namespace ipclab
